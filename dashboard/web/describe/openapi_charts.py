"""Describe the addresses of charts (OpenAPI)."""

from dashboard.figures import CHARTS
from dashboard.state.address import MARK
from dashboard.web.charts.pictures import MEDIA
from dashboard.web.describe import openapi_types
from dashboard.web.describe.openapi_types import Json
from dashboard.web.request.parameters import Parameter, as_of, language
from dashboard.words.i18n import Translator


def addresses(t: Translator) -> dict[str, tuple[str, str, list[str], list[Json]]]:
    """Return for each address its name, meaning, media types and parameters."""
    name = _part("name", t("Which chart it is."), [*CHARTS])
    ending = _part("ending", t("What kind of file it is."), [*MEDIA])
    chosen = [openapi_types.parameter(each) for each in _chosen(t)]
    return {
        "/chart/{name}.{ending}": (
            "chart",
            t("A chart as a picture or PDF, and as CSV its numbers or the rows behind a mark."),
            [*MEDIA.values()],
            [name, ending, *chosen],
        ),
        "/embed/{name}": (
            "embed",
            t("A chart alone, for a frame in another site."),
            ["text/html; charset=utf-8"],
            [name, *chosen],
        ),
    }


def _part(name: str, meaning: str, values: list[str]) -> Json:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": meaning,
        "schema": {"type": "string", "enum": values},
        "example": values[0],
    }


def _chosen(t: Translator) -> list[Parameter]:
    """Return the parameters of all charts; each chart takes only its own."""
    charts: dict[str, list[str]] = {}
    for chart in CHARTS.values():
        for each in chart.parameters:
            charts.setdefault(each, []).append(chart.name)
    mark = t("Of a CSV file: the mark whose rows are wanted.")
    own = [
        Parameter(
            each,
            "page",
            "VARCHAR",
            t("Narrows these charts: {charts}.", charts=", ".join(names)),
        )
        for each, names in charts.items()
    ]
    return [language(t), as_of(t), Parameter(MARK, "page", "VARCHAR", mark), *own]
