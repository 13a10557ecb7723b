"""How the rows that readers care about are called, and what else can be opened for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.database.ddl import literal
from transforms.translations import translated


@dataclass(frozen=True)
class Edition:
    """One of the two editions that are compared: what it is attached as, and its languages."""

    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """One table whose changes are listed row by row.

    ``title`` is SQL for the title of a row, with ``{l}`` for the language, ``{db}`` for the
    edition and ``{colon}`` for a colon as the language sets it; the row itself is ``this``.
    """

    title: str
    refers_to: tuple[str, ...] = ()

    def query(self, table: str, edition: Edition, joined: str, more: Sequence[str] = ()) -> str:
        """Return SQL for the key, the titles and the other keys of the rows of a table."""
        titles = ", ".join(
            f"'{language}': ({self._title(language, edition)})" for language in edition.languages
        )
        others = ", ".join(f"'{name}': this.{name}" for name in self.refers_to)
        maps = (f"MAP {{{titles}}} AS title", f"MAP {{{others}}} AS refers_to")
        chosen = ", ".join(["this.id", *maps, *more])
        return f"SELECT {chosen} FROM {edition.name}.{table} AS this {joined}"

    def _title(self, language: str, edition: Edition) -> str:
        colon = literal(translated(": ", ("sql",), language, edition.languages[0]))
        return self.title.format(l=language, db=edition.name, colon=colon)


_PROMISE = """
    SELECT concat_ws(', ', i.short_title_{l}, c.paragraph_{l}) || {colon} || c.summary_{l}
    FROM {db}.commitments AS c LEFT JOIN {db}.instruments AS i ON i.id = c.instrument_id
    WHERE c.id = this.
"""
_ACTOR = "(SELECT name_{{l}} FROM {{db}}.actors WHERE actors.id = this.{})"
_TEXT = "(SELECT short_title_{{l}} FROM {{db}}.instruments WHERE instruments.id = this.{})"

NAMED = {
    "instruments": Subject("this.short_title_{l}"),
    "commitments": Subject(f"{_PROMISE.rstrip()}id", ("instrument_id",)),
    "assessments": Subject(f"{_PROMISE.rstrip()}commitment_id", ("commitment_id",)),
    "milestones": Subject(
        "this.title_{l}", ("commitment_id", "instrument_id", "actor_id", "initiative_id")
    ),
    "memberships": Subject(
        f"concat_ws(' – ', {_ACTOR.format('member_id')}, {_ACTOR.format('organization_id')})",
        ("member_id", "organization_id"),
    ),
    "adherences": Subject(
        f"concat_ws(' – ', {_ACTOR.format('actor_id')}, {_TEXT.format('instrument_id')})",
        ("actor_id", "instrument_id"),
    ),
    "initiatives": Subject("this.name_{l}", ("lead_id",)),
    "initiative_figures": Subject(
        "(SELECT name_{l} FROM {db}.initiatives AS i WHERE i.id = this.initiative_id)",
        ("initiative_id",),
    ),
    "needs": Subject(
        f"concat_ws({{colon}}, {_ACTOR.format('actor_id')}, this.statement_{{l}})",
        ("actor_id", "focus_area_id"),
    ),
    "appointments": Subject(
        f"concat_ws(' – ', this.person_name, {_ACTOR.format('organization_id')})",
        ("organization_id", "country_id"),
    ),
    "actors": Subject("this.name_{l}", ("parent_id",)),
    "focus_areas": Subject("this.name_{l}", ("broader_id",)),
    "sources": Subject("this.title"),
    "discrepancies": Subject(
        "concat_ws({colon}, this.row_id, this.carried_{l})", ("table_name", "row_id")
    ),
}
"""The tables that readers care about, in the order in which they would."""
