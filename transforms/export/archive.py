"""Everything in one archive: the database, every relation as files, and a description of both."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template

import dataframely as dy
import duckdb
import polars as pl

from transforms import paths
from transforms.database import tracker
from transforms.database.reader import query
from transforms.describing.datapackage import datapackage
from transforms.export import relations as export
from transforms.export.relations import Content, Relation
from transforms.files import writers
from transforms.files.citation import cited, licensed
from transforms.files.words import day_in_words, in_digits, translate
from transforms.languages import language
from transforms.schema import tables
from transforms.settings import FILE, SOURCE, Settings

TEMPLATES = Path(__file__).parent / "templates"
"""What it is, in a folder for each language; ``$edition`` and the like are filled in."""
CHECKSUMS = "SHA256SUMS"

Progress = Callable[[str], object]


def name(edition: str, day: date) -> str:
    """Return what the archive of an edition and a day is called."""
    return f"tracker-{edition}-{day.isoformat()}.zip"


def write(
    target: Path,
    connection: duckdb.DuckDBPyConnection,
    file: Path,
    day: date,
    progress: Progress = str,
) -> None:
    """Write everything into ``target``: a folder, or an archive where it ends in ``.zip``.

    ``file`` is the database that the connection is to, and the day that of macros. No more than one
    relation is held in memory at a time.
    """
    export.write_all(target, contents(connection, file, day, progress))


def contents(
    connection: duckdb.DuckDBPyConnection, file: Path, day: date, progress: Progress = str
) -> Iterator[tuple[str, Content]]:
    """Yield the name and the content of one file after the other; the checksums come last.

    The same database and the same day give the same bytes; for the arguments see ``write``.
    """
    sums = []
    for path, content in _contents(connection, file, day, progress):
        sums.append(f"{_checksum(content)}  {path}\n")
        yield path, content
    yield CHECKSUMS, "".join(sums).encode("utf-8")


def _contents(
    connection: duckdb.DuckDBPyConnection, file: Path, day: date, progress: Progress
) -> Iterator[tuple[str, Content]]:
    given = {"day": day.isoformat()}
    relations = export.relations(connection).values()
    settings = tracker.read(connection)
    schemas = tables(settings.languages, settings.complete)
    left_out = [of for of in relations if of.lacks(given)]
    for path, text in _documents(connection, settings, day, left_out):
        yield path, text.encode("utf-8")
    yield "data/datapackage.json", datapackage(settings).encode("utf-8")
    if settings.text is not None:
        yield f"data/{FILE}", settings.text.encode("utf-8")
    yield "tracker.duckdb", file
    for of in sorted(relations, key=lambda of: of.name):
        if not of.lacks(given):
            progress(f"writing {of.name}")
            yield from _files(of.name, export.rows(connection, of, given), schemas)


def _files(
    relation: str, rows: pl.DataFrame, schemas: Mapping[str, type[dy.Schema]]
) -> Iterator[tuple[str, bytes]]:
    """Yield both files of a relation; that of a table as the package describes it."""
    if relation in schemas:
        # Without the days that are derived from its dates.
        own = rows.select(schemas[relation].column_names())
        yield f"data/{relation}.csv", writers.csv_bytes(own)
    else:
        yield f"views/{relation}.csv", writers.csv_bytes(rows)
    yield f"parquet/{relation}.parquet", writers.parquet_bytes(rows)


def _documents(
    connection: duckdb.DuckDBPyConnection, settings: Settings, day: date, left_out: list[Relation]
) -> Iterator[tuple[str, str]]:
    """Yield the files that explain the archive, its licence and how to cite it."""
    [(edition, rows, evidence)] = query(
        connection, "SELECT id, rows, newest_evidence FROM edition"
    ).iter_rows()
    known = {
        "edition": edition,
        "day": day.isoformat(),
        "left_out": ", ".join(f"`{of.name}({', '.join(of.types)})`" for of in left_out),
    }
    read_mes = _read_mes(settings)
    for code, path in read_mes.items():
        words = {
            "name": settings.localized("name", code),
            "subtitle": settings.localized("subtitle", code),
            "date": day_in_words(day, code),
            "rows": in_digits(rows, code),
            "evidence": day_in_words(evidence, code) if evidence else "–",
            "licensed": licensed(settings, code),
            "contact": _contact(settings, code),
            "cited": cited(settings, code, edition, day),
            "others": " ".join(
                f"[{language(other).name}]({file.name})"
                for other, file in read_mes.items()
                if other != code
            ),
        }
        yield path.name, Template(path.read_text("utf-8")).substitute(known | words)
    for name in ("LICENSE", *(["LICENSE-DATA"] if _is_own(settings) else [])):
        yield name, paths.document(name).read_text("utf-8")
    yield "CITATION.cff", _citation(settings, edition)


def _contact(settings: Settings, code: str) -> str:
    """Return where to write about a mistake, as a paragraph; nothing where none is named."""
    if not settings.contact:
        return ""
    first = settings.languages[0]
    text = translate("Write about a mistake to {contact}.", code, first, contact=settings.contact)
    return f"\n\n{text}"


def _read_mes(settings: Settings) -> dict[str, Path]:
    """Return the template of each language of the tracker that has one."""
    found = {code: path for code in settings.languages for path in (TEMPLATES / code).glob("*.md")}
    return found or {SOURCE: next((TEMPLATES / SOURCE).glob("*.md"))}


def _is_own(settings: Settings) -> bool:
    """Whether the data is that of this repository, whose licence it has a text of."""
    own = paths.DATA / FILE
    return own.is_file() and own.read_text("utf-8") == settings.text


def _citation(settings: Settings, edition: str) -> str:
    """Return the edition as a CITATION.cff, which is YAML; every JSON text is one."""
    first = settings.languages[0]
    name, abstract, publisher = (
        settings.localized(key, first) for key in ("name", "subtitle", "publisher")
    )
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it and name the edition that you used.",
        "title": name,
        "abstract": abstract,
        "type": "dataset",
        "version": edition,
        "authors": [{"name": publisher or name}],
        "license": settings.licence_id,
    }
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    ]
    return "\n".join(lines) + "\n"


def _checksum(content: Content) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
