"""A setting changed while numbers live under it: the series goes on, whichever setting it was, and is told once."""

from dataclasses import replace
from datetime import date

import pytest

from tests.register.papers import PEOPLE, intent, stamp
from vbgen.model.dossier import Consent, Intent
from vbgen.office.issuing.doubts.numbers import golden_doubts, golden_past, number_doubts
from vbgen.register import Numbering, Register
from vbgen.register.numbers import COUNCIL, GoldenHabit

ONE, BY_TYPE = Numbering(), Numbering(by_type=True)
APART = Numbering(apart={"giay-moi": ("GM",)})
OTHER_AGENCY = Numbering(agency="SCT-VPS")
KINDS = {
    "QĐ-SCT": "award-decision",
    "BC-SCT": "phase-summary",
    "GM-SCT": "invitation",
    "BB-HĐ": "council-minutes",
}


def paper(
    numbering: Numbering, symbol: str, day: date = date(2026, 3, 5), issuer: str = "SỞ CÔNG THƯƠNG"
) -> Intent:
    kind, council = KINDS[symbol], symbol == "BB-HĐ"
    counter = numbering.counter("SCT", kind, symbol, day.year, council=council)
    plain = intent(
        symbol=symbol, kind=kind, day=day, issuer=issuer, agency=numbering.agency or "SCT"
    )
    return replace(plain, counter=counter)


def give(register: Register, numbering: Numbering, *symbols: str) -> list[str]:
    return [register.reserve(paper(numbering, symbol), stamp()).code for symbol in symbols]


Q, B, G, H = KINDS


@pytest.mark.parametrize(
    ("before", "old", "after", "new", "given"),
    [
        (
            ONE,
            [Q, B, Q, B],
            BY_TYPE,
            [Q, B, Q, B],
            ["05/QĐ-SCT", "05/BC-SCT", "06/QĐ-SCT", "06/BC-SCT"],
        ),
        (ONE, [Q, Q, Q], BY_TYPE, [B, Q], ["04/BC-SCT", "04/QĐ-SCT"]),
        (BY_TYPE, [Q, Q, Q, B], ONE, [B, Q, B], ["04/BC-SCT", "05/QĐ-SCT", "06/BC-SCT"]),
        (ONE, [G, Q, Q], APART, [G, G, Q], ["04/GM-SCT", "05/GM-SCT", "04/QĐ-SCT"]),
        (APART, [G, G, Q], ONE, [G, Q], ["03/GM-SCT", "04/QĐ-SCT"]),
        (ONE, [Q, B], OTHER_AGENCY, [Q, B], ["03/QĐ-SCT", "04/BC-SCT"]),
        (ONE, [H, H], OTHER_AGENCY, [H, Q], ["03/BB-HĐ", "01/QĐ-SCT"]),
        (ONE, [Q, H], BY_TYPE, [H, Q], ["02/BB-HĐ", "02/QĐ-SCT"]),
        (ONE, [Q], Numbering(by_type=True, agency="SCT"), [Q], ["02/QĐ-SCT"]),
    ],
    ids=str,
)
def test_a_switched_series_goes_on(
    register: Register,
    before: Numbering,
    old: list[str],
    after: Numbering,
    new: list[str],
    given: list[str],
) -> None:
    give(register, before, *old)
    assert give(register, after, *new) == given


@pytest.mark.parametrize(
    ("numbering", "old", "new", "given"),
    [
        (BY_TYPE, [Q, Q, Q], [B, Q], ["01/BC-SCT", "04/QĐ-SCT"]),
        (APART, [Q, Q], [G, Q], ["01/GM-SCT", "03/QĐ-SCT"]),
        (APART, [G, Q, Q], [G], ["02/GM-SCT"]),
        (ONE, [Q, Q], [H], ["01/BB-HĐ"]),
        (ONE, [H, H], [Q], ["01/QĐ-SCT"]),
    ],
    ids=str,
)
def test_series_that_were_always_apart_begin_at_one(
    register: Register, numbering: Numbering, old: list[str], new: list[str], given: list[str]
) -> None:
    give(register, numbering, *old)
    assert give(register, numbering, *new) == given


def test_switching_back_goes_on_too(register: Register) -> None:
    give(register, ONE, Q, Q)
    give(register, BY_TYPE, Q, Q, B)
    assert give(register, ONE, B, Q) == ["05/BC-SCT", "06/QĐ-SCT"]


def test_a_switch_once_made_is_not_made_again(register: Register) -> None:
    give(register, ONE, G, Q)
    assert give(register, APART, G, Q, Q, Q, G) == [
        "03/GM-SCT",
        "03/QĐ-SCT",
        "04/QĐ-SCT",
        "05/QĐ-SCT",
        "04/GM-SCT",
    ]


