"""How statuses look: a chip with a word and a glyph, and squares in a row, in the same colours."""

import html
from collections.abc import Sequence
from pathlib import Path

from dashboard.theme import UNKNOWN, status_css
from dashboard.words.i18n import Translator

GLYPHS = {
    "complete": "●●●",
    "substantial": "●●○",
    "limited": "●○○",
    "not_started": "○○○",
    "regressed": "▼",
    "not_assessed": "–",
}
"""Beside the word, so that colour is never alone; any other status has a question mark."""
STATUS = "assessment_status"
STYLE = Path(__file__).with_name("statuses.css").read_text("utf-8") + status_css(
    status for status in GLYPHS if status not in UNKNOWN
)
"""How facts, chips and squares of statuses look, in the app and on plain pages."""
MOST = 200
"""Squares of a row; more become a bar."""


def chip(status: str, label: str) -> str:
    """Return a status as HTML: a word with a glyph, on its colour."""
    known = _shade(status)
    glyph = GLYPHS.get(status, "?")
    return (
        f'<span class="chip {known}"><i aria-hidden="true">{glyph}</i> {html.escape(label)}</span>'
    )


def counted(codes: Sequence[str], vocabulary: str, t: Translator) -> str:
    """Return in words how many there are of each code, in the order of their closed list."""
    return t.join(
        t("{label}: {text}", label=label, text=t.number(codes.count(code)))
        for code, label in t.labels[vocabulary].items()
        if code in codes
    )


def listed(codes: Sequence[str], vocabulary: str, t: Translator) -> str:
    """Return codes in words, in the order of their closed list; counted, if some are repeated."""
    if len(set(codes)) < len(codes):
        return counted(codes, vocabulary, t)
    return t.join([label for code, label in t.labels[vocabulary].items() if code in codes])


def squares(statuses: Sequence[str], t: Translator, most: int = MOST) -> str:
    """Return the commitments of a row as HTML: a square for each, in the colour of its status.

    Above ``most`` of them they become one bar, in the same colours and order.
    """
    counts = {code: statuses.count(code) for code in t.labels[STATUS] if code in statuses}
    description = counted(statuses, STATUS, t)
    if len(statuses) > most:
        marks = "".join(
            f'<i class="{_shade(code)}" style="flex:{n}"></i>' for code, n in counts.items()
        )
        classes = "squares bar"
    else:
        marks = "".join(f'<i class="{_shade(code)}"></i>' * n for code, n in counts.items())
        classes = "squares"
    title = html.escape(description)
    return f'<span class="{classes}" role="img" aria-label="{title}" title="{title}">{marks}</span>'


def _shade(status: str) -> str:
    """Return the class that colours a status; what nobody could judge has one of its own."""
    return status if status in GLYPHS else "no_judgement"
