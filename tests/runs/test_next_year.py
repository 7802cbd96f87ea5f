"""Next year from this year: who and what stays, what belonged to the year does not, and no award is forgotten."""

from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.runs.test_award_passed import VOTED
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign, load_file

_YEAR = """\
movement: {name: phong trào thi đua năm 2026, year: 2026}
units:
  - {id: V, name: Văn phòng}
past_awards:
  - {nominee: Quàng Văn Panh, year: 2024, award: Lao động tiên tiến, decision_number: 9/QĐ-UBND}
papers:
  - {kind: award-decision, month: 9, year: 2026, merit: xuất sắc năm 2026, copies: 5}
recipients:
  - {kind: award-decision, text: Như Điều 3}
  - {kind: award-decision, text: "Lưu: VT, VP"}
legal_grounds:
  - {kind: award-decision, text: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"}
meetings:
  - {start: 2026-09-01 08:00, end: 2026-09-01 10:00, place: Phòng họp, chair: Lò Văn Thành, secretary: Vì Thị Xôm}
"""
_KEPT = ("agency", "units", "signers", "council", "recipients", "legal_grounds")
_LEFT = ("nominations", "votes", "awards", "meetings", "attendance", "phases", "report_paragraphs")


def _office(folder: Path) -> Path:
    """A workspace with a campaign of 2026, and headings and a kind of the office's own."""
    own = {
        "vbgen.toml": "[numbering]\nby_type = true\n",
        "templates/headings.toml": '[columns]\nfull_name = ["Người được đề nghị"]\n',
        "law/own.toml": "",
    }
    for name, text in own.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    campaign = folder / "data" / "tan-son-2026"
    campaign.mkdir(parents=True)
    told = VOTED.replace("gender: male}", "gender: male, unit: Văn phòng, rating: good, note: x}")
    (campaign / "campaign.yaml").write_text(told + _YEAR, "utf-8")
    return campaign


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return _office(tmp_path / "co-quan")


def test_office_people_and_council_go_over_and_the_year_does_not(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = office.parent / "tan-son-2027"

    answer = vbgen(capsys, "init", there, "--from", office, "--json")

    before, after = (load_campaign(each, WORDS).campaign for each in (office, there))
    assert answer.json["campaign"] == str(there)
    assert {name: getattr(after, name) for name in _KEPT} == {
        name: getattr(before, name) for name in _KEPT
    }
    assert [each.id for each in after.nominees] == [each.id for each in before.nominees]
    assert (after.nominees[0].rating, after.nominees[0].note) == (None, "")
    assert not any(getattr(after, name) for name in _LEFT)
    assert (after.movement.name, after.movement.year) == ("", 2027)
    (plan,) = after.papers
    assert (plan.copies, plan.month, plan.merit) == (5, None, "")


def test_awards_that_were_issued_stand_in_the_sheet_of_the_past(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vbgen(capsys, "award", office, "--date", "2026-09-05")
    issued = vbgen(
        capsys, "issue", office, "award-decision", "--date", "2026-09-05", "--yes", "--no-pdf"
    )  # fmt: skip
    assert issued.code == 0, issued.err + issued.out

    vbgen(capsys, "init", office.parent / "tan-son-2027", "--from", office)

    after = load_campaign(office.parent / "tan-son-2027", WORDS).campaign
    who = after.nominees[0].id
    assert [
        (each.nominee, each.year, each.award, each.decision_number) for each in after.past_awards
    ] == [
        (who, 2024, "Lao động tiên tiến", "9/QĐ-UBND"),
        (who, 2026, "Giấy khen", "01/QĐ-UBND"),
    ]


def test_outside_the_workspace_settings_kinds_mappings_and_rules_go_along(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = vbgen(capsys, "init", tmp_path / "nam-sau", "--from", office, "--json")

    assert answer.json["campaign"].endswith("data/tan-son-2027")
    for name in ("vbgen.toml", "templates/headings.toml", "law/own.toml"):
        old, new = office.parents[1] / name, tmp_path / "nam-sau" / name
        assert old.read_bytes() == new.read_bytes()
    form = tmp_path / "nam-sau" / "data" / "tan-son-2027" / "campaign.xlsx"
    assert len(load_file(form, WORDS).campaign.nominees) == 3


def test_nothing_that_stands_there_is_written_over(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = office.parent / "tan-son-2027"
    vbgen(capsys, "init", there, "--from", office)
    before = (there / "campaign.xlsx").read_bytes()

    again = vbgen(capsys, "init", there, "--from", office)

    assert again.code == 4
    assert (there / "campaign.xlsx").read_bytes() == before


def test_how_it_numbers_is_not_asked_again(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = vbgen(capsys, "init", office.parent / "x", "--from", office, "--by-type")

    assert answer.code == 2


def test_blocks_and_criteria_go_over_but_no_score_and_no_registration(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_campaign(office, WORDS).campaign
    unit, nominee = before.units[0].id, before.nominees[0].id
    told = (
        "blocks: [{id: K1, name: Khối các phòng}]\n"
        f"block_members: [{{block: K1, unit: {unit}}}]\n"
        "criteria: [{id: T, name: Nhiệm vụ, most_points: 100}]\n"
        f"scores: [{{unit: {unit}, criterion: T, block_score: 90}}]\n"
        f"registrations: [{{nominee: {nominee}, award: Giấy khen}}]\n"
        "pledge_terms: [{text: Giúp nhau}]\n"
    )
    with (office / "campaign.yaml").open("a", encoding="utf-8") as file:
        file.write(told)
    there = office.parent / "tan-son-2027"

    assert vbgen(capsys, "init", there, "--from", office).code == 0

    after = load_campaign(there, WORDS).campaign
    assert [each.name for each in after.blocks] == ["Khối các phòng"]
    assert [each.unit for each in after.block_members] == [unit]
    assert [each.most_points for each in after.criteria] == [100]
    assert (after.scores, after.registrations, after.pledge_terms) == ((), (), ())
