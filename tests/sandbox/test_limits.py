"""Whoever runs a server can set other limits, and the manual names each of them."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from dashboard.environment import Connections, SettingError, connections_from
from dashboard.sandbox import Capacity, Limits, Sandbox, SandboxError
from dashboard.sandbox.limits import VARIABLES, capacity_from, limits_from
from tests.helpers.numbers_file import UNHURRIED
from transforms.paths import ROOT

ROW = re.compile(r"^\| `(?P<variable>TRACKER_SQL_\w+)` \| (?P<default>\d+) \|", re.MULTILINE)


def test_the_manual_names_every_setting_with_its_default() -> None:
    """It has a row for each, and none for another."""
    defaults = asdict(Limits()) | asdict(Capacity())
    manual = (ROOT / "docs" / "settings.md").read_text("utf-8")
    rows = {row["variable"]: int(row["default"]) for row in ROW.finditer(manual)}

    assert rows == {variable: defaults[field] for variable, field in VARIABLES.items()}


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_setting_sets_its_limit(variable: str) -> None:
    """It leaves the others as they are."""
    environment = {variable: "7"}
    found = asdict(limits_from(environment)) | asdict(capacity_from(environment))

    assert found == asdict(Limits()) | asdict(Capacity()) | {VARIABLES[variable]: 7}


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "²"])
def test_a_number_that_cannot_be_used_is_named(text: str) -> None:
    """It says which variable, and what it takes."""
    with pytest.raises(SettingError, match=f"TRACKER_SQL_ROWS is '{text}'; it takes a whole"):
        limits_from({"TRACKER_SQL_ROWS": text})


@pytest.mark.parametrize("field", ["most", "of_address"])
def test_connections_are_set_alike(field: str) -> None:
    """It sets one number and leaves the other, and the manual names both with their defaults."""
    variable = {"most": "TRACKER_CONNECTIONS", "of_address": "TRACKER_CONNECTIONS_PER_ADDRESS"}
    manual = (ROOT / "docs" / "settings.md").read_text("utf-8")

    assert connections_from({variable[field]: "7"}) == Connections(**{field: 7})
    assert f"| `{variable[field]}` | {getattr(Connections(), field)} |" in manual


def test_an_empty_setting_is_none() -> None:
    """It is the default, as if it were not there."""
    assert limits_from({"TRACKER_SQL_ROWS": ""}) == Limits()


@pytest.mark.parametrize(("memory", "fits"), [(20, False), (500, True)])
def test_the_limit_of_memory_holds_in_the_worker(
    sandbox: Sandbox, file: Path, memory: int, fits: bool
) -> None:
    """It refuses with little memory what it answers with more."""
    limits = Limits(**(asdict(UNHURRIED) | {"memory": memory}))
    sql = "SELECT count(DISTINCT range) AS n FROM range(2_000_000)"
    try:
        outcome = "result" if sandbox.run(sql, file, limits=limits).rows.height else ""
    except SandboxError as refusal:
        outcome = refusal.kind

    assert outcome == ("result" if fits else "memory")
