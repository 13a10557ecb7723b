"""The SQL of views, macros and rules is written in one style."""

import pytest
from sqlfluff.core import FluffConfig, Linter

from transforms.database import relations

LANGUAGES = ("en", "fr")
RELATIONS = {relation.name: relation for relation in relations.read(LANGUAGES)}
BRACES = "curly bracket"
"""DuckDB's structures, ``{'a': 1}``, are set without blanks, which the linter does not know."""


@pytest.fixture(scope="module")
def linter() -> Linter:
    """The linter with the rules of ``pyproject.toml``."""
    return Linter(config=FluffConfig.from_root())


@pytest.mark.slow
@pytest.mark.parametrize("name", RELATIONS)
def test_the_sql_is_in_style(linter: Linter, name: str) -> None:
    """It can be parsed and breaks no rule of style."""
    relation = RELATIONS[name]
    is_whole = "SELECT" in relation.sql and not relation.returns
    statement = relation.sql if is_whole else f"SELECT {relation.sql}"

    found = linter.lint_string(f"{statement}\n", fname=name).get_violations()

    assert [
        f"line {each.line_no}: {each.rule_code()} {each.desc()}"
        for each in found
        if BRACES not in each.desc()
    ] == []
