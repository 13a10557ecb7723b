"""What the page of a country shows, in words and as HTML."""

import re

from streamlit.testing.v1 import AppTest

TAG = re.compile(r"<[^<>]*>")


def words(app: AppTest) -> str:
    """Return everything that the page says, names of records without their addresses."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.info]
    said = re.sub(r"\[([^\]]*)\]\([a-z]+\?[^)]*\)", r"\1", " ".join(part.value for part in parts))
    return " ".join([said, *(TAG.sub("", part.proto.body) for part in app.get("html"))])


def strip_of(app: AppTest) -> dict[str, str]:
    """Return what the strip of facts says, by the label of each."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html_of(app, 'class="strip"'))
    return {label: TAG.sub("", value) for label, value in found}


def html_of(app: AppTest, mark: str) -> str:
    """Return the HTML of the page that has a mark."""
    return next(str(part.proto.body) for part in app.get("html") if mark in part.proto.body)
