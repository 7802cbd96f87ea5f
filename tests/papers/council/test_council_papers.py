"""The council's papers of a commune, a school and a department: invitation, ballots, count, conclusions, setting up."""

import re
from contextlib import chdir
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import Office, said
from tests.papers.council.council_offices import HERE, OFFICES, PAPERS, seated
from vbgen.decree import lint
from vbgen.errors import Severity
from vbgen.pages.pdf.document import texts_of

GOLDEN = sorted((path.parent.name, path.stem) for path in HERE.glob("*/*.txt"))


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return seated(request.param, tmp_path)


def each(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("office", names, indirect=True, ids=str)


@pytest.mark.parametrize(("agency", "paper"), GOLDEN, ids=str)
def test_a_paper_says_what_a_clerk_of_that_agency_would_write(
    agency: str, paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = seated(agency, tmp_path)
    done = office.run(capsys, "draft", re.split(r"[.]|-phase-", paper)[0])
    assert done.code == 0, done.out + done.err
    assert (
        said(office.drafted(paper))
        == (HERE / agency / f"{paper}.txt").read_text("utf-8").splitlines()
    )


@each(*OFFICES)
def test_every_paper_is_linted_without_an_error(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", *PAPERS, "--json")
    assert done.code == 0, done.out + done.err
    drafts = sorted(office.drafted("x").parent.glob("*.docx"))
    assert len(drafts) == (
        5 if office.agency == "truong" else 6
    )  # hands are not counted by tellers
    for path in drafts:
        found = [str(one) for one in lint(path).findings if one.severity is Severity.ERROR]
        assert found == [], path.name


@each(*OFFICES)
def test_what_is_drafted_is_issued_and_made_again_the_same(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    numbered = [kind for kind in PAPERS if kind != "ballot-paper"]
    for kind in numbered if office.agency != "truong" else set(numbered) - {"ballot-count"}:
        issued = office.issue(capsys, kind)
        assert issued.code == 0, issued.out + issued.err
        for paper in issued.json["issued"]:
            with chdir(office.folder):
                again = vbgen(capsys, "register", "reissue", paper["code"], "--json")
            assert again.code == 0, again.out + again.err


@each("xa")
def test_ballots_go_into_the_archive_with_the_minutes_of_their_count(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = office.issue(capsys, "ballot-paper")
    assert refused.code == 2
    assert "Biên bản kiểm phiếu" in refused.json["message"]
    issued = office.issue(capsys, "ballot-count")
    names = {Path(name).name for name in issued.json["issued"][0]["files"]}
    assert any("ballot-paper" in name for name in names)


@each("xa")
def test_every_voting_member_has_a_ballot_and_all_ballots_are_alike(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", "ballot-paper", "--pdf")
    assert done.code == 0, done.out + done.err
    lines = said(office.drafted("ballot-paper-phase-1"))
    starts = [number for number, line in enumerate(lines) if line == "PHIẾU BẦU"]
    assert len(starts) == 5
    ballots = [lines[start : start + starts[1] - starts[0] - 2] for start in starts]
    assert all(ballot == ballots[0] for ballot in ballots)
    assert not any("Nông Quốc Thịnh" in line for line in lines)  # nobody's name but the proposed
    pages = texts_of(office.drafted("ballot-paper-phase-1").with_suffix(".pdf"))
    assert [page.count("PHIẾU BẦU") for page in pages] == [2, 2, 1]


@each("xa")
def test_a_count_before_the_meeting_is_a_form_for_the_pen_and_cannot_be_issued(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    data = office.data()
    for field in ("ballots_issued", "ballots_collected", "ballots_valid", "ballots_invalid"):
        del data["meetings"][0][field]
    del data["meetings"][0]["count_end"]
    data["votes"].clear()
    office.write(data)
    assert office.run(capsys, "draft", "ballot-count").code == 0
    lines = said(office.drafted("ballot-count-phase-1"))
    told = next(line for line in lines if line.startswith("Số phiếu phát ra"))
    assert "00" not in told
    assert "...." in told
    refused = office.issue(capsys, "ballot-count")
    assert refused.code == 1
    assert {one["code"] for one in refused.json["problems"]} >= {"blank-left"}


@each("cuc")
def test_minutes_before_the_meeting_has_ended_cannot_be_issued(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    data = office.data()
    del data["meetings"][0]["end"]
    office.write(data)
    assert office.run(capsys, "draft", "council-invitation", "council-minutes").code == 0
    refused = office.issue(capsys, "council-minutes")
    assert refused.code == 1
    assert [one["code"] for one in refused.json["problems"] if one["severity"] == "error"] == [
        "blank-left"
    ]
    assert office.issue(capsys, "council-invitation").code == 0


@each("xa", "cuc")
def test_a_council_is_set_up_once_and_renewed_in_place_of_an_earlier_decision(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", "council-decision", "--json")
    names = [Path(name).name for name in done.json["files"]]
    renewed = office.agency == "xa"
    assert names == ["council-decision.renewal.docx" if renewed else "council-decision.docx"]


def typed(*texts: str) -> bytes:
    """A body as it is typed in Word, a paragraph each."""
    document, written = docx.Document(), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(written)
    return written.getvalue()


@each("cuc")
def test_minutes_with_a_course_of_their_own_keep_the_computed_votes(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    course = "Ông Mai Văn Quyết trình bày; bà Đặng Thu Hiền hỏi về hồ sơ; Hội đồng trao đổi."
    (office.campaign / "papers").mkdir(exist_ok=True)
    body = office.campaign / "papers" / "council-minutes-phase-1.docx"
    body.write_bytes(typed(course, '{%p include "votes" %}', "Cuộc họp kết thúc lúc 11 giờ./."))
    issued = office.issue(capsys, "council-minutes")
    assert issued.code == 0, issued.out + issued.err
    assert office.run(capsys, "draft", "council-minutes").code == 0
    lines = said(office.drafted("council-minutes-phase-1"))
    assert course in lines
    assert lines.index("Cả danh sách đề nghị") > lines.index(course)
    assert lines[-1] == "Đặng Thu Hiền"  # the frame's own signature of the chair


@each("truong")
def test_a_council_without_duties_is_refused_at_their_cell(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    data = office.data()
    del data["council_setup"]["duties"]
    office.write(data)
    refused = office.issue(capsys, "council-decision")
    (told,) = [one for one in refused.json["problems"] if one["code"] == "blank-left"]
    assert told["place"]["path"].startswith("council_setup")
