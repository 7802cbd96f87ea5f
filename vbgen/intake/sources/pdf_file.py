"""A PDF file as the Word file that it was printed from, as far as that can be told; places are pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell

from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.pages.pdf.printed_blocks import PrintedBlock, printed_blocks
from vbgen.pages.pdf.scans import with_text
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document


@dataclass(frozen=True)
class PrintedPaper:
    """The paper that a PDF file shows, the page of each paragraph and table, and whether it is a scan."""

    paper: Paper
    pages: Mapping[str, int]  # `p7`: the seventh paragraph; `t2`: the second table
    is_scan: bool


def printed_paper(pdf: bytes) -> PrintedPaper:
    """The paper in a PDF file; a scan is read by the optional program."""
    blocks = printed_blocks(pdf)
    is_scan = not blocks
    if is_scan:
        blocks = printed_blocks(with_text(pdf))
    rows = [block for block in blocks if block.texts]
    left = min((block.left for block in rows), default=0.0)
    made = _Retyped(left, max((block.right for block in rows), default=0.0))
    for block in blocks:
        made.add(block)
    buffer = BytesIO()
    made.finished().save(buffer)
    paper = recognise(read_document(open_package(buffer.getvalue())))
    return PrintedPaper(paper, made.pages, is_scan)


class _Retyped:
    """A Word file while the blocks of a PDF file are typed into it."""

    def __init__(self, left: float, right: float) -> None:
        self.document = docx.Document()
        self.pages: dict[str, int] = {}
        self._left = left
        self._right = right  # where a full row ends
        self._rows: list[PrintedBlock] = []  # of the paragraph on its way
        self._columns: list[PrintedBlock] = []  # of the two columns on their way
        self._counts = {"p": 0, "t": 0}

    def add(self, block: PrintedBlock) -> None:
        """Type one block: a table, a row of two columns, a row of the text."""
        if block.rows:
            self._flush()
            self._add_table(block.rows, block.page)
        elif len(block.texts) > 1 or self._goes_on_in_columns(block):
            self._end_paragraph()
            self._columns.append(block)
        else:
            self._end_columns()
            self._add_row(block)

    def finished(self) -> WordDocument:
        """The document with everything typed."""
        self._flush()
        return self.document

    def _flush(self) -> None:
        self._end_columns()
        self._end_paragraph()

    def _goes_on_in_columns(self, block: PrintedBlock) -> bool:
        """Rows of one column below a letterhead (“V/v …”), or below “Nơi nhận:” (recipients, the signer's name)."""
        if not self._columns or block.page != self._columns[0].page:
            return False
        if self._columns[0].texts[0].startswith("Nơi nhận"):
            return True
        is_near = block.top - self._columns[-1].top < _MARGIN_PT
        is_headed = _MOTTO in " ".join(row.texts[-1] for row in self._columns)
        return is_near and is_headed and block.right < (self._left + self._right) / 2

    def _add_row(self, block: PrintedBlock) -> None:
        if self._rows and not self._is_continued(block):
            self._end_paragraph()
        self._rows.append(block)

    def _is_continued(self, block: PrintedBlock) -> bool:
        """The row above ends at the margin, and this one begins with no number, dash or heading."""
        above, text = self._rows[-1], self._rows[-1].texts[0]
        if text.isupper() != block.texts[0].isupper() or text.endswith((";", ":", "./.")):
            return False
        return above.right > self._right - _MARGIN_PT and not _BEGINS.match(block.texts[0])

    def _end_paragraph(self) -> None:
        if self._rows:
            words = " ".join(row.texts[0] for row in self._rows)
            paragraph = self.document.add_paragraph(words)
            if all(map(self._is_centred, self._rows)):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._count("p", self._rows[0].page)
            self._rows = []

    def _is_centred(self, row: PrintedBlock) -> bool:
        middle = (self._left + self._right) / 2
        is_short = row.left > self._left + _MARGIN_PT / 2
        return is_short and abs((row.left + row.right) / 2 - middle) < _MARGIN_PT / 2

    def _end_columns(self) -> None:
        if not self._columns:
            return
        middle = self._right / 2
        left = [row.texts[0] for row in self._columns if len(row.texts) > 1 or row.left < middle]
        right = [row.texts[-1] for row in self._columns if len(row.texts) > 1 or row.left >= middle]
        self._add_table((("\n".join(left), "\n".join(right)),), self._columns[0].page)
        self._columns = []

    def _add_table(self, rows: Sequence[Sequence[str]], page: int) -> None:
        table = self.document.add_table(len(rows), max(map(len, rows)))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                _fill(table.cell(at, column), text)
        self._count("t", page)

    def _count(self, what: str, page: int) -> None:
        self._counts[what] += 1
        self.pages[f"{what}{self._counts[what]}"] = page


_MARGIN_PT = 40.0
_MOTTO = "CỘNG HÒA XÃ HỘI"
_BEGINS = re.compile(
    r"\s*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]+[.)]|Điều\s|Căn cứ\s|Theo đề nghị|Phụ lục|\()"
)


def _fill(cell: _Cell, text: str) -> None:
    """A cell's lines, each a paragraph."""
    first, *others = text.split("\n")
    cell.text = first
    for line in others:
        cell.add_paragraph(line)
