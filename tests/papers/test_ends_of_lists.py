"""Lists of any length on the pages that LibreOffice makes of them: the line that closes one is never alone."""

import os
from pathlib import Path

import pytest

from vbgen.decree import look_at_pages
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.layout import PrintedLayout, layout_of
from vbgen.word.source import build
from vbgen.word.template import Template

LENGTHS = range(34, 49)  # about a page full
SOURCE = """<template title="Danh sách">
  <for each="count in counts">
    <p style="AnnexTitle" page-break-before="yes">DANH SÁCH {{ count }}</p>
    <table style="Grid" widths="14 151">
      <row head="yes"><cell style="TableHead">STT</cell><cell style="TableHead">Họ và tên</cell></row>
      <for each="number in range(count)">
        <row><cell style="TableCentre">{{ number + 1 }}</cell><cell>Nguyễn Văn An</cell></row>
      </for>
    </table>
    <p style="AnnexClosing">(Danh sách gồm {{ count }} cá nhân)./.</p>
  </for>
</template>"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("lists")
    source, docx = folder / "template.xml", folder / "lists.docx"
    source.write_text(SOURCE, "utf-8")
    template = folder / "template.docx"
    template.write_bytes(build(source))
    docx.write_bytes(Template.open(template).render({"counts": list(LENGTHS)}))
    [pdf] = Converter.probe(os.environ).to_pdf([docx], folder)
    return docx, pdf


def on_page(layout: PrintedLayout, page: int) -> list[str]:
    return [line.text for line in layout.lines if line.page == page]


def test_the_line_that_closes_a_list_stands_below_its_last_rows(lists: tuple[Path, Path]) -> None:
    layout = layout_of(lists[1])
    pages = [on_page(layout, page) for page in range(layout.pages)]
    ends = {line: lines for lines in pages for line in lines if line.startswith("(Danh sách gồm")}
    assert len(ends) == len(LENGTHS)
    carried = [lines for lines in ends.values() if "DANH SÁCH" not in "".join(lines)]
    assert carried  # some lists do go over
    for count, lines in zip(LENGTHS, ends.values(), strict=True):
        assert {str(count - 1), str(count)} <= set(" ".join(lines).split())


def test_nothing_is_found_on_those_pages(lists: tuple[Path, Path]) -> None:
    assert look_at_pages(*lists) == ()
