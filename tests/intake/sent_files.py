"""Files as units send them, each typed as a page of text: what it holds, and who stands in it.

A line of `lines` is a row with its cells between bars; `^` joins a cell with the one above,
`<` with the one to its left, `⏎` breaks a line, `d:1/2/1990` is a day.
`¶` begins a paragraph, `¶¶` a row of a table without borders (letterhead, signatures),
`===` another sheet, `---` another table.
In `truth` the first line names fields of the model; `*` is free, ` // ` parts equal answers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from tests.campaign.foreign_files import in_1258, ods, xls

Cells = list[str]


@dataclass(frozen=True)
class Sent:
    """One file of a unit."""

    name: str
    form: str
    lines: str
    truth: str

    @property
    def people(self) -> list[dict[str, tuple[str, ...]]]:
        """Each person's fields, each with the answers that are right."""
        first, *rest = [_cells(line) for line in self.truth.strip().splitlines()]
        return [
            {
                field: tuple(each.strip() for each in cell.split(" // "))
                for field, cell in zip(first, row + [""] * len(first), strict=False)
                if cell != "*"
            }
            for row in rest
        ]


@dataclass(frozen=True)
class Block:
    """A paragraph, a table, or the beginning of a sheet."""

    kind: str
    rows: list[Cells]


def write_sent(sent: Sent, folder: Path, form: str = "") -> Path:
    """The file, in its own form or in another."""
    form = form or sent.form
    path = folder / f"danh-sach.{form.split('-')[0]}"
    path.write_bytes(WRITERS[form](list(_blocks(sent.lines))))
    return path


def _cells(line: str) -> Cells:
    return [each.strip().replace("⏎", "\n") for each in line.split("|")]


def _blocks(lines: str) -> Iterator[Block]:
    rows: list[Cells] = []
    kind = ""
    for line in [*lines.strip().splitlines(), "---"]:
        mark, text = _mark(line)
        if rows and (mark != kind or mark == "¶"):
            yield Block(kind, rows)
            rows = []
        kind = mark
        if mark != "---":
            rows.append(_cells(text) if mark != "¶" else [text])


def _mark(line: str) -> tuple[str, str]:
    for mark in ("¶¶", "¶", "===", "---"):
        if line.startswith(mark):
            return mark, line.removeprefix(mark).strip()
    return "|", line


def _value(text: str) -> datetime | int | str | None:
    if text.startswith("d:"):
        return datetime.strptime(text[2:], "%d/%m/%Y")  # noqa: DTZ007 - a cell has no zone
    if text.isdigit() and (text == "0" or text[0] != "0"):
        return int(text)
    return text or None


def _plain(text: str) -> object:
    return text[2:] if text.startswith("d:") else _value(text)


def _word(blocks: Sequence[Block]) -> bytes:
    document = Document()
    for block in blocks:
        if block.kind in ("¶", "==="):
            document.add_paragraph(block.rows[0][0])
            continue
        table = document.add_table(len(block.rows), max(map(len, block.rows)))
        if block.kind == "|":
            table.style = "Table Grid"
        for at, row in enumerate(block.rows):
            for column, text in enumerate(row):
                if text not in ("^", "<"):
                    table.cell(at, column).text = text.removeprefix("d:")
        for top, left, bottom, right in _merges(block.rows):
            words = table.cell(top, left).text
            table.cell(top, left).merge(table.cell(bottom, right)).text = words
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _excel(blocks: Sequence[Block]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for block in blocks:
        if block.kind == "===":
            fresh = sheet.max_row == 1 and sheet["A1"].value is None
            sheet = sheet if fresh else book.create_sheet()
            sheet.title = block.rows[0][0]
            continue
        if sheet.max_row > 1:
            sheet.append([])
        top = sheet.max_row + (sheet["A1"].value is not None or sheet.max_row > 1)
        for at, row in enumerate(_spread(block)):
            for column, text in enumerate(row):
                if text not in ("", "^", "<"):
                    sheet.cell(top + at, column + 1, _value(text))
        for first, left, last, right in _merges(block.rows):
            sheet.merge_cells(
                start_row=top + first,
                start_column=left + 1,
                end_row=top + last,
                end_column=right + 1,
            )
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _spread(block: Block) -> list[Cells]:
    """A letterhead's two sides stand apart in a sheet."""
    if block.kind != "¶¶":
        return block.rows
    return [[row[0], "", "", *row[1:]] for row in block.rows]


def _merges(rows: Sequence[Cells]) -> Iterator[tuple[int, int, int, int]]:
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("^", "<"):
                continue
            right = column
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            bottom = at
            while _goes_on(rows, bottom + 1, column):
                bottom += 1
            if (bottom, right) != (at, column):
                yield at, column, bottom, right


def _goes_on(rows: Sequence[Cells], at: int, column: int) -> bool:
    return at < len(rows) and column < len(rows[at]) and rows[at][column] == "^"


def _sheets(blocks: Sequence[Block]) -> dict[str, list[list[object]]]:
    """Plain rows; what was joined stands in its first cell."""
    title, sheets = "Sheet1", dict[str, list[list[object]]]()
    for block in blocks:
        if block.kind == "===":
            title = block.rows[0][0]
            continue
        made = sheets.setdefault(title, [])
        made += [
            [None if text in ("^", "<") else _plain(text) for text in row] for row in _spread(block)
        ]
    return sheets


def _csv(blocks: Sequence[Block], *, sign: str = ",", encoding: str = "utf-8-sig") -> bytes:
    rows = [row for sheet in _sheets(blocks).values() for row in sheet]
    text = "\r\n".join(sign.join(_quoted(each, sign) for each in row) for row in rows)
    return in_1258(text) if encoding == "cp1258" else text.encode(encoding)


def _quoted(value: object, sign: str) -> str:
    text = "" if value is None else str(value)
    if any(each in text for each in (sign, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "docx": _word,
    "xlsx": _excel,
    "xls": lambda blocks: xls(_sheets(blocks)),
    "ods": lambda blocks: ods(_sheets(blocks)),
    "csv": _csv,
    "csv-1258": lambda blocks: _csv(blocks, sign=";", encoding="cp1258"),
}
