"""The bundle of charts is what its pinned packages give, with their licences, and small."""

import json
import re

from dashboard.plotly_element import BUNDLE, bundle
from transforms.paths import ROOT

SOURCES = ROOT / "tools" / "charts"
LICENCES = r"^(\S+) (\S+) \((?:MIT|ISC|Zlib|BSD-3-Clause)\)$"


def test_the_bundle_is_named_by_what_is_in_it() -> None:
    """It is fetched anew when it has changed, and only then."""
    assert re.fullmatch(r"app/static/charts/charts\.js\?v=[0-9a-f]{12}", bundle())


def test_licences_are_those_of_what_is_bundled() -> None:
    """It names each package with the version that is pinned, and no registry's address."""
    lock = (SOURCES / "package-lock.json").read_text("utf-8")
    pinned = json.loads(lock)["packages"]
    reported = BUNDLE.with_name("LICENSES.txt").read_text("utf-8")
    bundled = re.findall(LICENCES, reported, re.MULTILINE)

    assert ("plotly.js", pinned["node_modules/plotly.js"]["version"]) in bundled
    assert not [
        name for name, version in bundled if pinned[f"node_modules/{name}"]["version"] != version
    ]
    assert '"resolved"' not in lock


def test_the_bundle_draws_every_kind_of_mark_that_charts_have() -> None:
    """A mark that is not registered would be missing from pages, and be there in pictures."""
    source = (SOURCES / "charts.js").read_text("utf-8")
    bundled = {"scatter", *re.findall(r'"plotly\.js/lib/(\w+)"', source)} - {"core"}
    code = [file.read_text("utf-8") for file in (ROOT / "dashboard").rglob("*.py")]
    made = {kind for text in code for kind in re.findall(r"\bgo\.([A-Z]\w+)\(", text)} - {"Figure"}
    assert {kind.lower() for kind in made} == bundled


def test_the_bundle_is_a_third_of_all_of_plotly() -> None:
    """A first visit waits for it: what draws in three dimensions and on tiles is not in it."""
    assert BUNDLE.stat().st_size < 1.5 * 2**20
