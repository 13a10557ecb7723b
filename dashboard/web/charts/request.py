"""Which chart an address asks for, of which day, in which language, with what chosen."""

from datetime import date

from starlette.requests import Request

from dashboard.figures import CHARTS, Chart, View
from dashboard.state.address import MARK
from dashboard.state.days import read_day
from dashboard.web.http.handler import (
    RequestError,
    allow_only,
    did_you_mean,
    query_items,
    translator,
)
from dashboard.web.http.query import shortened
from dashboard.words import labels


def chart_of(request: Request) -> tuple[Chart, View]:
    """Return the chart, and for whom it is drawn.

    Raises:
        RequestError: There is no such chart, or the address asks for what it does not have.
    """
    name, t = request.path_params["name"], translator(request)
    if name not in CHARTS:
        sentence = t("There is no chart {said}", said=shortened(name, t))
        raise RequestError(404, did_you_mean(sentence, name, CHARTS, t))
    chart = CHARTS[name]
    allow_only(request, "lang", "as_of", MARK, *chart.parameters)
    asked: dict[str, list[str]] = {}
    for key, value in query_items(request):
        asked.setdefault(key, []).append(value)
    day = _day(asked.pop("as_of", [""])[0], request)
    values = {key: tuple(given) for key, given in asked.items() if key != "lang"}
    return chart, View(labels.translator(t.language), day, values)


def _day(text: str, request: Request) -> date:
    if not text:
        return date.today()
    day = read_day(text)
    if day is None:
        t = translator(request)
        raise RequestError(
            400, t("as_of is a day such as 2026-01-01, not {said}.", said=shortened(text, t))
        )
    return day
