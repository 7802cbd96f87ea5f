"""A year played through from `init` to the year's statistics; every figure is counted here a second time, plainly."""

from pathlib import Path

import openpyxl
import pytest

from tests.papers.reading import texts
from tests.runs.played_year import Clerk, Person, PlayedOffice, play
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign

COMMUNE = PlayedOffice(
    first=(
        "UBND TỈNH NINH BÌNH", "ỦY BAN NHÂN DÂN XÃ AN NỘI", "UBND", "An Nội", "phong trào thi đua năm 2026",
        "Ủy ban nhân dân xã An Nội", 2026, "Ủy ban nhân dân cấp xã", "Chánh Văn phòng, Trưởng các phòng",
        "Chủ tịch", "Nguyễn Văn An", "VP",
    ),
    head_of_council="Hội đồng Thi đua - Khen thưởng",
    people=(
        Person("Thôn Nội", "", "", 7),
        Person("Trần Thị Bình", "Trưởng thôn Nội", "Nữ", 7),
        Person("Lê Văn Cường", "Công chức", "Nam", 3),
        Person("Phạm Thị Dung", "Giáo viên", "Nữ", 4),
    ),
    council=(
        ("Nguyễn Văn An", "Chủ tịch", "Chủ tịch"),
        ("Đỗ Văn Hải", "Phó Chủ tịch", "Phó Chủ tịch"),
        ("Bùi Thị Lan", "Chánh Văn phòng", "Ủy viên, Thư ký"),
        ("Ngô Văn Minh", "Chủ tịch Mặt trận Tổ quốc", "Ủy viên"),
        ("Đinh Thị Nga", "Chủ tịch Hội Liên hiệp Phụ nữ", "Ủy viên"),
        ("Lý Văn Phú", "Bí thư Đoàn xã", "Ủy viên"),
        ("Mai Văn Quân", "Trưởng phòng Văn hóa - Xã hội", "Ủy viên"),
    ),
    money="Theo quy định của pháp luật",
    rates_dong={False: 380_000, True: 760_000},  # 0,15 and 0,3 of 2.530.000, up to ten thousands
)  # fmt: skip
SCHOOL = PlayedOffice(
    first=(
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TRUNG HỌC PHỔ THÔNG SÔNG CẦU", "THPTSC", "Bắc Ninh",
        "phong trào thi đua “Dạy tốt, học tốt” năm 2026", "Trường Trung học phổ thông Sông Cầu", 2026,
        "Trường học, cơ sở giáo dục", "Tổ trưởng các tổ chuyên môn", "Hiệu trưởng", "Vũ Thị Giang", "VP",
    ),
    head_of_council="Hội đồng Thi đua - Khen thưởng",
    people=(
        Person("Tổ Ngữ văn", "", "", 5),
        Person("Hoàng Văn Em", "Giáo viên", "Nam", 3),
        Person("Cao Thị Hạnh", "Giáo viên", "Nữ", 2),
    ),
    council=(
        ("Vũ Thị Giang", "Hiệu trưởng", "Chủ tịch"),
        ("Tạ Văn Kiên", "Phó Hiệu trưởng", "Phó Chủ tịch"),
        ("Hồ Thị Loan", "Nhân viên văn thư", "Ủy viên, Thư ký"),
        ("Dương Văn Nam", "Chủ tịch Công đoàn", "Ủy viên"),
        ("Trịnh Thị Oanh", "Bí thư Đoàn trường", "Ủy viên"),
    ),
    money="Không kèm tiền thưởng",
    rates_dong={False: 0, True: 0},
)  # fmt: skip
OFFICES = {"a commune": COMMUNE, "a school": SCHOOL}


