"""The numbers that a page shows as cards, as its HTML has them."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

CARD = re.compile(r'<strong>(.*?)</strong><a [^>]*?href="(.*?)">(.*?)</a>')


def cards(app: AppTest) -> list[tuple[str, str, str]]:
    """Return the numbers of a page, each with where it leads and what it counts."""
    shown = [each.proto.body for each in app.get("html")]
    [body] = [each for each in shown if 'class="count-cards"' in each]
    return [(number, unescape(link), label) for number, link, label in CARD.findall(body)]
