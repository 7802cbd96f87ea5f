"""Errors stop before a number is taken; what a person may decide is shown, agreed to by name, and kept."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.law.law_texts import law_on
from tests.register.issuing_desks import LIBRARY, ROOT, SAMPLE
from tests.register.test_issue_command import Office
from tests.register.typed_campaigns import Typed, typed_office
from tests.vocabulary import WORDS
from vbgen.archive import Archive
from vbgen.campaign import load_campaign, write_workbook
from vbgen.campaign.cells.markers import EXAMPLE_GREY
from vbgen.office.issuing.doubts.blanks import blanks_in
from vbgen.papers.papers import agenda

DECISION = ("award-decision", "2022-07-15", "--phase", "1")
SUMMARY = ("phase-summary", "2022-07-15", "--phase", "1")
HONOURS = "signer.honours"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return typed_office(tmp_path)


def with_a_degree(office: Office) -> None:
    with Typed(office) as data:
        data["signers"][0]["full_name"] = "TS. Lê Nguyên Ngọc"


def codes(answer: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in answer["problems"]]


def acts(office: Office) -> list[dict[str, Any]]:
    return [json.loads(line) for line in office.run("register", "journal").stdout.splitlines()]


def nothing_was_taken(office: Office) -> None:
    assert office.ask("register", "list")["entries"] == []
    assert acts(office) == []


def test_an_error_of_form_takes_no_number_even_with_yes(office: Office) -> None:
    with_a_degree(office)
    for more in ((), ("--yes",), ("--strict", "--yes")):
        done = office.run(
            "issue", office.campaign, DECISION[0], "--date", DECISION[1], "--phase", "1", *more
        )
        assert done.returncode == 1
        assert "Lỗi" in done.stderr
        assert f"--accept-form-errors {HONOURS} --reason" in done.stderr
    nothing_was_taken(office)


def test_form_errors_and_doubts_are_told_together_without_yes(office: Office) -> None:
    with_a_degree(office)
    words = (
        "issue",
        office.campaign,
        "award-decision",
        "--date",
        "2022-07-15",
        "--phase",
        "1",
        "--no-pdf",
    )
    assert codes(office.ask(*words, code=1)) == [HONOURS, "day-long-past", "no-emblem"]


def test_an_example_s_merit_that_was_left_in_a_row_of_data_is_asked_about(tmp_path: Path) -> None:
    office = typed_office(tmp_path)
    folder = Path(office.campaign)
    write_workbook(load_campaign(folder, WORDS).campaign, folder / "campaign.xlsx", WORDS)
    (folder / "campaign.yaml").unlink()
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    merit = book["Khen thưởng"]["D3"]
    merit.value = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"
    merit.font = Font(color=f"FF{EXAMPLE_GREY}", italic=True)
    book.save(folder / "campaign.xlsx")
    words = ("issue", office.campaign, DECISION[0], "--date", DECISION[1], "--phase", "1")
    answer = office.ask(*words, "--no-pdf", code=1)
    assert codes(answer) == ["left-example", "day-long-past", "no-emblem"]
    assert "D3" in str(answer["problems"][0])
    nothing_was_taken(office)


def test_an_error_of_form_passes_by_its_code_and_a_reason_and_the_journal_keeps_both(
    office: Office,
) -> None:
    with_a_degree(office)
    [issued] = office.issue(
        *DECISION, "--accept-form-errors", HONOURS, "--reason", "quy định của ngành"
    )["issued"]
    agreed = {
        "approval": {"state": "not-stated"},
        "doubts": ["day-long-past", "no-emblem"],
        "form_errors": [HONOURS],
        "reason": "quy định của ngành",
    }
    assert issued["consent"] == agreed
    reserved = next(act for act in acts(office) if act["what"] == "reserve")
    assert reserved["detail"]["consent"] == agreed
    archive = Archive.open(office.folder / "output" / "archive", environ={})
    kept = json.loads(archive.get(reserved["detail"]["files"]["intent.json"]))
    assert (kept["accepted"], kept["consent"]) == ([HONOURS], agreed)
    assert office.run("archive", "verify").returncode == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--accept-form-errors", HONOURS), 2, "lý do"),
        (("--reason", "vì thế"), 2, "mã"),
        (("--accept-form-errors", HONOURS, "--reason", "  "), 2, "lý do"),
        (("--accept-form-errors", "signer.honors", "--reason", "x"), 2, "signer.honors"),
        (("--accept-form-errors", f"{HONOURS},typing.dots", "--reason", "x"), 2, "typing.dots"),
        (("--accept-form-errors", "recipient.as-above", "--reason", "x"), 2, HONOURS),
    ],
    ids=str,
)
def test_form_errors_pass_only_by_codes_that_are_there_and_with_a_reason(
    office: Office, options: tuple[str, ...], code: int, said: str
) -> None:
    with_a_degree(office)
    assert said in office.issue(*DECISION, *options, code=code)["message"]
    nothing_was_taken(office)


def test_each_error_of_form_must_be_named(office: Office) -> None:
    with_a_degree(office)
    with Typed(office) as data:
        data["recipients"] = [row for row in data["recipients"] if "Lưu" not in row["text"]]
    found = office.issue(*DECISION, code=1)
    errors = {problem["code"] for problem in found["problems"] if problem["severity"] == "error"}
    assert errors == {HONOURS, "recipient.archive"}
    left = office.issue(*DECISION, "--accept-form-errors", HONOURS, "--reason", "x", code=1)
    assert {problem["code"] for problem in left["problems"] if problem["severity"] == "error"} == {
        "recipient.archive"
    }
    nothing_was_taken(office)
    every = ("--accept-form-errors", ", ".join(sorted(errors)), "--reason", "x")
    assert office.issue(*DECISION, *every)["issued"][0]["consent"]["form_errors"] == sorted(errors)


def test_the_signer_chosen_at_issue_is_the_one_who_is_judged(office: Office) -> None:
    with Typed(office) as data:
        data["signers"][1]["full_name"] = "ThS. Phạm Hữu Khải"
    assert HONOURS in codes(office.issue(*DECISION, "--signer", "pgd", code=1))
    assert office.issue(*DECISION)["issued"][0]["code"] == "01/QĐ-SCT"


def test_a_symbol_that_is_no_symbol_takes_no_number(office: Office) -> None:
    with Typed(office) as data:
        data["agency"]["symbol"] = "../../../etc"
    found = office.issue(*DECISION, code=1)
    assert "error" in {problem["severity"] for problem in found["problems"]}
    nothing_was_taken(office)


def test_yes_shows_what_it_agrees_to(office: Office) -> None:
    words = (
        "issue",
        office.campaign,
        "phase-summary",
        "--phase",
        "1",
        "--no-pdf",
        "--yes",
        "--date",
    )
    done = office.run(*words, "2031-01-02")
    assert done.returncode == 0, done.stderr
    assert "chưa đến" in done.stderr
    assert "--yes" in done.stderr
    assert "day-to-come" in codes(office.issue("council-minutes", "2031-01-02", "--phase", "1"))
    reserved = next(act for act in acts(office) if act["what"] == "reserve")
    assert reserved["detail"]["consent"]["doubts"] == ["day-outside-campaign", "day-to-come"]


SUMMARY_ASKED = ("phase-summary", "--phase", "1", "--date", SUMMARY[1], "--no-pdf")


@pytest.mark.parametrize(
    ("section", "shown"),
    [("proposals", "Đề xuất, kiến nghị"), ("causes", "Nguyên nhân"), ("advantages", "Thuận lợi")],
)
def test_a_section_that_nobody_wrote_is_asked_about(
    office: Office, section: str, shown: str
) -> None:
    with Typed(office) as data:
        rows = data["report_paragraphs"]
        data["report_paragraphs"] = [
            row for row in rows if (row["phase"], row["section"]) != (1, section)
        ]
    told = json.dumps(
        office.ask("issue", office.campaign, *SUMMARY_ASKED, code=1), ensure_ascii=False
    )
    assert "report-unwritten" in told
    assert shown in told
    nothing_was_taken(office)


def test_a_decision_that_cites_nothing_is_asked_about_once(office: Office) -> None:
    with Typed(office) as data:
        rows = data["legal_grounds"]
        data["legal_grounds"] = [row for row in rows if row["kind"] != "award-decision"]
    words = (office.campaign, DECISION[0], "--phase", "1", "--date", DECISION[1], "--no-pdf")
    asked = office.ask("issue", *words, code=1)
    assert codes(asked).count("ground.missing") == 1
    nothing_was_taken(office)
    assert office.issue(*DECISION)["issued"][0]["code"] == "01/QĐ-SCT"
    reserved = next(act for act in acts(office) if act["what"] == "reserve")
    assert "ground.missing" in reserved["detail"]["consent"]["doubts"]


def test_a_letter_that_names_no_unit_breaks_the_form_and_no_other_paper_asks_for_one(
    office: Office,
) -> None:
    with Typed(office) as data:
        for row in (data["agency"], *data["papers"]):
            row.pop("drafting_unit_symbol", None)
    found = office.issue("launch-notice", "2022-03-01", code=1)
    assert codes(found) == ["number.letter-unit"]
    assert office.issue(*DECISION)["issued"][0]["code"] == "01/QĐ-SCT"


def test_minutes_without_a_discussion_stop_at_its_cell(office: Office) -> None:
    with Typed(office) as data:
        data["meetings"][0]["discussion"] = ""
    [problem] = office.issue("council-minutes", "2022-07-15", "--phase", "1", code=1)["problems"]
    assert problem["code"] == "blank-left"
    assert problem["place"]["path"] == "meetings[0].discussion"
    nothing_was_taken(office)


def test_a_blank_that_was_typed_is_told_at_its_cell(office: Office) -> None:
    with Typed(office) as data:
        grounds = [row for row in data["legal_grounds"] if row["kind"] == "award-decision"]
        grounds[0]["text"] = "Căn cứ Quyết định số …/QĐ-UBND ngày … tháng … năm 2022"
    [problem] = office.issue(*DECISION, code=1)["problems"]
    assert problem["code"] == "blank-left"
    assert problem["place"]["path"].startswith("legal_grounds[")


def test_a_kind_that_is_written_by_hand_keeps_its_dots(office: Office) -> None:
    own = office.folder / "templates" / "phase-summary"
    own.mkdir(parents=True)
    shipped = LIBRARY.find("phase-summary").folder
    (own / "template.docx").write_bytes((shipped / "template.docx").read_bytes())
    (own / "kind.toml").write_text(
        f"written_by_hand = true\n{(shipped / 'kind.toml').read_text('utf-8')}", "utf-8"
    )
    with Typed(office) as data:
        data["report_paragraphs"] = [
            row for row in data["report_paragraphs"] if row["section"] != "proposals"
        ]
    assert office.issue(*SUMMARY)["issued"][0]["code"] == "01/BC-SCT"


@pytest.mark.parametrize(
    "line",
    [
        "." * 100,
        "…………",
        "______",
        ". . . . . .",
        "Lý do: ..........",
        "Căn cứ Tờ trình số …/TTr-SNV",
        "Căn cứ Tờ trình số:     ..../TTr-SNV",
        "ngày … tháng 7 năm 2022",
        "ngày 05 tháng .... năm 2022",
        "[…]",
    ],
)
def test_these_lines_are_blanks(line: str) -> None:
    assert [blank.above for blank in blanks_in(f"VI. Đề xuất\n{line}\nhết")] == ["VI. Đề xuất"]


@pytest.mark.parametrize(
    "line",
    [
        "máy tính, máy in, v.v...",
        "một số… hạn chế",
        "Tờ trình số 05/TTr-SNV ngày 05 tháng 7 năm 2022",
        "trong năm…",
        "1.234.567,89",
        "- Như trên;",
        "./.",
        "Số:        /QĐ-SCT",
    ],
)
def test_these_lines_are_none(line: str) -> None:
    assert list(blanks_in(line)) == []


def test_a_decision_of_two_is_told_and_each_can_be_chosen(office: Office) -> None:
    words = (
        "issue",
        office.campaign,
        "award-decision",
        "--phase",
        "2",
        "--date",
        "2022-12-20",
        "--no-pdf",
    )
    refused = office.ask(*words, code=1)
    [doubt] = [problem for problem in refused["problems"] if problem["code"] == "several-papers"]
    assert "02 văn bản" in doubt["message"]
    assert {"01/QĐ-SCT", "02/QĐ-SCT"} <= {word.strip(":;,.") for word in doubt["message"].split()}
    assert "award-decision/ hoặc award-decision/titles" in doubt["hint"]
    nothing_was_taken(office)
    both = office.ask(*words, "--yes")["issued"]
    assert [one["code"] for one in both] == ["01/QĐ-SCT", "02/QĐ-SCT"]
    assert "several-papers" in both[0]["consent"]["doubts"]


@pytest.mark.parametrize("variant", ["", "titles"])
def test_one_of_two_decisions_is_issued_alone(office: Office, variant: str) -> None:
    [one] = office.issue(f"award-decision/{variant}", "2022-12-20", "--phase", "2")["issued"]
    assert one["code"] == "01/QĐ-SCT"
    assert "several-papers" not in one["consent"]["doubts"]
    assert office.ask("register", "list")["entries"][0]["variant"] == variant


def test_every_kind_of_the_sample_can_be_issued_without_a_blank_or_an_error_but_the_real_slip() -> (
    None
):
    from vbgen.office.making.drafting import Drafter
    from vbgen.word.reading.plain import plain_text

    campaign = load_campaign(SAMPLE, WORDS).campaign
    kinds = [LIBRARY.find(name) for name in LIBRARY.names()]
    scenes = agenda(campaign, kinds, phase=None, law=law_on(2022, 12, 20)).scenes
    for scene in (each for each in scenes if each.is_expected):
        assert list(blanks_in(plain_text(Drafter(LIBRARY).draft(scene).docx))) == []


def test_the_page_of_frequent_errors_quotes_what_is_said(office: Office) -> None:
    page = (ROOT / "docs" / "vi" / "loi-thuong-gap.md").read_text("utf-8")
    with Typed(office) as data:
        data["meetings"][0]["discussion"] = ""
    minutes = ("council-minutes", "2022-07-15", "--phase", "1")
    said = office.issue(*minutes, code=1)["problems"][0]["message"]
    assert f"> {said}" in page.splitlines(), said
    words = (
        "issue",
        office.campaign,
        "award-decision",
        "--phase",
        "1",
        "--date",
        "2022-07-15",
        "--no-pdf",
    )
    assert (
        f"> {office.ask(*words, code=1)['message'].partition(' Hãy xem')[0]}" in page.splitlines()
    )
    with_a_degree(office)
    assert (
        f"> {office.issue(*DECISION, code=1)['message'].partition(' Hãy thêm')[0]}"
        in page.splitlines()
    )
