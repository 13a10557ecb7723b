"""The picture that goes with a link: title, sentence and how the commitments stand.

Drawn with Pillow, which Streamlit needs anyway, in the typeface that Streamlit ships: so it
needs neither a browser nor a font on the server.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import streamlit
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
"""In pixels: the size that previews are cut to (The Open Graph protocol names none; 1.91 to 1)."""
INK, QUIET, GROUND = "#1b1f24", "#57606a", "#ffffff"
BAR = 44
GAP = 4
LABEL_ROWS = 3
"""Rows of labels below the bar: those of narrow pieces stand below one another."""
REGULAR, BOLD = 400, 700


@dataclass(frozen=True)
class Piece:
    """One piece of the bar: how many, in which colour, called what."""

    n: int
    color: str
    label: str


@dataclass(frozen=True)
class Card:
    """The texts of the picture, in the reader's language."""

    product: str
    title: str
    sentence: str
    foot: str
    pieces: Sequence[Piece] = ()


def png(card: Card) -> bytes:
    """Return the picture as a PNG of 1200 by 630 pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, 44), card.product, fill=QUIET, font=_font(30, REGULAR))
    below = _paragraph(draw, card.title, 96, 64, BOLD, INK, lines=2)
    _paragraph(draw, card.sentence, below + 16, 34, REGULAR, INK, lines=4)
    if card.pieces:
        _bar(draw, card.pieces, HEIGHT - 198)
    draw.text((MARGIN, HEIGHT - 62), card.foot, fill=QUIET, font=_font(26, REGULAR))
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _paragraph(
    draw: ImageDraw.ImageDraw,
    text: str,
    top: int,
    size: int,
    weight: int,
    color: str,
    lines: int,
) -> int:
    """Write ``text`` in at most so many lines, and return where the next one would begin."""
    font, height = _font(size, weight), round(size * 1.25)
    for line in wrapped(text, font, WIDTH - 2 * MARGIN, lines):
        draw.text((MARGIN, top), line, fill=color, font=font)
        top += height
    return top


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int, lines: int) -> list[str]:
    """Return ``text`` in lines no wider than ``width`` pixels; what is left out leaves an ellipsis.

    >>> wrapped("a b c d", _font(20, 400), 48, 1)
    ['a b…']
    """
    found = [""]
    for word in text.split(" "):
        longer = f"{found[-1]} {word}".strip()
        if not found[-1] or font.getlength(longer) <= width:
            found[-1] = longer
        else:
            found.append(word)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while " " in last and font.getlength(f"{last}…") > width:
        last = last.rpartition(" ")[0]
    return [*found[: lines - 1], f"{last}…"]


def _bar(draw: ImageDraw.ImageDraw, pieces: Sequence[Piece], top: int) -> None:
    """Draw one bar of all pieces, each with its number and name below it where there is room."""
    shown = [piece for piece in pieces if piece.n]
    total = sum(piece.n for piece in shown)
    room = WIDTH - 2 * MARGIN - GAP * (len(shown) - 1)
    left, font, ends = float(MARGIN), _font(24, REGULAR), [0.0] * LABEL_ROWS
    for piece in shown:
        wide = max(room * piece.n / total, 3)
        draw.rectangle((left, top, left + wide, top + BAR), fill=piece.color)
        label = f"{piece.n} {piece.label}"
        right = left + font.getlength(label)
        row = next((row for row, end in enumerate(ends) if end <= left), None)
        if row is not None and right <= WIDTH - MARGIN / 2:
            draw.text((left, top + BAR + 8 + 30 * row), label, fill=INK, font=font)
            ends[row] = right + 16
        left += wide + GAP


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    font = ImageFont.truetype(str(next(media.glob("SourceSansVF-Upright*"))), size)
    font.set_variation_by_axes([weight])
    return font
