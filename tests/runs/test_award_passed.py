"""What passed the vote becomes the award by one act, in whichever form the campaign's data stand."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from tests.campaign.files import sheet
from tests.cli.command_line import vbgen
from tests.runs.test_award_alone import ALONE
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign, load_file, write_campaign

_AGENCY = ALONE.partition("signers:")[0]
VOTED = f"""\
{_AGENCY}
# Người ký do Văn phòng cập nhật
signers:
  - full_name: Lò Văn Thành
    position: Chủ tịch
nominees:
  - {{kind: individual, full_name: Quàng Văn Panh, gender: male}}
  - {{kind: individual, full_name: Lò Thị Ọi, gender: female}}
  - {{kind: collective, full_name: Bản Hin}}
nominations:
  - {{nominee: Quàng Văn Panh, award: Giấy khen, merit: xuất sắc năm 2026, merit_opening: Có nhiều đóng góp}}
  - {{nominee: Lò Thị Ọi, award: Giấy khen, merit: tốt năm 2026}}
  - {{nominee: Bản Hin, award: Huân chương Lao động hạng Ba, merit: xuất sắc nhiều năm}}
council:
  - {{full_name: Lò Văn Thành, position: Chủ tịch, role: chair}}
  - {{full_name: Cà Văn Hặc, position: Phó Chủ tịch}}
  - {{full_name: Vì Thị Xôm, position: Chánh Văn phòng, role: member-secretary}}
votes:
  - {{nominee: Quàng Văn Panh, award: Giấy khen, votes_for: 3}}
  - {{nominee: Lò Thị Ọi, award: Giấy khen, votes_for: 1, votes_against: 2}}
  - {{nominee: Bản Hin, award: Huân chương Lao động hạng Ba, votes_for: 3}}
"""


def _office(folder: Path, form: str) -> Path:
    """The campaign as YAML, as linked sheets, or with one row a person."""
    (folder / "vbgen.toml").write_text("", "utf-8")
    campaign = folder / "data" / "tan-son"
    campaign.mkdir(parents=True)
    source = folder / "source.yaml"
    source.write_text(VOTED, "utf-8")
    if form == "yaml":
        source.rename(campaign / "campaign.yaml")
    else:
        held = load_file(source, WORDS).campaign
        write_campaign(held, campaign / "campaign.xlsx", WORDS, one_row=form == "one row")
    return campaign


@pytest.mark.parametrize("form", ["yaml", "linked", "one row"])
def test_what_passed_becomes_the_award_and_the_rest_is_told(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, form)
    before = load_campaign(folder, WORDS).campaign

    answer = vbgen(capsys, "award", folder, "--date", "2026-09-05", "--json")

    assert answer.code == 0, answer.err
    told = {(each["code"], each["message"].partition(",")[0]) for each in answer.json["problems"]}
    assert {("not-carried", "Lò Thị Ọi"), ("beyond-power", "Bản Hin")} <= told
    after = load_campaign(folder, WORDS).campaign
    (award,) = after.awards
    assert award.model_dump() == before.nominations[0].model_dump()
    assert after.model_copy(update={"awards": ()}) == before


@pytest.mark.parametrize("form", ["yaml", "linked", "one row"])
def test_a_second_time_nothing_is_added(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, form)
    vbgen(capsys, "award", folder, "--date", "2026-09-05")
    (file,) = (path for path in folder.iterdir() if path.stem == "campaign")
    once = file.read_bytes()

    again = vbgen(capsys, "award", folder, "--date", "2026-09-05", "--json")

    assert (again.code, again.json["awards"], again.json["files"]) == (0, [], [])
    assert file.read_bytes() == once


def test_codes_are_written_down_and_stay_when_a_name_is_corrected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, "one row")
    path = folder / "campaign.xlsx"
    book = openpyxl.load_workbook(path)
    for cell in list(sheet(book, "Danh sách")["A"])[1:]:
        cell.value = None
    book.save(path)
    code = load_campaign(folder, WORDS).campaign.nominees[0].id

    vbgen(capsys, "award", folder, "--date", "2026-09-05")
    book = openpyxl.load_workbook(path)
    sheet(book, "Danh sách")["D2"].value = "Quàng Văn Pành"
    book.save(path)

    corrected = load_campaign(folder, WORDS).campaign
    assert (corrected.nominees[0].id, corrected.nominees[0].full_name) == (code, "Quàng Văn Pành")
    assert corrected.awards[0].nominee == code


def test_all_else_in_the_workbook_stays_as_it_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, "one row")
    path = folder / "campaign.xlsx"
    with ZipFile(path) as package:
        before = {name: package.read(name) for name in package.namelist()}

    vbgen(capsys, "award", folder, "--date", "2026-09-05")

    with ZipFile(path) as package:
        after = {name: package.read(name) for name in package.namelist()}
    changed = {name for name in before if before[name] != after[name]}
    assert list(after) == list(before)
    assert {name.rpartition("/")[0] for name in changed} == {"xl/worksheets", "xl"}
    assert len(changed) == 2


def test_a_comment_in_yaml_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _office(tmp_path, "yaml")

    vbgen(capsys, "award", folder, "--date", "2026-09-05")

    assert "# Người ký do Văn phòng cập nhật" in (folder / "campaign.yaml").read_text("utf-8")


def test_what_passed_is_awarded_though_nobody_has_proved_the_power_and_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, "yaml")
    file = folder / "campaign.yaml"
    file.write_text(file.read_text("utf-8").replace("level: commune", "level: hospital"), "utf-8")

    answer = vbgen(capsys, "award", folder, "--date", "2026-09-05", "--json")

    told = {each["code"]: each["severity"] for each in answer.json["problems"]}
    assert told["power-unproved"] == "warning"
    assert [each["nominee"] for each in answer.json["awards"]] == [
        each.id
        for each in load_campaign(folder, WORDS).campaign.nominees
        if each.full_name == "Quàng Văn Panh"
    ]


def test_without_voters_nothing_is_awarded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _office(tmp_path, "yaml")
    file = folder / "campaign.yaml"
    head, _, rest = file.read_text("utf-8").partition("council:")
    file.write_text(head + rest[rest.index("votes:") :], "utf-8")
    before = file.read_bytes()

    answer = vbgen(capsys, "award", folder)

    assert answer.code == 1
    assert "Hội đồng" in answer.out + answer.err
    assert file.read_bytes() == before
