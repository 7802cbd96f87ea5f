"""A paper that replaces an earlier one says so and is linked to it, or takes no number at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.register.issuing_desks import desk_on
from tests.register.test_issue_command import Office
from tests.register.tiny_paper import tiny
from tests.register.typed_campaigns import Typed, typed_office
from vbgen.errors import ProblemsFoundError
from vbgen.office.issuing.issuing import LINK_REFUSED, issue_each, resume
from vbgen.office.issuing.wishes.links import with_links
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.registering import void
from vbgen.register import Register, State
from vbgen.ways import Resume
from vbgen.word.reading.plain import plain_text

WHEN = ("2022-12-20", "--phase", "2")
DECISION = "award-decision/"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return typed_office(tmp_path)


def first_decision(office: Office) -> str:
    [first] = office.issue(DECISION, *WHEN)["issued"]
    return str(first["code"])


def with_change(office: Office, **row: Any) -> None:  # noqa: ANN401 - any cell
    with Typed(office) as data:
        data.setdefault("changes", []).append({"change": "replace", **row})


@pytest.mark.parametrize("variant", ["", "titles"])
def test_one_of_two_decisions_is_replaced(office: Office, variant: str) -> None:
    assert len(office.issue("award-decision", *WHEN)["issued"]) == 2
    replaced = "02/QĐ-SCT" if variant else "01/QĐ-SCT"
    refused = office.issue("award-decision", *WHEN, "--replaces", replaced, code=2)
    assert "award-decision/ hoặc award-decision/titles" in refused["message"]
    kind = f"award-decision/{variant}"
    [new] = office.issue(kind, *WHEN, "--replaces", replaced)["issued"]
    assert new["code"] == "03/QĐ-SCT"
    folder = office.folder / "output" / "ha-nam-2022" / "issued"
    [paper] = folder.glob("03-QĐ-SCT-award-decision*.docx")
    words = plain_text(paper.read_bytes())
    assert f"Quyết định này thay thế Quyết định số {replaced}" in words
    assert office.ask("register", "show", replaced)["state"] == "replaced"


@pytest.mark.parametrize(
    "row",
    [
        {"paper": "01/QĐ-SCT", "reason": "sai tên"},
        {"paper": "01/QĐ-SCT", "by": "award-decision/titles"},
        {"paper": "01/QĐ-SCT năm 2022", "by": "council-minutes"},
    ],
    ids=str,
)
def test_what_the_clerk_names_is_replaced_whatever_a_row_says_besides(
    office: Office, row: dict[str, str]
) -> None:
    first = first_decision(office)
    with_change(office, **row)
    [new] = office.issue(DECISION, *WHEN, "--replaces", first)["issued"]
    words = plain_text(office.paper("02-QĐ-SCT-award-decision.docx"))
    assert words.count("Quyết định này thay thế Quyết định số 01/QĐ-SCT") == 1
    links = office.ask("register", "show", first)
    assert links["state"] == "replaced"
    assert new["code"] in links["remark"]


def test_a_paper_named_in_two_ways_is_one_paper(office: Office) -> None:
    first_decision(office)
    for paper in ("01/QĐ-SCT", "01/QĐ-SCT năm 2022", " 01/QĐ-SCT  2022"):
        with_change(office, paper=paper)
    office.issue(DECISION, *WHEN, "--replaces", "01/QĐ-SCT")
    words = plain_text(office.paper("02-QĐ-SCT-award-decision.docx"))
    assert words.count("Quyết định này thay thế Quyết định số 01/QĐ-SCT") == 1
    assert office.ask("archive", "verify")["ok"]


def voided(office: Office) -> None:
    office.ask("register", "void", "01/QĐ-SCT", "--why", "nhầm", "--yes")


def replaced(office: Office) -> None:
    office.issue(DECISION, *WHEN, "--replaces", "01/QĐ-SCT")


@pytest.mark.parametrize(
    ("act", "day", "code"),
    [
        (voided, "2022-12-20", "not-in-force"),
        (replaced, "2022-12-20", "not-in-force"),
        (lambda _office: None, "2022-12-19", "changed-before"),
    ],
    ids=["void", "replaced", "of a later day"],
)
@pytest.mark.parametrize("kind", [DECISION, "phase-summary"])
def test_what_cannot_be_replaced_takes_no_number(
    office: Office, act: Callable[[Office], None], day: str, code: str, kind: str
) -> None:
    first_decision(office)
    act(office)
    before = office.ask("register", "list")["entries"]
    refused = office.issue(kind, day, "--phase", "2", "--replaces", "01/QĐ-SCT", code=1)
    assert [problem["code"] for problem in refused["problems"]] == [code]
    assert office.ask("register", "list")["entries"] == before


def test_a_paper_that_ends_while_its_replacement_is_made_is_told_once_and_the_rest_goes_on(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    """Another clerk gives the earlier number up after the later one was taken."""
    quiet = replace(desk_on(opened(database_url), tmp_path), out=lambda name: tmp_path / name)
    [earlier] = issue_each(quiet, [tiny()])
    link = {"earlier": earlier.id, "relation": "replaces", "certificates": []}

    def tell(step: str) -> None:
        if step == "render":
            void(quiet, quiet.register.entry(earlier.id), "nhầm")

    later = with_links(tiny(), [link])
    with pytest.raises(ProblemsFoundError, match="“Số đã hủy”") as told:
        issue_each(replace(quiet, tell=tell), [later])
    assert told.value.ways[-1] == Resume()
    assert resume(quiet) == []
    entry = quiet.register.entry(later.id)
    assert (entry.state, entry.delivered) == (State.ISSUED, True)
    assert list((tmp_path / entry.campaign).glob("02-SCT-VP-*"))
    [refused] = [act for act in quiet.register.acts_of(later.id) if act.what == LINK_REFUSED]
    assert refused.detail["earlier"] == earlier.id
    assert verify(quiet.register, quiet.archive).problems == ()
    assert resume(quiet) == []
