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
