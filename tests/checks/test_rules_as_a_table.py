"""The list of what the law's data must answer, item by item, each as a claim with its evidence."""

import unicodedata
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from tests.checks.check_cases import (
    CSTD_TINH,
    CSTDCS,
    GIAY_KHEN,
    LDTT,
    campaign,
    ids,
    initiative,
    past,
    proposed,
)
from tests.law.law_texts import SHIPPED, honour, law_on
from tests.sample.sample_campaign import sample
from vbgen.law.arithmetic import part_of, reaches
from vbgen.law.bonus import bonus, unpaid
from vbgen.law.tables import Cap
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind
from vbgen.office.checks.case import Case
from vbgen.office.checks.launch.wording import check, slips
from vbgen.papers.body.notice import notice
from vbgen.words.dates import blank_date, long_date
from vbgen.words.numbers import two_digits, vn_number

SO, XA = AgencyLevel.PROVINCIAL_DEPARTMENT, AgencyLevel.COMMUNE
ONE, ALL = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE


def regime(year: int, month: int, day: int) -> str:
    found = SHIPPED.on(date(year, month, day)).regime
    assert found is not None
    return found.source if found.proved else f"{found.source} (verify)"


def paid(award: str, kind: SubjectKind, day: date, level: AgencyLevel = SO) -> int | None:
    return bonus(SHIPPED.on(day), honour(award), kind, level)


def decides(award: str) -> bool:
    return law_on(2022, 12, 1).decides(SO, honour(award))


def seed_slips() -> set[str]:
    return {finding.message for finding in check(Case(sample(), law_on(2022, 12, 1), None))}


def fighter(*years: int) -> list[str]:
    rows = [proposed("CN1", award) for award in (LDTT, CSTDCS, CSTD_TINH)]
    about = [initiative("CN1", "Chủ tịch Ủy ban nhân dân tỉnh X")]
    return ids(
        campaign(nominations=rows, initiatives=about, past_awards=past("CN1", CSTDCS, *years))
    )


def two(first: str, second: str, **more: object) -> list[str]:
    return ids(campaign(nominations=[proposed("CN1", first), proposed("CN1", second)], **more))


