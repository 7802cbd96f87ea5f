"""What others do between the look at the register and the act: one paper gets one number, what has ended stays so."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.register.issuing_desks import NOTICE, ROOT, another, desk_on, prepared
from tests.register.papers import digest, intent, rendered, settle, stamp
from tests.register.typed_campaigns import typed_office
from vbgen.errors import ProblemsFoundError
from vbgen.model.document import Inspected, Kept, Numbered
from vbgen.office import IssueOnce, IssuePapers, Office, PrepareIssue, Surroundings
from vbgen.office.issuing.issuing import finish
from vbgen.register import EndedMeanwhileError, Register, State

ASKED_AT = datetime(2022, 7, 20, 9, 0, 0, 700_000, tzinfo=UTC)
A_MOMENT_LATER = ASKED_AT.replace(microsecond=900_000)


def state_of(register: Register) -> list[State]:
    return [entry.state for entry in register.entries()]


def test_two_who_prepared_one_paper_get_one_number(register: Register) -> None:
    mine = replace(intent(campaign="thi-dua"), is_sole=True)
    theirs = replace(mine, id=intent().id)
    first = settle(register, register.reserve(mine, stamp()))
    with pytest.raises(ProblemsFoundError) as caught:
        register.reserve(theirs, stamp())
    assert [problem.code for problem in caught.value.problems] == ["already-issued"]
    assert first.code in caught.value.message
    assert len(register.entries()) == 1
    instead = register.reserve(replace(theirs, replaces=first.id), stamp())
    assert instead.number == 2


def test_copies_of_one_paper_may_stand_side_by_side(register: Register) -> None:
    one = intent(campaign="thi-dua")
    settle(register, register.reserve(one, stamp()))
    assert settle(register, register.reserve(replace(one, id=intent().id), stamp())).code


def kept(inspected: Inspected) -> Kept:
    papers = inspected.rendered.papers
    return Kept(inspected, {name: digest(content) for name, content in papers.items()})


def given_up_before(register: Register, numbered: Numbered) -> None:
    register.void(numbered.id, stamp(why="nhầm"))
    register.announce(rendered(numbered), stamp())


def given_up_after(register: Register, numbered: Numbered) -> None:
    made = rendered(numbered)
    register.announce(made, stamp())
    register.void(numbered.id, stamp(why="nhầm"))
    register.settle(kept(made), stamp())


def finished_otherwise(register: Register, numbered: Numbered) -> None:
    """By somebody else, with another set of files, such as the PDF copies."""
    settle(register, numbered)
    made = rendered(numbered)
    papers = {**made.rendered.papers, "paper.pdf": b"%PDF"}
    register.announce(replace(made, rendered=replace(made.rendered, papers=papers)), stamp())


@pytest.mark.parametrize(
    ("what_happens", "state"),
    [
        (given_up_before, State.VOID),
        (given_up_after, State.VOID),
        (finished_otherwise, State.ISSUED),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_an_issue_that_others_ended_stays_as_they_ended_it(
    register: Register, what_happens: Callable[[Register, Numbered], None], state: State
) -> None:
    numbered = register.reserve(intent(), stamp())
    with pytest.raises(EndedMeanwhileError):
        what_happens(register, numbered)
    assert state_of(register) == [state]
    files = {file.name for file in register.files(numbered.id) if file.role == "paper"}
    assert files == ({"paper.docx"} if state is State.ISSUED else set())


def test_papers_of_a_number_that_was_given_up_meanwhile_are_not_laid_out(
    register: Register, tmp_path: Path
) -> None:
    desk = desk_on(register, tmp_path)
    numbered = register.reserve(another(prepared(*NOTICE)), desk.stamp())

    def given_up(step: str) -> None:
        if step == "keep":
            register.void(numbered.id, desk.stamp("nhầm"))

    with pytest.raises(EndedMeanwhileError) as caught:
        finish(replace(desk, tell=given_up), numbered)
    assert "vẫn được giữ" not in caught.value.message
    assert state_of(register) == [State.VOID]
    assert not list(tmp_path.rglob("*.docx"))


def test_what_was_numbered_in_the_second_in_which_it_was_asked_for_is_found_again(
    tmp_path: Path, blank_url: str
) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    campaign = Path(typed_office(tmp_path).campaign)
    around = Surroundings({"VBGEN_DATABASE": blank_url}, "Lan", lambda: A_MOMENT_LATER)
    meant = (campaign, "council-minutes", date(2022, 6, 20), 1)
    with Office.act(tmp_path, around) as office:
        shown = office.do(PrepareIssue(*meant, pdf=False))
        papers = IssuePapers(*meant, pdf=False, fingerprint=shown.fingerprint, agreed=shown.keys)
        once = IssueOnce(papers, ASKED_AT)
        assert office.do(once).papers == office.do(once).papers
        assert len(office.desk_to_look().register.entries()) == 1
