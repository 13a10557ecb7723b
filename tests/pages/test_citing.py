"""A citation for programs: each form can be read, whatever the title holds."""

import json
from datetime import date

import pytest

from dashboard.shaping.citing import Citation, bibtex, csl_json, ris

HOSTILE = "A {brace} & 50% of $1 #2 under_score ~ ^ \\ «é»\nsecond line"


@pytest.fixture
def cited() -> Citation:
    """A citation with every sign in its title that a form could stumble on."""
    return Citation(
        "text-a b", HOSTILE, "Us", "Tracker", "0a", date(2026, 1, 2), "fr", "http://x.example/?a_b"
    )


def test_bibtex_has_balanced_braces(cited: Citation) -> None:
    """It closes what it opens, so that no title swallows the next entry."""
    bare = bibtex(cited).replace("\\{", "").replace("\\}", "")

    assert bare.count("{") == bare.count("}")
    assert bare.startswith("@misc{text-a-b,")
    assert "url = {http://x.example/?a_b}" in bare


def test_ris_has_one_field_a_line(cited: Citation) -> None:
    """It keeps a title with line breaks on one line, and ends its entry."""
    lines = ris(cited).split("\r\n")

    assert all(line[2:6] == "  - " for line in lines if line)
    assert lines[-2] == "ER  - "


def test_csl_json_says_the_title_as_it_is(cited: Citation) -> None:
    """It is JSON with one item, whose title and day are those of the citation."""
    (item,) = json.loads(csl_json(cited))

    assert item["title"] == HOSTILE
    assert item["issued"] == {"date-parts": [[2026, 1, 2]]}
