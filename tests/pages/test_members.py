"""The Members page as a reader meets it, on the real database."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.charts_on_page import shown_charts

PAGE = "members"


def roster(app: AppTest) -> pl.DataFrame:
    """Return the rows of the roster."""
    return pl.from_pandas(app.dataframe[0].value)


def figures(app: AppTest) -> list[dict[str, Any]]:
    """Return the figures of the page: the lines, then the map."""
    return [chart.figure for chart in shown_charts(app)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_opens_in_both_languages(opened: Callable[..., AppTest], language: str) -> None:
    """It shows the lines of four bodies and a map, no error, and nothing left untranslated."""
    app = opened(lang=language)

    assert not app.exception
    assert len(figures(app)) == 2
    assert not [text for text in (*app.markdown, *app.caption) if "[en]" in text.value]


@pytest.mark.parametrize(
    ("day", "members"),
    [("2020-12-01", 5), ("2021-05-01", 7), ("2023-03-01", 13), ("2024-03-01", 16)],
)
def test_the_digital_cooperation_organization_grows(
    opened: Callable[..., AppTest], day: str, members: int
) -> None:
    """It gives in the sentence, on the line and in the roster how many there were."""
    app = opened(as_of=day, body=["dco"], map="dco")

    assert f"Digital Cooperation Organization **{members}**" in app.markdown[0].value
    assert figures(app)[0]["data"][0]["y"][-1] == members
    assert roster(app).height == members


def test_a_join_known_to_the_month_is_possible_within_it(opened: Callable[..., AppTest]) -> None:
    """It says how many are certain and how many possible on a day inside the month."""
    app = opened(as_of="2020-11-10", body=["dco"])

    assert "**0–4**" in app.markdown[0].value
    assert app.caption[0].value.startswith("0 certain and 4 possible in the roster.")


@pytest.mark.parametrize("day", ["1945-12-31", "1960-12-31", "1990-12-31", "1992-12-31"])
def test_the_united_nations_of_a_past_day_have_their_former_members(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, day: str
) -> None:
    """It has the roster that a question in SQL gives, with states that are no more."""
    sql = "SELECT count(*) FROM members_on(CAST($day AS DATE)) WHERE organization_id = 'un'"
    wanted = connection.sql(sql, params={"day": day}).fetchall()[0][0]

    app = opened(as_of=day, body=["un"])

    assert roster(app).height == wanted
    assert f"**{wanted}**" in app.markdown[0].value


def test_those_who_left_are_shown_if_asked_for(opened: Callable[..., AppTest]) -> None:
    """It adds members of the past, each with the day on which it left."""
    now, ever = opened(body=["un"]), opened(body=["un"], left="1")

    gone = roster(ever).filter(pl.col("left_on") != "")
    assert roster(ever).height - roster(now).height == gone.height > 0
    assert "Czechoslovakia" in gone["member_en"].to_list()


def test_derived_members_are_left_out_unless_asked_for(opened: Callable[..., AppTest]) -> None:
    """It has no roster of a body whose members all follow from something else."""
    body = ["hiroshima-code"]
    declared, derived = opened(body=body), opened(body=body, derived="1")

    assert "not recorded" in declared.markdown[0].value
    assert roster(derived)["derivation"].unique().to_list() == ["derived"]


def test_nothing_after_the_day_is_drawn(opened: Callable[..., AppTest]) -> None:
    """It ends every line and every mark on the as-of day."""
    figure = figures(opened(as_of="2023-01-01", body=["dco"]))[0]

    days = [day for trace in figure["data"] for day in trace["x"]]
    assert max(days) <= "2023-01-01T"


def test_a_stated_number_that_differs_is_said_and_marked(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts in words what the chart marks."""
    sql = "SELECT count(*) FROM member_counts WHERE organization_id = 'dco' AND NOT agrees"
    off = connection.sql(sql).fetchall()[0][0]

    app = opened(body=["dco"])

    marks = [trace for trace in figures(app)[0]["data"] if trace["name"] == "stated, differs"]
    assert len(marks[0]["y"]) == off == 1
    assert "1 of 14 numbers stated differs from the roster." in app.caption[0].value


