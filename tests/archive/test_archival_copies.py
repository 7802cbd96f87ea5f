"""PDF/A copies of issued papers, made by the real LibreOffice."""

import os
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.archive.pdf_validator import complaints
from tests.runs.batch_papers import batch, row
from vbgen.archive import Archive
from vbgen.errors import OutsideProgramError
from vbgen.model.document import Numbered
from vbgen.model.dossier import Counter, Intent, Particulars
from vbgen.office.issuing.archival_copies import ArchivalCopies
from vbgen.office.making.batching import Workshop
from vbgen.office.making.copies import Written
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.archival import archival_problems
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.ledger import MemoryLedger

DAY = date(2022, 7, 20)
PARTICULARS = Particulars(
    agency="SCT",
    issuer="Sở",
    campaign="x",
    kind="award-decision",
    symbol="QĐ-SCT",
    day=DAY,
    subject="Khen thưởng",
)
NUMBERED = Numbered(Intent("1" * 32, PARTICULARS, Counter("SCT", "QĐ", 2022), {}), 12)


def paper(text: str) -> bytes:
    document, target = docx.Document(), BytesIO()
    document.add_paragraph().add_run(text).font.name = "Times New Roman"
    document.save(target)
    return target.getvalue()


@pytest.fixture
def copies(tmp_path: Path) -> ArchivalCopies:
    def workshop(_numbered: Numbered) -> Workshop:
        archive, scratch = (
            Archive.open(tmp_path / name, environ={}) for name in ("archive", "scratch")
        )
        return Workshop(lambda _chunks: Inline(), MemoryLedger(), scratch, archive)

    return ArchivalCopies(Converter.probe(os.environ), workshop)


def test_each_word_file_gets_a_copy_that_an_independent_validator_accepts(
    copies: ArchivalCopies,
) -> None:
    titles = {
        "award-decision.docx": "12/QĐ-SCT: Quyết định khen thưởng",
        "report.docx": "12/QĐ-SCT: Báo cáo",
    }
    beside = copies.make(
        [Written(name, paper(title), title) for name, title in titles.items()], NUMBERED
    )
    assert (list(beside.papers), beside.singles) == (["award-decision.pdf", "report.pdf"], {})
    for name, title in titles.items():
        copy = beside.papers[name.replace(".docx", ".pdf")]
        assert complaints(copy) == []
        assert archival_problems(copy, title=title) == []


def test_each_certificate_becomes_a_file_of_its_own_beside_the_whole(
    copies: ArchivalCopies, tmp_path: Path
) -> None:
    rows = replace(batch(3), paper=replace(batch(3).paper, made_on=DAY))
    beside = copies.make([Written("certificate.docx", b"", "12/QĐ-SCT: Giấy khen", rows)], NUMBERED)
    whole = beside.papers["certificate.pdf"]
    assert complaints(whole) == []
    assert archival_problems(whole, title="12/QĐ-SCT: Giấy khen") == []
    singles = beside.singles["certificate.docx"]
    assert list(singles) == [f"certificate-{each.key}.pdf" for each in rows.rows]
    archive = Archive.open(tmp_path / "archive", environ={})
    for each, single in zip(rows.rows, singles.values(), strict=True):
        content = archive.get(single.digest)
        assert complaints(content) == []
        assert (len(content), archival_problems(content, title=each.title)) == (single.size, [])


def test_a_certificate_that_cannot_be_made_stops_the_issue_by_its_name(
    copies: ArchivalCopies,
) -> None:
    rows = batch([row(0), row(1, merit=" ".join(["thành tích"] * 900))])
    with pytest.raises(OutsideProgramError) as caught:
        copies.make([Written("certificate.docx", b"", "Giấy khen", rows)], NUMBERED)
    assert [problem.place.path for problem in caught.value.problems] == ["r1"]


def test_the_same_paper_copied_again_gives_the_same_bytes(copies: ArchivalCopies) -> None:
    written = [Written("a.docx", paper("Quyết định"), "Quyết định")]
    assert copies.make(written, NUMBERED) == copies.make(written, NUMBERED)
