"""Another language is files alone: no line of Python or SQL changes for it."""

import csv
import io
import json
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from dashboard.words.messages import LOCALES
from tests.helpers.tiny import TINY, TINY_TRACKER, write_tiny
from transforms.catalogues import catalogue
from transforms.paths import ROOT

pytestmark = pytest.mark.slow

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
HEADER += '"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
MESSAGES = {
    "Members": "Miembros",
    "Dictionary": "Diccionario",
    "What every table, view and macro holds, column by column. This is edition {edition}.": (
        "Lo que contiene cada tabla. Esta es la edición {edition}."
    ),
    "{n} in the roster, all certain.": "{n} en la lista, con certeza.",
}
OPEN = """
import json, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from starlette.testclient import TestClient
from dashboard.web import routes
from starlette.applications import Starlette
from transforms import paths, pipeline

folder = Path(sys.argv[1])
pipeline.build(folder / "data", folder / "tracker.duckdb")
paths.DATABASE = folder / "tracker.duckdb"
app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=600)
app.query_params.update({"lang": "es", "as_of": "2026-11-21"})
found = {}
for page in ("overview", "members"):
    app.switch_page(f"app_pages/{page}.py").run()
    assert not app.exception, app.exception
    shown = (*app.title, *app.markdown, *app.caption, *app.header)
    found[page] = " | ".join(each.value for each in shown)
client = TestClient(Starlette(routes=routes()))
for language in ("es", "ar"):
    for address in json.loads(sys.argv[2]):
        answer = client.get(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer.status_code == 200, (address, language, answer.text)
        found[f"{address} {language}"] = answer.text
print(json.dumps(found))
"""
PAGES = [
    "embed/status",
    "data/records/organization/club.html",
    "data/actors.html",
    "data/search.html?q=club",
    "brief/organization/club",
    "members",
]
FILES = [
    "data/actors.csv",
    "data/actors.xlsx",
    "data/actors.json",
    "deadlines.ics",
    "changes.atom",
    "search.json?q=club",
    "chart/status.svg",
    "brief/organization/club.docx",
    "llms.txt",
]
ENGLISH = {
    str(entry.id) for entry in catalogue(LOCALES, "fr") if entry.id and isinstance(entry.id, str)
}
"""What the code says in English."""


class Texts(HTMLParser):
    """The texts of a page, each with the language in which it says that it is."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: set[tuple[str | None, str]] = set()
        self.languages: list[tuple[str, str | None]] = [("", None)]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language of an element, its own or that of the one around it."""
        self.languages.append((tag, dict(attrs).get("lang") or self.languages[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that have no end."""
        while self.languages.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.found.add((self.languages[-1][1], data.strip()))


def written(messages: dict[str, str]) -> str:
    """Return a catalogue of messages."""
    entries = (f"msgid {json.dumps(k)}\nmsgstr {json.dumps(v)}\n" for k, v in messages.items())
    return HEADER + "\n".join(entries)


def _with_names(names: dict[str, str]) -> str:
    """Return the tiny actors with Spanish names for some."""
    rows = list(csv.DictReader(io.StringIO(TINY["actors"])))
    target = io.StringIO()
    writer = csv.DictWriter(target, [*rows[0], "name_es"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "name_es": names.get(row["id"], "")} for row in rows)
    return target.getvalue()


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pages and addresses say in Spanish, and in Arabic without a word of it.

    They are those of a copy to which files were added, and which was not changed otherwise.
    """
    copy = tmp_path_factory.mktemp("copy")
    for package in ("dashboard", "transforms"):
        ignored = shutil.ignore_patterns("*.pyc.*")  # a draft of another process, soon gone
        shutil.copytree(ROOT / package, copy / package, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "dashboard" / "locales" / "es").mkdir()
    (copy / "dashboard" / "locales" / "es" / "pages.po").write_text(written(MESSAGES), "utf-8")
    data = write_tiny(copy / "data", actors=_with_names({"club": "El Club"}))
    languages = TINY_TRACKER.replace(
        'languages = ["en", "fr"]', 'languages = ["en", "fr", "es", "ar"]'
    )
    (data / "tracker.toml").write_text(f'{languages}name.es = "Pequeño registro"\n', "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", OPEN, str(copy), json.dumps([*PAGES, *FILES, "dictionary"])],
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found: dict[str, str] = json.loads(run.stdout.splitlines()[-1])
    return found


def test_pages_speak_it(spanish: dict[str, str]) -> None:
    """It has titles, dates and data in Spanish."""
    assert spanish["overview"].startswith("Pequeño registro")
    assert spanish["members"].startswith("Miembros")
    assert "21 de noviembre de 2026" in spanish["members"]
    assert "El Club" in spanish["members"]


def test_what_it_lacks_is_in_the_first_language_and_marked(spanish: dict[str, str]) -> None:
    """It shows English where nobody has translated, and says that it is English."""
    assert "[en]" in spanish["overview"]
    assert "Tiny Pact \\[en\\] **1**" in spanish["members"]


def test_plain_html_says_in_which_language_a_text_is(spanish: dict[str, str]) -> None:
    """It sets lang on the page and on what is not in the page's language."""
    assert '<html lang="es" dir="ltr"' in spanish["dictionary es"]
    assert "Diccionario" in spanish["dictionary es"]
    assert '<span lang="en">' in spanish["dictionary es"]
    assert "[en]<" not in spanish["dictionary es"]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_passes_english_off_as_another_language(spanish: dict[str, str], page: str) -> None:
    """It marks every English text of a page in a language that has no translations at all."""
    html = spanish[f"{page} ar"]
    assert '<html lang="ar" dir="rtl"' in html
    unmarked = {text for language, text in Texts(html).found if language == "ar"}
    assert unmarked & ENGLISH == set()


def test_files_have_its_columns_and_say_what_stands_in(spanish: dict[str, str]) -> None:
    """It gives files, calendars and feeds, with a mark at each text of the first language."""
    assert ",name_es," in spanish["data/actors.csv es"]
    assert ",El Club," in spanish["data/actors.csv es"]
    assert ",South [en]," in spanish["data/actors.csv ar"]
    assert "[en]" in spanish["deadlines.ics ar"]
    assert "[en]" in spanish["changes.atom ar"]