def test_a_link_restores_the_bodies_and_the_map(opened: Callable[..., AppTest]) -> None:
    """It shows what the address names, by code."""
    app = opened(body=["oecd", "bletchley"], map="bletchley", scale="indexed")

    assert app.multiselect(key="filter-body").value == ["oecd", "bletchley"]
    assert app.selectbox(key="filter-map").value == "bletchley"
    assert "act" in roster(app).columns
    # The slider moves along the lines as they are drawn: on the last day all stand at 100.
    [player] = re.findall(r'data-player="([^"]*)"', html(app))
    assert {steps[-1][1] for steps in json.loads(unescape(player))["lines"].values()} == {100}


def test_who_is_no_state_is_named_beside_the_map(opened: Callable[..., AppTest]) -> None:
    """It says that the European Union is in and not drawn."""
    app = opened(body=["coe-ai-convention"])

    assert [
        text for text in app.caption if "not drawn" in text.value and "European Union" in text.value
    ]


def test_a_body_without_members_on_the_day_says_so(opened: Callable[..., AppTest]) -> None:
    """It shows words instead of an empty map."""
    app = opened(as_of="2019-01-01", body=["dco"])

    assert len(figures(app)) == 0
    assert [text for text in app.caption if text.value.startswith("No members of")]


def test_disagreements_about_the_body_are_below(opened: Callable[..., AppTest]) -> None:
    """It lists them with what is carried and why."""
    rows = pl.from_pandas(opened(body=["dco"]).dataframe[1].value)

    assert {"claims_en", "carried_en", "reason_en"} <= set(rows.columns)
    assert rows.height > 0


def test_a_text_that_came_later_has_no_empty_chart(opened: Callable[..., AppTest]) -> None:
    """It says when the text was adopted, and draws nothing but the map."""
    app = opened(as_of="2021-01-01", body=["coe-ai-convention"], map="un")

    assert any("Adopted only later: 17 May 2024" in text.value for text in app.caption)
    assert len(figures(app)) == 1


def test_a_roster_known_in_part_says_so(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says in the sentence how many of the stated members are listed."""
    stated = "SELECT count FROM reported_counts WHERE id = 'gpai-members-2024-07-03'"
    listed = """
        SELECT count(*) FROM members_on(DATE '2026-11-21') WHERE organization_id = 'gpai'
    """
    many, some = (connection.sql(sql).fetchall()[0][0] for sql in (stated, listed))

    message = opened(body=["gpai"]).markdown[0].value

    assert some < many
    assert f"listed {some} of {many}" in message


def test_three_bodies_are_compared_in_every_combination(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts who is in all of them, as a question in SQL does, and links each by name."""
    bodies = ["dco", "au", "paris-statement"]
    sql = """
        SELECT count(*) FROM (
            SELECT member_id FROM members_on(DATE '2026-11-29')
            WHERE coalesce(organization_id, instrument_id) IN (SELECT unnest($bodies))
            GROUP BY member_id HAVING count(*) = 3
        )
    """
    wanted = connection.sql(sql, params={"bodies": bodies}).fetchall()[0][0]

    message = html(opened(as_of="2026-11-29", body=bodies))

    assert wanted > 0
    assert f"<h3>in all 3: {wanted}</h3>" in message
    assert "<h3>only DCO: " in message


def test_expected_ends_and_votes_are_shown(opened: Callable[..., AppTest]) -> None:
    """It says who is expected to leave when, and with which tally a text was adopted."""
    council = html(opened(as_of="2026-11-01", body=["itu-council"]))
    assembly = html(opened(as_of="2026-11-01", body=["un"]))

    assert "<span>48: Algeria" in council
    assert "United Nations General Assembly" in assembly.partition("<caption>Votes")[2]


def test_the_rule_of_counting_stands_beside_the_count(opened: Callable[..., AppTest]) -> None:
    """It says which roles count, with numbers that add up to the members, and which do not."""
    message = next(
        text.value for text in opened(body=["dco"]).caption if "Counted in" in text.value
    )

    assert "member: 9 and founding member: 7" in message
    assert "Not counted: in accession talks: 6." in message


def html(app: AppTest) -> str:
    """Return all that the page writes as HTML."""
    return "".join(part.proto.body for part in app.get("html"))


def test_more_bodies_than_can_be_drawn_are_left_out(opened: Callable[..., AppTest]) -> None:
    """It draws the first twelve of those chosen, counts those in the sentence, and says so."""
    bodies = pl.read_csv("data/memberships.csv")["organization_id"].unique(maintain_order=True)

    app = opened(body=bodies.head(14).to_list())

    assert not app.exception
    assert "The first 12 of those chosen are shown." in [text.value for text in app.caption]
    assert app.markdown[0].value.count("**") == 2 * 12
