"""A copy made ready: what is copied, who signs it, the number to come, and what a person should decide first."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vbgen.errors import Problem, UsageError
from vbgen.files import readable_json
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY, CopyForm
from vbgen.model.agency import Signer
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import Intent, Particulars, code
from vbgen.office.copying.copied_pages import Copied, copied
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.days import Known, clock_doubts, doubts_of_any
from vbgen.office.issuing.doubts.numbers import bare_number, refuse_inserted, series_doubts
from vbgen.office.issuing.intents import made_by, snapshot
from vbgen.office.issuing.materials import CAMPAIGN, FORMAT, INTENT, read_campaign
from vbgen.office.making.copy_foot import SOURCE, copy_symbol, foot_materials
from vbgen.office.registry.typed_lines import typed_lines
from vbgen.papers.frame.signature import Signature, find_signer, signature
from vbgen.papers.kinds.library import Library
from vbgen.register import Filter, State
from vbgen.words.names import same_name, upper_vn

_KEPT = "lưu:"
_NO_CAMPAIGN = "ban-sao"  # where the copies of others' papers are laid out


@dataclass(frozen=True)
class CopyWish:
    """What the clerk says of the copy."""

    form: CopyForm
    day: date
    reference: str = ""  # `05/QĐ-SCT`: the paper that is copied
    year: int | None = None  # of that paper
    file: Path | None = None  # the pages to copy, where the archive's are not
    about: str = ""  # the copied paper's type, number, day, issuer and subject, where the register has it not
    signer: str = ""  # id or name; without it who signs the agency's papers
    position: str = ""  # right and title above the signature, lines apart by semicolons
    recipients: str = ""  # apart by semicolons
    copies: int | None = None  # số lượng bản
    number: str = ""  # given by another system
    campaign: str = ""  # whose data tell the agency and its signers; else the paper issued last


@dataclass(frozen=True, slots=True)
class ReadyCopy:
    """A copy that can be issued."""

    intent: Intent
    code: str
    doubts: tuple[Problem, ...] = ()


def prepare_copy(
    desk: Desk, wanted: CopyWish, library: Library, own: Campaign | None = None
) -> ReadyCopy:
    """The copy as it would be issued; nothing is taken yet.

    UsageError for what cannot be copied so, and where neither `own` data nor an issued paper tell agency and signers.
    """
    wanted = _in_lines(wanted)
    pages = copied(desk, wanted)
    campaign = own or _data(desk, pages.agency or desk.numbering.agency)
    signed = _signed(wanted, campaign)
    intent = _intent(desk, wanted, pages, campaign, signed, library)
    refuse_inserted(desk.numbering, intent.given)
    coming = desk.register.coming(intent.counter, intent.particulars, intent.given)
    number = coming.number
    shown = code(number.number, intent.particulars.symbol, number.suffix)
    numbers = series_doubts(coming, intent.counter, shown, elsewhere=desk.numbering.given)
    return ReadyCopy(intent, shown, (*_day_doubts(desk, intent), *numbers, *pages.doubts))


def _in_lines(wanted: CopyWish) -> CopyWish:
    """What was typed, each on one line."""
    said = (wanted.about, wanted.signer, wanted.position, wanted.recipients)
    about, signer, position, recipients = typed_lines(*said)
    return replace(wanted, about=about, signer=signer, position=position, recipients=recipients)


def _intent(
    desk: Desk,
    wanted: CopyWish,
    pages: Copied,
    campaign: Campaign,
    signed: Signature,
    library: Library,
) -> Intent:
    agency = campaign.agency
    symbol, lines = copy_symbol(wanted.form, agency), _recipients(wanted)
    particulars = Particulars(
        agency=desk.numbering.agency or agency.symbol,
        issuer=agency.full_name,
        campaign=pages.campaign or _NO_CAMPAIGN,
        kind=COPY,
        symbol=symbol,
        day=wanted.day,
        subject=pages.about,
        variant=f"{wanted.form}-{pages.mark}",
        type_name=wanted.form.type_name,
        signer_name=signed.full_name,
        signer_position=" ".join(signed.lines),
        recipients=lines,
        copy_kept_by=", ".join(line[len(_KEPT) :].strip() for line in lines if _is_kept(line)),
        copies=wanted.copies,
    )
    foot = foot_materials(wanted.form, agency, wanted.day, signed, lines, library)
    told = {
        "format": FORMAT,
        **made_by(),
        "papers": [{"kind": wanted.form.value, "variant": ""}],
        "copied": pages.document,
        "accepted": [],
    }
    return Intent(
        id=secrets.token_hex(16),
        particulars=particulars,
        counter=desk.numbering.counter(agency.symbol, COPY, symbol, wanted.day.year),
        materials={
            INTENT: readable_json(told),
            CAMPAIGN: snapshot(campaign),
            f"{SOURCE}{pages.ending}": pages.content,
            **foot,
        },
        given=bare_number(wanted.number) if wanted.number else None,
    )


def _data(desk: Desk, agency: str) -> Campaign:
    """The agency's data as the paper that it issued last has them, or else the last paper of all."""
    issued = desk.register.entries(Filter(states=(State.ISSUED,)))[::-1]
    for entry in sorted(issued, key=lambda one: one.agency != agency):
        kept = (file.digest for file in desk.register.files(entry.id) if file.name == CAMPAIGN)
        if digest := next(kept, ""):
            return read_campaign(desk.archive.get(digest))
    message = _("Chưa có văn bản nào đã cấp số để biết tên cơ quan và người ký của bản sao.")
    hint = _("Nêu phong trào mà trang “Cơ quan”, “Người ký” là của cơ quan sao.")
    raise UsageError(message, (Problem("no-issued-paper", message, hint=hint),))


def _signed(wanted: CopyWish, campaign: Campaign) -> Signature:
    """Who signs: named by id or name, or written out with right and title; else who signs the agency's papers."""
    named = wanted.signer.strip()
    if said := tuple(filter(None, map(str.strip, wanted.position.split(";")))):
        lines = tuple(map(upper_vn, said))
        return Signature(lines, named or _usual(campaign).full_name)
    return signature(_named(named, campaign) if named else _usual(campaign), campaign.agency)


def _named(named: str, campaign: Campaign) -> Signer:
    """The signer with that id or name; UsageError for one that the agency's data have not."""
    for one in campaign.signers:
        if one.id == named or same_name(one.full_name, named):
            return one
    message = _("Dữ liệu của cơ quan không có người ký “{name}”.", name=named)
    hint = _("Hãy ghi cả quyền hạn, chức vụ: TL. GIÁM ĐỐC; CHÁNH VĂN PHÒNG.")
    raise UsageError(message, (Problem("unknown-signer", message, hint=hint),))


def _usual(campaign: Campaign) -> Signer:
    return find_signer(campaign.signers, "", campaign.agency, council=False)


def _recipients(wanted: CopyWish) -> tuple[str, ...]:
    """Where the copy goes; one always stays with the registry."""
    lines = tuple(filter(None, (part.strip(" -–.") for part in wanted.recipients.split(";"))))
    return lines if any(map(_is_kept, lines)) else (*lines, "Lưu: VT")


def _is_kept(line: str) -> bool:
    return line.lower().startswith(_KEPT)


def _day_doubts(desk: Desk, intent: Intent) -> Iterator[Problem]:
    register, now = desk.register, desk.clock()
    latest = register.latest_day(intent.counter), register.latest_paper(now.date())
    known = Known(now, *latest, register.last_act_at)
    yield from clock_doubts(known)
    yield from doubts_of_any(intent.particulars.day, known)
