"""A brief that fills its two pages: lists are as long as there is room for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dashboard.web.brief import pdf, word
from dashboard.web.brief.brief_request import BriefRequest
from dashboard.web.brief.content import brief
from dashboard.web.brief.document import Brief

PORTIONS = (2, 1.4, 1, 0.8, 0.6, 0.4)
"""Which part of the usual number of rows is listed: the first with which two pages hold it."""


def fitted(
    request: BriefRequest, made_at: datetime, sizes: Sequence[float] = pdf.SIZES
) -> tuple[Brief, bytes]:
    """Return the brief that fits, with its PDF; lists say how many more there are."""
    for portion in PORTIONS:
        whole = brief(replace(request, portion=portion))
        # Letters become smaller for what belongs to a brief, and not for more of it.
        content = pdf.pdf(whole, made_at, sizes[:1] if portion > 1 else sizes)
        if pdf.pages(content) <= pdf.PAGES:
            break
    return whole, content


def as_pdf(request: BriefRequest, made_at: datetime) -> tuple[Brief, bytes]:
    """Return the brief with its PDF."""
    return fitted(request, made_at)


def as_docx(request: BriefRequest, made_at: datetime) -> tuple[Brief, bytes]:
    """Return the brief with its DOCX, of as many rows as a PDF has in letters of the usual size."""
    whole, _ = fitted(request, made_at, pdf.SIZES[:1])
    return whole, word.docx(whole, made_at)
