"""Small papers for batches: a template of one page, rows with a name each."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from vbgen.office.making.batching import Batch
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.pages.runs.chunk import BatchRow

FRAME = (
    '<w:r {ns}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
    'behindDoc="{behind}" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="6840000" cy="9000000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="1" name="Khung"/><wp:cNvGraphicFramePr/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="6840000" cy="9000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:noFill/><a:ln w="28575"><a:solidFill><a:srgbClr val="B8860B"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def certificate_template(*, framed: bool = True) -> bytes:
    """A page with a frame in its header, and two lines."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if framed:
        frame = parse_xml(FRAME.format(ns=nsdecls("w", "wp"), behind=1))
        section.header.paragraphs[0]._p.append(frame)
    for text in ("GIẤY KHEN", "Tặng: {{ person }}", "{{ merit }}"):
        run = document.add_paragraph().add_run(text)
        run.font.name, run.font.size = "Times New Roman", Pt(20)
    return saved(document)


def row(number: int, *, merit: str = "Đã có thành tích xuất sắc") -> BatchRow:
    name = f"Nguyễn Thị Ánh {number:04d}"
    return BatchRow(f"r{number}", name, f"Giấy khen của {name}", {"person": name, "merit": merit})


def batch(rows: int | Sequence[BatchRow], *, framed: bool = True) -> Batch:
    members = tuple(map(row, range(rows))) if isinstance(rows, int) else tuple(rows)
    return Batch(PaperOfRun(certificate_template(framed=framed), "giấy khen thử"), members)
