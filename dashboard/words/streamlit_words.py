"""Texts that Streamlit itself puts on a page, always in English, and their translations.

The script ``static/words.js`` puts the translations in. ``{name}`` stands for what varies.
"""

from collections.abc import Mapping
from functools import cache

from dashboard.words.messages import available, own_texts
from transforms.settings import SOURCE

CONTEXT = "Streamlit"
"""Of its texts in the catalogues: what we say in the same words may be something else."""

FRAME = (
    "Skip to main content",
    "Sidebar",
    "Navigate to home page",
    "Collapse sidebar",
    "Expand sidebar",
    "Main menu",
    "Link to heading",
    "Running...",
    "Stop",
    "Stopping...",
    "Close",
    "Dismiss",
)
WIDGETS = (
    "Help",
    "Help for {label}",
    "Press Enter to apply",
    "Press Ctrl+Enter to apply",
    "Press ⌘+Enter to apply",
    "Clear entry",
    "Choose an option",
    "Choose options",
    "No options to select",
    "No results",
    "Open",
    "Clear value",
    "Clear all",
    "Select all",
    "Select {n} matches",
    "Selectbox",
    "Selectbox options",
    "Multiselect",
    "Selected values",
    "Remove {label}",
    "{n} option available.",
    "{n} options available.",
    "{option}, selected",
    "year, {label}",
    "month, {label}",
    "day, {label}",
    "{n} – {month}",
    "Selected Date: {date}",
    "Empty",
    "yyyy",
    "dd",
    "Choose date",
    "Clear date",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.",
    "Pagination",
    "Page {n}",
    "Previous page",
    "Next page",
    "Copy to clipboard",
    "Copied",
    "Download failed",
)
TABLES = (
    "Show/hide columns",
    "Show/hide columns: {table}",
    "Search",
    "Search: {table}",
    "Fullscreen",
    "Fullscreen: {table}",
    "Close fullscreen",
    "Close fullscreen: {table}",
    "Type to search",
    "{n} result",
    "{n} results",
    "Previous Result",
    "Next Result",
    "Close Search",
    "Clear selection",
    "Dataframe column menu",
    "Sort ascending",
    "Sort descending",
    "Format",
    "Autosize",
    "Pin column",
    "Unpin column",
    "Hide column",
    "Copy column name",
    "Automatic",
    "Localized",
    "Plain",
    "Compact",
    "Dollar",
    "Euro",
    "Yen",
    "Percent",
    "Scientific",
    "Accounting",
    "Distance",
    "Calendar",
    "Statistics",
)
CONNECTION = (
    "Connection error",
    "Connection timed out.",
    "Connection lost. Please wait for the app to reconnect, then try again.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your"
    " terminal:",
    "Streamlit server is not responding. Are you connected to the internet?",
    "Cannot connect to Streamlit (HTTP status: {status}).",
    "Network error",
    "Request timed out",
    "Try again",
    "Page not found",
)
TEXTS = (*FRAME, *WIDGETS, *TABLES, *CONNECTION)
RENAMED = {"Expand sidebar": "Open the menu", "Collapse sidebar": "Close the menu"}
"""What English pages say in its place: a name has the word that is seen, "Menu" (WCAG 2, 2.5.3)."""


@cache
def catalogues() -> dict[str, dict[str, str]]:
    """Return what each language says, by the text of Streamlit; English has few other words."""
    others = {code: dict(_translated(code)) for code in available() if code != SOURCE}
    return {SOURCE: RENAMED, **others}


def _translated(code: str) -> Mapping[str, str]:
    known = own_texts(code)
    pairs = ((text, known.pgettext(CONTEXT, text)) for text in TEXTS)
    return {text: own for text, own in pairs if own != text or "{" in text}
