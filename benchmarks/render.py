"""How fast documents are made: docxtpl, a bare compiled Jinja template with a raw-copied zip, and vbgen.

    python benchmarks/render.py [--json FILE] [--seconds 2] [--rows 10000]

All in one run on one core, every document's text checked against its data.
"""

import argparse
import io
import json
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from time import process_time

import docx
import jinja2
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from vbgen.docx import Compressor, Template
from vbgen.docx.zipwriter import Member, ZipBase

Context = Mapping[str, object]
Make = Callable[[Context], bytes]

_FIELDS = ("authority", "title", "name", "position", "unit", "merit", "number", "date")
_BORDER = (
    '<w:pgBorders {ns} w:offsetFrom="page">'
    + "".join(
        f'<w:{side} w:val="double" w:sz="24" w:space="24" w:color="C00000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pgBorders>"
)


def certificate() -> bytes:
    """A certificate: eight variables, a border, an emblem of 20 KB."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section._sectPr.insert(2, parse_xml(_BORDER.format(ns=nsdecls("w"))))  # noqa: SLF001 - no public way to borders
    document.add_picture(io.BytesIO(_emblem()), width=Mm(20))
    for field in _FIELDS:
        run = document.add_paragraph().add_run("Trao tặng: {{ %s }}" % field)  # noqa: UP031 - braces of the template
        run.bold, run.font.size, run.font.name = True, Pt(18), "Times New Roman"
    return _saved(document)


def _emblem() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.frombytes("RGB", (82, 82), os.urandom(82 * 82 * 3)).save(buffer, "PNG")
    return buffer.getvalue()


def annex(static_rows: int = 0) -> bytes:
    """A decision's annex: a table with one row in a loop, and static rows before it if asked for."""
    document = docx.Document()
    document.add_paragraph("Danh sách kèm theo Quyết định số {{ number }}")
    table = document.add_table(4 + static_rows, 5)
    rows = [["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức"], *[[f"cố định {n}"] * 5 for n in range(static_rows)]]
    rows += [["{%tr for n in nominees %}"] + [""] * 4]
    rows += [["{{ loop.index }}", "{{ n.name }}", "{{ n.position }}", "{{ n.unit }}", "{{ n.award }}"]]
    rows += [["{%tr endfor %}"] + [""] * 4]
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
    return {"number": "12/QĐ", "nominees": [{key: f"{key} & {n}" for key in keys} for n in range(count)]}


def docxtpl_loop(template: bytes) -> Make:
    """The docxtpl library as its documents say, with autoescape on."""

    def make(context: Context) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(context), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


def bare_jinja(template: bytes) -> Make:
    """The least that any Jinja engine must do: one compiled template, other members copied as they lie."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        source = archive.read("word/document.xml").decode()
        rest = [Member.of(name, archive.read(name), Compressor()) for name in archive.namelist()]
    source = re.sub(r"<w:tr>(?:(?!<w:tr>).)*?(\{%)tr (.*?%\}).*?</w:tr>", r"\1 \2", source, flags=re.DOTALL)
    compiled = jinja2.Environment(autoescape=True).from_string(source)
    base = ZipBase(member for member in rest if member.name != "word/document.xml")

    def make(context: Context) -> bytes:
        content = compiled.render(context).encode()
        stream = zlib.compressobj(6, zlib.DEFLATED, -15)
        data = stream.compress(content) + stream.flush()
        return base.write([Member("word/document.xml", data, 8, zlib.crc32(content), len(content))])

    return make


def ours(template: bytes, compressor: Compressor) -> Make:
    """vbgen, strict names, escaping and checks on."""
    return Template.open(template, compressor=compressor).render


def check(document: bytes, context: Context) -> None:
    """Stop where a value of the data is not in the document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        text = unescape(re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode()))
    rows = context.get("nominees")
    values = [value for row in rows for value in row.values()] if isinstance(rows, list) else context.values()
    lost = [value for value in values if str(value) not in text]
    if lost:
        raise SystemExit(f"lost: {lost[:3]}")


def rate(make: Make, contexts: Iterator[Context], seconds: float) -> float:
    """Documents a second, the best of three; each document's text checked outside the clock."""
    best = 0.0
    for _round in range(3):
        pairs: list[tuple[bytes, Context]] = []
        start = process_time()
        while process_time() - start < seconds / 3:
            context = next(contexts)
            pairs.append((make(context), context))
        best = max(best, len(pairs) / (process_time() - start))
        for document, values in pairs:
            check(document, values)
    return best


def once(make: Make, context: Context) -> float:
    """Seconds for one document, the best of three, its text checked."""
    best = float("inf")
    for _round in range(3):
        start = process_time()
        document = make(context)
        best = min(best, process_time() - start)
    check(document, context)
    return best


def engines(template: bytes) -> dict[str, Make]:
    """Every engine over one template."""
    found = {
        "docxtpl": docxtpl_loop(template),
        "bare jinja + raw zip": bare_jinja(template),
        "vbgen zlib": ours(template, Compressor(prepared=False)),
        "vbgen prepared": ours(template, Compressor()),
    }
    try:
        found["vbgen isal"] = ours(template, Compressor("isal", 1, prepared=False))
    except ImportError:
        print("isal is not installed: left out")
    return found


def opening(rows: int) -> dict[str, float]:
    """Seconds to open and render a template with many static rows."""
    template, context = annex(rows), nominees(1)
    start = process_time()
    make = ours(template, Compressor())
    opened = process_time() - start
    return {"open": opened, "render": once(make, context), "static rows": rows}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rows", type=int, default=10_000)
    options = parser.parse_args(arguments)
    template, listing = certificate(), annex()
    rates = {name: rate(make, people(), options.seconds) for name, make in engines(template).items()}
    context = nominees(options.rows)
    times = {name: once(make, context) for name, make in engines(listing).items()}
    report = {"certificates a second": rates, f"annex of {options.rows} rows, s": times, "static": opening(4000)}
    show(rates, times, report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")


def show(rates: dict[str, float], times: dict[str, float], report: dict[str, dict[str, float]]) -> None:
    slow, slow_annex = rates["docxtpl"], times["docxtpl"]
    for name, speed in rates.items():
        by, annex_by = speed / slow, slow_annex / times[name]
        print(f"{name:22} {speed:9.0f}/s {by:7.1f} x   annex {times[name]:6.3f} s {annex_by:6.1f} x")
    static = report["static"]
    print(f"4000 static rows: opened in {static['open']:.2f} s, rendered in {static['render']:.3f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
