"""What a decision lacks, or says otherwise than it was typed, is told at its cell; what nobody knows forbids."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.checks.check_cases import AGENCY, GROUNDS, PEOPLE, campaign, given, ids, one, proposed
from tests.papers.agencies.offices import Office, office_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign, write_workbook
from vbgen.errors import Severity
from vbgen.model.agency import Agency, AgencyLevel, MoneyRule
from vbgen.model.campaign import Campaign
from vbgen.model.money import BonusRate
from vbgen.model.movement import RecipientKind
from vbgen.model.paper import RecipientLine
from vbgen.office.checks.finding import Finding

Capture = pytest.CaptureFixture[str]
RATE = BonusRate(award="Giấy khen", amount=200_000)


def office(**changes: Any) -> Agency:  # noqa: ANN401 - any field
    return AGENCY.model_copy(update=changes)


def awarding(**changes: Any) -> Campaign:  # noqa: ANN401 - any field
    return campaign(**{"nominations": [proposed("CN1")], "awards": [given("CN1")], **changes})


def at(finding: Finding) -> tuple[str, int, str]:
    spot = finding.spots[0]
    return spot.table, spot.row, spot.field


def as_above(article: int) -> RecipientLine:
    return RecipientLine(kind="award-decision", text=f"Như Điều {article}")


def test_a_decision_that_nobody_carries_out_is_told_at_the_cell() -> None:
    finding = one(awarding(agency=office(executors="")), "executors-missing")
    assert (finding.severity, at(finding)) == (Severity.NOTE, ("agency", 0, "executors"))
    assert Agency.title_of("executors") in finding.todo
    assert "executors-missing" not in ids(awarding())
    assert "executors-missing" not in ids(campaign(agency=office(executors="")))


def test_money_from_nowhere_is_told_at_the_cell() -> None:
    bare = office(bonus_source="")
    finding = one(awarding(agency=bare), "bonus-source-missing")
    assert (finding.severity, at(finding)) == (Severity.NOTE, ("agency", 0, "bonus_source"))
    assert "bonus-source-missing" not in ids(awarding())


@pytest.mark.parametrize(
    ("money", "rates"),
    [
        (MoneyRule.NONE, ()),
        (MoneyRule.OWN, (RATE.model_copy(update={"source": "quỹ khuyến học"}),)),
        (MoneyRule.OWN, (BonusRate(award="Giấy khen", gift="05 quyển vở"),)),
    ],
    ids=["no money", "a source of its own", "a gift"],
)
def test_what_needs_no_source_is_not_asked_for_one(
    money: MoneyRule, rates: tuple[BonusRate, ...]
) -> None:
    data = awarding(agency=office(bonus_source="", money=money), bonus_rates=rates)
    assert "bonus-source-missing" not in ids(data)


def test_a_ground_that_gets_its_word_is_shown_as_it_will_be_printed() -> None:
    typed = (*GROUNDS, "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015")
    lines = tuple(RecipientLine(kind="award-decision", text=text) for text in typed)
    finding = one(awarding(legal_grounds=lines), "ground-word-added")
    assert (finding.severity, at(finding)) == (Severity.NOTE, ("legal_grounds", 3, "text"))
    assert f"“Căn cứ {typed[3]}”" in finding.message
    assert "ground-word-added" not in ids(awarding())


@pytest.mark.parametrize(
    ("money", "typed", "right"),
    [(MoneyRule.LAW, 2, 3), (MoneyRule.NONE, 3, 2)],
    ids=["with money", "without"],
)
def test_recipients_cite_the_decision_s_last_article(
    money: MoneyRule, typed: int, right: int
) -> None:
    agency = office(money=money)
    finding = one(awarding(agency=agency, recipients=(as_above(typed),)), "article-cited")
    assert (finding.severity, at(finding)) == (Severity.WARNING, ("recipients", 0, "text"))
    assert f"Điều {right}, không phải “Như Điều {typed}”" in finding.message
    assert f"“Như Điều {right}”" in finding.todo
    assert "article-cited" not in ids(awarding(agency=agency, recipients=(as_above(right),)))


def test_a_bonus_that_nobody_says_forbids_an_award_and_warns_of_a_proposal() -> None:
    own = office(money=MoneyRule.OWN)
    assert one(awarding(agency=own), "bonus-unknown").severity is Severity.ERROR
    only = one(awarding(agency=own, awards=()), "bonus-unknown")
    assert only.severity is Severity.WARNING
    assert "bonus-unknown" not in ids(awarding(agency=own, bonus_rates=(RATE,)))
    assert "bonus-unknown" not in ids(awarding())


def test_the_law_s_rates_are_not_for_pupils() -> None:
    pupil = PEOPLE[0].model_copy(update={"kind": RecipientKind.PUPIL})
    data = awarding(nominees=(pupil, *PEOPLE[1:]))
    finding = one(data, "bonus-unknown")
    assert finding.severity is Severity.ERROR
    assert "“Giấy khen” (học sinh, sinh viên)" in finding.message
    own = RATE.model_copy(update={"kind": RecipientKind.PUPIL})
    assert "bonus-unknown" not in ids(data.model_copy(update={"bonus_rates": (own,)}))


def test_a_level_that_was_not_said_is_taken_for_none() -> None:
    finding = one(awarding(agency=office(level=None)), "agency-level-missing")
    assert (finding.severity, at(finding)) == (Severity.ERROR, ("agency", 0, "level"))
    assert "agency-level-missing" not in ids(awarding())


@pytest.mark.parametrize(
    ("name", "level", "is_told"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN HỢP", AgencyLevel.PROVINCE, True),
        ("UBND XÃ TÂN HỢP", AgencyLevel.COMMUNE, False),
        ("UBND THÀNH PHỐ HẢI PHÒNG", AgencyLevel.PROVINCE, False),
        ("SỞ CÔNG THƯƠNG", AgencyLevel.COMMUNE, True),
        ("BỘ Y TẾ", AgencyLevel.MINISTRY, False),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH", AgencyLevel.PROVINCIAL_DEPARTMENT, False),
        ("TRƯỜNG TIỂU HỌC SỐ 1", AgencyLevel.PROVINCIAL_DEPARTMENT, True),
        ("TRƯỜNG CHÍNH TRỊ TỈNH", AgencyLevel.PROVINCIAL_DEPARTMENT, False),
        ("BỆNH VIỆN ĐA KHOA TÂN AN", AgencyLevel.PUBLIC_UNIT, False),
        ("CÔNG ĐOÀN CƠ SỞ", AgencyLevel.ENTERPRISE, True),
        ("ĐẢNG ỦY XÃ", AgencyLevel.COMMUNE, True),
        ("VĂN PHÒNG", AgencyLevel.COMMUNE, False),
    ],
)
def test_a_name_that_contradicts_its_level_is_told(
    name: str, level: AgencyLevel, is_told: bool
) -> None:
    data = campaign(agency=office(name=name, level=level))
    assert ("agency-level-doubtful" in ids(data)) is is_told
    if is_told:
        finding = one(data, "agency-level-doubtful")
        assert (finding.severity, at(finding)) == (Severity.WARNING, ("agency", 0, "level"))
        assert level.label in finding.message


def in_excel(office: Office, **changes: Any) -> Path:  # noqa: ANN401 - any table
    """The office's campaign as a workbook, with these tables of its YAML changed."""
    data = office.data()
    for table, value in changes.items():
        data[table] = value(data[table])
    office.write(data)
    file = office.campaign / "campaign.yaml"
    made = load_campaign(office.campaign, WORDS).campaign
    write_workbook(made, file.with_suffix(".xlsx"), WORDS)
    file.unlink()
    return file.with_suffix(".xlsx")


