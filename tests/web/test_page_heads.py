"""Who gets a link to a page sees what it is before any script has run."""

import json
import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree as ET

import pytest
from httpx2 import Response
from markupsafe import escape
from PIL import Image

from dashboard.kinds import KINDS, address
from dashboard.navigation import PAGES
from dashboard.source import records
from dashboard.web.shell import linked_data
from dashboard.web.shell.sitemap import PART
from transforms.languages import typeset

Get = Callable[..., Response]
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def meta(page: str, name: str) -> str:
    """Return what a page says of itself under a name."""
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)
    assert found, f"no {name}"
    return found[1]


def test_every_page_has_a_language_a_title_and_a_description_of_its_own(get: Get) -> None:
    """A link to any page says what it is, in either language."""
    titles, descriptions = set(), set()
    for language in ("en", "fr"):
        for name in PAGES:
            page = get(f"/{name}?lang={language}").text
            assert f'<html lang="{language}" dir="ltr">' in page
            titles.add(re.findall("<title>(.*?)</title>", page)[0])
            descriptions.add(meta(page, "description"))
    assert len(descriptions) == 2 * len(PAGES)
    assert "Streamlit" not in titles
    assert any(title.startswith("Chronologie") for title in titles)


@pytest.mark.parametrize(
    ("address", "accepted", "language"),
    [
        ("/", "fr-CA,fr;q=0.8,en;q=0.5", "fr"),
        ("/members?body=dco", "de,fr;q=0.5", "fr"),
        ("/", "FR-ca", "fr"),
        ("/?lang=en", "fr", "en"),
        ("/?lang=xx", "fr", "fr"),
        ("/", "fr;q=0,de", "en"),
        ("/", "\u00e9;;q=,", "en"),
    ],
)
def test_a_page_whose_address_names_no_language_speaks_that_of_the_browser(
    get: Get, address: str, accepted: str, language: str
) -> None:
    """The address comes first, then what the browser prefers; caches are told."""
    answer = get(address, headers={"Accept-Language": accepted.encode()})
    assert f'<html lang="{language}"' in answer.text
    assert "Accept-Language" in answer.headers["vary"]


def test_the_first_page_says_how_things_stand(get: Get) -> None:
    """The first page is described by its numbers, without the marks of Markdown."""
    page = get("/").text
    assert re.search(r"On \d+ \w+ \d{4}, \d+ commitments stand", meta(page, "description"))
    assert "**" not in meta(page, "description")


FILTERED = {
    "members?body=dco&body=itu": "Members: Digital Cooperation Organization and",
    "timeline?body=dco": "Timeline: Digital Cooperation Organization",
    "members?body=un&as_of=2023-03-01": "Members: United Nations, on 1 March 2023",
    "timeline?from=2026&to=2026&as_of=2026-11-01": "Timeline: 2026, on 1 November 2026",
    "timeline?from=2024&to=2026": "Timeline: 2024 to 2026",
    "timeline?to=2026": "Timeline: up to 2026",
    "overview?compare=2026-09-01": "Overview, compared with 1 September 2026",
    "commitments?standing=proposed": "Commitments: proposed",
    "commitments?country=KEN&status=limited&q=ai": "Commitments: 'ai' · Kenya · limited",
    "commitments?due_year=2030&due_state=overdue": "Commitments: 2030 · overdue",
    "search?q=panel": "Search: 'panel'",
}


@pytest.mark.parametrize(("address", "title"), FILTERED.items())
def test_a_filtered_page_says_its_filter(get: Get, address: str, title: str) -> None:
    """Title, description and addresses name what is left in."""
    page = get(f"/{address}").text
    said = unescape(meta(page, "og:title"))
    assert said.startswith(title)
    assert unescape(meta(page, "description")).startswith(said)
    query = urlsplit(unescape(meta(page, "og:url"))).query
    assert sorted(parse_qsl(query)) == sorted(parse_qsl(f"{urlsplit(address).query}&lang=en"))


def test_a_title_has_no_value_that_the_page_leaves_out(get: Get) -> None:
    """A last year before the first, a year without entries and a second one are not in it."""
    said = {
        unescape(meta(get(f"/timeline?{query}").text, "og:title")).partition(" ·")[0]
        for query in ("from=2026&to=2020", "from=2026&to=1066", "from=2026&from=2020")
    }
    assert said == {"Timeline: from 2026 on"}


