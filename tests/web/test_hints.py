"""Whoever writes a name where a key is asked for is told the key."""

from pathlib import Path

import pytest

from tests.helpers.web_client import web_client


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("commitments_on.csv?country=Kenya", "(did you mean 'KEN' (Kenya)?)"),
        ("commitments_on.csv?country=Royaume-Uni", "(did you mean 'GBR' (United Kingdom"),
        ("commitments_on.csv?country=united kingdom", "(did you mean 'GBR' (United Kingdom"),
        ("commitments_on.csv?country=UK", "(did you mean 'GBR' (United Kingdom"),
        ("commitments_on.csv?country=KE", "(did you mean 'KEN' (Kenya)?)"),
        ("commitments_on.csv?country=Kenia", "(did you mean 'KEN' (Kenya)?)"),
        ("commitments_on.csv?country=ken", "(did you mean 'KEN'?)"),
        ("commitments_on.csv?instrument=global digital compct", "(did you mean 'gdc' (Global"),
        ("members_on.csv?member_id=Rwanda", "(did you mean 'RWA' (Rwanda)?)"),
        ("members_on.csv?organization_id=DCO", "Organization) or 'un-development-coordination"),
        ("commitments_on.csv?country=DRC", "(did you mean 'COD' (Democratic Republic"),
        ("commitments_on.csv?country=UAE", "(did you mean 'ARE' (United Arab Emirates)?)"),
        ("commitments_on.csv?country=Micronesia", "(did you mean 'FSM' (Micronesia"),
        ("countries.csv?m49=4", "(did you mean '004'?)"),
        ("countries.csv?iso2=ke", "(did you mean 'KE'?)"),
        ("actors.csv?id=cote d'ivoire", "(did you mean 'CIV' (Côte d'Ivoire)?)"),
        ("actors.csv?id=Royaume-Uni&lang=fr", "(vouliez-vous dire « GBR » (Royaume-Uni de"),
    ],
)
def test_a_name_is_known(
    database: Path, monkeypatch: pytest.MonkeyPatch, address: str, words: str
) -> None:
    """It finds who is meant by name, former name, acronym or ISO code, in both languages."""
    answer = web_client(database, monkeypatch).get(f"/data/{address}")

    assert answer.status_code == 400
    assert words in answer.json()["detail"].replace("\u00a0", " ")


@pytest.mark.parametrize("unknown", ["Holland", "OTAN", "Korea", "EU", "XYZ", "Austrlia"])
def test_no_country_is_better_than_a_wrong_one(
    database: Path, monkeypatch: pytest.MonkeyPatch, unknown: str
) -> None:
    """It proposes none where several can be meant, or none is near enough."""
    answer = web_client(database, monkeypatch).get(f"/data/commitments_on.csv?country={unknown}")

    assert answer.status_code == 400
    assert "did you mean" not in answer.json()["detail"]


PASTED = {
    "capacity\u2011building": "capacity-building",
    "capacity\u2013building": "capacity-building",
    "num\u00e9rique.": "num\u00e9rique",
    "\u201cdigital\u201d": "digital",
    "\u00ab\u00a0digital\u00a0\u00bb": "digital",
    "dig\u00adital\u200b": "digital",
    "(digital, capacity)": "digital capacity",
}


@pytest.mark.parametrize(("pasted", "typed"), PASTED.items(), ids=ascii)
def test_pasted_words_find_what_typed_ones_find(
    database: Path, monkeypatch: pytest.MonkeyPatch, pasted: str, typed: str
) -> None:
    """It minds neither quotation marks, nor which hyphen, nor what nobody sees."""
    client = web_client(database, monkeypatch)
    one, other = (
        client.get("/data/commitments_on.csv", params={"q": words, "as_of": "2026-11-29"}).text
        for words in (pasted, typed)
    )
    assert one == other
    assert one.count("\n") > 2
