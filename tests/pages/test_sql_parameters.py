"""The parameters of a query: fields that the page makes of ``$name``, kept in the address."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.sql.saved import defaults_of, saved_queries
from tests.helpers.sql_page import Opened, answer, ask, page_text, type_text

PAGE = "sql"

TWO = saved_queries()["members_of_two"].sql("en")
YEAR = saved_queries()["country_year"].sql("en")


def field(app: AppTest, name: str) -> Any:
    """Return the widget of a parameter, whatever kind it is."""
    widgets = [*app.selectbox, *app.text_input, *app.date_input, *app.get("button_group")]
    [found] = [it for it in widgets if str(it.key).startswith(f"filter-p_{name}")]
    return found


def test_a_name_in_the_text_becomes_a_field_before_it_is_run(opened: Opened) -> None:
    """It asks for what is typed, and still shows the answer to what was asked."""
    app = type_text(opened(q="SELECT 1 AS one"), "SELECT $country, $minimum, $since_on")

    assert field(app, "country").options[0].startswith("Afghanistan")
    assert field(app, "minimum").value == ""
    assert field(app, "since_on").value == date(2026, 11, 21)
    assert answer(app) == [{"one": 1}]


def test_names_are_in_the_reader_s_language_and_codes_are_asked(opened: Opened) -> None:
    """It shows words and passes what the database has."""
    app = opened(q="SELECT $organization AS it", lang="fr")
    field(app, "organization").select("oecd").run()

    assert field(app, "organization").label.startswith("Organisation")
    assert any("développement économiques" in name for name in field(app, "organization").options)
    assert answer(app) == [{"it": "oecd"}]
    assert app.query_params["p_organization"] == "oecd"


def test_the_day_of_the_page_is_no_second_field(opened: Opened) -> None:
    """It says which day it is instead."""
    app = opened(q="SELECT $day AS day")

    assert "`$day` is the as-of day, 21 November 2026." in page_text(app)
    assert [it.key for it in app.date_input] == ["filter-as_of"]


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("-0.5", -0.5), ("dco", "dco"), ("2025-08", "2025-08")]
)
def test_a_number_is_passed_as_a_number(opened: Opened, typed: str, value: object) -> None:
    """It tells numbers from words."""
    app = opened(q="SELECT $x AS x")
    field(app, "x").input(typed).run()

    assert answer(app) == [{"x": value}]
    assert app.query_params["p_x"] == typed


def test_a_code_of_a_closed_list_is_chosen_from_it(opened: Opened) -> None:
    """It offers the labels of the list that the parameter is named for."""
    app = opened(q="SELECT $assessment_status AS it", p_assessment_status="complete")

    assert field(app, "assessment_status").label == "Status · $assessment_status"
    assert "overtaken by events" in field(app, "assessment_status").options
    assert answer(app) == [{"it": "complete"}]


def test_a_query_without_a_value_does_not_run(opened: Opened) -> None:
    """It says which value is wanting, rather than showing an error."""
    app = opened(q="SELECT $country, $x", p_country="XXX")

    assert not app.error
    assert "Fill in `$country` and `$x` above" in page_text(app)


def test_a_default_is_left_out_of_the_address(opened: Opened) -> None:
    """It keeps links short, and writes what differs."""
    app = opened(q=YEAR)
    default = answer(app)
    assert [name for name in app.query_params if name.startswith("p_")] == []

    field(app, "country").select("FRA").run()

    assert app.query_params["p_country"] == "FRA"
    assert answer(app) != default


def test_a_link_holds_the_parameters(opened: Opened) -> None:
    """It restores them, and hands them on."""
    app = opened(q=YEAR, p_country="FRA")
    [link] = [code.value for code in app.code if "q=" in code.value]

    assert field(app, "country").value == "FRA"
    assert parse_qs(urlsplit(link).query)["p_country"] == ["FRA"]


def test_changing_a_saved_query_keeps_what_stood_for_its_names(opened: Opened) -> None:
    """It takes the defaults along when the query becomes the reader's own."""
    app = ask(opened(q=TWO, p_first_organization="oecd"), f"{TWO}\nLIMIT 3")

    assert app.query_params["p_first_organization"] == "oecd"
    assert app.query_params["p_second_organization"] == "unesco"
    assert len(answer(app)) == 3


def test_values_do_not_outlive_their_query(opened: Opened) -> None:
    """It drops what the next query does not ask for, and what another saved one is given."""
    app = ask(opened(q="SELECT $x AS x", p_x="1", p_y="2"), "SELECT 3 AS three")
    assert [name for name in app.query_params if name.startswith("p_")] == []

    app = opened(q=YEAR, p_country="FRA", chart="bars")
    app.selectbox(key="sql-saved").select("members_of_two").run()

    assert {"p_country", "chart"} & set(app.query_params) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", saved_queries())
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_saved_query_answers_on_the_page(opened: Opened, name: str, lang: str) -> None:
    """It has fields for its parameters whose defaults are among what they offer."""
    query = saved_queries()[name]
    app = opened(q=query.sql(lang), lang=lang)

    assert not app.error
    assert answer(app)
    for parameter, default in defaults_of(query.english).items():
        assert field(app, parameter).value == default
