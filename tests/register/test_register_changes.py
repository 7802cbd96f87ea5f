"""Later acts: numbers given up, papers replaced, corrected, withdrawn; the chain is shown and nothing is forgotten."""

from datetime import date

import pytest

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.office.references import find
from vbgen.office.registry.registering import void_doubts
from vbgen.register import Filter, Register, Relation, State
from vbgen.register.books import outgoing_book
from vbgen.ways import ChooseYear


def test_a_number_given_up_stays_taken_with_its_reason(register: Register) -> None:
    given_up = register.reserve(intent(), stamp())
    register.void(given_up.id, stamp(why="soạn nhầm"))
    assert register.reserve(intent(), stamp()).number == 2
    entry = register.entry(given_up.id)
    assert entry.state is State.VOID
    assert register.remarks([entry]) == {entry.id: "Số đã hủy: soạn nhầm"}
    assert not [one for one in register.open_issues() if one.id == given_up.id]
    assert register.files(given_up.id) == []


def test_giving_up_the_number_of_an_issued_paper_is_asked_about(register: Register) -> None:
    waiting = register.reserve(intent(), stamp())
    assert void_doubts(register.entry(waiting.id)) == ()
    [doubt] = void_doubts(register.entry(issue(register).id))
    assert (doubt.code, "02/QĐ-SCT ngày 05/03/2026 đã cấp số" in doubt.message) == (
        "void-issued",
        True,
    )


def test_a_number_cannot_be_given_up_twice(register: Register) -> None:
    settled = issue(register)
    register.void(settled.id, stamp())
    with pytest.raises(ProblemsFoundError, match="Số đã hủy"):
        register.void(settled.id, stamp())


@pytest.mark.parametrize(
    ("relation", "state", "said"),
    [
        (
            Relation.REPLACES,
            State.REPLACED,
            "Đã được thay thế bằng Quyết định số 02/QĐ-SCT ngày 05/3/2026",
        ),
        (
            Relation.CORRECTS,
            State.CORRECTED,
            "Đã được đính chính theo Quyết định số 02/QĐ-SCT ngày 05/3/2026",
        ),
        (
            Relation.WITHDRAWS,
            State.WITHDRAWN,
            "Đã thu hồi theo Quyết định số 02/QĐ-SCT ngày 05/3/2026",
        ),
    ],
)
def test_the_register_shows_what_changed_a_paper(
    register: Register, relation: Relation, state: State, said: str
) -> None:
    first, second = issue(register), issue(register)
    register.link(first.id, second.id, relation, stamp())
    entry = register.entry(first.id)
    assert (entry.state, register.remarks([entry])[entry.id]) == (state, said)
    assert outgoing_book(register, Filter()).rows[0][-1] == said


def test_a_chain_is_shown_whole_from_any_of_its_papers(register: Register) -> None:
    first, second, third = (issue(register) for _ in range(3))
    register.link(first.id, second.id, Relation.REPLACES, stamp())
    register.link(second.id, third.id, Relation.WITHDRAWS, stamp())
    chain = [("01/QĐ-SCT", "02/QĐ-SCT"), ("02/QĐ-SCT", "03/QĐ-SCT")]
    for one in (first, second, third):
        assert [(link.earlier.code, link.later.code) for link in register.links(one.id)] == chain


def test_withdrawing_a_decision_withdraws_its_certificates(register: Register) -> None:
    decision, later = issue(register, people=PEOPLE), issue(register)
    register.link(decision.id, later.id, Relation.WITHDRAWS, stamp())
    notes = [one.remark for one in register.golden_book()]
    assert notes == ["Đã thu hồi theo Quyết định số 02/QĐ-SCT ngày 05/3/2026"] * len(PEOPLE)


def test_one_certificate_can_be_withdrawn_and_says_so(register: Register) -> None:
    decision, later = issue(register, people=PEOPLE), issue(register)
    register.link(decision.id, later.id, Relation.WITHDRAWS, stamp(), [2])
    assert [one.remark for one in register.golden_book()] == [
        "",
        "Đã thu hồi theo Quyết định số 02/QĐ-SCT ngày 05/3/2026",
    ]
    assert register.entry(decision.id).state is State.ISSUED
    assert "giấy khen số 02" in register.remarks([register.entry(decision.id)])[decision.id]


def test_a_certificate_that_is_not_there_cannot_be_withdrawn(register: Register) -> None:
    decision, later = issue(register, people=PEOPLE), issue(register)
    with pytest.raises(ProblemsFoundError, match="các số sổ vàng hiện có: 1, 2"):
        register.link(decision.id, later.id, Relation.WITHDRAWS, stamp(), [2, 9])
    assert [one.state for one in register.golden_book()] == [State.ISSUED, State.ISSUED]
    assert register.links(decision.id) == []


def test_only_an_issued_paper_of_the_same_day_or_later_changes_another(register: Register) -> None:
    first, earlier = issue(register), issue(register, day=date(2026, 3, 1))
    waiting = register.reserve(intent(), stamp())
    for later in (earlier.id, waiting.id, first.id):
        with pytest.raises(ProblemsFoundError, match="không dùng được cho việc này"):
            register.link(first.id, later, Relation.CORRECTS, stamp())


def test_a_clerk_finds_an_entry_by_its_code(register: Register) -> None:
    settled = issue(register)
    assert (
        find(register, "1/QĐ-SCT").id
        == find(register, " 01 / QĐ-SCT ").id
        == find(register, settled.id).id
    )


def test_a_code_of_several_years_needs_its_year(register: Register) -> None:
    issue(register)
    next_year = issue(register, day=date(2027, 1, 5))
    with pytest.raises(UsageError, match=r"2026, 2027.*01/QĐ-SCT năm 2027") as refused:
        find(register, "01/QĐ-SCT")
    assert refused.value.ways == (ChooseYear((2026, 2027)),)
    for reference, year in (
        ("01/QĐ-SCT", 2027),
        ("01/QĐ-SCT năm 2027", None),
        ("1/QĐ-SCT 2027", None),
    ):
        assert find(register, reference, year).id == next_year.id


@pytest.mark.parametrize("reference", ["99/QĐ-SCT", "không có"])
def test_an_entry_that_is_not_there_is_told(register: Register, reference: str) -> None:
    with pytest.raises(UsageError, match="không có văn bản"):
        find(register, reference)
