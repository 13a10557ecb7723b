"""Describe the data and the relations for people: in Markdown, a page for each language."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import dataframely as dy

from transforms.database import ddl
from transforms.database.about import tables_about
from transforms.database.catalogue import Described
from transforms.database.relations import Relation
from transforms.describing import prose
from transforms.schema import TABLES, VOCABULARIES, tables
from transforms.schema.vocabularies import Code
from transforms.settings import Settings
from transforms.translations import Text, say

LIST_LEVEL = "###"


def page_name(stem: str, language: str, settings: Settings) -> str:
    """Return the file of a page in one language: the first language needs no mark.

    >>> page_name("README", "fr", Settings(languages=("en", "fr")))
    'README.fr.md'
    """
    return f"{stem}.md" if language == settings.languages[0] else f"{stem}.{language}.md"


def data_dictionary(language: str, settings: Settings) -> str:
    """Return the page beside the data: every table, column and closed list."""
    page = Page(language, settings)
    schemas = tables(settings.languages, settings.complete)
    sections = [page.table(name, schema, "###") for name, schema in schemas.items()]
    lists = [page.vocabulary(name, words) for name, words in VOCABULARIES.items()]
    head = page.prose(prose.DATA, licence=_licence(page))
    return "\n".join([head, *sections, page.prose(prose.LISTS), *lists])


def relations_page(described: Iterable[Described], language: str, settings: Settings) -> str:
    """Return the page of views, macros and functions, and of what describes them."""
    page = Page(language, settings)
    about = [page.table(name, schema, "##") for name, schema in tables_about(settings).items()]
    ordered = sorted(described, key=lambda each: each.relation.name)
    rows = [page.relation(each) for each in ordered if not each.relation.returns]
    functions = [page.function(each.relation) for each in ordered if each.relation.returns]
    heads = [page.prose(text) for text in (prose.RELATIONS, prose.FUNCTIONS, prose.ABOUT)]
    return "\n".join([heads[0], *rows, heads[1], *functions, heads[2], *about])


def _licence(page: "Page") -> str:
    """Return under which licence the data is, if that is stated, and how it quotes its sources."""
    licence = page.of(page.settings.licence)
    url = page.of(page.settings.licence_url)
    named = f"[{licence}]({url})" if url else licence
    licensed = f"{page.say(prose.LICENSED).format(licence=named)} " if licence else ""
    return f"{licensed}{page.say(prose.QUOTED)}"


@dataclass(frozen=True)
class Page:
    """A page in one language."""

    language: str
    settings: Settings

    def say(self, text: Text | str) -> str:
        """Return a text in the language of the page; words of the page itself are texts too."""
        source = text if isinstance(text, Text) else Text(text, ("documents",))
        return say(source, self.language, self.settings.languages[0])

    def of(self, texts: Mapping[str, str]) -> str:
        """Return a setting in the language of the page, or else in the first."""
        return texts.get(self.language) or texts.get(self.settings.languages[0], "")

    def prose(self, english: str, **values: str) -> str:
        """Return paragraphs in the language of the page, in lines of a hundred characters."""
        paragraphs = [" ".join(part.split()) for part in english.strip().split("\n\n")]
        parts = [
            values.get(paragraph.strip("{}")) or self.say(paragraph).format(**values)
            for paragraph in paragraphs
        ]
        return (
            "\n\n".join(textwrap.fill(part, 100, break_on_hyphens=False) for part in parts) + "\n"
        )

    def table(self, name: str, schema: type[dy.Schema], level: str) -> str:
        """Return the section of a table."""
        columns = [column for column in ddl.columns(schema) if not column.derived]
        rows = [(_name(column), self._kind(column), self.say(column.meaning)) for column in columns]
        return self._section(f"{level} {name}", "", ddl.meaning(schema), rows)

    def relation(self, described: Described) -> str:
        """Return the section of a view or macro."""
        relation = described.relation
        pattern = self.say("*Macro* {call}") if relation.parameters else self.say("*View*")
        rows = [
            (_name(column), self._holds(column), self.say(column.meaning))
            for column in described.columns
        ]
        about = pattern.format(call=f"`{_call(relation)}`")
        return self._section(f"## {relation.name}", about, relation.meaning, rows)

    def function(self, relation: Relation) -> str:
        """Return the section of a function."""
        call = f"`{_call(relation)}` → {relation.returns}"
        return "\n".join([f"## {relation.name}", "", call, "", self.say(relation.meaning), ""])

    def vocabulary(self, name: str, words: Mapping[str, Code]) -> str:
        """Return the section of a closed list."""
        rows = [
            (
                f"`{code}`",
                self.say(Text(word.label, (f"vocabulary:{name}.{code}",))),
                self.say(Text(word.meaning, (f"vocabulary:{name}.{code} meaning",))),
            )
            for code, word in words.items()
        ]
        head = tuple(map(self.say, ("code", "label", "meaning")))
        return "\n".join([f"{LIST_LEVEL} {name}", "", *_grid(head, rows), ""])

    def _section(
        self, title: str, about: str, meaning: Text, rows: Iterable[tuple[str, ...]]
    ) -> str:
        head = tuple(map(self.say, ("column", "holds", "meaning")))
        above = [about, ""] if about else []
        return "\n".join([title, "", *above, self.say(meaning), "", *_grid(head, rows), ""])

    def _kind(self, column: ddl.Column) -> str:
        """Say what a column of a table holds; the tables and lists are on the same page."""
        kind = self._linked(column, "")
        if not kind:
            plain = prose.PARTIAL_DATE if column.dated else prose.KINDS.get(column.type)
            kind = self.say(plain) if plain else f"`{column.type}`"
        return self.say("{kind}, *optional*").format(kind=kind) if column.nullable else kind

    def _holds(self, column: ddl.Column) -> str:
        """Say what a column of a view holds: its type, and its lists or tables on another page."""
        page = f"../data/{page_name('README', self.language, self.settings)}"
        return ": ".join(filter(None, [column.type, self._linked(column, page)]))

    def _linked(self, column: ddl.Column, page: str) -> str:
        if column.vocabularies:
            return self.say("code of {lists}").format(lists=_links(column.vocabularies, page))
        known = [name for name in column.refers_to if name in TABLES]
        return f"→ {_links(known, page)}" if known else ""


def _call(relation: Relation) -> str:
    parameters = ", ".join(parameter.declaration for parameter in relation.parameters)
    return f"{relation.name}({parameters})"


def _links(names: Iterable[str], page: str) -> str:
    return ", ".join(f"[{name}]({page}#{name})" for name in names)


def _name(column: ddl.Column) -> str:
    return f"**`{column.name}`**" if column.key else f"`{column.name}`"


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
