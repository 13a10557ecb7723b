"""The way back: every record names its row, and a correction of it can be sent or copied."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.served_pages import served_pages
from tests.helpers.tiny_folder import with_settings


@pytest.fixture
def opened(built: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened(lang="fr", contact="")`` opens the record of the tiny commitment."""

    def opened(lang: str = "en", **settings: str) -> AppTest:
        pages = served_pages(with_settings(built / "own.duckdb", **settings), monkeypatch)
        return pages("commitments", id="pact-1", lang=lang)

    return opened


def filled(app: AppTest) -> AppTest:
    """Say that the deadline is another one, by which source."""
    row = "commitments-pact-1-en"
    app.selectbox(f"column-{row}").select("Due (due_on)")
    app.text_area(f"proposed-{row}").input("2026")
    app.text_input(f"source-{row}").input("T/1")
    app.text_input(f"place-{row}").input("para. 1 & 2")
    return app.run()


def sent_to(app: AppTest) -> str:
    """Return the address behind the button of the form."""
    return str(next(each.proto.url for each in app.get("link_button")))


def test_a_record_names_the_line_of_its_file(opened: Callable[..., AppTest]) -> None:
    """It says file and line, linked where the folder is public."""
    app = opened(file_url="https://git.example/data/{file}#L{line}")
    text = [each.value for each in app.caption if "commitments" in each.value]
    assert text == [
        "From [data/commitments.csv, line 2](https://git.example/data/commitments.csv#L2)."
    ]


def test_a_correction_goes_to_the_address_for_mail(opened: Callable[..., AppTest]) -> None:
    """It writes key, column, both values, source and place into the mail."""
    link = urlsplit(sent_to(filled(opened())))
    requested = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "tiny@example.org")
    assert requested["subject"] == ["Correction: data/commitments.csv, pact-1, due_on"]
    lines = requested["body"][0].splitlines()
    assert [each for each in lines if not each.startswith(("Edition", "Page"))] == [
        "File: data/commitments.csv",
        "Key: pact-1",
        "Line: 2",
        "Column: due_on",
        "Says now: 2025",
        "Should say: 2026",
        "Source (address or symbol): T/1",
        "Place in the source (paragraph, page): para. 1 & 2",
    ]


@pytest.mark.parametrize(
    ("form", "address"),
    [
        (
            "https://git.example/new?where={row}&says={says}&source={source}, {locator}".replace(
                " ", ""
            ),
            "https://git.example/new?where=data/commitments.csv, pact-1, due_on&says=2025 → 2026"
            "&source=T/1,para. 1 & 2",
        ),
        (
            "https://git.example/new?template=fact",
            "https://git.example/new?template=fact&title=Correction: data/commitments.csv",
        ),
    ],
)
def test_a_correction_goes_to_a_form(
    opened: Callable[..., AppTest], form: str, address: str
) -> None:
    """It fills in what the form names, and title and body where it names nothing."""
    app = filled(opened(contact=form))
    assert unquote(sent_to(app)).startswith(address)


def test_without_an_address_it_is_there_to_copy(opened: Callable[..., AppTest]) -> None:
    """It shows the same words in the reader's language, and no button that leads nowhere."""
    app = opened("fr", contact="")
    assert not app.get("link_button")
    assert "Valeur proposée\u00a0:" in app.code[-1].value
