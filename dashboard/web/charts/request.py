"""Parse the address of a chart: which one, its day, its language and its filters."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from starlette.requests import Request

from dashboard.charts.lanes import BELOW, DEADLINES, OTHERS
from dashboard.figures import CHARTS, Chart, View
from dashboard.figures.lines import SCALES
from dashboard.figures.status_groups import BY
from dashboard.filtering import options
from dashboard.filtering.catalogue import relations
from dashboard.shaping.timeline import SPANS, span_of
from dashboard.state.address import MARK
from dashboard.web.http.query import (
    RequestError,
    allow_only,
    by_name,
    did_you_mean,
    query_items,
    shortened,
    translator,
)
from dashboard.web.request.column_keys import Keys
from dashboard.web.request.days import read_day
from dashboard.web.request.parameters import Parameter, parameters
from dashboard.web.request.values import read_each
from dashboard.words import labels
from dashboard.words.i18n import Translator, message

KEYS: Mapping[str, Keys] = {
    "area": options.group_keys,
    "by": lambda: BY,
    "body": lambda: {*options.keys_of("actors"), *options.keys_of("instruments")},
    "country": options.country_codes,
    "developing": options.group_keys,
    "fold": lambda: {DEADLINES, OTHERS, *options.lane_keys(), *options.keys_of("actors")},
    "focus_area": partial(options.keys_of, "focus_areas"),
    "group": options.group_keys,
    "id": partial(options.keys_of, "commitments"),
    "scale": lambda: SCALES,
    "span": lambda: SPANS,
    **dict.fromkeys(("derived", "every", "later"), lambda: ("0", "1")),
}
"""What parameters of charts can be that are keys or codes, and no filters of a relation."""
PARTS: Mapping[str, Callable[[str], Sequence[str]]] = {
    "fold": lambda lane: lane.split(BELOW, 1),
    "span": lambda span: () if span_of(span) else (span,),
}
"""Of parameters that can be more than one key: the keys in a value. A span can be two days."""
MEANINGS = {
    "span": message("It can be main, year, all, or two days: 2025-01-01..2026-06-30."),
    "fold": message("It can be a lane of the timeline, by its key; of a body below it: lane/body."),
}
"""What to write instead, where the keys do not say all of it."""


def chart_of(request: Request) -> tuple[Chart, View]:
    """Return the chart, and for whom it is drawn.

    Raises:
        RequestError: There is no such chart, mark or day, or a parameter is wrong.
    """
    name, t = request.path_params["name"], translator(request)
    if name not in CHARTS:
        sentence = t("There is no chart {value}", value=shortened(name, t))
        raise RequestError(404, did_you_mean(sentence, name, CHARTS, t))
    chart = CHARTS[name]
    allow_only(request, "lang", "as_of", MARK, *chart.parameters)
    values = by_name(pair for pair in query_items(request) if pair[1])
    for parameter in _parameters(chart, t):
        if parameter.name in values:
            found = values[parameter.name]
            if parts := PARTS.get(parameter.name):
                found = [part for value in found for part in parts(value)]
            read_each(parameter, found, t)  # charts read them as text
    day = read_day({key: given[0] for key, given in values.items()}, t)
    chosen = {key: tuple(given) for key, given in values.items() if key not in ("lang", "as_of")}
    view = View(labels.translator(t.language), day, chosen)
    if (mark := view.value(MARK)) and mark not in chart.names(view):
        raise RequestError(404, t("The chart has no mark {value}.", value=shortened(mark, t)))
    return chart, view


def _parameters(chart: Chart, t: Translator) -> list[Parameter]:
    """Return those parameters of a chart of which it is known what they can be."""
    filters = parameters(relations()[chart.filters], t) if chart.filters else {}
    return [
        filters[name]
        if name in filters
        else Parameter(name, "page", "VARCHAR", _meaning(name, t), many=True, keys=KEYS[name])
        for name in chart.parameters
        if name in filters or name in KEYS
    ]


def _meaning(name: str, t: Translator) -> str:
    return t(MEANINGS[name]) if name in MEANINGS else ""
