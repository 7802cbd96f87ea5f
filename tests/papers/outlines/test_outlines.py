"""Outlines of papers that other agencies wrote, in words of our own: every part of each comes out exactly."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document

from tests.papers.agencies.offices import Office, said
from vbgen.decree import lint
from vbgen.errors import Severity

HERE = Path(__file__).parent
OUTLINES = sorted(
    (path.parent.name, path.stem) for path in HERE.glob("*/*.txt") if "body" not in path.stem
)
BODY = "[thân]"
AS_TYPED = {"ke-hoach-can-cu": {"heading.case"}}  # its office types headings so, and is told
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def body_in_word(text: str) -> bytes:
    """A body as a clerk types it: `**bold**`, and `|cell|cell|` for the rows of a table."""
    document, written = docx.Document(), BytesIO()
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("|"):
            if not lines[number - 1].startswith("|"):
                table_of(document, lines[number:])
        else:
            paragraph = document.add_paragraph()
            for place, part in enumerate(_BOLD.split(line)):
                paragraph.add_run(part).bold = place % 2 == 1
    document.save(written)
    return written.getvalue()


def cells(line: str) -> list[str]:
    return line.strip("|").split("|") if not line.endswith("||") else [*line[1:-2].split("|"), ""]


def table_of(document: Document, lines: list[str]) -> None:
    rows: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append(cells(line))
    table = document.add_table(len(rows), len(rows[0]))
    for row, typed in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, typed, strict=True):
            cell.text = text


def lines_of(body: str) -> Iterator[str]:
    """What a typed body reads as in the paper."""
    for line in body.splitlines():
        if line.startswith("|"):
            yield from filter(None, cells(line))
        else:
            yield _BOLD.sub(r"\1", line)


def expected(folder: Path, paper: str) -> list[str]:
    lines = (folder / f"{paper}.txt").read_text("utf-8").splitlines()
    if BODY in lines:
        place = lines.index(BODY)
        lines[place : place + 1] = lines_of((folder / f"{paper}.body.txt").read_text("utf-8"))
    return lines


@pytest.mark.parametrize(("outline", "paper"), OUTLINES, ids=str)
def test_every_part_of_an_outline_comes_out_exactly(
    outline: str, paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    office = Office(outline, tmp_path)
    (office.campaign / "papers").mkdir(parents=True)
    shutil.copy(HERE / outline / "campaign.yaml", office.campaign)
    for body in (HERE / outline).glob("*.body.txt"):
        content = body_in_word(body.read_text("utf-8"))
        (office.campaign / "papers" / f"{body.name.partition('.')[0]}.docx").write_bytes(content)

    done = office.run(capsys, "draft", paper.partition("-phase")[0])
    assert done.code == 0, done.out + done.err

    wanted = expected(HERE / outline, paper)
    lines = said(office.drafted(paper))
    assert lines[: len(wanted) if paper.startswith("certificate") else None] == wanted
    errors = [
        each for each in lint(office.drafted(paper)).findings if each.severity is Severity.ERROR
    ]
    assert {each.rule for each in errors} == AS_TYPED.get(outline, set())
