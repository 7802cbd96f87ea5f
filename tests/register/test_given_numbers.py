"""A number that another system gave is taken as it is: none twice, every hole known, the series goes along."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.model.dossier import Counter, GivenNumber, Intent
from vbgen.office.issuing.doubts.numbers import (
    bare_number,
    given_number,
    number_doubts,
    refuse_inserted,
)
from vbgen.office.references import find
from vbgen.register import Filter, NumberTakenError, Register, State, tables
from vbgen.register.numbers import Numbering
from vbgen.ways import GiveNumber, SetNumbering


def numbered(text: str, **changed: Any) -> Intent:  # noqa: ANN401 - any field
    return replace(intent(**changed), given=given_number(text)[0])


def taken(register: Register, *texts: str) -> list[str]:
    wanted = [numbered(text) if text else intent() for text in texts]
    return [register.reserve(one, stamp()).code for one in wanted]


def counters(register: Register) -> dict[str, int]:
    with register.database.reading() as connection:
        return {row.series: row.last for row in connection.execute(select(tables.counters))}


def test_the_series_goes_along_with_the_numbers_of_another_system(register: Register) -> None:
    assert taken(register, "", "245", "", "250", "247", "") == [
        "01/QĐ-SCT",
        "245/QĐ-SCT",
        "246/QĐ-SCT",
        "250/QĐ-SCT",
        "247/QĐ-SCT",
        "251/QĐ-SCT",
    ]


@pytest.mark.parametrize(
    ("before", "number", "doubts"),
    [
        ((), "1", []),
        ((), "245", ["number-hole"]),
        (("7",), "8", []),
        (("7",), "10", ["number-hole"]),
        (("7", "10"), "9", []),
        (("7",), "7a", []),
        (("7",), "8a", ["number-hole"]),
    ],
)
def test_a_hole_is_a_doubt(
    register: Register, before: tuple[str, ...], number: str, doubts: list[str]
) -> None:
    taken(register, *before)
    wanted = numbered(number)
    coming = register.coming(wanted.counter, wanted.particulars, wanted.given)
    assert [doubt.code for doubt in number_doubts(coming, wanted)] == doubts
    assert coming.number == wanted.given


def test_a_hole_says_which_numbers_nobody_has(register: Register) -> None:
    taken(register, "7")
    wanted = numbered("20")
    coming = register.coming(wanted.counter, wanted.particulars, wanted.given)
    [doubt] = number_doubts(coming, wanted)
    assert "Lấy số 20/QĐ-SCT" in doubt.message
    assert "các số 08–19" in doubt.message


def test_a_number_below_the_office_s_start_is_a_doubt(register: Register) -> None:
    wanted = replace(
        numbered("100"),
        counter=Numbering(starts={"van-ban-di": {2026: 121}}).counter("SCT", "", "", 2026),
    )
    coming = register.coming(wanted.counter, wanted.particulars, wanted.given)
    assert [doubt.code for doubt in number_doubts(coming, wanted)] == ["number-before-start"]


@pytest.mark.parametrize(
    ("first", "second"), [("7", "7"), ("7a", "7a"), ("7a", "7A"), ("7Đ", "7đ")]
)
def test_a_number_that_stands_is_refused_and_a_free_one_named(
    register: Register, first: str, second: str
) -> None:
    taken(register, "6", "7", *([first] if first != "7" else []))
    before = counters(register)
    with pytest.raises(NumberTakenError, match="đã có trong sổ") as refused:
        register.reserve(numbered(second), stamp())
    assert refused.value.problems[0].ways == (GiveNumber("08"),)
    assert counters(register) == before


def test_a_number_of_another_series_with_the_same_symbol_is_refused(register: Register) -> None:
    taken(register, "7")
    with pytest.raises(NumberTakenError, match="07/QĐ-SCT năm 2026"):
        register.reserve(numbered("7", series="khen", kind="other"), stamp())


def test_an_inserted_number_stands_behind_its_own_and_moves_nothing(register: Register) -> None:
    assert taken(register, "6", "6a", "6B", "", "")[1:] == [
        "06a/QĐ-SCT",
        "06B/QĐ-SCT",
        "07/QĐ-SCT",
        "08/QĐ-SCT",
    ]
    assert [one.code for one in register.entries()] == [
        "06/QĐ-SCT",
        "06a/QĐ-SCT",
        "06B/QĐ-SCT",
        "07/QĐ-SCT",
        "08/QĐ-SCT",
    ]
    assert find(register, "06b/QĐ-SCT").suffix == "B"
    assert find(register, "6/QĐ-SCT").suffix == ""
    assert [one.suffix for one in register.entries(Filter(number=6, suffix="a"))] == ["a"]


def test_an_inserted_number_needs_the_office_s_leave() -> None:
    refuse_inserted(Numbering(inserted=True), GivenNumber(6, "a"))
    refuse_inserted(Numbering(), GivenNumber(6))
    with pytest.raises(ProblemsFoundError, match="06a") as refused:
        refuse_inserted(Numbering(), GivenNumber(6, "a"))
    assert refused.value.problems[0].ways == (SetNumbering("inserted", "true"),)


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("245", GivenNumber(245), ""),
        ("06a", GivenNumber(6, "a"), ""),
        (" 006A ", GivenNumber(6, "A"), ""),
        ("6đ/QĐ-UBND", GivenNumber(6, "đ"), "QĐ-UBND"),
        ("7 / CV-ĐU", GivenNumber(7), "CV-ĐU"),
    ],
)
def test_a_number_is_read_as_a_clerk_writes_it(text: str, number: GivenNumber, symbol: str) -> None:
    assert given_number(text) == (number, symbol)


@pytest.mark.parametrize(
    "text", ["", "0", "a", "-3", "6ab", "1.5", "12345678", "6 a", "٦", "7/", "7/QĐ SCT"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="không phải là số văn bản"):
        given_number(text)


def test_the_symbol_is_not_the_clerk_s_to_give() -> None:
    with pytest.raises(UsageError, match="Chỉ ghi số 07"):
        bare_number("7/QĐ-SCT")


def test_the_journal_tells_what_was_given_and_what_was_skipped(register: Register) -> None:
    taken(register, "", "5", "5a")
    kept = [act.detail for act, _stated in register.journal()]
    told = [{key: one.get(key) for key in ("number", "suffix", "given", "skipped")} for one in kept]
    assert told == [
        {"number": 1, "suffix": None, "given": None, "skipped": None},
        {"number": 5, "suffix": None, "given": True, "skipped": [2, 4]},
        {"number": 5, "suffix": "a", "given": True, "skipped": None},
    ]


@settings(max_examples=30, deadline=None)
@drawn(
    texts=st.lists(
        st.one_of(st.just(""), st.integers(1, 12).map(str), st.sampled_from(["3a", "5b"])),
        max_size=12,
    )
)
def test_whatever_is_given_no_number_is_doubled_and_the_series_stands_at_its_highest(
    made_register: Callable[[], Register], texts: list[str]
) -> None:
    register = made_register()
    for text in texts:
        wanted = numbered(text) if text else intent()
        try:
            register.reserve(wanted, stamp())
        except NumberTakenError:
            assert text
    codes = [one.code.lower() for one in register.entries()]
    assert len(codes) == len(set(codes))
    plain = [one.number for one in register.entries() if not one.suffix]
    if plain:
        assert counters(register)["van-ban-di"] >= max(plain)
        assert register.reserve(intent(), stamp()).number > max(plain)


@pytest.fixture(scope="module")
def made_register(
    made_file: Any,  # noqa: ANN401 - path
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[], Register]:
    """A new register for each example."""
    import shutil

    from tests.register.conftest import NOON

    def make() -> Register:
        path = tmp_path_factory.mktemp("own") / "register.sqlite3"
        shutil.copy(made_file, path)
        return Register.open(f"sqlite:///{path}", now=NOON)

    return make


def test_certificates_are_numbered_within_each_decision(register: Register) -> None:
    within = Counter("SCT", "quyet-dinh", 2026)
    wanted = [replace(intent(people=PEOPLE), golden_book=within) for _ in range(2)]
    assert [register.reserve(one, stamp()).golden_numbers for one in wanted] == [(1, 2), (1, 2)]
    rows = register.golden_book()
    assert [row.reference for row in rows] == [
        "01/QĐ-SCT:1",
        "01/QĐ-SCT:2",
        "02/QĐ-SCT:1",
        "02/QĐ-SCT:2",
    ]
    assert "so-vang" not in counters(register)


def test_a_certificate_of_a_series_has_its_place_in_the_decision_too(register: Register) -> None:
    for _ in range(2):
        register.reserve(intent(people=PEOPLE), stamp())
    assert [(row.number, row.reference) for row in register.golden_book(name="hòa")] == [
        (1, "01/QĐ-SCT:1"),
        (3, "02/QĐ-SCT:1"),
    ]


def test_one_place_in_a_decision_is_given_once(register: Register) -> None:
    decision = issue(register, people=PEOPLE)
    row = {
        "document": decision.id,
        "agency": "SCT",
        "series": "quyet-dinh",
        "year": 2026,
        "number": 1,
    }
    empty = dict.fromkeys(("nominee", "name", "plain_name", "unit", "award", "merit"), "")
    with pytest.raises(NumberTakenError), register.database.writing() as connection:
        connection.execute(
            tables.golden_book.insert(), {**row, **empty, "state": State.ISSUED.value}
        )


def test_a_given_number_is_told_to_programs(register: Register) -> None:
    taken(register, "6", "6a")
    shown = [json.loads(json.dumps(one.as_json(), default=str)) for one in register.entries()]
    assert [(one["number"], one["suffix"], one["code"]) for one in shown] == [
        (6, "", "06/QĐ-SCT"),
        (6, "a", "06a/QĐ-SCT"),
    ]


def test_an_old_year_s_number_is_its_own(register: Register) -> None:
    taken(register, "7")
    assert register.reserve(numbered("7", day=date(2025, 12, 31)), stamp()).code == "07/QĐ-SCT"


@pytest.mark.parametrize(
    ("number", "asked"),
    [("245", []), ("", ["number-not-given"]), ("7a", []), ("100", ["number-before-start"])],
)
def test_where_another_system_gives_the_numbers_holes_are_none_and_a_missing_number_is_told(
    register: Register, number: str, asked: list[str]
) -> None:
    wanted = replace(
        numbered(number) if number else intent(),
        counter=Numbering(starts={"van-ban-di": {2026: 121 if number == "100" else 1}}).counter(
            "SCT", "", "", 2026
        ),
    )
    coming = register.coming(wanted.counter, wanted.particulars, wanted.given)
    doubts = list(number_doubts(coming, wanted, elsewhere=True))
    assert [doubt.code for doubt in doubts] == asked
    assert all(doubt.ways for doubt in doubts if doubt.code == "number-not-given")
