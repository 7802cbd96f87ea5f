"""What follows a decision, for three agencies: certificates of titles, money signed for, ceremony, extract, figures."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.afterwards.years import (
    AGENCIES,
    DECISION,
    add,
    confirm_sound,
    issued,
    registry,
    said,
    year_of,
)
from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import Office, office_of
from tests.papers.reading import texts
from vbgen.register.books import OUTGOING_COLUMNS

CEREMONY = {"name": "Hội nghị tổng kết", "start": "2026-09-20 08:00", "place": "Hội trường"}
STEPS = ("Chào cờ", "Trao tặng khen thưởng")


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return year_of(request.param, tmp_path)


each_agency = pytest.mark.parametrize("office", AGENCIES, indirect=True, ids=str)


def told(office: Office, paper: Any, stem: str) -> str:  # noqa: ANN401 - an answer's plain values
    return "\n".join(said(office, paper["code"].replace("/", "-"), stem))


def sent_to(office: Office, kind: str) -> None:
    """Who receives a kind of paper."""
    lines = ("Người nhận", "Lưu: VT")
    add(office, recipients=[{"kind": kind, "text": text} for text in lines])


@each_agency
def test_money_is_signed_for_on_a_list_that_goes_with_the_decision(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    add(office, payouts=[{"prepared_by": "Lò Thị Mai", "accountant": "Vũ Lan"}])
    first = issued(office, capsys, DECISION)
    lines = told(office, first, "bonus-receipt")
    assert f"(Kèm theo Quyết định số {first['code']} ngày 10 tháng 9 năm 2026 của" in lines
    assert "Lò Thị Mai" in lines
    decided = told(office, first, DECISION)
    total = decided.partition("Tiền thưởng kèm theo là ")[2].partition(" đồng")[0]
    assert not total or f"Tổng cộng\n{total}" in lines
    confirm_sound(office, capsys, first["code"])


def test_without_a_row_of_who_pays_no_list_goes_with_the_decision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office_of("xa", tmp_path), capsys, DECISION)
    assert not any("bonus-receipt" in name for name in first["files"])


@each_agency
def test_the_programme_calls_every_name_once_in_print_order(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = [{"time": f"0{8 + hour} giờ", "content": text} for hour, text in enumerate(STEPS)]
    add(office, ceremonies=[{**CEREMONY, "on_stage": 2}], ceremony_steps=steps)
    sent_to(office, "ceremony-programme")
    first = issued(office, capsys, DECISION)
    programme = issued(office, capsys, "ceremony-programme")
    lines = told(office, programme, "ceremony-programme")
    rows = registry(office, capsys, "show", first["code"], "--json").json["certificates"]
    places = [lines.index(f"\n{row['number']}\n{row['name']}\n") for row in rows]
    assert places == sorted(places)
    assert f"Danh sách xướng tên gồm {len(rows):02} giấy, {-(-len(rows) // 2):02} lượt" in lines
    assert f"Thực hiện Quyết định số {first['code']} ngày 10 tháng 9 năm 2026" in lines
    confirm_sound(office, capsys, programme["code"])


@each_agency
def test_an_extract_holds_the_unit_s_own_rows_and_the_copy_s_own_number(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)
    units = {row["id"]: row.get("unit") for row in office.data()["nominees"]}
    rows = registry(office, capsys, "show", first["code"], "--json").json["certificates"]
    unit = next(units[row["nominee"]] for row in rows if units[row["nominee"]])
    copy = issued(office, capsys, f"award-extract/{unit}")
    lines = told(office, copy, f"award-extract-{unit}")
    assert lines.count(f"Số: {first['code']}") == 1
    assert lines.count(f"Số: {copy['code']}") == 1
    assert lines.index(first["code"]) < lines.index("TRÍCH SAO") < lines.index(copy["code"])
    for row in rows:
        assert (row["name"] in lines) is (units[row["nominee"]] == unit), row["name"]
    confirm_sound(office, capsys, copy["code"])


def test_extracts_for_all_units_are_numbered_apart_and_share_out_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = year_of("cuc", tmp_path)
    first = issued(office, capsys, DECISION)
    rows = registry(office, capsys, "show", first["code"], "--json").json["certificates"]
    done = office.issue(capsys, "award-extract")
    assert done.code == 0, done.out + done.err
    copies = done.json["issued"]
    codes = [one["code"].partition("/") for one in copies]
    assert [number for number, _slash, _symbol in codes] == [
        f"{number:02}" for number in range(1, len(copies) + 1)
    ]
    assert {symbol for _number, _slash, symbol in codes} == {"TrS-ĐĐHĐ"}
    units = {row["id"]: row.get("unit", "") for row in office.data()["nominees"]}
    found = (office.folder / "output" / office.agency / "issued").glob("*-award-extract-*.docx")
    papers = {path.stem.partition("-award-extract-")[2]: "\n".join(texts(path)) for path in found}
    assert set(papers) == {units[row["nominee"]] for row in rows} - {""}
    for row in rows:
        holders = {unit for unit, text in papers.items() if f"\n{row['name']}\n" in text}
        assert holders == {units[row["nominee"]]} - {""}, row["name"]


def test_an_extract_says_what_the_decision_said_though_the_data_have_changed_since(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = year_of("cuc", tmp_path)
    first = issued(office, capsys, DECISION)
    decided = said(office, first["code"].replace("/", "-"), DECISION)
    data = office.data()
    units = {row["id"]: row.get("unit") for row in data["nominees"]}
    unit = next(units[row["nominee"]] for row in data["awards"] if units[row["nominee"]])
    data["agency"]["name"] = "Cục Đổi Tên"
    for row in data["signers"]:
        row["full_name"] = "Người Ký Sau"
    office.write(data)
    copy = issued(office, capsys, f"award-extract/{unit}")
    extracted = said(office, copy["code"].replace("/", "-"), f"award-extract-{unit}")
    form = decided[: decided.index("Nơi nhận:")]
    kept = [line for line in form if not line.startswith("Điều 2")]
    foot = extracted.index("TRÍCH SAO") - 1
    assert [line for line in kept if line not in extracted[:foot]] == []
    assert "Điều 2. …" in extracted or not any(line.startswith("Điều 3") for line in kept)
    assert "Người Ký Sau" not in extracted[:foot]
    assert "Người Ký Sau" in extracted[foot:]
    assert "CỤC ĐỔI TÊN" in extracted[foot:]


@each_agency
def test_each_unit_has_a_folder_with_decision_extract_and_its_certificates(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)
    done = registry(office, capsys, "unit-folders", first["code"], "--json")
    assert done.code == 0, done.out + done.err
    rows = registry(office, capsys, "show", first["code"], "--json").json["certificates"]
    data = office.data()
    units = {row["id"]: row.get("unit", "") for row in data["nominees"]}
    names = {row["id"]: row["name"] for row in data["units"]} | {"": "Không thuộc đơn vị"}
    wanted = Counter(names[units[row["nominee"]]] for row in rows)
    found = Counter[str]()
    for path in map(Path, done.json["files"]):
        if path.name.endswith("-certificate.docx"):
            found[path.parent.name] = texts(path).count("Độc lập - Tự do - Hạnh phúc") or len(
                [line for line in texts(path) if line.startswith("Số sổ vàng")]
            )
    assert found == wanted
    for name in wanted:
        files = {path.name for path in (Path(done.json["folder"]) / name).glob("*.docx")}
        assert f"{first['code'].replace('/', '-')}-{DECISION}.docx" in files


@each_agency
def test_a_confirmation_says_what_the_golden_book_says_and_remakes_the_certificate(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)
    row = registry(office, capsys, "show", first["code"], "--json").json["certificates"][-1]
    reference = f"{first['code']}:{row['place']}"
    add(office, confirmations=[{"id": "A", "certificate": reference, "is_remade": True}])
    sent_to(office, "award-confirmation")
    paper = issued(office, capsys, "award-confirmation")
    lines = told(office, paper, "award-confirmation-A")
    assert f"theo Quyết định số {first['code']} ngày 10 tháng 9 năm 2026 của" in lines
    assert row["merit"] in lines
    remade = told(office, paper, "certificate")
    assert f"{first['code']}, ngày 10 tháng 9 năm 2026" in remade
    assert f"Số sổ vàng: {row['number']}\n" in remade
    assert paper["golden_numbers"] == []
    confirm_sound(office, capsys, paper["code"])


@each_agency
def test_an_award_of_a_year_before_the_register_is_confirmed_from_the_typed_book(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {
        "id": "B", "name": "Bế Văn Thọ", "caption": "Ông", "post": "Bí thư Chi đoàn",
        "award": "Giấy khen", "merit": "Đã có thành tích xuất sắc năm 2009",
        "decision_number": "118/QĐ-X", "decision_date": "2009-12-15",
        "decided_by": "Giám đốc Sở X", "golden_number": "41", "is_remade": True,
    }  # fmt: skip
    add(office, confirmations=[typed])
    sent_to(office, "award-confirmation")
    paper = issued(office, capsys, "award-confirmation")
    lines = told(office, paper, "award-confirmation-B")
    assert "Quyết định số 118/QĐ-X ngày 15 tháng 12 năm 2009 của Giám đốc Sở X" in lines
    remade = told(office, paper, "certificate")
    for text in ("BẾ VĂN THỌ", "118/QĐ-X, ngày 15 tháng 12 năm 2009", "41"):
        assert text in remade
    confirm_sound(office, capsys, paper["code"])


@each_agency
def test_the_year_s_figures_are_those_of_a_plain_count(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    other = {"name": "phong trào cải cách hành chính", "start": "2021-01-01", "end": "2025-12-31"}
    add(office, launched=[other])
    sent_to(office, "year-statistics")
    issued(office, capsys, DECISION)
    paper = issued(office, capsys, "year-statistics")
    lines = said(office, paper["code"].replace("/", "-"), "year-statistics")
    data = office.data()
    kinds = {row["id"]: row["kind"] for row in data["nominees"]}
    counted = Counter(kinds[row["nominee"]] for row in data["awards"])
    collectives = counted["collective"] + counted["enterprise"]
    persons = counted["individual"] + counted["pupil"]
    total = lines.index("Tổng cộng")  # of what was given; proposals have a table of their own
    told_figures = [int(each) for each in lines[total + 1 : total + 5]]
    assert told_figures == [sum(counted.values()), collectives, counted["household"], persons]
    own = bool(data["movement"].get("name"))
    assert f"{1 + own:02} phong trào" in "\n".join(lines)
    confirm_sound(office, capsys, paper["code"])


def test_titles_have_certificates_that_go_with_the_decision_on_titles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("benh-vien", tmp_path)
    first = issued(office, capsys, f"{DECISION}/titles")
    plain = told(office, first, "certificate-titles")
    with_flags = told(office, first, "certificate-cstdcs")
    for title in ("TẬP THỂ LAO ĐỘNG TIÊN TIẾN", "\nLAO ĐỘNG TIÊN TIẾN"):
        assert title in plain
        assert title not in with_flags
    assert "CHIẾN SĨ THI ĐUA CƠ SỞ" in with_flags
    assert "CHIẾN SĨ THI ĐUA CƠ SỞ" not in plain
    lines = plain + with_flags
    assert lines.count("TẶNG DANH HIỆU") == len(first["golden_numbers"]) > 0
    confirm_sound(office, capsys, first["code"])
    printed = office.run(capsys, "print", "certificate/titles", "--list", "--json")
    assert printed.code == 0, printed.out + printed.err


def test_replaced_withdrawn_and_void_papers_lie_apart_and_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    first = issued(office, capsys, DECISION)["code"]
    second = issued(office, capsys, DECISION, "--replaces", first)["code"]
    out = office.folder / "output" / "xa" / "issued"
    apart = out / "khong-con-hieu-luc"
    old, new = (code.replace("/", "-") for code in (first, second))
    assert not list(out.glob(f"{old}-*.docx"))
    assert {path.name for path in apart.glob("*.docx")} == {
        f"{old}-award-decision (đã được thay thế).docx",
        f"{old}-certificate (đã được thay thế).docx",
    }
    assert (out / f"{new}-award-decision.docx").is_file()
    void = registry(office, capsys, "void", second, "--why", "sai", "--by", "Lan", "--yes")
    assert void.code == 0, void.out + void.err
    assert (apart / f"{new}-award-decision (số đã hủy).docx").is_file()
    assert not list(out.glob(f"{new}-*.docx"))


def test_a_draft_names_what_is_not_proved_of_its_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    done = vbgen(capsys, "draft", office.campaign, "year-statistics", "--json")
    assert done.code == 0, done.out + done.err
    told_codes = {problem["code"] for problem in done.json["problems"]}
    assert "kind-unproved" in told_codes


@pytest.mark.parametrize(
    ("typed", "code"), [(None, 0), ("2009-12-15", 0), ("2009-12-16", 1)], ids=str
)
def test_a_typed_decision_is_held_against_the_imported_register_of_its_year(
    typed: str | None, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(OUTGOING_COLUMNS))
    subject = "Quyết định về việc tặng Giấy khen"
    sheet.append(["01/QĐ-UBND", "15/12/2009", subject, "Lò Văn Kỳ", "", "", "", "", "", ""])
    book.save(office.folder / "so.xlsx")
    done = registry(office, capsys, "import", "so.xlsx", "--agency", "UBND", "--by", "Lan", "--yes")
    assert done.code == 0, done.out + done.err
    row = {"id": "C", "name": "Bế Văn Thọ", "caption": "Ông", "award": "Giấy khen"}
    day = {"decision_date": typed} if typed else {}
    add(office, confirmations=[row | {"decision_number": "01/QĐ-UBND"} | day])
    sent_to(office, "award-confirmation")
    answer = office.issue(capsys, "award-confirmation")
    assert answer.code == code, answer.out + answer.err
    if code:
        assert "15/12/2009" in answer.out + answer.err
        return
    lines = told(office, answer.json["issued"][0], "award-confirmation-C")
    assert "Quyết định số 01/QĐ-UBND ngày 15 tháng 12 năm 2009" in lines


def figures(office: Office, capsys: pytest.CaptureFixture[str]) -> list[int]:
    """Awards, collectives, households and persons, as the year's statistics count them."""
    paper = issued(office, capsys, "year-statistics", "--date", "2026-09-20")
    lines = said(office, paper["code"].replace("/", "-"), "year-statistics")
    total = lines.index("Tổng cộng")
    return [int(each) for each in lines[total + 1 : total + 5]]