CLAIMS: tuple[tuple[str, Callable[[], bool]], ...] = (
    (
        "1 before 2024: law of 2003, decree 91",
        lambda: "15/2003" in regime(2023, 12, 31) and "91/2017" in regime(2023, 12, 31),
    ),
    (
        "1 from 2024: law of 2022, decree 98",
        lambda: "06/2022" in regime(2024, 1, 1) and "98/2023" in regime(2024, 1, 1),
    ),
    (
        "1 from July 2025: decree 152",
        lambda: "152/2025" in regime(2025, 7, 1) and "98/2023" in regime(2025, 6, 30),
    ),
    (
        "1 from October 2026: to verify",
        lambda: regime(2026, 10, 1).endswith("(verify)") and "verify" not in regime(2026, 9, 30),
    ),
    (
        "2 a certificate of a department, one person",
        lambda: paid(GIAY_KHEN, ONE, date(2022, 7, 15)) == 450_000,
    ),
    ("2 a collective", lambda: paid(GIAY_KHEN, ALL, date(2022, 7, 15)) == 900_000),
    (
        "2 an advanced collective",
        lambda: paid("Tập thể lao động tiên tiến", ALL, date(2022, 12, 10)) == 1_200_000,
    ),
    ("2 a commune's certificate", lambda: paid(GIAY_KHEN, ONE, date(2022, 7, 15), XA) == 230_000),
    ("2 August 2026", lambda: paid(GIAY_KHEN, ONE, date(2026, 8, 1)) == 760_000),
    ("2 the last day of 1.490.000", lambda: paid(CSTDCS, ONE, date(2023, 6, 30)) == 1_490_000),
    ("2 the first day of 1.800.000", lambda: paid(CSTDCS, ONE, date(2023, 7, 1)) == 1_800_000),
    (
        "3 a director awards",
        lambda: all(map(decides, (LDTT, CSTDCS, "Tập thể lao động tiên tiến", GIAY_KHEN))),
    ),
    (
        "3 a director does not award",
        lambda: (
            not any(
                map(
                    decides,
                    (
                        "Tập thể lao động xuất sắc",
                        CSTD_TINH,
                        "Cờ thi đua cấp tỉnh",
                        "Bằng khen của UBND tỉnh",
                    ),
                )
            )
        ),
    ),
    (
        "3 what goes up is told",
        lambda: "for-the-superior" in ids(campaign(nominations=[proposed("CN1", "Bằng khen")])),
    ),
    (
        "4 more than half until 2023",
        lambda: reaches(51, 100, 50, strictly=True) and not reaches(1, 2, 50, strictly=True),
    ),
    (
        "4 seven tenths from 2024, in whole numbers",
        lambda: all(reaches(n, 10, 70) is (10 * n >= 70) for n in range(11)),
    ),
    ("5 the cap of 48 is 7", lambda: part_of(48, 15) == 7),
    ("5 the cap of 60 is 9", lambda: part_of(60, 15) == 9),
    (
        "5 after 2023 no cap counts",
        lambda: not SHIPPED.on(date(2024, 1, 1)).all(Cap),
    ),
    (
        "6 a fighter is an advanced worker",
        lambda: "cstdcs-ldtt" in ids(campaign(nominations=[proposed("CN1", CSTDCS)])),
    ),
    ("6 three years with numbers", lambda: "cstd-tinh-streak" not in fighter(2020, 2021)),
    ("6 a gap breaks the row", lambda: "cstd-tinh-streak" in fighter(2019, 2021)),
    (
        "7 shares are of all members",
        lambda: (
            law_on(2022, 12, 1).carries(honour(CSTD_TINH), Fraction(10, 11))
            and not law_on(2022, 12, 1).carries(honour(CSTD_TINH), Fraction(9, 11))
        ),
    ),
    ("8 two forms for one phase", lambda: "same-achievement-twice" in two(GIAY_KHEN, "Bằng khen")),
    (
        "8 two titles of a year are no duplicate",
        lambda: "same-achievement-twice" not in two(LDTT, CSTDCS),
    ),
    (
        "8 but only the higher is paid",
        lambda: (
            unpaid([("x", honour(LDTT)), ("x", honour(CSTDCS))], law_on(2022, 12, 1))
            == {"x": {LDTT}}
        ),
    ),
    (
        "8 an earlier decision counts",
        lambda: "already-awarded" in two(GIAY_KHEN, LDTT, past_awards=past("CN1", GIAY_KHEN, 2022)),
    ),
    (
        "9 names are composed",
        lambda: all(unicodedata.is_normalized("NFC", honour.name) for honour in SHIPPED.honours),
    ),
    ("9 counts have two digits", lambda: two_digits(5) == "05"),
    ("9 money has dots", lambda: vn_number(1_490_000) == "1.490.000"),
    ("9 dates have their zeros", lambda: long_date(date(2022, 7, 5)) == "ngày 05 tháng 7 năm 2022"),
    ("9 the end mark stands once", lambda: not notice(sample()).closing.endswith((".", "/"))),
    ("9 no square brackets are left", lambda: list(slips("Tặng [khenthuongcanhan]")) != []),
    (
        "9 titles are written with sĩ",
        lambda: not any("sỹ" in honour.name for honour in SHIPPED.honours),
    ),
    ("10 phân đầu", lambda: any("phân đầu" in each for each in seed_slips())),
    ("10 quotes that do not close", lambda: any("ngoặc kép" in each for each in seed_slips())),
    ("10 a doubled word", lambda: any("thực hiện thực hiện" in each for each in seed_slips())),
    ("10 Chiến sỹ", lambda: any("chiến sỹ" in each for each in seed_slips())),
    ("10 two ways of writing dates", lambda: any("hai cách" in each for each in seed_slips())),
    ("10 no deadline", lambda: "notice-silent-on-deadline" in ids(sample())),
    ("10 number and day are blank", lambda: blank_date(2022, 3).count(" ") > 4),
)


@pytest.mark.parametrize(("claim", "holds"), CLAIMS, ids=[claim for claim, _holds in CLAIMS])
def test_every_item_of_the_list_holds(claim: str, holds: Callable[[], bool]) -> None:
    assert holds(), claim


def test_all_ten_items_are_claimed() -> None:
    assert {int(claim.split()[0]) for claim, _holds in CLAIMS} == set(range(1, 11))
