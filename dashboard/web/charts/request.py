"""Which chart an address asks for, of which day, in which language, with what chosen."""

from starlette.requests import Request

from dashboard.figures import CHARTS, Chart, View
from dashboard.state.address import MARK
from dashboard.web.http.handler import (
    RequestError,
    allow_only,
    did_you_mean,
    query_items,
    translator,
)
from dashboard.web.http.query import shortened
from dashboard.web.request.days import read_day
from dashboard.words import labels


def chart_of(request: Request) -> tuple[Chart, View]:
    """Return the chart, and for whom it is drawn.

    Raises:
        RequestError: There is no such chart or day, or a parameter that the chart does not have.
    """
    name, t = request.path_params["name"], translator(request)
    if name not in CHARTS:
        sentence = t("There is no chart {said}", said=shortened(name, t))
        raise RequestError(404, did_you_mean(sentence, name, CHARTS, t))
    chart = CHARTS[name]
    allow_only(request, "lang", "as_of", MARK, *chart.parameters)
    values: dict[str, list[str]] = {}
    for key, value in query_items(request):
        values.setdefault(key, []).append(value)
    day = read_day({key: given[0] for key, given in values.items()}, t)
    chosen = {key: tuple(given) for key, given in values.items() if key not in ("lang", "as_of")}
    return chart, View(labels.translator(t.language), day, chosen)