def test_the_year_s_figures_count_other_campaigns_and_leave_out_what_was_withdrawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    sent_to(office, "year-statistics")
    first = issued(office, capsys, DECISION)["code"]
    other = office.folder / "data" / "dot-xuat"
    shutil.copytree(office.campaign, other)
    done = vbgen(
        capsys, "issue", other, DECISION, "--date", "2026-09-11", "--by", "Lan", "--yes", "--no-pdf"
    )
    assert done.code == 0, done.out + done.err
    back = {"paper": first, "change": "withdraw", "nominee": "C2", "reason": "kê khai không đúng"}
    add(office, changes=[back])
    issued(office, capsys, "amending-decision")
    assert figures(office, capsys) == [15, 6, 2, 7]  # twice 3 + 1 + 4, less one person


def test_certificates_are_printed_though_some_were_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    sent_to(office, "award-confirmation")
    first = issued(office, capsys, DECISION)["code"]
    add(office, confirmations=[{"id": "A", "certificate": f"{first}:1", "is_remade": True}])
    second = issued(office, capsys, "award-confirmation")["code"]
    listed = office.run(capsys, "print", "certificate", "--list", "--json")
    assert listed.code == 0, listed.out + listed.err
    assert len(listed.json["certificates"]) == 8
    again = office.run(capsys, "print", "certificate", "--list", "--only", f"{second}:1", "--json")
    assert again.code == 0, again.out + again.err