def refusals(office: Office, capsys: Capture, code: str) -> list[Any]:
    """What `check` and `issue` say of that code; both end with 1."""
    checked = office.run(capsys, "check", "--json")
    issued = office.issue(capsys, "award-decision")
    assert (checked.code, issued.code) == (1, 1), checked.out + issued.out
    by_check = [each for each in checked.json["findings"] if each["id"] == code]
    by_issue = [each for each in issued.json["problems"] if each["code"] == code]
    assert not (office.folder / "output" / office.agency / "issued").exists()
    return [by_check[0]["places"][0], by_check[0], by_issue[0]["place"], by_issue[0]]


def without_level(agency: Any) -> Any:  # noqa: ANN401 - a tree of YAML
    return {key: value for key, value in agency.items() if key != "level"}


def test_check_and_issue_refuse_an_agency_without_its_level(
    tmp_path: Path, capsys: Capture
) -> None:
    office = office_of("xa", tmp_path)
    book = in_excel(office, agency=without_level)
    at_check, found, at_issue, problem = refusals(office, capsys, "agency-level-missing")
    for place in (at_check, at_issue):
        assert (place["file"], place["sheet"]) == (book.name, "Cơ quan")
        label = load_workbook(book)["Cơ quan"][f"A{place['cell'][1:]}"].value
        assert str(label).startswith("Cấp")
    for said in (found, problem):
        assert "nên chưa biết thẩm quyền khen thưởng và mức tiền thưởng" in said["message"]


def without_pupils(rates: Any) -> Any:  # noqa: ANN401 - a tree of YAML
    return [row for row in rates if row["kind"] != "pupil"]


def test_check_and_issue_refuse_pupils_whose_bonus_nobody_says(
    tmp_path: Path, capsys: Capture
) -> None:
    office = office_of("truong", tmp_path)
    book = in_excel(office, bonus_rates=without_pupils)
    at_check, found, at_issue, problem = refusals(office, capsys, "bonus-unknown")
    for place in (at_check, at_issue):
        assert (place["file"], place["sheet"]) == (book.name, "Khen thưởng")
        assert load_workbook(book)["Khen thưởng"][place["cell"]].value == "Giấy khen"
    for said in (found, problem):
        assert "“Giấy khen” (học sinh, sinh viên)" in said["message"]
