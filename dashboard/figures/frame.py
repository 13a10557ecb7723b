"""What stands around a chart wherever it is shown: title, subtitle, day, sources, edition."""

import polars as pl

from dashboard.figures.declared import Chart, View
from dashboard.images import Frame
from dashboard.source import database
from transforms.files import citation


def foot(view: View) -> str:
    """Return in words the day, data, edition and licence of a chart."""
    citation_text = citation.cited(
        database.settings(), view.t.language, database.edition(), view.day
    )
    return view.t("{cited} Every row has its source.", cited=citation_text)


def frame(chart: Chart, marks: pl.DataFrame, view: View) -> Frame:
    """Return what stands around a chart."""
    return Frame(chart.title(marks, view), chart.subtitle(view), [foot(view)])


def file_name(chart: Chart, view: View, ending: str) -> str:
    """Return the name of a chart's file, made from what the reader chose and the day."""
    chosen = [code for name in chart.parameters for code in view.values.get(name, ())]
    parts = [*map(_short, chosen[:3]), chart.name, view.day.isoformat()]
    return f"{'-'.join(part for part in parts if part)}.{ending}"


def _short(code: str) -> str:
    """Return what can stand in the name of a file, and in the header that names it.

    >>> _short("A/RES/79 1"), _short("日本")
    ('a-res-79-1', '')
    """
    signs = (sign if sign.isascii() and sign.isalnum() else " " for sign in code.lower())
    return "-".join("".join(signs).split())[:24]
