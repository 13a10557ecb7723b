"""The recipes for a page and for a chart, followed on a copy."""

import pytest

from tests.helpers.recipe_copy import Copy

pytestmark = pytest.mark.slow

CHART = '''\
"""How many needs each group has stated."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain_all
from dashboard.theme import KIND_COLOURS, LAYOUT
from dashboard.words.i18n import Translator


def needs_by_group(counts: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one bar per group.

    Args:
        counts: ``group`` and ``n``.
        t: The reader's language.
    """
    bar = go.Bar(
        x=counts["n"].to_list(),
        y=plain_all(counts["group"]),
        orientation="h",
        name=t("Needs stated"),
        marker={"color": KIND_COLOURS["needs"]},
    )
    return go.Figure(bar).update_layout(LAYOUT)
'''
DRAWN = """
needs = database.rows_of("needs_on", day=day)
counts = needs.group_by(group=f"group_{t.language}").len("n")
described = t("{n} groups have stated a need.", n=counts.height)
components.summary(described, key="needs")
components.chart(charts.needs_by_group(counts, t), "needs-by-group", described)
"""
TABLE = """\
components.table(
    needs, "needs_on", "needs", columns=["group", "focus_area", "statement"], filters={}
)
"""
PAGE = (
    '''\
"""Needs: who lacks what."""

from dashboard import charts, components
from dashboard.source import database
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day

components.heading(t("Needs of groups"))
'''
    + DRAWN
    + TABLE
)
FRENCH = {
    ("", "Needs of groups"): "Besoins des groupes",
    ("", "Who needs."): "Qui a des besoins.",
    ("", "{n} groups have stated a need."): "{n} groupes ont énoncé un besoin.",
}
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: fr\\n"\n'
HEAD += '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'


def add_a_chart(copy: Copy) -> None:
    """Follow the first two steps of the recipe for a chart."""
    copy.write("dashboard/charts/needs_by_group.py", CHART)
    copy.insert(
        "dashboard/charts/__init__.py",
        before="from dashboard.charts.read_share import read_share\n",
        text="from dashboard.charts.needs_by_group import needs_by_group\n",
    )
    copy.insert(
        "dashboard/charts/__init__.py", before='    "read_share",\n', text='    "needs_by_group",\n'
    )


def add_a_page(copy: Copy) -> None:
    """Follow the steps of the recipe for a page, which shows the chart."""
    copy.write("dashboard/app_pages/needs.py", PAGE)
    copy.insert(
        "dashboard/navigation.py",
        before='    Place(\n        "sql",',
        text='    Place("needs", message("Needs of groups"), ":material/help:",'
        ' message("Who needs.")),\n',
    )
    copy.write("dashboard/locales/fr/needs.po", HEAD)
    copy.translate("dashboard/locales/fr/needs.po", FRENCH)


def draw_on_the_overview(copy: Copy) -> None:
    """Follow the last step of the recipe for a chart on a page that is there."""
    copy.append(
        "dashboard/app_pages/overview.py", f"from dashboard.source import database\n{DRAWN}"
    )
    copy.replace(
        "dashboard/app_pages/overview.py",
        "from dashboard import components\n",
        "from dashboard import charts, components\n",
    )
    copy.append("dashboard/app_pages/overview.py", TABLE)
    copy.translate("dashboard/locales/fr/overview.po", FRENCH)


@pytest.mark.parametrize("page", ["needs", "overview"])
def test_a_page_draws_a_chart_in_both_languages(copy: Copy, page: str) -> None:
    """It opens with sentence, chart, description and rows, on a new page and on an old one."""
    english, french = copy.opened(page, "en", "fr")
    assert "1 groups have stated a need." in english["text"]
    assert "1 groupes ont énoncé un besoin." in french["text"]
    assert "1 groupes ont énoncé un besoin." in french["charts"]
    (drawn,) = [each for each in french["figures"] if each["data"][0]["type"] == "bar"][-1:]
    assert (drawn["data"][0]["y"], drawn["data"][0]["name"]) == (["Sud"], "Besoins énoncés")
    assert any("Teachers are lacking." in frame for frame in english["frames"])
    assert any("Il manque des enseignants." in frame for frame in french["frames"])


def test_a_new_page_stands_in_the_navigation(copy: Copy) -> None:
    """It has its title in the reader's language."""
    (french,) = copy.opened("needs", "fr")
    assert french["text"].startswith("Besoins des groupes")
