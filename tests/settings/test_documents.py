"""Documents are linked in the reader's language, by their symbol or by the address they have."""

from pathlib import Path

import pytest

from tests.helpers.tiny import TINY_TRACKER
from transforms.paths import DATA
from transforms.settings import Settings, read

OWN = read(DATA)[0]


@pytest.mark.parametrize(
    ("symbol", "language", "address"),
    [
        ("A/RES/79/325", "fr", "https://docs.un.org/fr/A/RES/79/325"),
        ("A/RES/79/1, Annex I", "es", "https://docs.un.org/es/A/RES/79/1"),
        ("A/80/62-E/2025/12", "ar", "https://docs.un.org/ar/A/80/62"),
        ("A/80/6(Sect.18)", "zh", "https://docs.un.org/zh/A/80/6(Sect.18)"),
        ("UNEP/EA.7/Res.9", "ru", "https://docs.un.org/ru/UNEP/EA.7/Res.9"),
        ("A/RES/79/325", "de", "https://docs.un.org/en/A/RES/79/325"),
        ("CETS 225", "fr", None),
        ("Resolution 214 (Bucharest, 2022)", "fr", None),
    ],
)
def test_an_address_is_made_from_the_symbol(
    symbol: str, language: str, address: str | None
) -> None:
    """It takes the reader's language where the publisher has it, and else the first."""
    assert OWN.document_url(language, None, symbol) == address


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("https://docs.un.org/en/A/74/821", "https://docs.un.org/fr/A/74/821"),
        ("https://www.itu.int/md/S24-CL-C-0067/en", "https://www.itu.int/md/S24-CL-C-0067/fr"),
        (
            "https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0449",
            "https://legalinstruments.oecd.org/fr/instruments/OECD-LEGAL-0449",
        ),
    ],
)
def test_an_address_in_another_language_is_turned(english: str, french: str) -> None:
    """It knows a document by the address that the data has."""
    assert OWN.document_url("fr", english) == french


def test_any_other_address_stays() -> None:
    """It leaves what is of no series, and everything where no series is known."""
    assert OWN.document_url("fr", "https://example.org/en/A/1") == "https://example.org/en/A/1"
    assert Settings().document_url("fr", "https://docs.un.org/en/A/1") == (
        "https://docs.un.org/en/A/1"
    )


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ('languages = ["en"]', "lacks address"),
        ('address = "https://a.example/{symbol}"\nlanguages = ["en"]', "{language} and {symbol}"),
        (
            'address = "https://a.example/{language}/{symbol}"\nlanguages = ["en"]\nsymbol = "("',
            "no regular expression",
        ),
        (
            'address = "https://a.example/{language}/{symbol}"\nlanguages = ["en"]\nsymbols = "A"',
            "has 'symbols', which is none of address, languages, symbol",
        ),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, table: str, problem: str) -> None:
    """It says what is wrong with a table of documents."""
    (tmp_path / "tracker.toml").write_text(f"{TINY_TRACKER}\n[[documents]]\n{table}\n", "utf-8")
    _, found = read(tmp_path)
    assert [problem in str(each) for each in found] == [True]
