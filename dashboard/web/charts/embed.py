"""``/embed/<name>``: a chart alone, for a frame in another site, with the way back to this one."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.figures import Chart, View
from dashboard.source import database
from dashboard.state.address import MARK
from dashboard.web.charts.answers import AnswerRequest, answer_of, answer_request
from dashboard.web.charts.request import chart_of
from dashboard.web.describe.html import TEMPLATES, policy, render
from dashboard.web.http.caching import not_modified, validators
from dashboard.web.http.links import absolute_url

STYLE = (TEMPLATES / "embed.css").read_text("utf-8")
Items = Sequence[tuple[str, str]]
"""The query of an address."""
ALONE = (
    "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
)
"""What a page with a reader's query may do: its links come from nowhere, so that none of them runs
the query (``dashboard.state.own_links``)."""


def embed(request: Request) -> Response:
    """Answer with a page that holds one chart, its numbers as a table, and a link home.

    Raises:
        RequestError: There is no such chart.
    """
    chart, view = chart_of(request)
    mark = view.value(MARK)
    named = [(MARK, f"{chart.name}:{mark}")] if mark else []
    return _page(request, chart, view, [*_chosen(chart, view), *named])


def embed_answer(request: Request) -> Response:
    """Answer with a page that holds the chart of a saved query; another query is shown, not run.

    Raises:
        RequestError: There is no such query.
    """
    of = answer_request(request)
    if of.name is None:
        return _unasked(request, of)
    chart, view = answer_of(request)
    dated = {"as_of": view.day.isoformat(), "lang": view.t.language}
    return _page(request, chart, view, [*{**of.of_page, **dated}.items()])


def _page(request: Request, chart: Chart, view: View, home: Items) -> Response:
    """Return the page of a chart; ``home`` are parameters of the page in the app that has it."""
    marks, mark = chart.frame(view), view.value(MARK)
    picture = urlencode([*_chosen(chart, view), *([(MARK, mark)] if mark else [])])
    headers = _headers(request, view.t.language, policy(STYLE, frames="*"))
    text = render(
        "embed.html",
        view.t,
        style=Markup(STYLE),
        title=chart.title(marks, view)
        if marks.height
        else view.t("There is nothing to draw for {day}.", day=view.day),
        picture=f"../chart/{chart.name}.svg?{picture}" if marks.height else "",
        home=f"{absolute_url(request, chart.page)}?{urlencode(home)}",
        product=database.settings().localized("name", view.t.language),
        marks=[
            (row["label"], view.t.number(row["n"], 2))
            for row in chart.seen(marks, view.value(MARK)).drop_nulls("mark").iter_rows(named=True)
        ],
        day=view.day,
        sql="",
    )
    return not_modified(request, headers) or _html(text, headers)


def _unasked(request: Request, of: AnswerRequest) -> Response:
    """Return the page of a query that a reader wrote: its text, and where it can be run."""
    t = of.t
    headers = _headers(request, t.language, f"{policy(STYLE, frames='*')}; {ALONE}")
    text = render(
        "embed.html",
        t,
        style=Markup(STYLE),
        title=t("A query that a reader wrote runs only on the SQL page, when its reader asks."),
        picture="",
        home=f"{absolute_url(request, 'sql')}?{urlencode(of.of_page)}",
        product=database.settings().localized("name", t.language),
        marks=[],
        day=None,
        sql=of.sql,
    )
    return _html(text, headers | {"Referrer-Policy": "no-referrer"})


def _chosen(chart: Chart, view: View) -> list[tuple[str, str]]:
    chosen = [(name, value) for name in chart.parameters for value in view.values.get(name, ())]
    return [*chosen, ("as_of", view.day.isoformat()), ("lang", view.t.language)]


def _headers(request: Request, language: str, rules: str) -> dict[str, str]:
    return validators("embed", str(request.url), today=True) | {
        "Content-Security-Policy": rules,
        "Content-Language": language,
    }


def _html(text: str, headers: dict[str, str]) -> HTMLResponse:
    return HTMLResponse(re.sub(r"\n\s*\n", "\n", text), headers=headers)
