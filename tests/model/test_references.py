"""How the tables of a campaign hang together."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.papers.small import (
    absent,
    award,
    campaign,
    indicator,
    meeting,
    members,
    nomination,
    person,
    quota,
    result,
)
from vbgen.model.afterwards.yearly import LaunchedMovement
from vbgen.model.beforehand.deadline import Deadline
from vbgen.model.council import Meeting
from vbgen.model.field import Offered, keys_of
from vbgen.model.movement import Phase
from vbgen.model.people import Award
from vbgen.model.references import Reference, faults, offering, references, tables


def found(**changes: Any) -> list[tuple[str, str, int, str]]:  # noqa: ANN401 - any table
    return [
        (fault.code, fault.table, fault.row, fault.field) for fault in faults(campaign(**changes))
    ]


def counted(start: int, end: int) -> Meeting:
    """A meeting from 8 to 10:30 whose ballots are counted at these hours."""
    hours = [datetime(2022, 7, 8, hour, 0) for hour in (start, end)]  # noqa: DTZ001 - wall clock
    return meeting().model_copy(update={"count_start": hours[0], "count_end": hours[1]})


def test_a_campaign_that_hangs_together_has_no_fault() -> None:
    assert (
        found(nominees=(person("1", "Một"),), nominations=(nomination("1"),), awards=(award("1"),))
        == []
    )


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"nominees": (person("1", "A"), person("1", "B"))}, ("doubled-key", "nominees", 1, "id")),
        ({"indicators": (indicator(), indicator())}, ("doubled-key", "indicators", 1, "id")),
        ({"nominees": (person("1", "A", unit="C"),)}, ("unknown-reference", "nominees", 0, "unit")),
        ({"nominations": (nomination("9"),)}, ("unknown-reference", "nominations", 0, "nominee")),
        (
            {"indicator_results": (result("1"),)},
            ("unknown-reference", "indicator_results", 0, "indicator"),
        ),
        (
            {"indicators": (indicator(),), "indicator_results": (result("1", phase=3),)},
            ("unknown-reference", "indicator_results", 0, "phase"),
        ),
        (
            {"council": members(1), "attendance": (absent("M9"),)},
            ("unknown-reference", "attendance", 0, "member"),
        ),
        ({"meetings": (meeting(),)}, ("unknown-reference", "meetings", 0, "chair")),
        ({"quotas": (quota(minimum=5, maximum=3),)}, ("reversed-range", "quotas", 0, "maximum")),
        (
            {
                "phases": (
                    Phase(number=1, start=date(2022, 6, 30), end=date(2022, 1, 1), theme="x"),
                )
            },
            ("reversed-period", "phases", 0, "end"),
        ),
        (
            {"meetings": (counted(10, 9),), "council": members(1)},
            ("reversed-period", "meetings", 0, "count_end"),
        ),
        (
            {"meetings": (counted(7, 9),), "council": members(1)},
            ("reversed-period", "meetings", 0, "count_start"),
        ),
        (
            {
                "launched": (
                    LaunchedMovement(name="x", start=date(2022, 6, 30), end=date(2022, 1, 1)),
                )
            },
            ("reversed-period", "launched", 0, "end"),
        ),
        (
            {"deadlines": (Deadline(task="x", start=date(2022, 6, 30), due=date(2022, 1, 1)),)},
            ("reversed-period", "deadlines", 0, "due"),
        ),
    ],
)
def test_each_fault_is_told_with_table_row_and_field(
    changes: dict[str, Any], fault: tuple[str, str, int, str]
) -> None:
    assert fault in found(**changes)


def test_a_misspelt_reference_is_told_with_the_nearest_one() -> None:
    fault = faults(campaign(nominees=(person("CN001", "A"),), awards=(award("CN01"),)))[0]
    assert fault.message == "Mã đối tượng “CN01” không có trong trang “Cá nhân, tập thể”."
    assert fault.hint == "Có phải là “CN001”?"


def test_what_points_to_a_table_names_one_whose_rows_have_a_key_of_their_own() -> None:
    assert {each.target for each in references()} <= set(tables())
    assert all(len(keys_of(tables()[each.target])) == 1 for each in references())
    assert Reference("nominees", "unit", "units") in references()


def test_rows_are_told_apart_by_the_fields_that_say_so() -> None:
    assert keys_of(Award) == ("phase", "nominee", "award")
    assert keys_of(tables()["recipients"]) == ()


def test_open_lists_are_known_by_the_fields_that_offer_them() -> None:
    honours = {table for table, _field in offering(Offered.HONOURS)}
    assert honours == {
        "bonus_rates", "quotas", "past_awards", "nominations", "votes", "awards", "changes",
        "confirmations", "registrations",
    }  # fmt: skip
    kinds = {table for table, _field in offering(Offered.PAPERS)}
    assert kinds == {"papers", "legal_grounds", "addressees", "recipients", "changes"}
