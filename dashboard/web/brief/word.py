"""A brief as DOCX: headings, tables with heads that repeat, and links, in the brief's language."""

import io
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as Whole
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from dashboard.web.brief.document import Brief, Part, Table, Text
from transforms.languages import language as language_info

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SOFT, LINK = RGBColor(0x55, 0x63, 0x6F), RGBColor(0x1A, 0x5F, 0x8C)
RULE = "CFD8E1"
WIDTH = 176
"""Of the text, in millimetres."""
ACROSS = 4
"""Facts beside one another."""
LONGEST = 255
"""Longest property of a Word file, in characters."""


def docx(brief: Brief, made_at: datetime) -> bytes:
    """Return the file."""
    document = Document()
    _set_up(document, brief, made_at)
    _small(document.add_paragraph(), brief.kind)
    document.add_heading(brief.title, 1)
    _small(document.add_paragraph(), brief.dated)
    document.add_paragraph(brief.lead)
    _facts(document, brief.facts)
    for part in brief.parts:
        _part(document, part)
    _small(document.add_paragraph(), brief.foot)
    _text(document.add_paragraph(), Text(brief.url, brief.url))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _set_up(document: Whole, brief: Brief, made_at: datetime) -> None:
    """Set paper size, language, fonts and the properties of the file."""
    [section] = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(17)
    section.top_margin, section.bottom_margin = Mm(15), Mm(16)
    own = document.core_properties
    own.title, own.subject, own.author = (
        text[:LONGEST] for text in (brief.title, brief.dated, brief.foot)
    )
    own.language, own.comments = brief.language, ""
    own.created = own.modified = made_at.replace(tzinfo=None)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), brief.language)
    normal.element.get_or_add_rPr().append(language)
    if language_info(brief.language).direction == "rtl":
        normal.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for level, size, above in ((1, 17, 0), (2, 11, 5)):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.size = "Calibri", Pt(size)
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.space_before = Pt(above)
        heading.paragraph_format.space_after = Pt(2)


def _facts(document: Whole, facts: Sequence[tuple[str, str]]) -> None:
    """Add the strip of facts."""
    if not facts:
        return
    table = document.add_table(-(-len(facts) // ACROSS), ACROSS)
    for number, (label, value) in enumerate(facts):
        paragraph = table.cell(*divmod(number, ACROSS)).paragraphs[0]
        _small(paragraph, f"{label}\n")
        paragraph.add_run(value).bold = True


def _part(document: Whole, part: Part) -> None:
    document.add_heading(part.title, 2)
    for sentence in part.sentences:
        document.add_paragraph(sentence)
    if part.table:
        _table(document, part.table)
    for item in part.items:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(1)
        _text(paragraph, item)
    if part.note:
        _small(document.add_paragraph(), part.note)


def _table(document: Whole, content: Table) -> None:
    """Add a table whose first row is its head, on every page."""
    table = document.add_table(1, len(content.heads))
    table.autofit = False
    _ruled(table)
    for cell, head in zip(table.rows[0].cells, content.heads, strict=True):
        _small(cell.paragraphs[0], head)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in content.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _text(cell.paragraphs[0], text)
    whole = sum(content.widths)
    for column, share in zip(table.columns, content.widths, strict=True):
        column.width = Mm(WIDTH * share / whole)  # what LibreOffice reads; Word reads the cells'
        for cell in column.cells:
            cell.width = column.width
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)


def _ruled(table: DocxTable) -> None:
    """Draw a thin line below each row, and nothing else."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _small(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), SOFT


def _text(paragraph: Paragraph, text: Text) -> None:
    """Add a text, as a link where it leads somewhere."""
    run = paragraph.add_run(text.text)
    run.font.size = Pt(8.5)
    if not text.url:
        return
    run.font.color.rgb = LINK
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(text.url, RELATIONSHIP_TYPE.HYPERLINK, True))
    link.append(run._r)
    paragraph._p.append(link)
