"""Registration, pledge, scores and what became of the registrations, of a commune, a school and a department."""

from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.papers.agencies.offices import Office, said
from tests.papers.emulation.emulating_offices import OFFICES, PAPERS, UNITS, emulating
from vbgen.decree import lint
from vbgen.errors import Severity


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return emulating(request.param, tmp_path)


def each(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("office", names, indirect=True, ids=str)


@each(*OFFICES)
def test_every_paper_is_drafted_and_linted_without_an_error(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = office.run(capsys, "draft", *PAPERS, "--json")
    assert done.code == 0, done.out + done.err
    drafts = sorted(office.drafted("x").parent.glob("*.docx"))
    assert [path.stem for path in drafts] == sorted(
        f"{kind}.K1" if kind == "emulation-pledge" else kind for kind in PAPERS
    )
    for path in drafts:
        found = [str(one) for one in lint(path).findings if one.severity is Severity.ERROR]
        assert found == [], path.name


@each(*OFFICES)
def test_what_is_issued_is_made_again_the_same(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in PAPERS:
        issued = office.issue(capsys, kind)
        assert issued.code == 0, issued.out + issued.err
        for paper in issued.json["issued"]:
            with chdir(office.folder):
                again = vbgen(capsys, "register", "reissue", paper["code"], "--json")
            assert again.code == 0, again.out + again.err


@each(*OFFICES)
def test_every_party_signs_its_block_s_pledge(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", "emulation-pledge").code == 0
    lines = said(office.drafted("emulation-pledge.K1"))
    for _unit, signer, _position in UNITS[office.agency]:
        assert signer in lines
    assert sum(line.startswith("ĐẠI DIỆN ") for line in lines) == len(UNITS[office.agency])
    assert "2. Giúp đỡ đơn vị còn khó khăn trong khối." in lines


def row_of(lines: list[str], name: str, width: int) -> list[str]:
    start = lines.index(name)
    return lines[start + 1 : start + width]


@each("xa")
def test_equal_sums_share_a_rank_and_the_next_is_left_out(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", "score-table").code == 0
    lines = said(office.drafted("score-table"))
    assert row_of(lines, "Thôn An Thịnh", 4) == ["91,5", "91,5", "1 (đồng hạng)"]
    assert row_of(lines, "Thôn Bãi Nổi", 4) == ["91,5", "91,5", "1 (đồng hạng)"]
    assert row_of(lines, "Trường Mầm non Hoa Gạo", 4) == ["91", "91", "3"]


@each("xa")
def test_ranks_follow_the_block_s_sums(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    data = office.data()
    data["scores"][0]["block_score"] = "57.5"  # AN: 90,5
    office.write(data)
    assert office.run(capsys, "draft", "score-table").code == 0
    lines = said(office.drafted("score-table"))
    assert row_of(lines, "Thôn An Thịnh", 4) == ["91,5", "90,5", "3"]
    assert row_of(lines, "Thôn Bãi Nổi", 4) == ["91,5", "91,5", "1"]
    order = [
        lines.index(name) for name in ("Thôn Bãi Nổi", "Trường Mầm non Hoa Gạo", "Thôn An Thịnh")
    ]
    assert order == sorted(order)


@each("xa")
def test_the_list_says_which_letter_it_goes_with(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", "emulation-registration").code == 0
    lines = said(office.drafted("emulation-registration"))
    assert any(line.startswith("(Kèm theo Công văn số") for line in lines)


@each("xa")
def test_what_the_block_has_not_scored_has_no_rank_and_is_not_issued(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    data = office.data()
    del data["scores"][0]["block_score"]
    office.write(data)
    assert office.run(capsys, "draft", "score-table").code == 0
    lines = said(office.drafted("score-table"))
    units = ("Thôn An Thịnh", "Thôn Bãi Nổi", "Trường Mầm non Hoa Gạo")
    assert [row_of(lines, unit, 4)[2] for unit in units] == ["........"] * 3  # nobody is first yet
    refused = office.issue(capsys, "score-table")
    assert refused.code == 1
    (hint,) = {one["hint"] for one in refused.json["problems"] if one["code"] == "blank-left"}
    assert "Chấm điểm thi đua" in hint


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("xa", "03 lượt danh hiệu, hình thức; đạt 02 lượt (66,7%); chưa đạt 01 lượt."),
        ("truong", "02 lượt danh hiệu, hình thức; đạt 01 lượt (50,0%); chưa đạt 01 lượt."),
        (
            "cuc",
            "03 lượt danh hiệu, hình thức; đạt 01 lượt (33,3%); đã đề nghị cấp trên 01 lượt; chưa đạt 01 lượt.",
        ),
    ],
    indirect=["office"],
    ids=str,
)
def test_registrations_are_held_against_what_was_reached(
    office: Office, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", "registration-results").code == 0
    lines = said(office.drafted("registration-results"))
    assert any(line.endswith(told) for line in lines), lines


@each("xa")
def test_who_was_given_something_else_is_told(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.run(capsys, "draft", "registration-results").code == 0
    lines = said(office.drafted("registration-results"))
    assert row_of(lines, "Ông Vàng A Sử", 4)[-1] == "Chưa đạt (được tặng Giấy khen)"


def test_nothing_of_it_is_expected_of_an_office_without_such_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = emulating("truong", tmp_path)
    data = office.data()
    for table in ("registrations", "blocks", "block_members", "pledge_terms", "criteria", "scores"):
        del data[table]
    for table in ("addressees", "recipients"):
        data[table] = [row for row in data[table] if row["kind"] not in PAPERS]
    office.write(data)
    done = office.run(capsys, "draft", "--json")
    assert done.code == 0, done.out + done.err
    assert not [name for name in done.json["files"] if Path(name).stem.partition(".")[0] in PAPERS]
