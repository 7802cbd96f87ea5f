"""A paper made outside, registered in one act, or a number held for it: asked about as issuing is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.model.dossier import Consent, GivenNumber, Particulars, code
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.days import Known, clock_doubts, doubts_of_any
from vbgen.office.issuing.doubts.numbers import given_number, refuse_inserted, series_doubts
from vbgen.office.registry.typed_subjects import typed_subject
from vbgen.register import Entry, Filter
from vbgen.register.entering.outside import HOLD, REGISTER, OutsidePaper
from vbgen.register.numbers import COUNCIL
from vbgen.ways import NameAgency


@dataclass(frozen=True, slots=True)
class Outside:
    """What the clerk says of the paper: the columns of the outgoing register."""

    reference: str  # `12/TB-SCT`, or only its symbol where the next number is wanted
    day: date
    subject: str  # with its type before it, or without
    type_name: str = ""
    signer_name: str = ""
    signer_position: str = ""
    recipients: str = ""  # separated by semicolons
    copy_kept_by: str = ""
    copies: int | None = None
    moved_on: date | None = None
    note: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class ReadyOutside:
    """A paper that can be entered, the number that it would get, and what a person should decide first."""

    paper: OutsidePaper
    act: str
    code: str
    doubts: tuple[Problem, ...] = field(default=())


def prepare_outside(desk: Desk, wanted: Outside, *, hold: bool = False) -> ReadyOutside:
    """The paper as it would be registered, or as its number would be held; nothing is taken yet.

    Raises NumberTakenError for a number that stands, UsageError for a reference or an agency that cannot be meant.
    """
    act = HOLD if hold else REGISTER
    number, symbol = _read_reference(wanted.reference, number_needed=not hold)
    refuse_inserted(desk.numbering, number)
    paper = _paper(desk, wanted, number, symbol)
    coming = desk.register.coming_outside(paper, act)
    shown = code(coming.number.number, symbol, coming.number.suffix)
    elsewhere = desk.numbering.given
    doubts = series_doubts(coming, paper.counter, shown, elsewhere=elsewhere)
    return ReadyOutside(paper, act, shown, (*_day_doubts(desk, paper), *doubts))


def enter_outside(desk: Desk, ready: ReadyOutside, why: str = "") -> Entry:
    """The entry, in the register for good; whoever called has agreed to its doubts."""
    agreed = Consent(tuple(sorted({doubt.code for doubt in ready.doubts})))
    desk.enter_archive()
    entry = desk.register.enter_outside(
        replace(ready.paper, consent=agreed), ready.act, desk.stamp(why)
    )
    desk.mirror()
    return entry


def agency_of(desk: Desk, named: str) -> str:
    """The agency whose register is meant: named, set, or the only one that has numbers; UsageError for none."""
    known = desk.register.agencies
    found = named or desk.numbering.agency or (known[0] if len(known) == 1 else "")
    if not found:
        message = _("Chưa rõ sổ của cơ quan nào.")
        if known:
            message = _("Sổ có số của nhiều cơ quan ({agencies}).", agencies=", ".join(known))
        raise UsageError(message, ways=(NameAgency(),))
    return found


def _read_reference(text: str, *, number_needed: bool) -> tuple[GivenNumber | None, str]:
    if not text.strip()[:1].isdigit() and not number_needed:
        return None, text.strip()
    number, symbol = given_number(text)
    if not symbol:
        raise UsageError(_("Hãy ghi cả số và ký hiệu, như 12/TB-SCT."))
    return number, symbol


def _paper(desk: Desk, wanted: Outside, number: GivenNumber | None, symbol: str) -> OutsidePaper:
    agency = agency_of(desk, wanted.agency)
    of_council = Filter(symbol=symbol, series=COUNCIL, limit=1)
    council = bool(desk.register.entries(of_council))
    type_name, subject = wanted.type_name, wanted.subject
    if not type_name:
        type_name, subject = typed_subject(wanted.subject, symbol, agency)
    particulars = Particulars(
        agency=desk.numbering.agency or agency,
        issuer="",
        campaign="",
        kind="",
        symbol=symbol,
        day=wanted.day,
        subject=subject,
        type_name=type_name,
        signer_name=wanted.signer_name,
        signer_position=wanted.signer_position,
        recipients=tuple(_lines(wanted.recipients.split(";"))),
        copy_kept_by=wanted.copy_kept_by,
        copies=wanted.copies,
        note=wanted.note,
    )
    counter = desk.numbering.counter(agency, "", symbol, wanted.day.year, council=council)
    return OutsidePaper(counter, particulars, number, wanted.moved_on)


def _lines(parts: Sequence[str]) -> Iterator[str]:
    yield from filter(None, (part.strip(" -–.") for part in parts))


def _day_doubts(desk: Desk, paper: OutsidePaper) -> Iterator[Problem]:
    register, now = desk.register, desk.clock()
    known = Known(
        now,
        register.latest_day(paper.counter),
        register.latest_paper(now.date()),
        register.last_act_at,
    )
    yield from clock_doubts(known)
    yield from doubts_of_any(paper.particulars.day, known)
