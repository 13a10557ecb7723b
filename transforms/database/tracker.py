"""The table ``tracker``: the settings of the data folder, as one row that views and pages read."""

from collections.abc import Iterator, Mapping
from typing import Any

import dataframely as dy
import duckdb
import polars as pl

from transforms.database.reader import ask
from transforms.settings import SETTINGS, Settings

MEANING = (
    "Whose tracker this is, in one row: what the folder's `tracker.toml` says.",
    "À qui est ce suivi, en une ligne : ce que dit `tracker.toml` dans le dossier.",
)
MEANINGS = {
    "languages": (
        "Languages of the tracker; the first stands in for a text that is missing in another.",
        "Langues ; la première remplace un texte qui manque dans une autre.",
    ),
    "complete": (
        "Languages in which nothing may be missing.",
        "Langues dans lesquelles rien ne doit manquer.",
    ),
    "name": ("What the tracker is called.", "Nom de ce suivi."),
    "slug": (
        "What programs call it; it never changes.",
        "Son nom pour les programmes ; il ne change jamais.",
    ),
    "subtitle": ("What it is about, in a sentence.", "Son objet, en une phrase."),
    "publisher": (
        "Who is named as the author where the data is cited.",
        "Auteur à nommer quand les données sont citées.",
    ),
    "contact": (
        "Where to write about a mistake: an e-mail address or the address of a form.",
        "Où signaler une erreur : adresse électronique ou adresse d'un formulaire.",
    ),
    "licence": ("Licence of the data.", "Licence des données."),
    "licence_id": ("The same as SPDX identifies it.", "La même, par son identifiant SPDX."),
    "licence_url": ("Where the licence can be read.", "Où lire la licence."),
    "licence_terms": (
        "What the licence allows and asks for, in a sentence.",
        "Ce que la licence permet et demande, en une phrase.",
    ),
    "first_bodies": (
        "Organizations, groups or texts that the Members page shows at first.",
        "Organisations, groupes ou textes que la page Membres montre d'abord.",
    ),
    "first_texts": (
        "Texts that stand before the others where texts are listed.",
        "Textes placés avant les autres dans les listes.",
    ),
    "all_countries": ("Group in which every state is.", "Groupe dont fait partie tout État."),
    "developing_countries": (
        "Group of which no list of members is agreed.",
        "Groupe dont aucune liste de membres n'est convenue.",
    ),
    "developing_countries_as": (
        "Groups whose members stand for it.",
        "Groupes dont les membres en tiennent lieu.",
    ),
    "universal_organization": (
        "Organization of nearly all states.",
        "Organisation de presque tous les États.",
    ),
    "universal_members": (
        "Group of its members, as texts address it.",
        "Groupe de ses membres, tel que les textes s'adressent à lui.",
    ),
    "root_area": (
        "Focus area that contains those of the page on capacity building.",
        "Domaine qui contient ceux de la page sur le renforcement des capacités.",
    ),
    "map": (
        "Map on which members are drawn, or none.",
        "Carte sur laquelle les membres sont dessinés, ou « none » (aucune).",
    ),
    "first_day": ("No page shows an earlier day.", "Aucune page ne montre un jour antérieur."),
}
FILE = (
    "The file that says so, as it is written; empty where the folder has none.",
    "Le fichier qui le dit, tel qu'il est écrit ; vide si le dossier n'en a pas.",
)


def schema(languages: tuple[str, ...]) -> type[dy.Schema]:
    """Return the schema of the table for data in these languages."""
    return type(
        "Tracker",
        (dy.Schema,),
        {
            "__doc__": MEANING[0],
            "fr": MEANING[1],
            **dict(_columns(languages)),
        },
    )


def row(settings: Settings) -> pl.DataFrame:
    """Return the one row of the table."""
    values: dict[str, Any] = {}
    for name, kind in SETTINGS.items():
        value = getattr(settings, name)
        if kind == "texts":
            values |= {f"{name}_{code}": value.get(code) for code in settings.languages}
        else:
            values[name] = list(value) if kind == "words" else value or None
    types = {name: column.dtype for name, column in schema(settings.languages).columns().items()}
    return pl.DataFrame([values | {"file": settings.text}], schema=types)


def read(connection: duckdb.DuckDBPyConnection) -> Settings:
    """Return the settings of the edition that `connection` is open to."""
    known = ask(connection, "FROM tracker").row(0, named=True)
    return settings(known)


def settings(known: Mapping[str, Any]) -> Settings:
    """Return the settings that the row of the table holds; an older edition may lack some."""
    values: dict[str, Any] = {"text": known["file"], "languages": tuple(known["languages"])}
    for name, kind in SETTINGS.items():
        if kind == "texts":
            texts = {code: known.get(f"{name}_{code}") for code in values["languages"]}
            values[name] = {code: text for code, text in texts.items() if text}
        elif kind == "words":
            values[name] = tuple(known.get(name) or ())
        elif known.get(name) is not None:
            values[name] = known[name]
    return Settings(**values)


def _columns(languages: tuple[str, ...]) -> Iterator[tuple[str, dy.Column]]:
    for name, kind in SETTINGS.items():
        en, fr = MEANINGS[name]
        if kind == "texts":
            for code in languages:
                yield (
                    f"{name}_{code}",
                    dy.String(nullable=True, **_said(f"{en} ({code})", f"{fr} ({code})")),
                )
        elif kind == "words":
            yield name, dy.List(dy.String(), nullable=False, **_said(en, fr))
        else:
            kinds = {"word": dy.String, "day": dy.Date}
            yield name, kinds[kind](nullable=True, **_said(en, fr))
    yield "file", dy.String(nullable=True, **_said(*FILE))


def _said(en: str, fr: str) -> dict[str, Any]:
    return {"description": en, "metadata": {"fr": fr}}
