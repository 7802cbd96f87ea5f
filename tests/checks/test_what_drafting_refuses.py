"""Whatever making a paper refuses in the data, `check` finds before, at its sheet."""

import ast
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.files import sheet
from tests.cli.command_line import vbgen
from vbgen.model.council import CouncilRole

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "ha-nam-2022"
Change = Callable[[openpyxl.Workbook], object]


def emptied(title: str) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        rows = sheet(book, title)
        rows.delete_rows(2, rows.max_row)

    return change


def typed(title: str, heading: str, row: int, value: str) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        rows = sheet(book, title)
        titles = [str(cell.value).rstrip(" *") for cell in rows[1]]
        rows.cell(row, titles.index(heading) + 1).value = value

    return change


def without_signers(book: openpyxl.Workbook) -> None:
    """Nobody signs, and no paper names anybody."""
    emptied("Người ký")(book)
    papers = sheet(book, "Văn bản")
    for row in range(2, papers.max_row + 1):
        typed("Văn bản", "Mã người ký", row, "")(book)


def without_voters(book: openpyxl.Workbook) -> None:
    """The council has secretaries alone."""
    for row in range(2, sheet(book, "Hội đồng").max_row + 1):
        typed("Hội đồng", "Vai trò", row, CouncilRole.SECRETARY.label)(book)


def awarded(heading: str, value: str) -> Change:
    """A cell in the row of the third awarded, who is a person."""

    def change(book: openpyxl.Workbook) -> None:
        key = sheet(book, "Khen thưởng").cell(4, 2).value
        people = sheet(book, "Cá nhân, tập thể")
        row = next(
            number for number in range(2, people.max_row + 1) if people.cell(number, 1).value == key
        )
        typed("Cá nhân, tập thể", heading, row, value)(book)

    return change


def in_a_font_without_its_letter(book: openpyxl.Workbook) -> None:
    """A name of the Ê Đê, in a design whose fonts have no letter of theirs."""
    awarded("Họ và tên, tên tập thể", "Y Ƀuôn Yă")(book)
    papers = sheet(book, "Văn bản")
    papers.cell(1, papers.max_column + 1).value = "Mẫu trang trí"
    for row in range(2, papers.max_row + 1):
        if papers.cell(row, 1).value == "Giấy khen":
            typed("Văn bản", "Mẫu trang trí", row, "truc-xanh")(book)


REFUSED: dict[str, list[tuple[str, Change, str]]] = {
    # code: kind that is refused, what is changed, the sheet that check names
    "unknown-honour": [
        (
            "certificate",
            typed("Khen thưởng", "Danh hiệu, hình thức", 2, "Giấy khem"),
            "Khen thưởng",
        ),
        ("nomination-list", typed("Đề nghị", "Danh hiệu, hình thức đề nghị", 2, "GK"), "Đề nghị"),
    ],
    "no-signer": [("launch-notice", without_signers, "Người ký")],
    "missing-rows": [("council-minutes", without_voters, "Hội đồng")],
    "certificate-sign": [
        (
            "certificate",
            awarded("Chức vụ", "Chuyên viên ✓"),
            "Cá nhân, tập thể",
        ),
        (
            "certificate",
            typed("Khen thưởng", "Thành tích ghi trên giấy khen", 2, "dẫn đầu ✓"),
            "Khen thưởng",
        ),
        ("certificate", awarded("Họ và tên, tên tập thể", "Nguyễn ☯ An"), "Cá nhân, tập thể"),
    ],
    "ballots-wrong": [
        ("council-minutes", typed("Họp Hội đồng", "Số phiếu phát ra", 2, "40"), "Họp Hội đồng"),
        ("council-conclusion", typed("Họp Hội đồng", "Số phiếu thu vào", 2, "40"), "Họp Hội đồng"),
    ],
    "more-votes-than-voters": [
        ("council-minutes", typed("Bỏ phiếu", "Đồng ý", 2, "40"), "Bỏ phiếu"),
        ("council-conclusion", typed("Bỏ phiếu", "Không đồng ý", 2, "12"), "Bỏ phiếu"),
    ],
    "target-impossible": [
        ("launch-notice", typed("Chỉ tiêu thi đua", "Từ (ít nhất)", 6, "180"), "Chỉ tiêu thi đua"),
        (
            "phase-summary",
            typed("Chỉ tiêu thi đua", "Đến (nhiều nhất)", 2, "1,5"),
            "Chỉ tiêu thi đua",
        ),
    ],
    "more-than-total": [
        ("phase-summary", typed("Kết quả thi đua", "Số đạt", 2, "900"), "Kết quả thi đua")
    ],
    "certificate-font": [("certificate", in_a_font_without_its_letter, "Khen thưởng")],
}
ELSEWHERE = {
    "no-second-signer",
    "no-body",
    "no-issuer",
    "secret-paper",
}  # of kinds and issuers that have tests of their own


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    data = tmp_path / "data" / "pt"
    data.mkdir(parents=True)
    shutil.copy(SAMPLE / "campaign.xlsx", data / "campaign.xlsx")
    return data


