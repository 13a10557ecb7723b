"""Write down what the data means, for people and for machines, from what the code declares."""

from pathlib import Path

import duckdb

from transforms.database import empty, relations
from transforms.database.catalogue import Described
from transforms.describing import datapackage, dictionary
from transforms.paths import DATA, DOCS, VIEWS
from transforms.settings import Settings, read


def documents(data: Path = DATA) -> dict[Path, str]:
    """Return the text of every generated file, by its path.

    A data folder gets its description for machines and for people; with the tracker's own data
    goes a page on the views and macros, which are in the database and not in the folder.
    """
    settings, _ = read(data)
    texts = {data / "datapackage.json": datapackage.datapackage(settings)}
    for language in settings.languages:
        page = dictionary.page_name("README", language, settings)
        texts[data / page] = dictionary.data_dictionary(language, settings)
    if data.resolve() == DATA:
        found = described(settings)
        for language in settings.languages:
            page = dictionary.page_name("relations", language, settings)
            texts[DOCS / page] = dictionary.relations_page(found, language, settings)
    return texts


def described(settings: Settings, views: Path = VIEWS) -> list[Described]:
    """Return every view and macro with its columns, found on empty tables."""
    with duckdb.connect() as connection:
        empty.create_tables(connection, settings)
        return empty.create_relations(
            connection, relations.read(settings.languages, views), settings
        )
