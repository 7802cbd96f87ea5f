"""Whether PDF copies are kept is chosen when the number is taken; who finishes the work finds it chosen."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.register.issuing_desks import EVERY_FORM_ERROR, NOTICE, another, prepared
from tests.register.test_issue_command import Office
from tests.register.typed_campaigns import typed_office
from vbgen.errors import OutsideProgramError
from vbgen.model.dossier import Consent, Stamp
from vbgen.office import Office as OpenOffice
from vbgen.office import Surroundings
from vbgen.office.issuing.consenting import with_consent
from vbgen.office.issuing.materials import INTENT, pdf_chosen
from vbgen.register import Register
from vbgen.web.moment import now

REQUIRED = "[pdf]\nrequired = true\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return typed_office(tmp_path)


def begun(office: Office, *, pdf: bool | None) -> None:
    """A number that is held, as a killed `issue` leaves it."""
    place = office.folder / "output" / "register.sqlite3"
    place.parent.mkdir(exist_ok=True)
    moment = datetime.now().astimezone()
    agreed = Consent(form_errors=EVERY_FORM_ERROR, reason="thử")
    wanted = with_consent(another(prepared(*NOTICE)), agreed, pdf=pdf)
    with closing(Register.open(f"sqlite:///{place}", now=moment)) as register:
        register.reserve(wanted, Stamp("Lan", moment))


def kept(office: Office) -> set[str]:
    shown = office.ask("register", "show", "01/SCT-VP")
    return {Path(file["name"]).suffix for file in shown["files"]}


def test_what_was_declined_stays_declined(
    office: Office,
) -> None:
    begun(office, pdf=False)
    office.ask("register", "resume")
    assert ".pdf" not in kept(office)


def test_the_choice_of_a_command_stands_in_what_its_paper_is_made_from(office: Office) -> None:
    issued = office.issue("launch-notice", "2022-01-14")
    [paper] = issued["issued"]
    content = (office.folder / "output/archive/objects").glob(f"*/{paper['files'][INTENT]}")
    [intent] = [path.read_bytes() for path in content]
    assert pdf_chosen({INTENT: intent}) is False
    assert pdf_chosen({INTENT: json.dumps({"format": 2}).encode()}) is None
    assert pdf_chosen({}) is None


@pytest.mark.parametrize(
    ("chosen", "said", "required", "makes"),
    [
        (False, None, False, False),
        (None, None, False, True),
        (True, None, False, True),
        (False, True, False, True),
        (True, False, False, False),
        (False, None, True, True),  # the office has ruled since
    ],
)
def test_what_is_said_now_comes_first_then_the_rule_then_what_was_chosen(
    office: Office, chosen: bool | None, said: bool | None, required: bool, makes: bool
) -> None:
    (office.folder / "vbgen.toml").write_text(REQUIRED if required else "", "utf-8")
    with OpenOffice.act(office.folder, Surroundings({}, "Lan", now)) as opened:
        copying = opened.with_copies(opened.desk_to_begin(), wanted=said, chosen=chosen)
    assert copying.makes_pdf is makes


def test_copies_that_were_asked_for_are_not_left_out_where_they_cannot_be_made(
    office: Office,
) -> None:
    here = Surroundings({"VBGEN_SOFFICE": "/nowhere/soffice"}, "Lan", now)
    with OpenOffice.act(office.folder, here) as opened:
        desk = opened.desk_to_begin()
        assert opened.with_copies(desk, wanted=None, chosen=None).problems
        with pytest.raises(OutsideProgramError):
            opened.with_copies(desk, wanted=None, chosen=True)
    begun(office, pdf=True)
    away = replace(office, soffice="/nowhere/soffice")
    refused = away.ask("register", "resume", code=OutsideProgramError.exit_code)
    assert "vbgen register resume 01/SCT-VP --no-pdf" in refused["message"]
