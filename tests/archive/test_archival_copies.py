"""PDF/A copies of issued papers, made by the real LibreOffice."""

import os
import shutil
from datetime import date
from io import BytesIO

import docx
import pytest

from tests.archive.pdf_validator import complaints
from vbgen.pdf.archival import archival_problems
from vbgen.pdf.convert import Converter
from vbgen.usecases.archival_copies import archival_copies

DAY = date(2022, 7, 20)
pytestmark = [
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
    pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed"),
]


def paper(text: str) -> bytes:
    document, target = docx.Document(), BytesIO()
    document.add_paragraph().add_run(text).font.name = "Times New Roman"
    document.save(target)
    return target.getvalue()


def test_each_word_file_gets_a_copy_that_an_independent_validator_accepts() -> None:
    titles = {"award-decision.docx": "12/QĐ-SCT: Quyết định khen thưởng", "certificate.docx": "12/QĐ-SCT: Giấy khen"}
    papers = {name: paper(title) for name, title in titles.items()} | {"dossier.json": b"{}"}
    copies = archival_copies(papers, titles, Converter.probe(os.environ), DAY)
    assert list(copies) == ["award-decision.pdf", "certificate.pdf"]
    for name, title in titles.items():
        copy = copies[name.replace(".docx", ".pdf")]
        assert complaints(copy) == []
        assert archival_problems(copy, title=title) == []


def test_the_same_paper_copied_again_gives_the_same_bytes() -> None:
    papers, titles = {"a.docx": paper("Quyết định")}, {"a.docx": "Quyết định"}
    converter = Converter.probe(os.environ)
    first, second = (archival_copies(papers, titles, converter, DAY) for _ in range(2))
    assert first == second
