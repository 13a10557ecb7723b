"""Text that Markdown must show as it is written."""

import re

_MARKUP = re.compile(r"([\\`*_\[\]<>$~#:|&])")
_BEGINNING = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)]))")
"""What makes a list or a heading of a line: ``- x``, ``1. x``, ``2026. x``, ``===``."""
_PARTED = re.compile(
    r"(?i):(?=//|material/|[\w+-]+:)|www(?=\.)|(?<=[\w.+-])@(?=[\w-])|(?<!\S)[-<>~](?=(?:->|[-=>])(?!\S))"
)
"""What the page looks for behind the backslashes, and makes an icon, a smiley, a link or an arrow
of: ``:material/delete:``, ``https://``, ``www.``, ``a@b.example``, ``->``. A word joiner, which has
no width, stands in between."""


def escape(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is.

    >>> escape("A/78/L.49 [draft]"), escape("2026. AT&amp;T")
    ('A/78/L.49 \\[draft\\]', '2026\\. AT\\&amp;T')
    """
    parted = _PARTED.sub("\\g<0>\u2060", text)
    return _BEGINNING.sub(_shielded, _MARKUP.sub(r"\\\1", parted))


def as_typed(text: str) -> str:
    r"""Return a value of the address as plain text: no markup, no link, not long.

    >>> as_typed("`x` see https://a.example"), as_typed("gdc_para_6")
    ('?x? see https???a.example', 'gdc\\_para\\_6')
    """
    return escape(re.sub(r"[^\w.\- ]", "?", text)[:60])


def _shielded(beginning: re.Match[str]) -> str:
    """Return what begins a list with a backslash before its sign, or behind its number."""
    space, sign = beginning.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
