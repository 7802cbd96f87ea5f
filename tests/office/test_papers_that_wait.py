"""A paper that lacks something of its own stops no paper that lacks nothing."""

from pathlib import Path

import docx
import pytest

from tests.papers.agencies.offices import Office, office_of
from vbgen.office import Office as OpenOffice
from vbgen.office import SeeCampaign, Surroundings
from vbgen.office.overview.path import StepState
from vbgen.web.moment import now

Capture = pytest.CaptureFixture[str]
WITHOUT_COUNCIL = {"award-decision-phase-1.docx", "certificate-phase-1.docx", "ke-hoach.docx"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return office_of("xa", tmp_path)


def without_chair(office: Office) -> None:
    """The council has no chair, and nobody signs for it."""
    data = office.data()
    data["council"] = [row for row in data.get("council", []) if row["role"] != "chair"]
    data["signers"] = [
        row for row in data["signers"] if "Hội đồng" not in row.get("on_behalf_of", "")
    ]
    office.write(data)


def names(answer_files: list[str]) -> set[str]:
    return {Path(name).name for name in answer_files}


def test_without_a_chair_all_papers_but_the_council_s_are_drafted(
    office: Office, capsys: Capture
) -> None:
    without_chair(office)
    drafted = office.run(capsys, "draft", "--json")
    told = [each for each in drafted.json["problems"] if each["code"] == "no-signer"]
    assert drafted.code == 1
    assert not drafted.json["ok"]
    assert names(drafted.json["files"]) == WITHOUT_COUNCIL
    assert drafted.json["refused"] == len(told) == 1
    for each in told:
        assert each["message"].startswith("“")
        assert each["message"].endswith(
            "chưa có người ký: Hội đồng Thi đua - Khen thưởng chưa có Chủ tịch."
        )
        assert each["place"]["sheet"] == "Hội đồng"


def test_papers_that_are_asked_for_do_not_wait_for_each_other(
    office: Office, capsys: Capture
) -> None:
    without_chair(office)
    drafted = office.run(capsys, "draft", "nomination-list", "award-decision", "--json")
    assert (drafted.code, drafted.json["refused"]) == (1, 1)
    assert names(drafted.json["files"]) == {"award-decision-phase-1.docx"}


def test_where_no_paper_can_be_drafted_nothing_is_written(office: Office, capsys: Capture) -> None:
    without_chair(office)
    drafted = office.run(capsys, "draft", "nomination-list")
    assert drafted.code == 1
    assert "Ghi người có vai trò Chủ tịch vào trang “Hội đồng”" in drafted.err
    assert not office.drafted("x").parent.exists()


def test_a_template_with_a_fault_stops_its_own_papers_alone(
    office: Office, capsys: Capture
) -> None:
    own = office.folder / "templates" / "certificate"
    own.mkdir(parents=True)
    (own / "kind.toml").write_text(
        'title = "Giấy khen"\nneeds = "awards"\nper = "phase"\n', "utf-8"
    )
    faulty = docx.Document()
    faulty.add_paragraph("{{ nobody_knows_this }}")
    faulty.save(str(own / "template.docx"))
    drafted = office.run(capsys, "draft", "--json")
    assert drafted.code == 3
    assert "award-decision-phase-1.docx" in names(drafted.json["files"])
    assert "certificate-phase-1.docx" not in names(drafted.json["files"])


def test_the_year_s_path_tells_who_is_missing(office: Office) -> None:
    without_chair(office)
    with OpenOffice.look(office.folder, Surroundings({}, "Lan", now)) as opened:
        seen = opened.do(SeeCampaign("xa"))
    states = {step.papers[0].kind: step for step in seen.steps if step.papers}
    assert states["award-decision"].state is StepState.READY
    waiting = states["nomination-list"]
    assert waiting.state is StepState.WAITING
    assert [each.code for each in waiting.waits_for] == ["no-signer"]
