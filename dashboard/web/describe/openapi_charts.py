"""Describe the addresses of charts (OpenAPI)."""

from dashboard.components.sql.saved import saved_queries
from dashboard.figures import CHARTS
from dashboard.shaping.answer import KINDS
from dashboard.state.address import MARK
from dashboard.web.charts.answers import QUESTION
from dashboard.web.charts.pictures import MEDIA
from dashboard.web.describe import openapi_types
from dashboard.web.describe.openapi_types import Json
from dashboard.web.request.parameters import Parameter, as_of, language
from dashboard.words.i18n import Translator


def addresses(t: Translator) -> dict[str, tuple[str, str, list[str], list[Json]]]:
    """Return for each address its name, meaning, media types and parameters."""
    name = openapi_types.in_path(
        "name", {"type": "string", "enum": [*CHARTS]}, t("Which chart it is."), next(iter(CHARTS))
    )
    ending = openapi_types.in_path(
        "ending",
        {"type": "string", "enum": [*MEDIA]},
        t("What kind of file it is."),
        next(iter(MEDIA)),
    )
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
        "/chart/answer.{ending}": (
            "answer_chart",
            t("The chart of a saved query as a picture or PDF, and as CSV its rows."),
            [*MEDIA.values()],
            [ending, *_of_answers(t)],
        ),
        "/embed/answer": (
            "embed_answer",
            t("The chart of a saved query alone; any other query is shown and not run."),
            ["text/html; charset=utf-8"],
            _of_answers(t),
        ),
    }


def _of_answers(t: Translator) -> list[Json]:
    """Return the parameters of charts of saved queries, whose own are ``p_<name>``."""
    meanings = {
        QUESTION: t("Which saved query it is."),
        "chart": t("The kind of chart; the likeliest one without it."),
        "x": t("The column across; the likeliest one without it."),
        "y": t("The column up, or * for the number of rows."),
        "colour": t("The column of the colours, or - for none."),
        MARK: t("A value of the column of the colours that is shown alone: */limited."),
    }
    own = [Parameter(name, "page", "VARCHAR", words) for name, words in meanings.items()]
    known = [openapi_types.parameter(each) for each in [language(t), as_of(t), *own]]
    for each, values in ((QUESTION, [*saved_queries()]), ("chart", [*KINDS])):
        found = next(one for one in known if one.get("name") == each)
        found["schema"] = {"type": "string", "enum": values}
        found["example"] = values[0]
        found["required"] = each == QUESTION
    return known


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
