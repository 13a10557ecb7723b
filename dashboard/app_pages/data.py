"""Data and method: what is here, how it was read and judged, and how to take it away."""

from dashboard import components
from dashboard.components.data import downloads, method, search, tables
from dashboard.source import database
from dashboard.state import filters

t = filters.page_state().t
totals, coverage = database.rows_of("edition"), database.rows_of("coverage")
parts = {
    "method": t("How things are judged"),
    "coverage": t("Coverage"),
    "discrepancies": t("Discrepancies"),
    "sources": t("Sources"),
    "dictionary": t("Dictionary"),
    "downloads": t("Downloads and licence"),
}

components.heading(t("Data and method"))
components.summary(tables.sentence(totals, coverage))
part = filters.choice("part", t("Part"), list(parts), parts.__getitem__, default="method")

match part:
    case "method":
        method.method()
    case "coverage":
        tables.coverage(coverage)
    case "discrepancies":
        search.discrepancies()
    case "sources":
        search.sources()
    case "dictionary":
        search.dictionary()
        method.lists()
    case "downloads":
        downloads.downloads()
        downloads.editions(totals)
