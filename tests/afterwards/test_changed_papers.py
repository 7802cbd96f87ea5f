"""A paper that corrects, amends, replaces or withdraws another says so to those who receive it."""

from pathlib import Path
from typing import Any

import pytest

from tests.afterwards.years import (
    AGENCIES,
    DECISION,
    add,
    confirm_sound,
    issued,
    registry,
    rename,
    said,
    year_of,
)
from tests.cli.command_line import Answer
from tests.papers.agencies.offices import DAY, PLAN, Office

AMENDING, LETTER = "amending-decision", "correction-letter"


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return year_of(request.param, tmp_path)


each_agency = pytest.mark.parametrize("office", AGENCIES, indirect=True, ids=str)


def amended(paper: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any cell
    row = {"paper": paper, "change": "amend", "part": "name", "place": "Danh sách kèm theo"}
    return row | {"wrong": "Tên cũ", "right": "Tên mới"} | more


def who(office: Office) -> str:
    """One person or collective of the office's awards."""
    return str(office.data()["awards"][-1]["nominee"])


def golden(office: Office, capsys: pytest.CaptureFixture[str], code: str) -> Any:  # noqa: ANN401 - plain values
    return registry(office, capsys, "show", code, "--json").json["certificates"]


def wrong_name(office: Office, capsys: pytest.CaptureFixture[str]) -> tuple[str, Any]:
    """A decision with one wrong name, and the decision that amends it."""
    first = issued(office, capsys, DECISION)["code"]
    old = rename(office, who(office), "Lương Thế Vinh")
    row = amended(first, wrong=old, right="Lương Thế Vinh", nominee=who(office), reason="sơ suất")
    add(office, changes=[row])
    return first, issued(office, capsys, AMENDING)


@each_agency
def test_one_wrong_name_takes_one_decision_and_one_certificate_made_anew(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = wrong_name(office, capsys)
    lines = "\n".join(
        said(office, second["code"].replace("/", "-"), f"{AMENDING}-{first.replace('/', '-')}")
    )
    assert f"Căn cứ Quyết định số {first} ngày 10 tháng 9 năm 2026 của " in lines
    assert f"Điều 1. Sửa đổi, bổ sung một số nội dung của Quyết định số {first} ngày" in lines
    assert "sửa thành “Lương Thế Vinh”" in lines
    assert f"đã cấp theo Quyết định số {first} hết giá trị" in lines
    assert f"Các nội dung khác của Quyết định số {first} giữ nguyên." in lines
    assert len(golden(office, capsys, second["code"])) == 1
    confirm_sound(office, capsys, second["code"])


@each_agency
def test_the_golden_book_ends_the_wrong_certificate_alone(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = wrong_name(office, capsys)
    ended = [row for row in golden(office, capsys, first) if row["state"] == "replaced"]
    assert [row["nominee"] for row in ended] == [who(office)]
    assert second["code"] in ended[0]["remark"]
    (new,) = golden(office, capsys, second["code"])
    assert (new["nominee"], new["state"]) == (who(office), "issued")
    assert "Lương Thế Vinh" in new["name"]
    told = registry(office, capsys, "show", first, "--json").json
    assert told["state"] == "amended"


@each_agency
def test_money_is_not_granted_twice_for_a_name_put_right(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = wrong_name(office, capsys)
    stem = f"{AMENDING}-{first.replace('/', '-')}"
    lines = "\n".join(said(office, second["code"].replace("/", "-"), stem))
    is_paid = office.data()["agency"].get("money") != "none"
    kept = f"Tiền thưởng thực hiện theo Quyết định số {first}, không chi thêm."
    assert (kept in lines) is is_paid
    assert "Tiền thưởng kèm theo là" not in lines


@each_agency
def test_a_fault_of_form_is_corrected_by_a_letter_to_those_who_have_the_paper(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)["code"]
    row = {"paper": first, "change": "correct", "part": "number", "place": "ký hiệu"}
    add(office, changes=[row | {"wrong": "QĐ-XX", "right": "QĐ-YY"}])
    letter = issued(office, capsys, LETTER)["code"]
    lines = "\n".join(said(office, letter.replace("/", "-"), f"{LETTER}-{first.replace('/', '-')}"))
    assert f"V/v đính chính Quyết định số {first} ngày 10 tháng 9 năm 2026" in lines.replace(
        "\n", " "
    )
    assert "Tại ký hiệu: “QĐ-XX” đính chính thành “QĐ-YY”." in lines
    assert "Kính gửi:" in lines
    assert "- Như trên;" in lines
    confirm_sound(office, capsys, letter)
    told = registry(office, capsys, "show", first, "--json").json
    assert told["state"] == "corrected"
    assert letter in told["remark"]


@each_agency
def test_a_replacing_decision_says_what_it_replaces_in_its_grounds_and_articles(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)["code"]
    second = issued(office, capsys, DECISION, "--replaces", first)["code"]
    lines = said(office, second.replace("/", "-"), DECISION)
    assert any(line.startswith(f"Căn cứ Quyết định số {first} ngày 10") for line in lines)
    (clause,) = (line for line in lines if "Quyết định này thay thế Quyết định số" in line)
    assert clause.startswith("Điều ")
    is_paid = office.data()["agency"].get("money") != "none"
    kept = f"tiền thưởng, hiện vật đã chi theo Quyết định số {first} không chi lại"
    assert (kept in clause) is is_paid
    articles = [line.partition(".")[0] for line in lines if line.startswith("Điều ")]
    assert articles == [f"Điều {number}" for number in range(1, len(articles) + 1)]
    told = registry(office, capsys, "show", first, "--json").json
    assert told["state"] == "replaced"
    again = registry(office, capsys, "reissue", second, "--json")
    assert again.code == 0, again.out + again.err


@each_agency
def test_a_certificate_is_withdrawn_and_nothing_is_given_out_with_that(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = issued(office, capsys, DECISION)["code"]
    row = {
        "paper": first,
        "change": "withdraw",
        "nominee": who(office),
        "reason": "kê khai không đúng",
    }
    add(office, changes=[row])
    second = issued(office, capsys, AMENDING)
    stem = f"{AMENDING}-{first.replace('/', '-')}"
    lines = "\n".join(said(office, second["code"].replace("/", "-"), stem))
    assert "Điều 1. Thu hồi Giấy khen của " in lines or "Điều 1. Thu hồi Bằng khen của" in lines
    assert "Lý do: kê khai không đúng." in lines
    assert golden(office, capsys, second["code"]) == []
    ended = [row for row in golden(office, capsys, first) if row["state"] == "withdrawn"]
    assert [row["nominee"] for row in ended] == [who(office)]
    confirm_sound(office, capsys, second["code"])


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ({"change": "correct", "part": "name"}, "content-by-letter"),
        ({"change": "correct", "part": "money"}, "content-by-letter"),
        ({"change": "amend", "part": "recipients"}, "form-by-decision"),
        ({"change": "amend", "part": "layout"}, "form-by-decision"),
        ({"change": "correct", "part": "day"}, ""),
        ({"change": "amend", "part": "text"}, ""),
        ({"change": "amend", "part": "name"}, "remade-for-nobody"),
        ({"change": "amend", "part": "name", "nominee": "C2"}, ""),
        ({"change": "correct"}, "fault-unsaid"),
        ({"change": "withdraw"}, "withdrawal-without-reason"),
        ({"change": "withdraw", "reason": "kê khai không đúng"}, ""),
    ],
    ids=str,
)
def test_which_fault_takes_which_paper_is_told(
    row: dict[str, Any], finding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {"paper": "01/QĐ-UBND", "place": "Danh sách", "wrong": "A", "right": "B"}
    office = year_of("xa", tmp_path, changes=[typed | row])
    told = {each["id"] for each in findings(office.run(capsys, "check", "--json"))}
    ours = {"content-by-letter", "form-by-decision", "remade-for-nobody", "fault-unsaid"}
    assert told & (ours | {"withdrawal-without-reason", "change-unsaid"}) == {finding} - {""}


def findings(answer: Answer) -> Any:  # noqa: ANN401 - plain values
    return answer.json["findings"]


def test_a_paper_that_the_register_does_not_have_is_not_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = year_of("xa", tmp_path, changes=[amended("77/QĐ-UBND")])
    office.address(AMENDING)
    done = office.issue(capsys, AMENDING)
    assert done.code == 1
    assert "77/QĐ-UBND" in done.out + done.err


def test_a_typed_body_that_does_not_say_what_it_replaces_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = year_of("xa", tmp_path)
    first = issued(office, capsys, PLAN)["code"]
    words = ("--date", DAY, "--by", "Lan", "--json", "--no-pdf", "--replaces", first)
    asked = office.run(capsys, "issue", PLAN, *words)
    assert asked.code != 0
    assert "phần nội dung chưa nói điều đó" in asked.out + asked.err
    second = issued(office, capsys, PLAN, "--replaces", first)["code"]
    lines = said(office, second.replace("/", "-"), PLAN)
    assert any(line.startswith(f"Căn cứ Kế hoạch số {first}") for line in lines)
