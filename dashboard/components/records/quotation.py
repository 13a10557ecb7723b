"""How to cite a record: in words, and for programs that manage references."""

from datetime import date
from urllib.parse import urljoin

import streamlit as st

from dashboard.kinds import Kind
from dashboard.shaping.citing import Citation, bibtex, csl_json, ris
from dashboard.source import database
from dashboard.source.totals import Row
from dashboard.state.address import address
from dashboard.state.filters import page_state
from dashboard.words.locators import designated

FORMS = {"bib": ("BibTeX", bibtex), "ris": ("RIS", ris), "json": ("CSL-JSON", csl_json)}
"""By the ending of the file: the name of the form, and what writes it."""


def quotation(kind: Kind, record: Row, day: date) -> None:
    """Give the words and the link to cite a record by, for this day and edition."""
    t = page_state().t
    settings = database.settings()
    name = t.localized(record, "name")
    symbol = designated(record[f"symbol_{t.language}"], t)
    about = t.localized(record, "about") if kind.name in ("commitment", "text") else None
    title = ", ".join(part for part in (name, symbol) if part)
    link = address(kind.page, **{kind.parameter: record["id"]}, as_of=day, lang=t.language)
    cited = Citation(
        key=f"{kind.name}-{record['id']}",
        title=t("{label}: {text}", label=title, text=about) if about and about != name else title,
        publisher=settings.localized("publisher", t.language) or "",
        container=settings.localized("name", t.language),
        edition=database.edition(),
        day=day,
        language=t.language,
        url=urljoin(st.context.url or "", link),
    )
    place = t(
        "{name}, edition {edition}, as of {day}",
        name=cited.container,
        edition=cited.edition,
        day=day,
    )
    st.header(t("Cite"), anchor="cite")
    st.code(f"{cited.title.rstrip('.')}. {place}.\n{cited.url}", language=None, wrap_lines=True)
    with st.container(horizontal=True):
        for ending, (label, write) in FORMS.items():
            st.download_button(
                label,
                data=write(cited),
                file_name=f"{cited.key}.{ending}",
                key=f"cite-{ending}",
                type="tertiary",
                on_click="ignore",
                icon=":material/download:",
            )
