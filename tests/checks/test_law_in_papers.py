"""What the law gives to the papers: one bonus for several titles, the year's statistics in the last summary."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document

from tests.checks.check_cases import CSTDCS, GIAY_KHEN, LDTT, PEOPLE, campaign, given
from tests.law.law_texts import SHIPPED, law_on, rules_by
from tests.sample.sample_campaign import ROOT, sample
from vbgen.law.rulebook import Rulebook
from vbgen.model.agency import AgencyLevel
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter
from vbgen.papers.body.bonus_table import BonusTable, bonus_table
from vbgen.papers.body.honour_list import honour_list
from vbgen.papers.body.quotas import quota_results
from vbgen.papers.body.statistics import statistics
from vbgen.papers.body.statistics_chart import statistics_chart
from vbgen.papers.deciding import phase_laws
from vbgen.papers.kinds.kind import Variant
from vbgen.papers.kinds.library import Library

SO = AgencyLevel.PROVINCIAL_DEPARTMENT
DAY = date(2022, 12, 1)


def table(data: Campaign, rules: Rulebook = SHIPPED) -> BonusTable:
    law = rules.on(DAY)
    return bonus_table(honour_list(data, data.awards, Variant(), law), data, law)


def test_several_titles_of_one_decision_are_paid_once() -> None:
    data = campaign(
        awards=[
            given("CN1", CSTDCS),
            *(given(person.id, LDTT) for person in PEOPLE),
            given("CN1", GIAY_KHEN),
        ]
    )
    made = table(data)
    assert [(line.group.honour.name, line.quantity, line.amount) for line in made.lines] == [
        (CSTDCS, 1, 1_490_000),
        (LDTT, 3, 1_350_000),
        (GIAY_KHEN, 1, 450_000),
    ]
    assert made.total == 3_290_000
    assert "không tính thêm cho 01 cá nhân đạt danh hiệu “Lao động tiên tiến”" in made.note


def test_a_decision_without_doubled_titles_has_no_note() -> None:
    assert table(campaign(awards=[given("CN1", LDTT), given("CN1", GIAY_KHEN)])).note == ""


def test_an_office_may_pay_every_title() -> None:
    off = rules_by('[[stacking]]\nid = "highest-title-only"\napplies = false')
    data = campaign(awards=[given("CN1", CSTDCS), given("CN1", LDTT)])
    assert (table(data).total, table(data, off).total) == (1_490_000, 1_940_000)


def test_an_office_s_own_power_decides_what_is_proposed() -> None:
    own = '[[power]]\nid = "provincial-department"\nawards = ["Giấy khen"]\nsource = "Quyết định phân cấp"'
    rules = rules_by(own)
    laws = phase_laws(sample(), rules.on(DAY))
    view = next(each for each in quota_results(sample(), 2, laws) if each.quota.id == "CN-LDTT")
    assert view.is_proposed
    assert {row.name for row in statistics(sample(), laws).given} == {GIAY_KHEN}


@pytest.fixture(scope="module")
def summaries() -> dict[int, Document]:
    drafter = Drafter(Library((ROOT / "templates",)))
    planned = drafter.plan(sample(), ["phase-summary"], phase=None, law=law_on(2026, 1, 1))
    return {
        draft.phase or 0: docx.Document(BytesIO(draft.docx)) for draft in drafter.drafts(planned)
    }


def words(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_last_summary_has_the_statistics_as_its_appendix(
    summaries: dict[int, Document],
) -> None:
    assert "THỐNG KÊ KHEN THƯỞNG NĂM 2022" in words(summaries[2])
    rows = [[cell.text for cell in row.cells] for each in summaries[2].tables for row in each.rows]
    closing = "(Đã khen thưởng 09 tập thể và 60 cá nhân, tổng số 104 lượt)./."
    assert any(set(row) == {closing} for row in rows)
    assert ["3", "Lao động tiên tiến", "60", "0", "60", "20", "40", "31"] in rows
    assert len(summaries[2].inline_shapes) == 2
    assert len(summaries[2].sections) == 2


def test_an_interim_summary_has_none(summaries: dict[int, Document]) -> None:
    assert "THỐNG KÊ" not in words(summaries[1])
    assert len(summaries[1].inline_shapes) == 1
    assert len(summaries[1].sections) == 1


def test_the_chart_of_the_statistics_grows_with_its_rows() -> None:
    rows = statistics(sample(), phase_laws(sample(), law_on(2022, 12, 1))).given
    pictures = [statistics_chart(rows[:count], width_mm=150) for count in range(len(rows) + 1)]
    assert [len(picture) for picture in pictures] == sorted(len(picture) for picture in pictures)
    assert statistics_chart(rows, width_mm=150) == pictures[-1]
