"""One file checked: opened, its parts named, every rule laid on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from vbgen.decree.check import finding, hits
from vbgen.decree.checking.model import FormReport
from vbgen.decree.checking.settings import Settings
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.recognise import recognise
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.reading.document import read_document


def read_paper(source: Path | bytes, *, today: date | None = None) -> Paper:
    """The file as a paper with its parts named; an undated one is judged as of `today`."""
    return paper_of(open_package(source), today=today)


def paper_of(package: LenientPackage, *, today: date | None = None) -> Paper:
    """An opened package as a paper with its parts named."""
    paper = recognise(read_document(package))
    return replace(paper, day=paper.day or today)


def lint(
    source: Path | bytes,
    *,
    name: str = "",
    settings: Settings | None = None,
    today: date | None = None,
) -> FormReport:
    """What Nghị định 30/2020/NĐ-CP and good typing find wrong in a .docx.

    `name` is the file's name in the places of findings (by default the path's). Raises UnreadableFileError.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    book = (settings or Settings()).book
    paper = read_paper(source, today=today)
    findings = tuple(finding(hit, book, file=shown) for hit in hits(paper, book))
    return FormReport(shown, paper.kind.value, findings)
