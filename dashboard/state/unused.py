"""Values in the address that a filter cannot have: a page says which, and offers the nearest."""

from collections.abc import Callable, Collection

import streamlit as st

from dashboard.state import address
from dashboard.state.spoken import language
from dashboard.words import labels
from dashboard.words.markdown import as_typed, escape
from transforms.problems import nearest

PLACE = "unused_values_place"
"""Where a run keeps the place for what is said, and what has been said there."""


def reserve() -> None:
    """Reserve the place above the page for what is said of the filters below it."""
    st.session_state[PLACE] = st.empty(), []


def say(name: str, label: str, options: Collection[str], words: Callable[[str], str] = str) -> None:
    """Say which values of a filter are none of its options; links do not have them either.

    Args:
        name: Of the filter, in the address.
        label: What the page calls it.
        options: The codes that it can have.
        words: What the page calls an option.
    """
    unknown = address.leave_out(name, options)
    if not unknown:
        return
    t = labels.translator(language())
    place, said = st.session_state[PLACE]
    for value in unknown:
        sentence = t(
            "{label}: {value} is not among the choices here and is left out",
            label=escape(label),
            value=t.quoted(as_typed(value)),
        )
        if (meant := _meant(value, options, words)) is not None:
            query = address.filter_values() | {name: [*address.used_values(name), meant]}
            page = st.session_state["filters"]["page"]
            link = f"[{escape(words(meant))}]({address.address(page, **query)})"
            sentence = t("{sentence} (did you mean {word}?).", sentence=sentence, word=link)
        else:
            sentence = f"{sentence}."
        said.append(sentence)
        place.warning("\n\n".join(said), icon=":material/filter_alt_off:")


def _meant(value: str, options: Collection[str], words: Callable[[str], str]) -> str | None:
    """Return the option whose code, or else whose name, is nearest to a value."""
    named = {words(code): code for code in options}
    near = nearest(value, options)
    return named.get(nearest(value, named) or "") if near is None else near
