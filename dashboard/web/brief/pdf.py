"""A brief as PDF, tagged for screen readers (PDF/UA-1)."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import typst

from dashboard.web.brief.document import Brief
from dashboard.web.describe.html import TEMPLATES

MEDIA = "application/pdf"
PAGES = 2
"""How many pages a brief may take."""
SIZES = (9.5, 8.8, 8.2)
"""Sizes of letters, in points: the first with which it takes no more pages."""
PAGE = re.compile(rb"/Type ?/Page\b")


def pdf(brief: Brief, made_at: datetime, sizes: Sequence[float] = SIZES) -> bytes:
    """Return the file; the same brief and moment give the same bytes.

    PDF/UA refuses a letter that no font has, such as one of a name in Chinese: the file is then
    still tagged, and shows what it has.

    Typst is one package that brings its own fonts and needs nothing of the system, where WeasyPrint
    needs Pango. It reads the template alone: no other file, and no address.
    """
    data = json.dumps(asdict(brief), ensure_ascii=False)
    for size in sizes:
        content = _set_in(size, data, made_at)
        if pages(content) <= PAGES:
            break
    return content


def pages(content: bytes) -> int:
    """Return how many pages a file has."""
    return len(PAGE.findall(content))


def _set_in(size: float, data: str, made_at: datetime) -> bytes:
    """Return the file with letters of a size."""
    setting: Any = {
        "input": TEMPLATES / "brief.typ",
        "root": TEMPLATES,
        "ignore_system_fonts": True,
        "sys_inputs": {"brief": data, "size": str(size)},
        "timestamp": int(made_at.timestamp()),
    }
    try:
        content: bytes = typst.compile(**setting, pdf_standards=["ua-1"])
    except typst.TypstError:
        content = typst.compile(**setting)
    return content
