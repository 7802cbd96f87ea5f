"""Which certificates are printed, what they take, and which a person should look at first."""

import pytest

from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.model.stock import BLANK_A4
from vbgen.office.printing.certificates import CertificateSheet
from vbgen.office.printing.printing import Order, choose, ticket_for, tightest
from vbgen.papers.certificate.tightness import Tightness

LEAVES = tuple(
    CertificateSheet(
        number, f"Người thứ {number}", Tightness(share), number + 100, in_force=number != 3
    )
    for number, share in enumerate((0.2, 0.9, 0.5, 1.4, 0.9), start=1)
)


def test_all_that_are_in_force_are_printed() -> None:
    assert [leaf.number for leaf in choose(LEAVES, "")] == [1, 2, 4, 5]


def test_numbers_choose_in_print_order() -> None:
    assert [leaf.number for leaf in choose(LEAVES, "5,1-2")] == [1, 2, 5]


def test_a_withdrawn_certificate_is_not_printed_again() -> None:
    with pytest.raises(ProblemsFoundError, match="thu hồi") as caught:
        choose(LEAVES, "2-4")
    assert [problem.message for problem in caught.value.problems] == [
        "Tờ số 3 của Người thứ 3 đã bị thu hồi."
    ]


def test_a_number_that_there_is_not_is_told() -> None:
    with pytest.raises(UsageError, match="từ 1 đến 5"):
        choose(LEAVES, "6")


def test_the_tightest_come_first_and_equals_in_print_order() -> None:
    assert [leaf.number for leaf in tightest(LEAVES, 3)] == [4, 2, 5]


def test_two_copies_take_two_sheets_and_one_frame_each() -> None:
    order = Order(LEAVES[:2], BLANK_A4, copies=2)
    assert (order.sheets, order.frames) == (4, 2)
    assert ticket_for(order, "Giấy khen").copies == 2


def test_a_test_takes_no_frame() -> None:
    assert Order(LEAVES, BLANK_A4, is_test=True).frames == 0
