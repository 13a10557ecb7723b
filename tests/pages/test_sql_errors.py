"""What DuckDB says against a query, in the reader's words."""

from pathlib import Path

import pytest

from dashboard.components.sql import explained
from dashboard.sandbox import SandboxError
from dashboard.words.i18n import Translator, translator
from tests.helpers.near_sandbox import near_sandbox
from transforms import paths

COMMON = [
    ("SELECT titel FROM commitments", "no column `titel` here; names near it: `id`, "),
    ("SELECT c.titel FROM commitments AS c", "no column `titel` here; names near it: `id`."),
    ('SELECT 1 FROM actors WHERE id = "KEN"', "If it is a text, it needs single quotes."),
    ("SELECT nowhere", "There is no column `nowhere` here."),
    ("SELECT nowhere.id FROM actors", "`nowhere` is none of the tables"),
    ("FROM commitmets", "macro `commitmets`. Did you mean `commitments`?"),
    ("FROM member_on", "macro `member_on`. Did you mean `members_on($day)`?"),
    ("FROM members_on", "`members_on` is a macro: `FROM members_on($day)`"),
    ("FROM xyzzyxyz", "There is no table, view or macro `xyzzyxyz`."),
    ("SELECT lenght('a')", "There is no function `lenght`. Did you mean `length`?"),
    ("SELECT members_on(DATE '2026-01-01')", "`members_on` gives rows"),
    ("SELECT 1,\nFROM WHERE", "cannot be read at `WHERE`, in line 2"),
    ("SELECT 'abc", "A quote or a comment is opened and not closed."),
    ("SELECT id FROM actors JOIN needs ON true", "column `id`; say which one: `actors.id`, "),
    ("FROM actors AS a, needs AS a SELECT a.id", "Two of the tables have the same name"),
    ("SELECT 'a'::INTEGER", "`a` cannot be read as"),
    ("FROM actors WHERE id = 1", "`id` holds `"),
    ("SELECT DATE 'yesterday'", "`yesterday` is not a day"),
    ("SELECT '2026-13-01'::DATE", "`2026-13-01` is not a day"),
    ("SELECT due_on > 3 FROM commitments", "`VARCHAR` and `INTEGER` cannot be compared"),
    ("SELECT id + 1 FROM actors", "`+` does not take `VARCHAR, INTEGER`"),
    ("SELECT sum(id) FROM actors", "`sum` does not take `VARCHAR`"),
    ("SELECT '{'::JSON", "A value cannot be turned into the type"),
    ("SELECT 300::TINYINT", "A number is too large for its type"),
    ("SELECT 9223372036854775807 + 1", "A number is too large for its type"),
    ("SELECT 1 // 0", "Something is divided by zero"),
    ("SELECT id, count(*) FROM actors", "`id` is not the same in all rows of a group"),
    ("SELECT id FROM actors WHERE count(*) > 1", "goes into HAVING"),
    ("FROM read_text('/etc/passwd')", "No file outside the database can be read."),
    ("FROM '/etc/passwd'", "No file outside the database can be read."),
    ("FROM sqlite_scan('a', 'b')", "This needs `sqlite_scanner`, an extension"),
    ("SELECT ?", "write a name, such as `$country`"),
    ("SELECT $1", "write a name, such as `$country`"),
    ("SELECT $a, ?", "write a name, such as `$country`"),
    ("SELECT $a", "There is no value for `a`."),
    ("SELECT (SELECT id FROM actors)", "gives several rows"),
    ("SELECT 1 UNION SELECT 1, 2", "the same number of columns"),
]


@pytest.mark.parametrize(("sql", "words"), COMMON)
def test_a_common_mistake_is_explained(
    duplicate: Path, monkeypatch: pytest.MonkeyPatch, sql: str, words: str
) -> None:
    """It says what is wrong and what to do, in either language."""
    monkeypatch.setattr(paths, "DATABASE", duplicate)
    with pytest.raises(SandboxError) as refusal:
        near_sandbox().run(sql, duplicate)
    text = str(refusal.value)
    french = explained.explained(text, translator("fr"))

    assert words in (explained.explained(text, Translator()) or text)
    assert french
    assert "[en]" not in french


def test_what_is_quoted_stays_code(monkeypatch: pytest.MonkeyPatch, duplicate: Path) -> None:
    """It shows neither markup nor more of a long value than a reader can use."""
    monkeypatch.setattr(paths, "DATABASE", duplicate)
    text = f"Conversion Error: Could not convert string '`[a](b)`{'x' * 99}' to INT32"

    assert explained.explained(text, Translator()) == (
        f"`'[a](b)'{'x' * 52}...` cannot be read as `INT32`."
    )


def test_what_is_not_known_is_left_to_duckdb(
    monkeypatch: pytest.MonkeyPatch, duplicate: Path
) -> None:
    """It does not guess."""
    monkeypatch.setattr(paths, "DATABASE", duplicate)

    assert explained.explained("Invalid Input Error: missing ): (", Translator()) is None
