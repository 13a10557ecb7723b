"""``/embed/<name>``: a chart alone, for a frame in another site, with the way back to this one."""

import re
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.source import database
from dashboard.state.address import MARK
from dashboard.web.charts.request import chart_of
from dashboard.web.describe.html import TEMPLATES, policy, render
from dashboard.web.http.handler import not_modified, validators
from dashboard.web.http.links import absolute_url

STYLE = (TEMPLATES / "embed.css").read_text("utf-8")


def embed(request: Request) -> Response:
    """Answer with a page that holds one chart, its numbers as a table, and a link home.

    Raises:
        RequestError: There is no such chart.
    """
    chart, view = chart_of(request)
    marks = chart.frame(view)
    seen, mark = chart.seen(marks, view.value(MARK)), view.value(MARK)
    chosen = [(name, value) for name in chart.parameters for value in view.values.get(name, ())]
    chosen += [("as_of", view.day.isoformat()), ("lang", view.t.language)]
    query = urlencode([*chosen, *([(MARK, mark)] if mark else [])])
    home = urlencode([*chosen, *([(MARK, f"{chart.name}:{mark}")] if mark else [])])
    headers = validators("embed", str(request.url), today=True) | {
        "Content-Security-Policy": policy(STYLE, frames="*"),
        "Content-Language": view.t.language,
    }
    text = render(
        "embed.html",
        view.t,
        style=Markup(STYLE),
        title=chart.title(marks, view)
        if marks.height
        else view.t("There is nothing to draw for {day}.", day=view.day),
        picture=f"../chart/{chart.name}.svg?{query}" if marks.height else "",
        home=f"{absolute_url(request, chart.page)}?{home}",
        product=database.settings().localized("name", view.t.language),
        marks=[
            (row["label"], view.t.number(row["n"]))
            for row in seen.drop_nulls("mark").iter_rows(named=True)
        ],
        day=view.day,
    )
    return not_modified(request, headers) or HTMLResponse(
        re.sub(r"\n\s*\n", "\n", text), headers=headers
    )
