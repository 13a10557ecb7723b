"""The charts that a page shows, as the element that draws them gets them."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard import plotly_element


@dataclass(frozen=True)
class ShownChart:
    """One chart of a page."""

    key: str
    description: str
    spec: str
    """The figure in Plotly's JSON."""

    @property
    def figure(self) -> dict[str, Any]:
        """Return ``data`` and ``layout``."""
        parts: dict[str, Any] = json.loads(self.spec)
        return parts


def shown_charts(app: AppTest) -> list[ShownChart]:
    """Return the charts of a page from above."""
    elements: list[Any] = [
        each
        for each in app.get("bidi_component")
        if each.proto.component_name == plotly_element.NAME
    ]
    sent = [json.loads(each.proto.json) for each in elements]
    return [
        ShownChart(element.key, data["description"], data["figure"])
        for element, data in zip(elements, sent, strict=True)
    ]
