"""The few things that every page is made of; pages say ``components.table(...)``."""

from dashboard.components.common.cards import cards, figure_card, open_rows
from dashboard.components.common.charts import chart
from dashboard.components.common.tables import table
from dashboard.components.common.words import (
    empty,
    escape,
    heading,
    reading_note,
    source_link,
    summary,
)

__all__ = [
    "cards",
    "chart",
    "empty",
    "escape",
    "figure_card",
    "heading",
    "open_rows",
    "reading_note",
    "source_link",
    "summary",
    "table",
]
