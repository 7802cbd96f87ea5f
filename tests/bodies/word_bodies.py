"""Bodies as an office types them in Word, and what a reader sees of a Word file, read by python-docx alone."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image

from tests.word.docx_making import add_table

RECIPIENTS = "recipients:\n  - {kind: KIND, text: Các phòng}\n  - {kind: KIND, text: 'Lưu: VT'}\n"


def picture(colour: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (60, 30), colour).save(buffer, "PNG")
    return buffer.getvalue()


def turned(document: Document, *, landscape: bool) -> None:
    """A new section, upright or lying."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    longer, shorter = (
        max(section.page_width, section.page_height),
        min(section.page_width, section.page_height),
    )
    section.page_width, section.page_height = (longer, shorter) if landscape else (shorter, longer)


def rich_body() -> bytes:
    """Headings, bold and italic, lists of both sorts, a table, a picture, a landscape section."""
    document = docx.Document()
    document.add_heading("I. MỤC ĐÍCH, YÊU CẦU", 1)
    document.add_heading("Mục đích", 2)
    paragraph = document.add_paragraph("Nâng cao ")
    paragraph.add_run("chất lượng").bold = True
    paragraph.add_run(" phong trào {{ movement.name }}.").italic = True
    for text in ("Kịp thời, công khai;", "Đúng người, đúng việc."):
        document.add_paragraph(text, style="List Bullet")
    for text in ("Đăng ký", "Bình xét"):
        document.add_paragraph(text, style="List Number")
    add_table(document, [["ô 1", "ô 2"], ["ô 3", "ô 4"], ["ô 5", "ô 6"]])
    for each in document.tables:
        each.style = "Table Grid"
    document.add_picture(io.BytesIO(picture()), width=Cm(4))
    turned(document, landscape=True)
    document.add_paragraph("Biểu theo dõi trình bày ngang.")
    add_table(document, [["Đơn vị", "Quý I", "Quý II"], ["Khoa Nội", "5", "7"]])
    document.tables[-1].style = "Table Grid"
    turned(document, landscape=False)
    document.add_paragraph("Các phòng nghiêm túc thực hiện./.")
    return saved(document)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def seen(source: Path | bytes) -> list[str]:
    """Paragraphs, tables with their cells, and pictures by their digest, in order."""
    document = docx.Document(io.BytesIO(source) if isinstance(source, bytes) else str(source))
    return list(_seen(document, document.iter_inner_content()))


def _seen(document: Document, blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield " | ".join(cell.text for row in block.rows for cell in row.cells)
            continue
        if block.text:
            yield block.text
        for blip in block._p.xpath(".//a:blip/@r:embed"):
            blob = document.part.related_parts[blip].blob
            yield hashlib.sha256(blob).hexdigest()