def test_another_office_in_the_same_database_begins_at_one(register: Register) -> None:
    give(register, ONE, Q, Q)
    other = replace(paper(OTHER_AGENCY, Q, issuer="CHI CỤC QUẢN LÝ THỊ TRƯỜNG"), id="f" * 32)
    assert register.reserve(other, stamp()).code == "01/QĐ-SCT"


def test_a_new_year_begins_at_one_whatever_was_switched(register: Register) -> None:
    give(register, ONE, Q, Q)
    assert register.reserve(paper(BY_TYPE, Q, date(2027, 1, 4)), stamp()).code == "01/QĐ-SCT"


def test_a_start_that_the_office_has_set_holds(register: Register) -> None:
    give(register, ONE, B, B, B)
    started = Numbering(by_type=True, starts={"QĐ": {2026: 1}})
    assert give(register, started, Q) == ["01/QĐ-SCT"]


def test_the_switch_is_told_before_the_number_is_taken_and_only_then(register: Register) -> None:
    give(register, ONE, Q, B)
    told = []
    for _ in range(2):
        wanted = paper(BY_TYPE, Q)
        coming = register.coming(wanted.counter, wanted.particulars)
        told.append([doubt.code for doubt in number_doubts(coming, wanted)])
        assert register.reserve(wanted, stamp()).number == coming.number.number
    assert told == [["series-switched"], []]
    [switched, _next] = [act.detail for act, _stated in register.journal()][2:]
    assert switched["goes_on_from"] == {
        "agency": "SCT",
        "series": "van-ban-di",
        "year": 2026,
        "last": 2,
    }
    assert switched["opens_at"] == 3


def decision(numbering: Numbering, day: date, habit: GoldenHabit | None = None) -> Intent:
    book = numbering.golden_counter("SCT", day, habit)
    return replace(
        intent(people=PEOPLE, day=day),
        golden_book=book,
        counter=numbering.counter("SCT", "", Q, day.year),
    )


YEARLY, RUNNING = (
    Numbering(golden_book=GoldenHabit.YEARLY),
    Numbering(golden_book=GoldenHabit.RUNNING),
)
MARCH, JULY, NEXT_YEAR = date(2026, 3, 5), date(2026, 7, 5), date(2027, 1, 5)


@pytest.mark.parametrize(
    ("before", "after", "day", "numbers"),
    [
        (YEARLY, RUNNING, JULY, (3, 4)),
        (YEARLY, RUNNING, NEXT_YEAR, (3, 4)),
        (RUNNING, YEARLY, JULY, (3, 4)),
        (RUNNING, YEARLY, NEXT_YEAR, (1, 2)),
        (YEARLY, YEARLY, NEXT_YEAR, (1, 2)),
        (YEARLY, Numbering(golden_book=GoldenHabit.DECISION), JULY, (1, 2)),
        (Numbering(golden_book=GoldenHabit.DECISION), YEARLY, JULY, (1, 2)),
    ],
)
def test_a_switched_golden_book_goes_on(
    register: Register, before: Numbering, after: Numbering, day: date, numbers: tuple[int, int]
) -> None:
    register.reserve(decision(before, MARCH), stamp())
    assert register.reserve(decision(after, day), stamp()).golden_numbers == numbers


@pytest.mark.parametrize(
    ("before", "habit"), [(YEARLY, GoldenHabit.YEARLY), (RUNNING, GoldenHabit.RUNNING)]
)
def test_a_book_with_numbers_of_the_year_goes_on_and_is_asked_about_once(
    register: Register, before: Numbering, habit: GoldenHabit
) -> None:
    register.reserve(decision(before, MARCH), stamp())
    asked = []
    for _ in range(2):
        past = golden_past(register, ONE, "SCT", JULY)
        assert past is not None
        wanted = decision(ONE, JULY, past.habit)
        doubts = tuple(
            one.code for one in golden_doubts(register.coming_in_golden_book(wanted), wanted, past)
        )
        asked.append((past.habit, past.last, doubts))
        register.reserve(replace(wanted, consent=Consent(doubts)), stamp())
    assert asked == [(habit, 2, ("golden-book-goes-on",)), (habit, 4, ())]


def test_a_book_without_numbers_of_the_year_counts_within_each_decision(register: Register) -> None:
    register.reserve(decision(YEARLY, MARCH), stamp())
    assert golden_past(register, ONE, "SCT", NEXT_YEAR) is None
    first = register.reserve(decision(ONE, NEXT_YEAR), stamp())
    assert first.golden_numbers == (1, 2)
    assert golden_past(register, ONE, "SCT", NEXT_YEAR) is None


def test_the_council_has_its_own_series_under_every_setting() -> None:
    for numbering in (ONE, BY_TYPE, APART, OTHER_AGENCY):
        assert paper(numbering, H).counter.series == COUNCIL
