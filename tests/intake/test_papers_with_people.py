"""Papers that name people: in a sentence of Điều 1, in an annex of the Party's decision, in minutes."""

from datetime import date
from pathlib import Path

import pytest

from tests.intake.unseen_papers import MOTTO, UnseenPaper, written
from vbgen.intake.known import KnownOffice
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading, ReadValue
from vbgen.office.setting.workspace import find_workspace

DAY = date(2026, 11, 29)
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@pytest.fixture(scope="module")
def known() -> KnownOffice:
    return KnownOffice(find_workspace(Path(__file__).parent).words(DAY), DAY)


def read(paper: UnseenPaper, folder: Path, known: KnownOffice) -> FileReading:
    path = written(paper, folder / "paper.docx")
    return read_file(path, path.name, known)


def paper(
    left: tuple[str, ...], right: tuple[str, ...], *lines: str, **kept: object
) -> UnseenPaper:
    signed = ("GIÁM ĐỐC", "", "Nguyễn Đức Minh")
    return UnseenPaper("", left, right, lines, ("- Lưu: VT.",), signed, {}, **kept)  # type: ignore[arg-type]


def decision(*lines: str) -> UnseenPaper:
    left = ("SỞ Y TẾ", "BỆNH VIỆN PHỔI", "Số: 90/QĐ-BVP")
    right = (*MOTTO, "Phủ Lý, ngày 15 tháng 4 năm 2026")
    opening = (">QUYẾT ĐỊNH", ">Về việc khen thưởng đột xuất", ">GIÁM ĐỐC BỆNH VIỆN PHỔI")
    return paper(left, right, *opening, "Căn cứ Quy chế của Bệnh viện;", ">QUYẾT ĐỊNH:", *lines)


def test_who_is_honoured_in_a_sentence_is_read_out_of_it(
    known: KnownOffice, tmp_path: Path
) -> None:
    sentence = (
        "Điều 1. Tặng Giấy khen cho ông Trương Văn Khởi, Điều dưỡng trưởng Khoa Cấp cứu đã có thành "
        "tích xuất sắc trong việc cứu người bị nạn."
    )
    duty = "Điều 2. Trưởng phòng và ông Trương Văn Khởi chịu trách nhiệm thi hành Quyết định này./."
    reading = read(decision(sentence, duty), tmp_path, known)
    (person,) = reading.people
    said = {
        "full_name": "Trương Văn Khởi",
        "gender": "male",
        "position": "Điều dưỡng trưởng",
        "unit_name": "Khoa Cấp cứu",
        "merit": "xuất sắc trong việc cứu người bị nạn",
        "award": "Giấy khen",
    }
    assert {name: person[name] for name in said} == said
    assert person.is_certain
    assert not reading.questions


def test_a_sentence_of_two_people_is_doubtful_and_one_that_announces_a_list_is_nobody(
    known: KnownOffice, tmp_path: Path
) -> None:
    both = "Điều 1. Tặng Giấy khen cho bà Lê Thị Thúy và ông Hoàng Văn Đạt, Giáo viên."
    assert not any(each.is_certain for each in read(decision(both), tmp_path, known).people)
    listed = "Điều 1. Tặng Giấy khen cho các ông, bà có tên sau:"
    assert read(decision(listed), tmp_path, known).people == ()


@pytest.mark.parametrize("number", ["Số 88-QĐ/ĐU", "Số: 88 - QĐ/ĐU"])
def test_a_paper_of_the_party_is_read_as_what_it_is(
    number: str, known: KnownOffice, tmp_path: Path
) -> None:
    left = ("ĐẢNG BỘ TỈNH NINH BÌNH", "ĐẢNG ỦY XÃ TÂN THANH", "*", number)
    opening = (">QUYẾT ĐỊNH", ">tặng Giấy khen đảng viên", "Căn cứ Điều lệ Đảng;")
    item = "- Đồng chí Trần Thị Duyên, Đảng viên, Chi bộ Công an."
    right = (PARTY, "Tân Thanh, ngày 20 tháng 12 năm 2025")
    reading = read(paper(left, right, *opening, "Điều 1. Tặng Giấy khen:", item), tmp_path, known)
    found = {
        name: part.value for name, part in reading.paper.items() if isinstance(part, ReadValue)
    }
    assert found["type"] == "Quyết định"
    assert (found["number"], found["symbol"]) == ("88", "QĐ/ĐU")
    assert found["issuer"] == "ĐẢNG ỦY XÃ TÂN THANH"
    assert found["governing_body"] == "ĐẢNG BỘ TỈNH NINH BÌNH"
    assert found["day"] == date(2025, 12, 20)
    assert [each["full_name"] for each in reading.people] == ["Trần Thị Duyên"]
    assert reading.is_granted


def test_minutes_of_a_party_cell_propose_nobody(known: KnownOffice, tmp_path: Path) -> None:
    left = ("ĐẢNG BỘ XÃ", "CHI BỘ TRƯỜNG THCS", "*")
    chair = "Chủ trì: đồng chí Lê Xuân Hòa, Bí thư chi bộ."
    right = (PARTY, "Tiêu Động, ngày 03 tháng 12 năm 2025")
    reading = read(paper(left, right, ">BIÊN BẢN", ">họp chi bộ", chair), tmp_path, known)
    assert not reading.has_nominees
    assert any("Lê Xuân Hòa" in each.words for each in reading.left if each.names_person)


def test_a_body_over_the_issuer_is_told_apart_behind_the_word_for_its_place(
    known: KnownOffice, tmp_path: Path
) -> None:
    left = ("LIÊN ĐOÀN LAO ĐỘNG TỈNH", "CÔNG ĐOÀN NGÀNH GIÁO DỤC", "Số: 18/QĐ-CĐN")
    right = (*MOTTO, "Hà Nam, ngày 10 tháng 01 năm 2026")
    reading = read(paper(left, right, ">QUYẾT ĐỊNH", ">Về việc khen thưởng"), tmp_path, known)
    issuer = reading.paper["issuer"]
    assert isinstance(issuer, ReadValue)
    assert issuer.value == "CÔNG ĐOÀN NGÀNH GIÁO DỤC"
