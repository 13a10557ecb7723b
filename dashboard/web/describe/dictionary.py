"""What every relation, column and code means: ``/dictionary``, for people and for programs."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.source import database, queries
from dashboard.web.describe import html
from dashboard.web.describe.html import escape, link
from dashboard.web.http.handler import marks, only, reader, unchanged
from dashboard.web.request.catalogue import Column, Relation, relations
from dashboard.words.i18n import Translator


def dictionary(request: Request) -> Response:
    """Answer with a page, or with JSON to who takes only that."""
    return listing(request) if html.wants_json(request) else _page(request)


def listing(request: Request) -> Response:
    """Answer with all meanings in both languages, as JSON."""
    only(request, "lang")
    headers = marks("dictionary.json") | {"Vary": "Accept"}
    content = {
        "edition": database.edition(),
        "relations": [_relation(each) for each in relations().values()],
        "vocabularies": queries.vocabularies().drop("position").to_dicts(),
    }
    return unchanged(request, headers) or JSONResponse(content, headers=headers)


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "name": relation.name,
        "kind": relation.kind,
        **{f"meaning_{code}": text for code, text in relation.meaning.items()},
        "parameters": [vars(argument) for argument in relation.arguments],
        "columns": [_column(column) for column in relation.columns],
    }


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": column.type,
        **{f"meaning_{code}": text for code, text in column.meaning.items()},
        "key": column.key,
        "vocabulary": ", ".join(column.vocabularies) or None,
        "refers_to": ", ".join(column.refers_to) or None,
    }


def _page(request: Request) -> Response:
    only(request, "lang")
    t = reader(request)
    headers = marks("dictionary", t.language)
    said = t(
        "What every table, view and macro holds, column by column. This is edition {edition}.",
        edition=database.edition(),
    )
    dates = t(
        "A date is as precise as its source (EDTF): 2025, 2025-08, 2025-08-26, or a day between two"
        " others, [2025-02-11..2025-09-02]."
    )
    found = relations()
    parts = [f"<p>{escape(said)}</p>\n<p>{escape(dates)}</p>", html.contents(found, t)]
    parts += [_section(relation, t) for relation in found.values()]
    parts += [f'<h2 id="lists">{escape(t("Closed lists"))}</h2>', *_lists(t)]
    page = html.answer(t, t("Dictionary"), "\n".join(parts), headers, "")
    return unchanged(request, headers) or page


def _section(relation: Relation, t: Translator) -> str:
    head = (t("Column"), t("Type"), t("Meaning"), t("Codes or key"))
    rows = [
        (
            f"<code>{column.name}</code>",
            f"<code>{column.type}</code>",
            html.words(column.meaning[t.language], t),
            _points(column),
        )
        for column in relation.columns
    ]
    call = ", ".join(argument.name for argument in relation.arguments)
    title = f"{relation.name}({call})" if call else relation.name
    return (
        f'<section id="{relation.name}"><h2><code>{title}</code></h2>\n'
        f"<p>{html.words(relation.meaning[t.language], t)}</p>\n"
        f"<p>{link(f'data/?lang={t.language}#{relation.name}', t('Files'))}</p>\n"
        f"{html.table(t('Columns of {name}', name=relation.name), head, rows)}</section>"
    )


def _points(column: Column) -> str:
    """Link the closed list of a column's codes, or the table of its keys."""
    lists = [link(f"#list-{name}", name) for name in column.vocabularies]
    return ", ".join(lists or [link(f"#{name}", f"→ {name}") for name in column.refers_to])


def _lists(t: Translator) -> list[str]:
    found = queries.vocabularies().partition_by("vocabulary", as_dict=True, maintain_order=True)
    head = (t("Code"), t("Label"), t("Meaning"))
    return [
        f'<section id="list-{name}"><h3><code>{name}</code></h3>\n'
        + html.table(
            t("Codes of {name}", name=str(name)),
            head,
            (
                (f"<code>{code}</code>", html.words(label, t), html.words(meaning, t))
                for code, label, meaning in rows.select(
                    "code", f"label_{t.language}", f"meaning_{t.language}"
                ).iter_rows()
            ),
        )
        + "</section>"
        for (name,), rows in found.items()
    ]
