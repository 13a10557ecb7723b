"""Each kind of mistake in a row is reported where it was made, in words."""

from pathlib import Path

import pytest

from tests.helpers.drawing import added, changed, problems_of
from tests.helpers.tiny import SURE

MISTAKES = {
    "a word that is not in the list": (
        changed("commitments", "commits,member_states", "comits,member_states"),
        "data/commitments.csv:2: modality 'comits' is not one of binding_shall, commits, decides, "
        "resolves, must, will, instructs, requests, calls_upon, urges, encourages, invites, "
        "… (18 in all) (did you mean 'commits'?)",
    ),
    "words of a paragraph in the order of the paragraph": (
        changed("commitment_terms", "country every", "every country"),
        'data/commitment_terms.csv:2: breaks the rule "terms are an index": terms stand in lower '
        "case, each once, in alphabetical order",
    ),
    "a flag that is neither": (
        changed(
            "countries",
            "Southern Africa,Afrique australe,false",
            "Southern Africa,Afrique australe,maybe",
        ),
        "data/countries.csv:2: ldc cannot be 'maybe': write true or false",
    ),
    "a count with a space": (
        changed("reported_counts", "2023-01-01,2,", "2023-01-01,2 000,"),
        "data/reported_counts.csv:2: count cannot be '2 000': write a whole number in digits only",
    ),
    "a number with a decimal comma": (
        changed("actor_figures", "-1.5", '"-1,5"'),
        "data/actor_figures.csv:2: value cannot be '-1,5': write a number with a decimal point "
        "and nothing else, as in 1234.5",
    ),
    "a day that no calendar has": (
        changed("commitments", "le Sud,2025,", "le Sud,2025-02-30,"),
        "data/commitments.csv:2: due_on cannot be '2025-02-30': the calendar has no such day",
    ),
    "a thirteenth month": (
        changed("needs", ",2023,", ",2024-13,"),
        "data/needs.csv:2: stated_on cannot be '2024-13': the calendar has no such day",
    ),
    "a span that starts on no day": (
        changed("needs", ",2023,", ",[2024-02-30..2024-05],"),
        "data/needs.csv:2: stated_on cannot be '[2024-02-30..2024-05]': "
        "the calendar has no such day",
    ),
    "a span that ends before it begins": (
        changed("needs", ",2023,", ",[2024-05..2024-02],"),
        "data/needs.csv:2: stated_on cannot be '[2024-05..2024-02]': it ends before it begins",
    ),
    "a year that nobody can mean": (
        changed("needs", ",2023,", ",0223,"),
        "data/needs.csv:2: stated_on cannot be '0223': write a year between 1800 and 2200",
    ),
    "a span from a year that nobody can mean": (
        changed("needs", ",2023,", ",[1799-12-31..2023],"),
        "data/needs.csv:2: stated_on cannot be '[1799-12-31..2023]': "
        "write a year between 1800 and 2200",
    ),
    "an open span to a year that nobody can mean": (
        changed("needs", ",2023,", ",[..2201],"),
        "data/needs.csv:2: stated_on cannot be '[..2201]': write a year between 1800 and 2200",
    ),
    "a date in digits of another width": (
        changed("needs", ",2023,", ",\uff12\uff10\uff12\uff13,"),
        "data/needs.csv:2: stated_on cannot be '\uff12\uff10\uff12\uff13': write 2025, 2025-08, "
        "2025-08-26, [2025-02-11..2025-09-02] or [..2025-09-02]",
    ),
    "a date as a spreadsheet shows it": (
        changed("instruments", "2024-03-01", "01/03/2024"),
        "data/instruments.csv:2: adopted_on cannot be '01/03/2024': write 2025, 2025-08, "
        "2025-08-26, [2025-02-11..2025-09-02] or [..2025-09-02]",
    ),
    "a required cell that is empty": (
        changed("actors", "The Club,Le Club", "The Club,"),
        "data/actors.csv:6: name_fr is empty and must not be",
    ),
    "a required cell of spaces": (
        changed("actors", "The Club,Le Club", "The Club,  "),
        "data/actors.csv:6: name_fr is empty and must not be",
    ),
    "a key with capitals": (
        changed("omissions", "rumour,milestones", "Some rumour,milestones"),
        "data/omissions.csv:2: id 'Some rumour' must be lower-case words joined by hyphens, or "
        "the three capital letters of a country",
    ),
    "a code without its leading zero": (
        changed("countries", ",516,", ",16,"),
        "data/countries.csv:2: m49 '16' must be three digits; keep leading zeros",
    ),
    "a currency in small letters": (
        changed("initiative_figures", "USD,1000000", "usd,1000000"),
        "data/initiative_figures.csv:3: currency 'usd' must be three capital letters, as in KEN or "
        "USD",
    ),
    "an address without its scheme": (
        changed("sources", "https://example.org/facts", "example.org/facts"),
        "data/sources.csv:2: url 'example.org/facts' must be an address that starts with "
        "https:// and has no spaces",
    ),
    "a number below the least": (
        changed("reported_counts", "2023-01-01,2,", "2023-01-01,-2,"),
        "data/reported_counts.csv:2: count -2 must be at least 0",
    ),
    "a broken rule": (
        changed("memberships", "2022-06-01,2025-06-01", "2022-06-01,2021"),
        'data/memberships.csv:3: breaks the rule "left after joining": '
        "a member leaves after it joins; left_on is the first day on which it was out",
    ),
    "a member that leaves on the day on which it joins": (
        changed("memberships", "2022-06-01,2025-06-01", "2022-06-01,2022-06-01"),
        'data/memberships.csv:3: breaks the rule "left after joining": '
        "a member leaves after it joins; left_on is the first day on which it was out",
    ),
    "an initiative that ends before it starts": (
        changed("initiatives", "2024-09,,", "2024-09,2024-08,"),
        'data/initiatives.csv:2: breaks the rule "ended after the start": '
        "an initiative ends after it starts",
    ),
    "a repository named by its account": (
        changed("sources", "Tiny Press", "GitHub (somebody)"),
        'data/sources.csv:2: breaks the rule "named by what it holds": '
        "a repository is named by what it holds, and not by the account that it lies in",
    ),
    "a term that ends before it starts": (
        changed("appointments", "2023-01-01,,", "2023-01-01,2022,"),
        'data/appointments.csv:2: breaks the rule "ended after the start": '
        "a term ends after it starts",
    ),
    "a text that ends before its adoption": (
        changed("instruments", "2024-03-01,,,,en", "2024-03-01,,2024-02,,en"),
        'data/instruments.csv:2: breaks the rule "ended after adoption": '
        "a text is superseded or withdrawn after its adoption",
    ),
    "a point east of the globe": (
        changed("country_points", "17.2", "180.5"),
        "data/country_points.csv:2: longitude 180.5 must be at most 180",
    ),
    "a point south of the globe": (
        changed("country_points", "-22.1", "-90.5"),
        "data/country_points.csv:2: latitude -90.5 must be at least -90",
    ),
    "a code that a spreadsheet took for a missing value": (
        changed("countries", "NAM,NA,", "NAM,,"),
        "data/countries.csv:2: iso2 is empty and must not be",
    ),
    "a code of two countries": (
        changed("countries", "KEN,KE,404", "KEN,NA,404"),
        "data/countries.csv:3: iso2 'NA' is already on line 2",
    ),
    "a number of two countries": (
        changed("countries", "KEN,KE,404", "KEN,KE,516"),
        "data/countries.csv:3: m49 '516' is already on line 2",
    ),
    "text in one language only": (
        changed("commitments", "the South,le Sud", "the South,"),
        "data/commitments.csv:2: beneficiary_fr is empty while beneficiary_en is not; "
        "fill both or neither",
    ),
    "a status that its direction does not fit": (
        changed("assessments", "limited,supports", "complete,contradicts"),
        'data/assessments.csv:2: breaks the rule "status and polarity fit": what is met supports,'
        " what is not contradicts, and a finding of nothing does neither",
    ),
    "a search that is not ours": (
        changed("assessments", "limited,supports,high,", "no_evidence_found,neither,high,"),
        'data/assessments.csv:2: breaks the rule "who searched found nothing": that a search found'
        " nothing, or too little to judge, is a search of ours",
    ),
    "a key that is there already": (
        added("omissions", "rumour,needs,A,B,C,D,", "other,needs,A,B,C,D,"),
        "data/omissions.csv:3: id 'rumour' is already on line 2",
    ),
    "a key of several columns that is there already": (
        added("commitment_actors", "pact-1,club,framework"),
        "data/commitment_actors.csv:3: commitment_id 'pact-1', actor_id 'club', "
        "role 'framework' is already on line 2",
    ),
    "a reference to nothing": (
        changed("commitments", "pact-1,pact,", "pact-1,pcat,"),
        "data/commitments.csv:2: instrument_id 'pcat' is not in data/instruments.csv "
        "(did you mean 'pact'?)",
    ),
    "a citation of nothing": (
        changed("citations", "commitments,pact-1", "commitments,pact-2"),
        "data/citations.csv:2: row_id 'pact-2' is not in data/commitments.csv "
        "(did you mean 'pact-1'?)",
    ),
    "a citation in no table": (
        changed("citations", "commitments,pact-1", "commitment,pact-1"),
        "data/citations.csv:2: table_name 'commitment' is not a table "
        "(did you mean 'commitments'?)",
    ),
    "a citation in a table without ids": (
        changed("citations", "commitments,pact-1", "commitment_sdgs,pact-1"),
        "data/citations.csv:2: table_name 'commitment_sdgs' has no column id, "
        "so no row of it can be named",
    ),
    "a discrepancy in no column": (
        changed("discrepancies", "club-2023,count", "club-2023,counts"),
        "data/discrepancies.csv:2: column_name 'counts' is not a column of reported_counts "
        "(did you mean 'count'?)",
    ),
    "a row that is its own parent": (
        changed("focus_areas", "Ce que l'on sait faire.,", "Ce que l'on sait faire.,skills"),
        "data/focus_areas.csv:2: broader_id runs in a circle: skills → skills",
    ),
    "rows below a circle": (
        added(
            "focus_areas",
            f"above,Above,Dessus,C,D,one,{SURE}",
            f"one,One,Un,C,D,two,{SURE}",
            f"two,Two,Deux,C,D,one,{SURE}",
        ),
        "data/focus_areas.csv:5: broader_id runs in a circle: one → two → one",
    ),
    "rows that are each other's parents": (
        changed("focus_areas", "Ce que l'on sait faire.,", "Ce que l'on sait faire.,schools"),
        "data/focus_areas.csv:2: broader_id runs in a circle: skills → schools → skills",
    ),
}


@pytest.mark.parametrize(("files", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_reported_where_it_was_made(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    """It is the one thing that is said of data that are right otherwise."""
    assert problems_of(tmp_path, **files) == [message]


def test_data_without_a_mistake_pass(tmp_path: Path) -> None:
    """It says nothing of the tiny data."""
    assert problems_of(tmp_path) == []


def test_all_mistakes_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    """It sorts by file, then line, and does not stop at the first."""
    files = changed("needs", ",2023,", ",2024-13,") | added("commitment_actors", "pact,club,boss")
    places = [message.split(": ")[0] for message in problems_of(tmp_path, **files)]
    assert places == ["data/commitment_actors.csv:3"] * 2 + ["data/needs.csv:2"]
