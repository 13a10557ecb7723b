"""The frame around every page: language, as-of day and navigation."""

from datetime import date
from pathlib import Path

import streamlit as st

from dashboard import startup
from dashboard.components.changes import picker
from dashboard.components.common import failure, links
from dashboard.components.menu import menu
from dashboard.components.records import statuses
from dashboard.components.search import box
from dashboard.navigation import FIRST, PAGES, ROOT
from dashboard.source import database, queries
from dashboard.state import day_filters, days, filters, scripts, spoken, unused
from dashboard.state.address import begin_run
from dashboard.words import labels
from dashboard.words.markdown import as_typed

ICON = Path(__file__).parent / "static" / "icon.png"
OTHER_FILES = '[data-testid="stElementToolbar"] button[aria-label^="Download as CSV"]'
# Streamlit's own button on every table: its file runs formulas and does not say what it is.

MENU_BUTTON = '[data-testid="stExpandSidebarButton"]'
# Opens the menu where it is closed; Streamlit shows two angles and no word.

st.set_page_config(page_icon=ICON, layout="wide")
failure.reserve()
startup.warm()
database.follow()

language = spoken.language()
t = labels.translator(language)

pages = {
    name: st.Page(place.file, title=t(place.title), icon=place.icon, url_path=name)
    for name, place in PAGES.items()
}
root = st.Page(PAGES[FIRST].file, title=t("Overview"), url_path=ROOT, default=True)
current = st.navigation([root, *pages.values()], position="hidden")
page = current.url_path or FIRST
begin_run(page)
st.logo(ICON, size="large")

with st.sidebar:
    spoken.language_switch(t)
    st.html(menu(page, t))
    # Only some pages compare days: above the menu, the second field would push it to and fro.
    day = day_filters.day(
        "as_of", t("As of"), date.today(), help=t("The day for which all is shown.")
    )
    other = picker.pick(page, t)
    if until := queries.newest_evidence():
        st.caption(t("Evidence up to {day}. Edition {name}.", day=until, name=database.edition()))
    # Screen readers and hyphenation go by this; Streamlit always says English.
    language_of_page = scripts.script(
        scripts.DOCUMENT, lang=language, dir=t.language_info.direction
    )
    st.html(f"{language_of_page}{scripts.script(scripts.LINKS)}", unsafe_allow_javascript=True)
    st.html(links.STYLE)
    menu_style = f"{MENU_BUTTON}::after {{ content: '{t('Menu')}' }}"
    st.html(f"<style>{statuses.STYLE} {OTHER_FILES} {{ display: none }} {menu_style}</style>")

box.show(page, t)
if unknown := day_filters.unknown_day("as_of"):
    st.warning(
        t(
            "{value} is not a day from {first} to {last}: this is {day}.",
            value=as_typed(unknown),
            first=days.first_day(),
            last=days.LAST_DAY,
            day=day,
        )
    )
if database.current_is_damaged():
    st.warning(
        t(
            "The newest edition is damaged: this is edition {name}, the last whole one.",
            name=database.edition(),
        )
    )
unused.reserve()
st.session_state["page_state"] = filters.PageState(page, t, day, other)
current.run()
