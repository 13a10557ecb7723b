"""Bundles are what their pinned packages give, with their licences, and small."""

import json
import re
from pathlib import Path

import pytest

from dashboard.bundles import CHARTS, EDITOR, address
from transforms.paths import ROOT

LICENCES = r"^(\S+) (\S+) \((?:MIT|ISC|Zlib|BSD-3-Clause)\)$"


def _sources(bundle: Path) -> Path:
    return ROOT / "tools" / bundle.stem


def test_a_bundle_is_named_by_what_is_in_it() -> None:
    """It is fetched anew when it has changed, and only then."""
    assert re.fullmatch(r"app/static/charts/charts\.js\?v=[0-9a-f]{12}", address(CHARTS))


@pytest.mark.parametrize(
    ("bundle", "package"), [(CHARTS, "plotly.js"), (EDITOR, "@codemirror/view")]
)
def test_licences_are_those_of_what_is_bundled(bundle: Path, package: str) -> None:
    """It names each package with the version that is pinned, and no registry's address."""
    lock = (_sources(bundle) / "package-lock.json").read_text("utf-8")
    pinned = json.loads(lock)["packages"]
    reported = bundle.with_name("LICENSES.txt").read_text("utf-8")
    bundled = re.findall(LICENCES, reported, re.MULTILINE)

    assert (package, pinned[f"node_modules/{package}"]["version"]) in bundled
    assert not [
        name for name, version in bundled if pinned[f"node_modules/{name}"]["version"] != version
    ]
    assert '"resolved"' not in lock


def test_the_charts_draw_every_kind_of_mark_that_there_is() -> None:
    """A mark that is not registered would be missing from pages, and be there in pictures."""
    source = (_sources(CHARTS) / "charts.js").read_text("utf-8")
    bundled = {"scatter", *re.findall(r'"plotly\.js/lib/(\w+)"', source)} - {"core"}
    code = [file.read_text("utf-8") for file in (ROOT / "dashboard").rglob("*.py")]
    made = {kind for text in code for kind in re.findall(r"\bgo\.([A-Z]\w+)\(", text)} - {"Figure"}
    assert {kind.lower() for kind in made} == bundled


def test_the_charts_are_a_third_of_all_of_plotly() -> None:
    """A first visit waits for them: what draws in three dimensions and on tiles is not in it."""
    assert CHARTS.stat().st_size < 1.5 * 2**20


def test_nothing_in_the_editor_asks_another_machine() -> None:
    """It fetches nothing by itself."""
    code = EDITOR.read_text("utf-8")

    assert not re.findall(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", code)
