"""Which group of countries stands for the developing countries, of whom no list is agreed."""

import streamlit as st

from dashboard.components.common.words import escape, source_link
from dashboard.source import database, queries, totals
from dashboard.state.address import query_values
from dashboard.state.filters import choice, page_state

NAME = "developing"
"""What the choice is called in the address."""


def chosen() -> str | None:
    """Return the group in the address; None leaves it to the tracker."""
    values = query_values(NAME)
    return (
        values[0]
        if values and values[0] in database.settings().developing_countries_choices
        else None
    )


def options() -> dict[str, str]:
    """Return what to ask of macros of a country beside its key and the day."""
    return {"developing_as": group} if (group := chosen()) else {}


def choose() -> None:
    """Let the reader choose among the groups that the tracker offers, and name what is chosen."""
    t, own = page_state().t, database.settings()
    names = _names(own.developing_countries_choices)
    if not names or not own.developing_countries:
        return
    first = next(iter(own.developing_countries_as), next(iter(names)))
    choice(
        NAME,
        t("Developing countries"),
        list(names),
        names.__getitem__,
        default=first if first in names else next(iter(names)),
        as_list=True,
        help=t("No list of them is agreed: choose whose members stand for them here."),
    )
    st.caption(named())


def choose_for(country: str) -> None:
    """Let the reader of a country choose, where it is in one of the groups offered."""
    t, own = page_state().t, database.settings()
    groups = queries.groups_of_country(country, page_state().day, chosen())
    if set(groups).isdisjoint(own.developing_countries_choices):
        return
    choose()
    if own.developing_countries not in groups:
        st.caption(t("It is not among them on {day}.", day=page_state().day))


def named() -> str:
    """Return in words which groups stand for the developing countries, from where and when."""
    t, own = page_state().t, database.settings()
    group = chosen()
    groups = [group] if group else list(own.developing_countries_as)
    rows = queries.sourced(queries.rows_by_key("actors", groups), "published_on")
    standing = [
        t(
            "{group} ({source}, {day})",
            group=escape(t.localized(row, "name")),
            source=source_link(row),
            day=t.partial_date(row["published_on"]) or t("day not known"),
        )
        for row in rows.iter_rows(named=True)
    ]
    name = next(iter(_names((own.developing_countries,)).values()), "")
    members = totals.developing(page_state().day, chosen())
    return " ".join(
        (
            t(
                "No agreed list of the group “{group}” exists; here the members of these groups"
                " stand for it: {groups}.",
                group=escape(name),
                groups=t.join(standing),
            ),
            t.plural(
                "On {day} it is {n} country or area.",
                "On {day} these are {n} countries or areas.",
                members,
                day=page_state().day,
            )
            if members
            else t("On {day} nobody is in them.", day=page_state().day),
        )
    )


def _names(groups: tuple[str, ...]) -> dict[str, str]:
    """Return groups with their names in the reader's language, in the order given."""
    t = page_state().t
    actors = queries.rows_by_key("actors", groups)
    known = dict(actors.select("id", f"name_{t.language}").iter_rows())
    return {group: known[group] for group in groups if group in known}
