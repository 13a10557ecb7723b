"""The SQL of views, macros and rules is written in one style."""

import pytest
from sqlfluff.core import FluffConfig, Linter

from transforms.database import relations

LANGUAGES = ("en",)
RELATIONS = {relation.name: relation for relation in relations.read(LANGUAGES)}
BRACES = "curly bracket"
"""DuckDB's structures, ``{'a': 1}``, are set without blanks, which the linter does not know."""


@pytest.mark.slow
def test_the_sql_is_in_style() -> None:
    """It can be parsed and breaks no rule of ``pyproject.toml``."""
    linter = Linter(config=FluffConfig.from_root())
    found = {name: complaints(linter, relation) for name, relation in RELATIONS.items()}

    assert {name: lines for name, lines in found.items() if lines} == {}


def complaints(linter: Linter, relation: relations.Relation) -> list[str]:
    """Return what the linter finds in the SQL of a relation."""
    is_whole = "SELECT" in relation.sql and not relation.returns
    statement = relation.sql if is_whole else f"SELECT {relation.sql}"
    found = linter.lint_string(f"{statement}\n", fname=relation.name).get_violations()
    return [
        f"line {each.line_no}: {each.rule_code()} {each.desc()}"
        for each in found
        if BRACES not in each.desc()
    ]
