"""Addresses beside the pages, for programs and for people who save a link."""

from starlette.routing import Route

from dashboard.web import health, search
from dashboard.web.brief import endpoint as endpoint_of_briefs
from dashboard.web.calendar import endpoint
from dashboard.web.changes import editions, feed
from dashboard.web.charts import embed, pictures
from dashboard.web.describe import dictionary, openapi
from dashboard.web.files import database_file, index, not_found
from dashboard.web.http.handler import route
from dashboard.web.shell import app_page, llms, preview, sitemap

__all__ = ["routes"]


def routes() -> list[Route]:
    """Return every address that is not a page."""
    return [
        route("/data/{file:anything}", index.data),
        route("/datapackage.json", database_file.datapackage),
        route("/brief/{kind}/{file}", endpoint_of_briefs.answer, draws=True),
        route("/changes.atom", feed.changes),
        route("/chart/answer.{ending}", pictures.answer_chart, draws=True),
        route("/chart/{name}.{ending}", pictures.chart, draws=True),
        route("/embed/answer", embed.embed_answer),
        route("/embed/{name}", embed.embed),
        route("/deadlines.ics", endpoint.deadlines),
        route("/dictionary", dictionary.dictionary),
        route("/dictionary.json", dictionary.listing),
        route("/editions.json", editions.editions),
        route("/editions/{edition}.duckdb", editions.edition),
        *health.routes(),
        *app_page.routes(),
        route("/llms.txt", llms.llms),
        route("/openapi.json", openapi.openapi),
        route("/search.json", search.search),
        route("/preview/{page:str}.png", preview.preview, draws=True),
        route("/robots.txt", sitemap.robots),
        route("/sitemap.xml", sitemap.sitemap),
        route("/sitemap/{part:sitemap_part}.xml", sitemap.part),
        route("/tracker.duckdb", database_file.tracker),
        route("/{name:misspelt}", not_found.file_not_found),
    ]
