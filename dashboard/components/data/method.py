"""How things are judged: the rules and the closed lists, in words."""

import polars as pl
import streamlit as st

from dashboard.components.common.tables import table
from dashboard.components.common.words import escape
from dashboard.figures.status import HATCHED
from dashboard.source import database, queries
from dashboard.state.filters import page_state
from dashboard.theme import DARK, INK, STATUS_COLOURS
from dashboard.words.i18n import message
from transforms.languages import typeset

RULES = (
    message(
        "**Acceptance is not delivery.** Adopting, signing or announcing never moves the status of"
        " a commitment by itself."
    ),
    message(
        "**No evidence is not failure.** What nobody has looked at is *not assessed*; where a"
        " search found nothing, it is *no evidence found*. Neither says that nothing was done."
    ),
    message(
        "**Overdue is computed.** The last day that a deadline can mean has passed, the commitment"
        " is neither complete nor overtaken by events, it could be judged, and its text still"
        " stands. Nobody types it in."
    ),
    message(
        "**A proposal is not a commitment.** What a text that nobody adopted would commit to is"
        " shown as proposed, and never counted as made."
    ),
    message(
        "**A draft is not its resolution.** Drafts, revisions and what they became are one line of"
        " descent, and only the adopted text counts."
    ),
    message(
        "**Derived is not declared.** What follows only from membership in something else is"
        " marked, and left out of counts unless asked for."
    ),
    message(
        "**Dates are as precise as their source.** A year or a month stays one. A join known to"
        " the month is possible from its first day and certain after its last."
    ),
    message(
        "**Sources may disagree.** What each one says, what is carried here and why stand under"
        " Discrepancies; a number that a source states stands beside the number counted."
    ),
    message(
        "**The past is shown as it was known.** On an earlier day, nothing counts that a source"
        " said first later: no assessment, no meeting planned, no number; the day itself is chosen"
        " beside every page."
    ),
)
"""What keeps the numbers honest."""


def method() -> None:
    """Show how commitments are judged, and the closed lists that carry it."""
    t = page_state().t
    st.header(t("How far a commitment is met"), anchor="status")
    st.markdown(
        t(
            "An assessment is dated, gives a reason and names its source. The newest one known by"
            " the as-of day that supports or contradicts gives the status, from this closed list;"
            " context never does:"
        )
    )
    meanings = dict(_list("assessment_status"))
    dark = DARK if st.context.theme.type == "dark" else {}
    signs = {code: ("■", dark.get(colour, colour)) for code, colour in STATUS_COLOURS.items()}
    signs |= {code: (sign, INK) for code, sign in HATCHED.items()}  # their ground is pale
    st.markdown(
        "\n".join(
            f'- :color[{sign}]{{foreground="{colour}"}} '
            + _entry("assessment_status", code, meanings[code])
            for code, (sign, colour) in signs.items()
        )
    )
    st.header(t("Rules"), anchor="rules")
    st.markdown("\n".join(f"- {t(rule)}" for rule in RULES))
    st.header(t("How facts were read"), anchor="read")
    for title, vocabulary in (
        (t("Wording of a commitment"), "verification"),
        (t("Confidence in a fact"), "confidence"),
    ):
        lines = (f"- {_entry(vocabulary, code, meaning)}" for code, meaning in _list(vocabulary))
        st.markdown(f"**{title}**\n" + "\n".join(lines))
    st.header(t("Corrections"), anchor="corrections")
    st.markdown(
        t(
            "The page of each record ends with the row that it is made of. “Correct this row” there"
            " writes down what should be different, and by which source, for those who keep the"
            " data."
        )
    )
    settings = database.settings()
    if publisher := settings.localized("publisher", t.language):
        st.markdown(t("Publisher of the data: {publisher}.", publisher=escape(publisher)))
    if contact := settings.contact:
        st.markdown(t("Write about a mistake to {contact}.", contact=contact))
    else:
        st.markdown(
            t(
                "There is no address for corrections here. Copy the text that this makes, and send"
                " it to whoever gave you the link to this page."
            )
        )


def lists() -> None:
    """Show every closed list with its codes and what they mean."""
    t = page_state().t
    st.header(t("Closed lists"), anchor="lists")
    table(
        queries.vocabularies(),
        "vocabularies",
        "vocabularies",
        columns=["vocabulary", "code", "label", "meaning"],
    )


def _entry(vocabulary: str, code: str, meaning: str | None) -> str:
    t = page_state().t
    return t(
        "{name}: {what}",
        name=f"**{t.label(vocabulary, code)}**",
        what=typeset(meaning or "", t.language),
    )


def _list(vocabulary: str) -> list[tuple[str, str | None]]:
    """Return the codes of a closed list with their meanings."""
    meaning = f"meaning_{page_state().t.language}"
    rows = queries.vocabularies().filter(pl.col("vocabulary") == vocabulary)
    return list(rows.select("code", meaning).iter_rows())
