"""The list of the parts of a long record, each a link to where it begins on the page."""

import html
from collections.abc import Sequence
from typing import Any

from dashboard.state.filters import page_state

FROM = 6
"""Parts that a record must have for a list of them; fewer are seen at a glance."""

Part = tuple[str, str]
"""The anchor of a part, and its title in the reader's language."""


def show(place: Any, parts: Sequence[Part]) -> None:
    """Show the list in a container; on a phone it is folded away until it is opened."""
    if len(parts) < FROM:
        return
    title = html.escape(page_state().t("On this page"))
    links = "".join(
        f'<li><a href="#{html.escape(anchor)}">{html.escape(label)}</a></li>'
        for anchor, label in parts
    )
    place.html(
        f'<nav class="contents" aria-label="{title}">'
        f'<p class="mute" aria-hidden="true">{title}</p><ul>{links}</ul>'
        f"<details><summary>{title}</summary><ul>{links}</ul></details></nav>"
    )