@pytest.mark.parametrize("name", OFFICES)
def test_a_year_is_played_from_the_empty_form_to_the_statistics(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office, clerk = OFFICES[name], Clerk(tmp_path / "w", capsys)
    clerk.folder.mkdir()
    monkeypatch.chdir(clerk.folder)

    play(clerk, office)

    _papers_are_numbered_in_order(clerk)
    _the_council_is_invited_and_has_a_ballot_each(clerk, office)
    _who_gets_money_signs_for_it(clerk, office)
    _the_decision_names_those_who_were_carried(clerk, office)
    _the_golden_book_has_one_row_each(clerk, office)
    _ceremony_and_report_count_them(clerk, office)
    _the_statistics_count_them(clerk, office)
    _next_year_knows_them(clerk, office)


def _papers_are_numbered_in_order(clerk: Clerk) -> None:
    rows = clerk.does("register", "list", "--json").json["entries"]
    assert sorted(each["kind"] for each in rows) == [
        "award-decision",
        "ceremony-programme",
        "council-conclusion",
        "council-invitation",
        "council-minutes",
        "launch-notice",
        "nomination-list",
        "phase-summary",
    ]


def _the_council_is_invited_and_has_a_ballot_each(clerk: Clerk, office: PlayedOffice) -> None:
    invited = _said(clerk, "council-invitation")
    assert "- Xét khen thưởng năm 2026.\n" in invited
    assert "08 giờ 00 phút, ngày 28 tháng 8 năm 2026" in invited
    assert all(name in invited for name, _post, _seat in office.council)
    [ballots] = clerk.folder.rglob("drafts/ballot-paper*.docx")
    said = "\n".join(texts(ballots))
    assert said.count("PHIẾU BẦU") == len(office.council)
    assert {said.count(f"\n{each.name}") for each in office.people} == {len(office.council)}


def _who_gets_money_signs_for_it(clerk: Clerk, office: PlayedOffice) -> None:
    lists = list(clerk.folder.rglob("issued/*-bonus-receipt*.docx"))
    assert len(lists) == bool(office.total_dong)
    for path in lists:
        said = "\n".join(texts(path))
        for each in office.people:
            assert (each.name in said) is (each in office.carried), each.name
        assert f"{office.total_dong:,}".replace(",", ".") in said


def _the_decision_names_those_who_were_carried(clerk: Clerk, office: PlayedOffice) -> None:
    papers = [path for path in clerk.folder.rglob("*.docx") if "QĐ" in path.as_posix()]
    said = "\n".join(line for path in papers for line in texts(path))
    said = said.replace("\xa0", " ").casefold()
    assert papers
    for each in office.people:
        assert (each.name.casefold() in said) is (each in office.carried), each.name
    dong = f"{office.total_dong:,}".replace(",", ".")
    assert (f"{dong} đồng" in said) is bool(office.total_dong)


def _the_golden_book_has_one_row_each(clerk: Clerk, office: PlayedOffice) -> None:
    rows = clerk.does("register", "list", "--golden-book", "--json").json["certificates"]
    called = {"Nữ": "Bà ", "Nam": "Ông ", "": ""}
    wanted = sorted(called[each.gender] + each.name for each in office.carried)
    assert sorted(each["name"] for each in rows) == wanted
    assert sorted(each["number"] for each in rows) == list(range(1, len(rows) + 1))


def _ceremony_and_report_count_them(clerk: Clerk, office: PlayedOffice) -> None:
    count = f"{len(office.carried):02}"
    assert f"(Danh sách gồm {count} giấy)./." in _said(clerk, "ceremony-programme")
    collectives = sum(1 for each in office.carried if not each.gender)
    persons = len(office.carried) - collectives
    told = [f"{n:02} {noun}" for n, noun in ((collectives, "tập thể"), (persons, "cá nhân")) if n]
    assert f"đã khen thưởng {' và '.join(told)}" in _said(clerk, "phase-summary").casefold()


def _said(clerk: Clerk, kind: str) -> str:
    [path] = clerk.folder.rglob(f"issued/*-{kind}*.docx")
    return "\n".join(texts(path)).replace("\xa0", " ")


def _the_statistics_count_them(clerk: Clerk, office: PlayedOffice) -> None:
    out = clerk.folder / "thong-ke.xlsx"
    clerk.does("check", clerk.campaign, "--date", "2026-09-05", "--statistics", out)
    (figures,) = (
        row[2:5]
        for row in openpyxl.load_workbook(out).worksheets[0].iter_rows(min_row=4, values_only=True)
        if row[1] == "Giấy khen"
    )
    persons = sum(1 for each in office.carried if each.gender)
    assert figures == (len(office.carried) - persons, persons, len(office.carried))


def _next_year_knows_them(clerk: Clerk, office: PlayedOffice) -> None:
    there = clerk.folder / "data" / "nam-2027"
    clerk.does("init", there, "--from", clerk.campaign)
    after = load_campaign(there, WORDS).campaign
    names = {each.id: each.full_name for each in after.nominees}
    assert sorted(names[each.nominee] for each in after.past_awards) == sorted(
        each.name for each in office.carried
    )
    assert len(names) == len(office.people)
    assert after.council
