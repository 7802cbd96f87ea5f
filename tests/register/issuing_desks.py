"""A real desk on the sample campaign, and intents that were prepared once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from tests.law.law_texts import SHIPPED
from tests.vocabulary import WORDS
from vbgen.archive import Archive
from vbgen.campaign import load_campaign
from vbgen.decree import form_rules
from vbgen.errors import Severity
from vbgen.model.dossier import Consent, Intent
from vbgen.office.issuing.consenting import with_consent
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.intents import Wish, bundle, intent_of
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.register import Numbering, Register

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "ha-nam-2022"
LIBRARY = Library((ROOT / "templates",))
EVERY_FORM_ERROR = tuple(
    rule.id for rule in form_rules().values() if rule.severity is Severity.ERROR
)
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def desk(url: str, folder: Path, tell: Callable[[str], object] = lambda _step: None) -> Desk:
    return desk_on(Register.open(url, now=NOW), folder, tell)


def desk_on(
    register: Register, folder: Path, tell: Callable[[str], object] = lambda _step: None
) -> Desk:
    return Desk(
        register=register,
        archive=Archive.open(folder / "archive", environ={}),
        out=lambda campaign: folder / campaign / "issued",
        who="văn thư",
        clock=lambda: NOW,
        tell=tell,
    )


@cache
def prepared(kind: str, phase: int | None, day: date) -> Intent:
    campaign = load_campaign(SAMPLE, WORDS).campaign
    [scene, *_others] = agenda(
        campaign, [LIBRARY.find(kind)], phase=phase, law=SHIPPED.on(day)
    ).scenes
    made = intent_of(
        bundle(scene, LIBRARY), Wish(SAMPLE, kind, day, phase, law={}), Numbering(), LIBRARY
    )
    return with_consent(made, Consent(form_errors=EVERY_FORM_ERROR, reason="thử"))


def another(intent: Intent) -> Intent:
    """The same paper for another campaign."""
    particulars = replace(intent.particulars, campaign=uuid4().hex)
    return replace(intent, id=uuid4().hex, particulars=particulars)


NOTICE = ("launch-notice", None, date(2022, 3, 15))
DECISION = ("award-decision", 1, date(2022, 7, 15))