def test_a_comparison_of_countries_names_them_all(get: Get) -> None:
    """A link to countries side by side says which, and leads there."""
    page = get("/countries?country=KEN&with=RWA&with=nothing").text
    assert meta(page, "og:title") == "Kenya, compared with Rwanda"
    assert unescape(meta(page, "og:url")).endswith("?country=KEN&with=RWA&lang=en")


def test_a_country_opens_by_id_like_any_record(get: Get) -> None:
    """Whoever knows one address of a record can write that of a country."""
    answer = get("/countries?id=KEN&as_of=2025-01-01", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "?country=KEN&as_of=2025-01-01"


def test_a_record_is_called_by_its_name_in_the_language_of_the_address(get: Get) -> None:
    """A link to a record says its name."""
    page = get("/commitments?id=gdc-para-56-a&lang=fr").text
    row = records.find("commitment", "gdc-para-56-a")
    assert row is not None
    assert meta(page, "og:title") == escape(typeset(row["name_fr"], "fr"))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].page in PAGES])
def test_a_record_of_each_kind_is_linked_data_of_its_type(get: Get, kind: str) -> None:
    """Catalogues read a record as what it is."""
    key = records.keys(kind, 1, 0)[0]
    page = get("/" + address(kind, key)).text
    found = re.search('<script type="application/ld\\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    facts = json.loads(found[1])
    assert facts["@type"] == linked_data.TYPES[kind][0]
    assert facts["url"].endswith(address(kind, key, lang="en"))


def test_a_text_of_the_data_cannot_leave_the_head(get: Get) -> None:
    """What an address says is never run."""
    page = get(
        '/timeline?lang="><script>alert(1)</script>&as_of=<b>&q=</title><script>alert(1)'
    ).text
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize(
    "query",
    [
        "?id=nothing",
        "?as_of=soon",
        "?lang=xx&status=x&due_year=x&part=<b>",
        "?%ff=%fe",
        "?id=" + "x" * 9000,
    ],
)
def test_what_a_page_does_not_understand_its_head_ignores(get: Get, query: str) -> None:
    """An address that nobody understands still opens its page."""
    answer = get(f"/commitments{query}")
    assert answer.status_code == 200
    assert "<title>Commitments" in answer.text


def test_a_page_that_has_not_changed_is_not_sent_again(get: Get) -> None:
    """A browser that has the page gets it once."""
    first = get("/timeline")
    again = get("/timeline", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["overview", "commitments"])
def test_the_picture_of_a_page_is_a_png_of_the_size_that_previews_have(get: Get, path: str) -> None:
    """A preview shows a picture of the size that it has room for."""
    picture = Image.open(BytesIO(get(f"/preview/{path}.png?lang=fr").content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_picture_of_a_filtered_page_is_not_that_of_the_whole(get: Get) -> None:
    """It has no numbers of all commitments, whatever its title is."""
    whole, part = (get(f"/preview/timeline.png{query}").content for query in ("", "?when=past"))
    assert whole != part


def test_there_is_no_picture_of_a_page_that_there_is_not(get: Get) -> None:
    """A picture of nothing is not found."""
    assert get("/preview/nothing.png").status_code == 404


def test_the_sitemap_leads_to_every_record(get: Get) -> None:
    """A search engine finds every record in every language."""
    assert "Sitemap: http://testserver/sitemap.xml" in get("/robots.txt").text
    index = ET.fromstring(get("/sitemap.xml").text)
    parts = [place.text or "" for place in index.iterfind("s:sitemap/s:loc", SITEMAPS)]
    found = 0
    for part in parts:
        urls = ET.fromstring(get(part).text).findall("s:url", SITEMAPS)
        assert 0 < len(urls) <= 2 * 2 * PART
        found += len(urls)
    assert found == 2 * (2 * sum(records.numbers().values()) + len(PAGES))
    assert get("/sitemap/text-9.xml").status_code == 404


def test_a_language_model_has_a_guide(get: Get) -> None:
    """It begins with what the site is, and names addresses."""
    guide = get("/llms.txt").text
    assert guide.startswith("# ")
    assert "](http://testserver/" in guide


@pytest.mark.slow
def test_a_language_model_is_told_how_to_ask(get: Get) -> None:
    """Every address in the guide for language models answers, and has the place that it names."""
    reported = get("/llms.txt").text
    places: dict[str, list[str]] = {}
    for link in re.findall(r"\]\(http://testserver/([^)]*)\)", reported):
        path, _, place = link.partition("#")
        places.setdefault(path, []).append(place)
    for path, names in places.items():
        answer = get(f"/{path}")
        assert answer.status_code == 200, path
        assert [name for name in names if name and f'id="{name}"' not in answer.text] == [], path
