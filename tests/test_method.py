"""docs/method.md says what the closed lists and the rules say, and its examples are in the data."""

import csv
import re
from itertools import product
from typing import Any

import polars as pl
import pytest

from dashboard.components.data.method import RULES
from dashboard.words.i18n import translator
from tests.helpers.drawn import SETTINGS, given
from transforms.database.catalogue import vocabularies
from transforms.paths import DATA, DOCS
from transforms.schema import TABLES, VOCABULARIES

PAGE = (DOCS / "method.md").read_text("utf-8")
ASSESSMENTS = {
    row["id"]: row
    for row in csv.DictReader((DATA / "assessments.csv").read_text("utf-8").splitlines())
}
WORDS: dict[str, dict[str, dict[str, str]]] = {
    name: {row["code"]: row for row in rows.iter_rows(named=True)}
    for (name,), rows in vocabularies(SETTINGS).partition_by("vocabulary", as_dict=True).items()
}
POLARITIES = [*VOCABULARIES["polarity"]]
STATUSES = [code for code in VOCABULARIES["assessment_status"] if code != "not_assessed"]


def rows(*names: str) -> list[list[str]]:
    """Return the rows of the tables below these words of their heads."""
    head = re.escape(f"| {' | '.join(names)} |")
    found = re.findall(rf"^{head}\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.M)
    lines = "".join(found).splitlines()
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize("vocabulary", ["polarity", "assessment_method", "assessor"])
def test_every_code_is_explained_as_in_its_list(vocabulary: str) -> None:
    """It gives label and meaning of each, in both languages."""
    for code, words in WORDS[vocabulary].items():
        for language in ("en", "fr"):
            label, meaning = words[f"label_{language}"], words[f"meaning_{language}"]
            assert f"| `{code}` | {label} | {meaning} |" in PAGE


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("status | label | meaning | example", "en"),
        ("avancement | libellé | définition | exemple", "fr"),
    ],
)
def test_every_status_has_its_meaning_and_an_example(head: str, language: str) -> None:
    """It gives label and meaning, names a row that has the status, and repeats its reason."""
    table = rows(*head.split(" | "))

    assert [row[0].strip("`") for row in table] == [*VOCABULARIES["assessment_status"]]
    for code, label, meaning, example in table:
        code, key = code.strip("`"), re.findall(r"`([^`]+)`", example)[0]
        assert label == WORDS["assessment_status"][code][f"label_{language}"]
        assert meaning == WORDS["assessment_status"][code][f"meaning_{language}"]
        if code != "not_assessed":
            assert ASSESSMENTS[key]["status"] == code
            assert ASSESSMENTS[key][f"rationale_{language}"] in example


@pytest.mark.parametrize("head", ["status | direction", "avancement | sens de l'élément"])
def test_the_table_of_fits_is_the_rule(head: str) -> None:
    """It allows the pairs of status and direction that the checks of the data allow."""
    message = {
        (status, polarity)
        for statuses, polarities in rows(*head.split(" | "))
        for status, polarity in product(
            *(re.findall(r"`(\w+)`", c) for c in (statuses, polarities))
        )
    }
    pairs = pl.DataFrame(product(STATUSES, POLARITIES), schema=["status", "polarity"], orient="row")
    schema: Any = TABLES["assessments"]
    fits = schema.status_and_polarity_fit.validation_fn(schema)

    assert message == set(pairs.filter(fits).iter_rows())


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        (["complete | supports | 2021", "limited | context | 2022"], "complete"),
        (["limited | supports | 2021", "no_evidence_found | neither | 2022"], "limited"),
        (["limited | supports | 2021", "overtaken | neither | 2022"], "overtaken"),
        (["overtaken | neither | 2021", "limited | contradicts | 2022"], "limited"),
        (["unable_to_assess | neither | 2021"], "unable_to_assess"),
        (["complete | context | 2021"], "not_assessed"),
    ],
)
def test_the_judgement_that_counts_is_evidence_if_there_is_any(
    rows: list[str], status: str
) -> None:
    """It takes the newest that supports or contradicts, else a search, and never context."""
    drawn = "\n".join(f"{n} | c | {row}" for n, row in enumerate(rows))
    database = given(
        instruments="id | adopted_on\npact | 2020-01-01",
        commitments="id | instrument_id\nc | pact",
        assessments=f"id | commitment_id | status | polarity | as_of\n{drawn}",
    )

    found = database.sql("SELECT status FROM commitments_on(DATE '2025-01-01')").fetchall()

    assert found == [(status,)]


@pytest.mark.parametrize(
    ("status", "stands", "state"),
    [
        ("not_assessed", True, "overdue"),
        ("limited", True, "overdue"),
        ("complete", True, "met"),
        ("overtaken", True, "none"),
        ("unable_to_assess", True, "not_judged"),
        ("limited", False, "none"),
    ],
)
def test_overdue_is_what_the_method_says(status: str, stands: bool, state: str) -> None:
    """It is so unless one of the four cases holds that the method names."""
    binds = f"deadline_binds(DATE '2021-01-01', {stands}, '{status}')"
    dates = "DATE '2021-01-01', DATE '2021-01-01', DATE '2022-01-01'"

    [(found,)] = given().sql(f"SELECT due_state({binds}, '{status}', {dates})").fetchall()

    assert found == state


@pytest.mark.parametrize(
    ("language", "found_by", "cases"),
    [
        (
            "en",
            "last possible day|last day that a deadline",
            ("complete", "overtaken", "judged", "stand"),
        ),
        ("fr", "dernier jour|retard est", ("achevé", "dépassé", "jug", "texte")),
    ],
)
def test_page_list_and_method_name_the_same_cases(
    language: str, found_by: str, cases: tuple[str, ...]
) -> None:
    """It says in each language what keeps a commitment from being overdue."""
    english, french = PAGE.split("# Comment les engagements")
    meaning = WORDS["due_state"]["overdue"][f"meaning_{language}"]
    t = translator(language)
    reported = [{"en": english, "fr": french}[language], meaning, *map(t, RULES)]

    message = [text for text in reported if re.search(found_by, text)]

    assert len(message) == 3
    for words in cases:
        assert all(words in text for text in message)
