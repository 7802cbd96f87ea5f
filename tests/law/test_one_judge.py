"""One judge says which version of a rule holds: the latest that has begun, of the shipped rules and an office's own."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.law_texts import SHIPPED, rules_by
from vbgen.errors import UnreadableFileError
from vbgen.law.honour import UnknownHonourError
from vbgen.law.judge import standing
from vbgen.law.office import law_from, rules_of, tables_of
from vbgen.law.reading import shipped_files, shipped_rows
from vbgen.law.tables import BaseSalary, VoteRule

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@dataclass(frozen=True)
class Version:
    since: date
    until: date = date.max


@st.composite
def versions(draw: st.DrawFn) -> list[Version]:
    begun = draw(st.lists(DAYS, max_size=6, unique=True))
    lengths = st.one_of(st.none(), st.integers(0, 4000))
    return [
        Version(since, date.max if (days := draw(lengths)) is None else since + timedelta(days))
        for since in begun
    ]


@given(made=versions(), day=DAYS, data=st.data())
def test_the_version_that_holds_began_last_of_those_not_ended_in_whatever_order(
    made: list[Version], day: date, data: st.DataObject
) -> None:
    found = standing(data.draw(st.permutations(made)), day)
    holding = [version for version in made if version.since <= day <= version.until]
    assert (found is None) is (not holding)
    if found:
        assert found in holding
        assert all(version.since <= found.since for version in holding)


OWN = '[[vote]]\nid = "majority"\npercent = {percent}\nsince = {since}\nsource = "Quy chế {percent}"\n'
ROWS = [OWN.format(percent=60, since="2025-01-01"), OWN.format(percent=95, since="2026-10-01")]


@pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]])
@pytest.mark.parametrize(
    ("day", "percent"),
    [
        (date(2024, 12, 31), 50),
        (date(2025, 1, 1), 60),
        (date(2026, 9, 30), 60),
        (date(2026, 10, 1), 95),
        (date(2030, 1, 1), 95),
    ],
)
def test_of_an_office_s_two_versions_the_later_holds_once_it_has_begun(
    rows: Sequence[str], day: date, percent: int
) -> None:
    law = rules_by("\n".join(rows)).on(day)
    form = law.honour("Giấy khen")
    rule = law.vote_rule(form)
    assert rule is not None
    assert rule.percent == percent
    assert law.find(VoteRule, "majority") == rule
    assert law.carries(form, Fraction(percent + 1, 100))
    assert not law.carries(form, Fraction(percent - 1, 100))


def test_a_shipped_version_that_begins_later_stands_below_an_open_older_one() -> None:
    row = (
        '[[vote]]\nid = "secret-ballot"\ntitle = "từ 75%"\nawards = ["Chiến sĩ thi đua cấp tỉnh"]\n'
    )
    row += 'percent = 75\nsecret = true\nsource = "Nghị định mới"\nsince = 2026-10-01\n'
    kept = tables_of(SHIPPED.on(date(2026, 1, 1)))
    for order in (
        {**kept, "shipped.zz.toml": row.encode()},
        {"shipped.a.toml": row.encode(), **kept},
    ):
        before, after = law_from(order, date(2026, 9, 30)), law_from(order, date(2026, 10, 1))
        title = after.honour("Chiến sĩ thi đua cấp tỉnh")
        assert not before.carries(title, Fraction(80, 100))
        assert after.carries(title, Fraction(80, 100))
        found = after.vote_rule(title)
        assert found is not None
        assert found.percent == 75


@given(day=st.dates(date(2016, 5, 1), date(2030, 1, 1)))
def test_rows_without_an_end_work_in_an_office_s_file_as_in_the_shipped_ones(day: date) -> None:
    text = "\n".join(
        f'[[base_salary]]\nid = "base-salary"\namount = {amount}\nsource = "Nghị định"\nsince = {since}'
        for since, amount in (("2020-01-01", 1), ("2025-01-01", 2))
    )
    shipped, found = SHIPPED.on(day).find(BaseSalary, "base-salary"), rules_by(text).on(day)
    salary = found.find(BaseSalary, "base-salary")
    assert salary is not None
    assert shipped is not None
    own = 2 if day >= date(2025, 1, 1) else 1 if day >= date(2020, 1, 1) else shipped.amount
    assert salary.amount == own


def test_when_an_office_s_version_has_ended_the_shipped_one_holds_again() -> None:
    rules = rules_by(ROWS[0] + "until = 2025-12-31\n")
    percents = [
        rule.percent
        for day in (date(2024, 12, 31), date(2025, 12, 31), date(2026, 1, 1))
        if (rule := rules.on(day).find(VoteRule, "majority"))
    ]
    assert percents == [50, 60, 50]


def test_a_complete_row_holds_on_days_for_which_nothing_is_shipped() -> None:
    text = (
        '[[base_salary]]\nid = "base-salary"\namount = 730000\n'
        'source = "Nghị định 28/2010/NĐ-CP"\nuntil = 2011-04-30'
    )
    early = rules_by(text).on(date(2010, 6, 1)).find(BaseSalary, "base-salary")
    assert early is not None
    assert early.amount == 730_000


TWICE = {
    "in one file": {"a.toml": ROWS[0] + ROWS[0].replace("60", "70")},
    "in two files": {"a.toml": ROWS[0], "b.toml": ROWS[0]},
    "in the settings and a file": {
        "vbgen.toml": ROWS[0].replace("[[vote]]", "[[law.vote]]"),
        "a.toml": ROWS[0],
    },
    "neither with a day": {"a.toml": ROWS[0].replace("since = 2025-01-01\n", "") * 2},
    "in the bases of one row": {
        "a.toml": '[[vote]]\nid = "majority"\npercent = 60\nsource = "a"\nbases = [{ source = "b" }, { source = "c" }]'
    },
}


@pytest.mark.parametrize("files", TWICE.values(), ids=TWICE.keys())
def test_two_versions_that_begin_on_one_day_are_refused_with_both_places(
    files: dict[str, str],
) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        rules_of({name: text.encode() for name, text in files.items()})
    (problem,) = caught.value.problems
    assert problem.code == "law-same-since"
    assert "majority" in problem.message
    assert str(problem.place).endswith(f".toml › {problem.place.path}")
    assert next(iter(files)) in problem.message
    assert problem.hint


def test_shipped_files_are_held_to_the_same() -> None:
    files = {**shipped_files(), "zz.toml": shipped_files()["base_salaries.toml"]}
    with pytest.raises(UnreadableFileError) as caught:
        shipped_rows(files)
    assert len(caught.value.problems) == files["zz.toml"].count(b"[[base_salary]]")
    assert {problem.place.file for problem in caught.value.problems} == {"zz.toml"}


@pytest.mark.parametrize(
    "row",
    ["since = 2025-01-01T00:00:00", 'since = "01/01/2025"', "until = 2025", "bases = 1", "bases = [1]",
     "since = 2026-01-01\nuntil = 2025-01-01"],
)  # fmt: skip
def test_what_is_no_day_is_a_fault_of_the_row(row: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        rules_by(f'[[vote]]\nid = "majority"\npercent = 60\nsource = "Quy chế"\n{row}')
    assert {problem.place.path for problem in caught.value.problems} == {"vote[0]"}


@given(
    begun=st.lists(
        st.tuples(DAYS, st.integers(51, 99)), min_size=1, max_size=5, unique_by=lambda pair: pair[0]
    ),
    day=DAYS,
    data=st.data(),
)
def test_an_office_s_file_is_judged_alike_whatever_the_order_of_its_rows(
    begun: list[tuple[date, int]], day: date, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(begun))
    law = rules_by(
        "\n".join(OWN.format(percent=percent, since=since) for since, percent in shuffled)
    ).on(day)
    rule = law.vote_rule(law.honour("Giấy khen"))
    holding = sorted(pair for pair in begun if pair[0] <= day)
    assert rule is not None
    assert rule.percent == (holding[-1][1] if holding else 50)


def test_an_honour_that_is_switched_off_is_unknown_from_that_day() -> None:
    rules = rules_by('[[honour]]\nid = "giay-khen"\napplies = false\nsince = 2026-01-01')
    assert rules.on(date(2025, 12, 31)).honour("Giấy khen").name == "Giấy khen"
    with pytest.raises(UnknownHonourError) as caught:
        rules.on(date(2026, 1, 1)).honour("Giấy khen")
    assert caught.value.exit_code == 1
    assert pickle.loads(pickle.dumps(caught.value)).name == "Giấy khen"  # noqa: S301 - our own bytes


def test_an_office_s_spelling_of_a_day_is_read_on_every_day() -> None:
    rules = rules_by(
        '[[honour]]\nid = "giay-khen"\nname = "Giấy khen"\nother_names = ["Giấy khen Sở"]\nsource = "Quy chế"\n'
        "since = 2026-01-01"
    )
    for day in (date(2022, 1, 1), date(2026, 1, 1)):
        assert rules.on(day).honour("Giấy khen Sở").name == "Giấy khen"
    assert rules.find("giấy khen sở").name == "Giấy khen"
