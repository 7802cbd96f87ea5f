"""PDF files: a printed paper is read as text, a scan by recognising its letters, marked doubtful."""

import os
import subprocess
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]  # the wheel ships no types
import pytest

from tests.intake.files import as_word
from vbgen.intake.values import FileReading, ReadValue
from vbgen.office import DraftPapers, Office, ReadFiles, Surroundings

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FileReading]:
    """The sample's decision and launch, printed and read."""
    folder = tmp_path_factory.mktemp("printed")
    with Office.act(SAMPLE, Surroundings(os.environ, "t", lambda: NOW)) as office:
        for kind, phase in (("award-decision", 1), ("launch-notice", None)):
            office.do(DraftPapers(SAMPLE, (kind,), phase=phase, pdf=True, folder=folder))
        files = tuple(sorted(folder.glob("*.pdf")))
        found = office.do(ReadFiles(files))
    return {reading.file.removesuffix(".pdf"): reading for reading in found.files}


def value(reading: FileReading, key: str) -> object:
    part = reading.paper[key]
    assert isinstance(part, ReadValue)
    return part.value


def test_everybody_in_a_printed_list_is_read(printed: dict[str, FileReading]) -> None:
    decision = printed["award-decision-phase-1"]
    assert len(decision.people) == 12
    assert list(decision.doubtful) == []
    assert {each["award"] for each in decision.people} == {"Giấy khen"}
    assert "K'Brể" in {each["full_name"] for each in decision.people}


def test_parts_of_a_printed_paper_are_read_with_their_pages(
    printed: dict[str, FileReading],
) -> None:
    decision, launch = printed["award-decision-phase-1"], printed["launch-notice"]
    assert value(decision, "type") == "Quyết định"
    assert value(decision, "authority") == "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM"
    assert value(launch, "subject") == "phát động phong trào thi đua năm 2022"
    assert value(launch, "issuer") == "SỞ CÔNG THƯƠNG"
    grounds = decision.paper["grounds"]
    assert isinstance(grounds, tuple)
    assert len(grounds) == 7
    assert {each.place.part for each in grounds} == {"trang 1"}
    targets = launch.paper["targets"]
    assert isinstance(targets, tuple)
    assert len(targets) == 4


def test_a_scan_is_recognised_and_everything_of_it_is_doubtful(tmp_path: Path) -> None:
    """It lies on its side."""
    names = ("Nguyễn Văn An", "Trần Thị Hòa", "Lê Quang Minh", "Phạm Thu Trang", "Vũ Đình Nam")
    told = (f"{at}. Ông {name}, Trưởng phòng, Phòng Kế hoạch;" for at, name in enumerate(names, 1))
    lines = ("DANH SÁCH TẶNG GIẤY KHEN", *told)
    word = as_word(tmp_path / "anh.docx", [], before=lines)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)],
        check=True,
        capture_output=True,
    )
    with pypdfium2.PdfDocument(tmp_path / "anh.pdf") as opened:
        picture = opened[0].render(scale=200 / 72).to_pil().convert("RGB").rotate(90, expand=True)
    picture.save(tmp_path / "chup.pdf")
    with Office.look(SAMPLE, Surroundings(os.environ, "t", lambda: NOW)) as office:
        reading = office.do(ReadFiles((tmp_path / "chup.pdf",))).files[0]
    assert [each["full_name"] for each in reading.people] == list(names)
    assert all(field.doubts for each in reading.people for field in each.fields.values())
    assert "scanned-tables" in {each.code for each in reading.left}


def test_a_damaged_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 hong")
    with Office.look(SAMPLE, Surroundings({}, "t", lambda: NOW)) as office:
        found = office.do(ReadFiles((tmp_path / "hong.pdf",)))
    assert [each.code for each in found.problems] == ["file-not-read"]
