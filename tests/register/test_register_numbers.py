"""Numbers are taken by the database: none twice, none missing, whoever asks."""

from collections import Counter as Tally
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from tests.register.killing import forks
from tests.register.killing_tasks import number
from tests.register.papers import PEOPLE, intent, issue, settle, stamp
from vbgen.model.dossier import Counter
from vbgen.register import NumberTakenError, Register, State
from vbgen.register.numbers import GoldenHabit, Numbering, take
from vbgen.ways import Resume

PROCESSES, DOCUMENTS = 8, 2000


def test_numbers_begin_at_one_and_go_on(register: Register) -> None:
    assert [register.reserve(intent(), stamp()).code for _ in range(3)] == [
        "01/QĐ-SCT",
        "02/QĐ-SCT",
        "03/QĐ-SCT",
    ]


def test_each_series_and_each_year_has_its_own_numbers(register: Register) -> None:
    of_next_year = intent(day=date(2027, 1, 4))
    wanted = [
        intent(),
        intent("hoi-dong", symbol="BB-HĐ", kind="council-minutes"),
        of_next_year,
        intent(),
    ]
    assert [register.reserve(one, stamp()).number for one in wanted] == [1, 1, 1, 2]


def test_a_start_value_set_in_mid_year_is_jumped_to_and_then_passed(register: Register) -> None:
    register.reserve(intent(), stamp())
    started = [
        replace(intent(), counter=Counter("SCT", "van-ban-di", 2026, first=121)) for _ in range(2)
    ]
    assert [register.reserve(one, stamp()).number for one in started] == [121, 122]


def test_certificates_get_golden_book_numbers_as_one_block_in_print_order(
    register: Register,
) -> None:
    first, second = (register.reserve(intent(people=PEOPLE), stamp()) for _ in range(2))
    assert (first.golden_numbers, second.golden_numbers) == ((1, 2), (3, 4))
    assert [row.name for row in register.golden_book(document=first.id)] == [
        one.name for one in PEOPLE
    ]


def test_a_refused_reservation_gives_its_number_back(register: Register) -> None:
    standing = register.reserve(intent(campaign="một"), stamp())
    with pytest.raises(NumberTakenError, match="01/QĐ-SCT") as refused:
        register.reserve(intent(campaign="một"), stamp())
    assert refused.value.problems[0].ways == (Resume("01/QĐ-SCT"),)
    assert settle(register, standing).code == "01/QĐ-SCT"
    assert issue(register).code == "02/QĐ-SCT"


def test_one_statement_takes_a_block(register: Register) -> None:
    counter = Counter("SCT", "so-vang", 0)
    with register.database.writing() as connection:
        assert (
            take(connection, counter, 10),
            take(connection, counter, 5),
            take(connection, counter),
        ) == (1, 11, 16)


@pytest.mark.parametrize(
    ("numbering", "kind", "symbol", "council", "series"),
    [
        (Numbering(), "award-decision", "QĐ-SCT", False, "van-ban-di"),
        (Numbering(), "launch-notice", "SCT-VP", False, "van-ban-di"),
        (Numbering(), "council-minutes", "BB-HĐTĐKT", True, "hoi-dong"),
        (Numbering(by_type=True), "award-decision", "QĐ-SCT", False, "QĐ"),
        (Numbering(by_type=True), "launch-notice", "SCT-VP", False, "CV"),
        (Numbering(by_type=True), "council-minutes", "BB-HĐTĐKT", True, "hoi-dong"),
        (Numbering(apart={"mat": ("launch-notice",)}), "launch-notice", "SCT-VP", False, "mat"),
        (
            Numbering(apart={"quyet-dinh": ("QĐ", "NQ")}),
            "award-decision",
            "QĐ-SCT",
            False,
            "quyet-dinh",
        ),
    ],
)
def test_the_office_decides_on_its_series(
    numbering: Numbering, kind: str, symbol: str, council: bool, series: str
) -> None:
    assert numbering.counter("SCT", kind, symbol, 2026, council=council) == Counter(
        "SCT", series, 2026
    )


DECISION, YEARLY, RUNNING = GoldenHabit


@pytest.mark.parametrize(
    ("setting", "in_book", "day", "series", "year"),
    [
        (None, None, date(2026, 3, 5), "quyet-dinh", 2026),
        (None, None, date(2024, 1, 1), "quyet-dinh", 2024),
        (None, None, date(2023, 12, 31), "so-vang", 2023),
        (None, YEARLY, date(2026, 3, 5), "so-vang", 2026),
        (None, RUNNING, date(2026, 3, 5), "so-vang", 0),
        (DECISION, YEARLY, date(2026, 3, 5), "quyet-dinh", 2026),
        (DECISION, None, date(2022, 7, 5), "so-vang", 2022),
        (YEARLY, None, date(2026, 3, 5), "so-vang", 2026),
        (RUNNING, None, date(2022, 7, 5), "so-vang", 0),
    ],
)
def test_certificates_are_numbered_as_the_day_the_settings_and_the_book_say(
    setting: GoldenHabit | None, in_book: GoldenHabit | None, day: date, series: str, year: int
) -> None:
    assert Numbering(golden_book=setting).golden_counter("SCT", day, in_book) == Counter(
        "SCT", series, year
    )


def test_eight_processes_number_two_thousand_documents_without_gap_or_double(
    database_url: str, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    share = DOCUMENTS // PROCESSES
    with ProcessPoolExecutor(PROCESSES, mp_context=forks()) as pool:
        parts = pool.map(number, [database_url] * PROCESSES, [share] * PROCESSES)
        taken = [one for part in parts for one in part]
    assert sorted(taken) == list(range(1, DOCUMENTS + 1))
    assert Tally(one.state for one in register.entries()) == {State.RESERVED: DOCUMENTS}
    assert sum(1 for _ in register.journal()) == DOCUMENTS
