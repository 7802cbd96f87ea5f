"""What the benchmarks render: a certificate, an annex, in each engine's way of writing fields, and their data."""

import io
import os
import re
import zipfile
from collections.abc import Iterator

import docx
import peers
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

_FIELDS = ("authority", "title", "name", "position", "unit", "merit", "number", "date")
_BORDER = (
    '<w:pgBorders {ns} w:offsetFrom="page">'
    + "".join(
        f'<w:{side} w:val="double" w:sz="24" w:space="24" w:color="C00000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pgBorders>"
)


def certificate(tag: str = "{{ %s }}") -> bytes:
    """A certificate: eight variables, a border, an emblem of 20 KB; `tag` is how an engine writes a field."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section._sectPr.insert(2, parse_xml(_BORDER.format(ns=nsdecls("w"))))  # noqa: SLF001 - no public way to borders
    document.add_picture(io.BytesIO(_emblem()), width=Mm(20))
    for field in _FIELDS:
        run = document.add_paragraph().add_run(f"Trao tặng: {tag % field}")
        run.bold, run.font.size, run.font.name = True, Pt(18), "Times New Roman"
    return _saved(document)


def _emblem() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.frombytes("RGB", (82, 82), os.urandom(82 * 82 * 3)).save(buffer, "PNG")
    return buffer.getvalue()


_LOOP = (
    ("{%tr for n in nominees %}", "", "", "", ""),
    ("{{ n.tt }}", "{{ n.name }}", "{{ n.position }}", "{{ n.unit }}", "{{ n.award }}"),
    ("{%tr endfor %}", "", "", "", ""),
)


def annex(static_rows: int = 0, tags: peers.Tags = peers.Tags("{{ %s }}", _LOOP)) -> bytes:  # noqa: B008 - frozen
    """A decision's annex: a table with one row in a loop, and static rows before it if asked for."""
    document = docx.Document()
    document.add_paragraph(f"Danh sách kèm theo Quyết định số {tags.field % 'number'}")
    rows = [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức"],
        *[[f"cố định {n}"] * 5 for n in range(static_rows)],
    ]
    rows += map(list, tags.rows)
    table = document.add_table(len(rows), 5)
    for row, texts in zip(table._tbl.tr_lst, rows, strict=True):  # noqa: SLF001 - the public way takes minutes
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[0].add_r().text = text
    return _saved(document)


def _saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def people() -> Iterator[dict[str, str]]:
    """Endless certificates, each of other data, with signs that XML wants escaped."""
    number = 0
    while True:
        number += 1
        values = {field: f"{field} R&D <{number}> “Nguyễn Thị Ánh”" for field in _FIELDS}
        yield values


def nominees(count: int) -> dict[str, object]:
    """An annex of `count` rows."""
    keys = ("name", "position", "unit", "award")
    return {
        "number": "12/QĐ",
        "nominees": [
            {"tt": str(n + 1), **{key: f"{key} & {n}" for key in keys}} for n in range(count)
        ],
    }


def merge_fields(template: bytes) -> bytes:
    """The template with each `«name»` as a field of Word's mail merge."""
    field = r'</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD \1 "><w:r><w:t>«\1»</w:t></w:r></w:fldSimple><w:r><w:t>'
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = re.sub(r"«(\w+)»", field, content.decode()).encode()
            new.writestr(name, content)
    return target.getvalue()
