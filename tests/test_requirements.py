"""What is installed is pinned by content, from whatever index the machine is configured for."""

import re
import tomllib
from typing import Any

import pytest

from transforms.paths import ROOT

PINNED = ("requirements.txt", "requirements-dev.txt", "tools/build.txt", "tools/uv.txt")
PIN = re.compile(r"(?m)^([a-z0-9-]+)==(\S+)([^\\]*) \\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)")


def pins(file: str) -> set[tuple[str, str]]:
    """Names and versions in a file of pinned requirements."""
    return {(name, version) for name, version, *_ in PIN.findall((ROOT / file).read_text("utf-8"))}


def wanted(*groups: str) -> set[str]:
    """Names of what pyproject.toml asks for, at run time and in the groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    query = [*project["project"]["dependencies"]]
    for group in groups:
        query += project["dependency-groups"][group]
    return {re.split(r"[\[<>=~! ]", each, maxsplit=1)[0] for each in query}


@pytest.mark.parametrize("file", PINNED)
def test_every_requirement_has_its_hashes(file: Any) -> None:
    """It has nothing but comments left when all pins with hashes are taken away."""
    rest = PIN.sub("", (ROOT / file).read_text("utf-8")).splitlines()

    assert [line for line in rest if line.strip() and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("file", [*PINNED, "pyproject.toml", "Makefile", ".ci/run"])
def test_no_file_names_a_registry(file: Any) -> None:
    """It mentions no index, no folder of packages and no web address."""
    text = (ROOT / file).read_text("utf-8")

    assert re.findall(r"\w+://\S+|--(?:extra-)?index-url|--find-links|pypi\S*", text) == []


def test_what_the_project_asks_for_is_pinned() -> None:
    """It finds every dependency of pyproject.toml in the file that installs it."""
    assert wanted() <= {name for name, _ in pins("requirements.txt")}
    assert wanted("dev") <= {name for name, _ in pins("requirements-dev.txt")}


def test_tests_run_on_what_readers_get() -> None:
    """It tests with the very versions that `make run` installs."""
    assert pins("requirements.txt") <= pins("requirements-dev.txt")
