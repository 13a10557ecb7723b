"""Data and method: what is here, how it was read and judged, and how to take it away."""

from dashboard import components, filters, queries
from dashboard.components import data_downloads, data_method, data_search, data_tables

t = filters.page_state().t
totals, coverage = queries.edition_totals(), queries.coverage()
parts = {
    "method": t("How things are judged"),
    "coverage": t("Coverage"),
    "discrepancies": t("Discrepancies"),
    "sources": t("Sources"),
    "dictionary": t("Dictionary"),
    "downloads": t("Downloads and licence"),
}

components.heading(t("Data and method"))
components.summary(data_tables.sentence(totals, coverage))
part = filters.choice("part", t("Part"), list(parts), parts.__getitem__, default="method")

match part:
    case "method":
        data_method.method()
    case "coverage":
        data_tables.coverage(coverage)
    case "discrepancies":
        data_search.discrepancies()
    case "sources":
        data_search.sources()
    case "dictionary":
        data_search.dictionary()
        data_method.lists()
    case "downloads":
        data_downloads.downloads()
        data_downloads.editions(totals)
