"""A draft is approved before it has a number, or sent back; what was approved is what is issued, or it is told."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.register.issuing_desks import LIBRARY, SAMPLE, desk_on
from tests.register.test_issue_command import Office
from tests.register.typed_campaigns import Typed, typed_office
from vbgen.errors import ProblemsFoundError
from vbgen.office.issuing.approving import approve, send_back
from vbgen.office.issuing.consent.acceptance import Acceptance
from vbgen.office.issuing.consenting import with_agreement
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.intents import Wish
from vbgen.office.issuing.issuing import issue
from vbgen.office.issuing.readying import Ready, prepare
from vbgen.office.registry.archiving import verify
from vbgen.register import Register
from vbgen.ways import Approve, StateSigned

PLANNED, OTHER = "Phạm Hữu Khải", "Lê Nguyên Ngọc"  # who signs the report of phase 1, and who might
DAY = "2022-07-15"
SUMMARY = ("phase-summary", DAY, "--phase", "1")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return typed_office(tmp_path)


def required(office: Office) -> None:
    (office.folder / "vbgen.toml").write_text('[issue]\napproval = "required"\n', "utf-8")


def approved(office: Office, *more: str, by: str = PLANNED, code: int = 0) -> dict[str, Any]:
    return office.ask(
        "approve",
        office.campaign,
        "phase-summary",
        "--phase",
        "1",
        "--date",
        DAY,
        "--by",
        by,
        *more,
        code=code,
    )


def codes(answer: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in answer["problems"]]


def acts(office: Office) -> list[dict[str, Any]]:
    return [json.loads(line) for line in office.run("register", "journal").stdout.splitlines()]


def journalled(office: Office) -> dict[str, Any]:
    reserved = [act for act in acts(office) if act["what"] == "reserve"][-1]
    approval: dict[str, Any] = reserved["detail"]["consent"]["approval"]
    return approval


def test_without_a_word_the_paper_is_issued_and_the_journal_says_not_stated(office: Office) -> None:
    assert office.issue(*SUMMARY)["issued"][0]["consent"]["approval"] == {"state": "not-stated"}
    assert journalled(office) == {"state": "not-stated"}


def test_an_approved_draft_is_issued_with_its_approval(office: Office) -> None:
    required(office)
    [told] = approved(office)["approved"]
    assert (told["signer"], told["paper"]) == (PLANNED, "ha-nam-2022/phase-summary/phase-1")
    assert office.ask("register", "list")["entries"] == []
    assert office.issue(*SUMMARY)["issued"][0]["code"] == "01/BC-SCT"
    [act] = [act for act in acts(office) if act["what"] == "approve"]
    assert journalled(office) == {"state": "approved", "by": PLANNED, "act": act["seq"]}
    assert (act["who"], act["document"]) == (PLANNED, None)
    assert office.run("archive", "verify").returncode == 0


def test_where_the_office_requires_it_no_number_is_given_without(office: Office) -> None:
    required(office)
    refused = office.issue(*SUMMARY, code=1)
    assert codes(refused) == ["approval-missing"]
    assert "chưa được duyệt" in refused["message"]
    assert (
        f'vbgen approve PHONG_TRÀO phase-summary --phase 1 --by "{PLANNED}"'
        in refused["problems"][0]["hint"]
    )
    assert "--stated-signed" in refused["problems"][0]["hint"]
    assert acts(office) == []
    office.issue(*SUMMARY, "--stated-signed")
    assert journalled(office) == {"state": "stated-signed", "by": PLANNED}


def test_the_clerk_states_that_the_paper_was_signed_by_whoever_signs_it(office: Office) -> None:
    office.issue(*SUMMARY, "--stated-signed", "--signer", "gd")
    assert journalled(office) == {"state": "stated-signed", "by": OTHER}


def test_only_the_signer_approves(office: Office) -> None:
    refused = approved(office, by="Vũ Đình Phúc", code=1)
    assert codes(refused) == ["not-the-signer"]
    assert PLANNED in refused["message"]
    assert "--signer" in refused["message"] + refused["problems"][0]["hint"]
    assert acts(office) == []
    approved(office, "--signer", "gd", by=OTHER)
    required(office)
    assert codes(office.issue(*SUMMARY, code=1)) == ["approval-changed"]
    office.issue(*SUMMARY, "--signer", "gd")
    assert journalled(office)["by"] == OTHER


def test_a_signer_with_a_degree_is_the_same_person(office: Office) -> None:
    with Typed(office) as data:
        data["signers"][1]["full_name"] = f"TS. {PLANNED}"
    answer = approved(office, by="phạm hữu  khải")
    assert codes(answer) == ["signer.honours"]


def change_data(office: Office) -> None:
    with Typed(office) as data:
        rows = [
            row
            for row in data["report_paragraphs"]
            if (row["phase"], row["section"]) == (1, "proposals")
        ]
        rows[0]["text"] = "Đề nghị tăng mức khen thưởng."


def change_template(office: Office) -> None:
    own = office.folder / "templates" / "phase-summary"
    own.mkdir(parents=True)
    for name, other in (("kind.toml", "phase-summary"), ("template.docx", "phase-summary")):
        (own / name).write_bytes((LIBRARY.find(other).folder / name).read_bytes())
    text = (own / "kind.toml").read_text("utf-8")
    (own / "kind.toml").write_text(
        text.replace("{{ summary.name }}", "Báo cáo {{ summary.name }}"), "utf-8"
    )


@pytest.mark.parametrize(("change", "word"), [(change_data, "dữ liệu"), (change_template, "mẫu")])
def test_what_changed_after_the_approval_is_told(office: Office, change: Any, word: str) -> None:  # noqa: ANN401 - either
    approved(office)
    change(office)
    words = ("issue", office.campaign, "phase-summary", "--phase", "1", "--date", DAY, "--no-pdf")
    told = office.ask(*words, code=1)
    [doubt] = [problem for problem in told["problems"] if problem["code"] == "approval-changed"]
    assert (word in doubt["message"], doubt["severity"]) == (True, "warning")
    required(office)
    stopped = office.ask(*words, "--yes", code=1)
    assert codes(stopped) == ["approval-changed"]
    approved(office)
    assert office.issue(*SUMMARY)["issued"][0]["consent"]["approval"]["state"] == "approved"


def test_a_change_that_does_not_touch_the_paper_is_a_note(office: Office) -> None:
    required(office)
    approved(office)
    with Typed(office) as data:
        data["meetings"][1]["place"] = "Hội trường tầng 5"
    done = office.run(
        "issue",
        office.campaign,
        "phase-summary",
        "--phase",
        "1",
        "--date",
        DAY,
        "--no-pdf",
        "--yes",
    )
    assert done.returncode == 0, done.stderr
    assert journalled(office)["state"] == "approved"


def test_a_draft_that_was_sent_back_loses_no_number(office: Office) -> None:
    office.ask("approve", office.campaign, "phase-summary", "--phase", "1", "--send-back", code=2)
    office.ask(
        "approve", office.campaign, "phase-summary", "--phase", "1", "--remarks", "x", code=2
    )
    answer = approved(
        office, "--send-back", "--remarks", "viết lại phần nguyên nhân", by="Chánh Văn phòng"
    )
    assert [one["signer"] for one in answer["sent_back"]] == [PLANNED]
    assert [(act["what"], act["why"], act["who"]) for act in acts(office)] == [
        ("send-back", "viết lại phần nguyên nhân", "Chánh Văn phòng")
    ]
    words = ("issue", office.campaign, "phase-summary", "--phase", "1", "--date", DAY, "--no-pdf")
    doubts = office.ask(*words, code=1)["problems"]
    assert "viết lại phần nguyên nhân" in next(
        one["message"] for one in doubts if one["code"] == "sent-back"
    )
    required(office)
    assert codes(office.ask(*words, "--yes", code=1)) == ["sent-back"]
    approved(office)
    assert office.issue(*SUMMARY)["issued"][0]["code"] == "01/BC-SCT"


def test_a_summary_is_approved_without_the_section_that_nobody_wrote(office: Office) -> None:
    with Typed(office) as data:
        data["report_paragraphs"] = [
            row for row in data["report_paragraphs"] if row["section"] != "proposals"
        ]
    approved(office)
    assert len(acts(office)) == 1


def test_a_draft_with_a_blank_is_not_approved(office: Office) -> None:
    with Typed(office) as data:
        data["meetings"][0]["discussion"] = ""
    wanted = ("approve", office.campaign, "council-minutes", "--phase", "1", "--date", DAY)
    assert codes(office.ask(*wanted, "--by", "Lê Nguyên Ngọc", code=1)) == ["blank-left"]
    assert acts(office) == []


def test_wrong_settings_of_approval_are_told(office: Office) -> None:
    (office.folder / "vbgen.toml").write_text(
        '[issue]\napproval = "yes"\naproval = "required"\n', "utf-8"
    )
    problems = office.issue(*SUMMARY, code=2)["problems"]
    assert {problem["place"]["path"] for problem in problems} == {"issue.approval", "issue.aproval"}
    (office.folder / "vbgen.toml").write_text('[issue]\napproval = "optional"\n', "utf-8")
    office.issue(*SUMMARY)


# Below the command, on both databases.


def at_desk(register: Register, folder: Path, who: str = OTHER) -> Desk:
    return replace(desk_on(register, folder), who=who, approval_required=True)


def wish(
    day: date = date(2022, 7, 15),
    law: str = "",
    kind: str = "award-decision",
    **more: Any,  # noqa: ANN401 - any field
) -> Wish:
    own = {"law.toml": law.encode()} if law else {}
    return Wish(SAMPLE, kind, day, 1, law=own, **more)


DEARER = """
[[rate_table]]
id = "own-rates"
title = "Mức tiền thưởng của cơ quan"
source = "Quy chế chi tiêu nội bộ"
since = 2020-01-01
rates = [{ award = "Giấy khen", individual = 40, collective = 60 }]
"""


def ready(desk: Desk, wanted: Wish) -> Ready:
    [one] = with_agreement(prepare(desk, wanted, LIBRARY), Acceptance(), pdf=None)
    return one


def refused(desk: Desk, wanted: Wish) -> ProblemsFoundError:
    with pytest.raises(ProblemsFoundError) as fault:
        prepare(desk, wanted, LIBRARY)
    return fault.value


def test_a_law_of_the_office_that_changes_the_paper_is_told(
    register: Register, tmp_path: Path
) -> None:
    desk = at_desk(register, tmp_path)
    approve(desk, wish(), LIBRARY)
    assert ready(desk, wish()).approval.state.value == "approved"
    found = refused(desk, wish(law=DEARER))
    assert [problem.code for problem in found.problems] == ["approval-changed"]
    assert "quy định" in found.problems[0].message
    assert found.problems[0].ways == (Approve("award-decision", 1, OTHER), StateSigned())


def test_another_day_under_the_same_law_is_what_was_approved(
    register: Register, tmp_path: Path
) -> None:
    desk = at_desk(register, tmp_path)
    approve(desk, wish(), LIBRARY)
    assert ready(desk, wish(date(2022, 7, 29))).approval.state.value == "approved"


def test_a_day_under_another_law_is_told(register: Register, tmp_path: Path) -> None:
    desk = at_desk(register, tmp_path)
    approve(desk, wish(), LIBRARY)
    found = refused(desk, wish(date(2024, 7, 15)))
    assert "approval-changed" in [problem.code for problem in found.problems]
    assert "15/07/2024" in str(found.problems)


def test_the_newest_word_counts_and_papers_are_told_apart(
    register: Register, tmp_path: Path
) -> None:
    desk = at_desk(register, tmp_path)
    approve(desk, wish(), LIBRARY)
    send_back(desk, wish(), LIBRARY, "sai tên")
    assert [problem.code for problem in refused(desk, wish()).problems] == ["sent-back"]
    assert [problem.code for problem in refused(desk, wish(kind="phase-summary")).problems] == [
        "approval-missing"
    ]
    approve(desk, wish(), LIBRARY)
    done = issue(desk, ready(desk, wish()).intent)
    assert done.code == "01/QĐ-SCT"
    assert verify(register, desk.archive).is_sound


def test_an_approval_that_was_cut_off_before_its_copy_lay_in_the_archive_counts(
    register: Register, tmp_path: Path
) -> None:
    desk = at_desk(register, tmp_path)

    class CutOffError(Exception):
        pass

    def cut(_content: bytes) -> str:
        raise CutOffError

    class Cut:
        def __getattr__(self, name: str) -> object:
            return cut if name == "put" else getattr(desk.archive, name)

    with pytest.raises(CutOffError):
        approve(replace(desk, archive=Cut()), wish(), LIBRARY)  # type: ignore[arg-type]  # an archive that dies
    assert ready(desk, wish()).approval.state.value == "approved"
    issue(desk, ready(desk, wish()).intent)
    assert verify(register, desk.archive).is_sound
