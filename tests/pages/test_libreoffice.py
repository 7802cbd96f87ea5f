"""The real LibreOffice with real Vietnamese text."""

import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from vbgen.errors import OutsideProgramError
from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.fonts import VIETNAMESE_LETTERS, probe_fonts
from vbgen.pages.converter.warm import WarmConverter
from vbgen.pages.pdf.document import PdfFont, check_pdf, fonts_of, texts_of
from vbgen.words.measure import text_width_mm

WordFile = Callable[..., Path]
SENTENCE = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc: ỡ ẵ ỷ ộ ợ"


@pytest.fixture(scope="module")
def office() -> Converter:
    return Converter.probe(os.environ)


def test_all_vietnamese_letters_come_through_in_the_right_font(
    office: Converter, word_file: WordFile, tmp_path: Path
) -> None:
    letters = " ".join(VIETNAMESE_LETTERS)
    damaged = tmp_path / "hỏng.docx"
    damaged.write_bytes(b"PK\x03\x04 nothing that Word could read")
    files = [word_file("Công văn số 1", SENTENCE), damaged, word_file("chữ cái", letters)]
    with pytest.raises(OutsideProgramError) as caught:
        office.to_pdf(files, tmp_path / "pdf")
    assert [problem.place.file for problem in caught.value.problems] == ["hỏng.docx"]
    text = tmp_path / "pdf" / "chữ cái.pdf"
    assert check_pdf(text, pages=1, page_texts=[letters]) == []
    assert check_pdf(tmp_path / "pdf" / "Công văn số 1.pdf", pages=1, texts=[SENTENCE]) == []
    assert not (tmp_path / "pdf" / "hỏng.pdf").exists()


def test_one_warm_libreoffice_serves_one_document_after_another(
    word_file: WordFile, tmp_path: Path
) -> None:
    first, second = word_file("một", SENTENCE), word_file("hai", "Giấy khen", bold=True)
    counted, starts = tmp_path / "soffice", tmp_path / "starts"
    counted.write_text(f'#!/bin/sh\necho "$*" >> "{starts}"\nexec soffice "$@"\n', encoding="utf-8")
    counted.chmod(0o755)
    with WarmConverter(
        Converter.probe({**os.environ, "VBGEN_SOFFICE": str(counted)}).office
    ) as warm:
        warm.get_ready()
        warm.to_pdf([first], tmp_path / "pdf")
        (made,) = warm.to_pdf([second], tmp_path / "pdf", pdfa=True)
    lasting = [line for line in starts.read_text("utf-8").splitlines() if "--headless" in line]
    assert sum("--convert-to" not in line for line in lasting) == 1
    with pikepdf.open(made) as opened:
        assert opened.open_metadata().pdfa_status == "2B"
    assert [font.name.split("-")[1] for font in fonts_of(made)] == ["Bold"]


def test_text_is_as_wide_on_paper_as_it_was_measured(
    office: Converter, word_file: WordFile, tmp_path: Path
) -> None:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

    line = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    (made,) = office.to_pdf(
        [word_file("rộng", line + "|", size_pt=13, bold=True)], tmp_path / "pdf"
    )
    document = PdfDocument(made)
    page = document[0].get_textpage()
    left = page.get_charbox(0, loose=True)[0]
    right = page.get_charbox(len(line), loose=True)[0]
    document.close()
    assert (right - left) * 25.4 / 72 == pytest.approx(
        text_width_mm(line, size_pt=13, bold=True), abs=0.1
    )


def test_this_machine_has_a_font_with_every_vietnamese_letter() -> None:
    assert probe_fonts(os.environ) == []


def test_pages_fonts_and_texts_that_do_not_fit_are_all_told(
    office: Converter, word_file: WordFile, tmp_path: Path
) -> None:
    (made,) = office.to_pdf([word_file("một", SENTENCE)], tmp_path / "pdf")
    assert (
        fonts_of(made) == (PdfFont("LiberationSerif", is_embedded=True),)
        or fonts_of(made)[0].name == "Tinos"
    )
    assert texts_of(made)[0].split() == SENTENCE.split()
    problems = check_pdf(
        made, pages=2, texts=["Bằng khen"], page_texts=["Độc lập", "Hạnh phúc"], families=("Arial",)
    )
    codes = [problem.code for problem in problems]
    assert codes == ["pdf-page-count", "pdf-font-foreign", "pdf-text-missing", "pdf-text-missing"]
    assert {problem.place.file for problem in problems} == {"một.pdf"}
