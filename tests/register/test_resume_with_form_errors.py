"""A number that is held back by errors of form goes on only when each of them is let pass by its code."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.register.issuing_desks import NOTICE, another, desk_on, prepared
from tests.register.papers import intent, settle
from tests.register.test_issue_command import Office
from tests.register.typed_campaigns import typed_office
from vbgen.errors import ProblemsFoundError
from vbgen.model.dossier import Consent, Intent, Stamp
from vbgen.office.issuing.consent.acceptance import Acceptance
from vbgen.office.issuing.consenting import with_consent
from vbgen.office.issuing.issuing import issue, resume
from vbgen.register import Register
from vbgen.ways import AcceptFormErrors, GiveUpNumber

SLIP = "recipient.as-above"


def unagreed() -> Intent:
    """The real notice with its slip, which nobody has let pass."""
    return with_consent(another(prepared(*NOTICE)), Consent())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = typed_office(tmp_path)
    place = tmp_path / "output" / "register.sqlite3"
    place.parent.mkdir()
    now = datetime.now().astimezone()
    with closing(Register.open(f"sqlite:///{place}", now=now)) as register:
        register.reserve(unagreed(), Stamp("Lan", now))
    return office


def test_accept_without_codes_is_refused_with_the_line_to_type(office: Office) -> None:
    refused = office.ask("register", "resume", "01/SCT-VP", "--accept", code=2)
    assert (
        "vbgen register resume 01/SCT-VP --accept-form-errors MÃ,… --reason LÝ_DO"
        in refused["message"]
    )
    assert "--accept " not in office.run("register", "resume", "--help").stdout


def test_a_held_number_tells_its_errors_and_the_line_that_lets_them_pass(office: Office) -> None:
    refused = office.ask("register", "resume", "--no-pdf", code=1)
    assert (
        f"vbgen register resume 01/SCT-VP --accept-form-errors {SLIP} --reason"
        in refused["message"]
    )
    assert "vbgen register void 01/SCT-VP" in refused["message"]
    other = ("--accept-form-errors", "signer.honours", "--reason", "x")
    assert SLIP in office.ask("register", "resume", "--no-pdf", *other, code=1)["message"]
    right = ("--accept-form-errors", SLIP, "--reason", "theo bản gốc")
    assert [
        one["code"] for one in office.ask("register", "resume", "--no-pdf", *right)["issued"]
    ] == ["01/SCT-VP"]
    acts = office.run("register", "journal").stdout
    assert '"what":"accept-form-errors"' in acts.replace(" ", "")
    assert "theo bản gốc" in acts
    assert office.run("archive", "verify").returncode == 0


@pytest.mark.parametrize("options", [("--accept-form-errors", SLIP), ("--reason", "x")], ids=str)
def test_codes_and_reason_go_together(office: Office, options: tuple[str, ...]) -> None:
    office.ask("register", "resume", "--no-pdf", *options, code=2)


def test_what_was_let_pass_holds_though_the_number_moved(
    register: Register, tmp_path: Path
) -> None:
    desk = desk_on(register, tmp_path)
    wanted = with_consent(unagreed(), Consent(form_errors=(SLIP,), reason="theo bản gốc"))
    wanted = replace(wanted, counter=intent().counter)
    foreseen = register.coming(wanted.counter, wanted.particulars).number.number
    settle(register, register.reserve(intent(), desk.stamp()))
    done = issue(desk, wanted)
    assert (foreseen, done.code) == (1, "02/SCT-VP")


def test_an_error_that_nobody_saw_keeps_the_number_and_names_both_ways(
    register: Register, tmp_path: Path
) -> None:
    desk = desk_on(register, tmp_path)
    with pytest.raises(ProblemsFoundError) as refused:
        issue(desk, unagreed())
    assert refused.value.ways == (AcceptFormErrors((SLIP,), "01/SCT-VP"), GiveUpNumber("01/SCT-VP"))
    assert [one.code for one in register.open_issues()] == ["01/SCT-VP"]
    [done] = resume(desk, accepted=Acceptance(frozenset({SLIP}), "theo bản gốc"))
    assert done.code == "01/SCT-VP"
    [act] = [act for act, _stated in register.journal() if act.what == "accept-form-errors"]
    assert (act.why, act.document, act.detail) == ("theo bản gốc", done.id, {"form_errors": [SLIP]})


def test_the_coming_number_is_the_one_that_is_taken(register: Register, tmp_path: Path) -> None:
    desk = desk_on(register, tmp_path)
    for first in (1, 1, 7, 7, 3):
        wanted = intent()
        wanted = replace(wanted, counter=replace(wanted.counter, first=first))
        foreseen = register.coming(wanted.counter, wanted.particulars).number.number
        assert register.reserve(wanted, desk.stamp()).number == foreseen
