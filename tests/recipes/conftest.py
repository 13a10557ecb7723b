"""What the tests of recipes share: one copy of the code, in which all of them are followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.recipe_copy import Copy, copied
from tests.helpers.shared import made_once
from tests.recipes import (
    test_column,
    test_export_format,
    test_filter,
    test_page,
    test_table,
    test_view,
)

RECIPES = (
    test_column.add_columns,
    test_export_format.add_a_format,
    test_filter.add_a_filter,
    test_filter.add_a_condition,
    test_page.add_a_chart,
    test_page.add_a_page,
    test_page.draw_on_the_overview,
    test_table.add_a_table,
    test_view.add_a_view,
)
"""None is in the way of another, and what takes long is done once: describe, build, serve."""


@pytest.fixture(scope="session")
def copy() -> Iterator[Copy]:
    """A copy in which every recipe was followed; no test changes it."""

    def make(folder: Path) -> None:
        copy = copied(folder)
        for follow in RECIPES:
            follow(copy)
        copy.tracker("describe")
        copy.tracker("build")

    copy = Copy(made_once("recipes", make))
    yield copy
    copy.close()