def codes_of_papers() -> set[str]:
    """Every code of an error that the floor of papers can raise or tell about data."""
    codes: set[str] = set()
    for path in (ROOT / "vbgen" / "papers").rglob("*.py"):
        text = path.read_text("utf-8")
        if not re.search("ProblemsFoundError|unprintable|lettering|Fault", text):
            continue
        codes |= {
            str(node.args[0].value)
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Call)
            and getattr(node.func, "id", "") in {"Problem", "Fault"}
            and isinstance(node.args[0], ast.Constant)
            and not {"NOTE", "WARNING"} & {getattr(each, "attr", "") for each in ast.walk(node)}
        }
    return codes


def test_the_table_names_every_refusal_of_the_papers() -> None:
    assert codes_of_papers() == set(REFUSED) | ELSEWHERE


CASES = [(code, *case) for code, cases in REFUSED.items() for case in cases]


@pytest.mark.parametrize(("code", "kind", "change", "title"), CASES)
def test_what_drafting_refuses_is_found_by_check_at_its_sheet(
    code: str, kind: str, change: Change, title: str, folder: Path, capsys: Capture
) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    change(book)
    book.save(folder / "campaign.xlsx")

    checked = vbgen(capsys, "check", folder, "--json")
    drafted = vbgen(capsys, "draft", folder, kind, "--json")

    found = [each for each in checked.json["problems"] if each["code"] == code]
    refused = {each["code"] for each in drafted.json["problems"] if each["severity"] == "error"}
    assert checked.code == 1
    assert title in {each["place"].get("sheet") for each in found}
    assert all(each["severity"] == "error" for each in found)
    assert refused <= {each["code"] for each in checked.json["problems"]}
    assert drafted.code == 1 or code in refused


def test_a_count_that_cannot_be_stops_its_own_papers_and_the_number(
    folder: Path, capsys: Capture
) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    typed("Bỏ phiếu", "Đồng ý", 2, "40")(book)
    book.save(folder / "campaign.xlsx")
    drafted = vbgen(capsys, "draft", folder, "--json")
    issued = vbgen(
        capsys, "issue", folder, "council-minutes", "--phase", 1, "--date", "2022-07-08", "--json"
    )
    made = {Path(each).name for each in drafted.json["files"]}
    assert "launch-notice.docx" in made
    assert "council-minutes-phase-2.docx" in made
    assert "council-minutes-phase-1.docx" not in made
    for answer in (drafted, issued):
        told = [each for each in answer.json["problems"] if each["severity"] == "error"]
        assert {each["code"] for each in told} == {"more-votes-than-voters"}
        assert {each["place"]["cell"] for each in told} == {"D2"}
    assert issued.code == 1


def test_a_draft_tells_a_sign_that_cannot_be_printed_at_its_cell(
    folder: Path, capsys: Capture
) -> None:
    _kind, change, title = REFUSED["certificate-sign"][0][:3]
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    change(book)
    book.save(folder / "campaign.xlsx")
    drafted = vbgen(capsys, "draft", folder, "certificate", "--phase", 1, "--json")
    places = [
        each["place"] for each in drafted.json["problems"] if each["code"] == "certificate-sign"
    ]
    assert [(place["sheet"], bool(place["cell"])) for place in places] == [(title, True)]


def test_a_name_without_end_floods_no_message(folder: Path, capsys: Capture) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    awarded("Họ và tên, tên tập thể", "An" * 1_000)(book)
    book.save(folder / "campaign.xlsx")
    for command in (("check",), ("draft", "certificate")):
        answer = vbgen(capsys, command[0], folder, *command[1:], "--json")
        told = [each["message"] + each["hint"] for each in answer.json["problems"]]
        assert any("AnAn" in said for said in told)
        assert not any("An" * 60 in said for said in told)
