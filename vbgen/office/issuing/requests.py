"""Issuing in two requests: what will happen is shown first, then done as it was shown and agreed to."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, Severity
from vbgen.model.document import Settled
from vbgen.model.dossier import Consent
from vbgen.office.acts import Answer, AnswerT, Request
from vbgen.office.agreeing import Doubt, confirm_agreed, confirm_unchanged
from vbgen.office.issuing.consent.acceptance import Acceptance
from vbgen.office.issuing.consenting import confirm_form, with_agreement
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.numbers import bare_number
from vbgen.office.issuing.intents import Wish
from vbgen.office.issuing.issuing import issue_each
from vbgen.office.issuing.readied import Readied, form_errors
from vbgen.office.issuing.readying import Ready, open_notes, prepare
from vbgen.office.mending.page_look import problems_on_pages
from vbgen.office.references import find

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class PaperToIssue(Request[AnswerT]):
    """Which papers are meant, and as what they are issued."""

    campaign: Path  # its folder
    kind: str  # `award-decision`, or `award-decision/titles` for one variant
    day: date
    phase: int | None = None
    signer: str = ""  # id, where it is not the planned one
    copies: int | None = None
    number: str = ""  # `245`, `06a`: given by another system; the next of its series without one
    replaces: str = ""  # `05/QĐ-SCT`: an issued paper
    stated_signed: bool = False  # the clerk states that the paper was signed already
    pdf: bool | None = None  # whether PDF copies are kept; None: where the machine can make them
    accepted: frozenset[str] = frozenset()  # codes of errors of form that are let pass
    reason: str = ""  # why they are

    def _readied(self, office: "Office") -> Readied:
        """Everything checked, nothing taken; ProblemsFoundError for errors of the data, UsageError for the request."""
        accepted = Acceptance.of(self.accepted, self.reason)
        copying = office.with_copies(office.desk_to_prepare(), wanted=self.pdf)
        desk = copying.desk
        notes = (*copying.problems, *open_notes(desk.register))
        state = (self._asked, office.state_of(self.campaign, desk))
        ready = office.remembered(state, lambda: self._prepared(office, desk))
        accepted.refuse_absent(frozenset(each.code for each in form_errors(ready)))
        form = office.form_settings if copying.makes_pdf else None
        return Readied(desk, tuple(ready), accepted, form, notes)

    @property
    def _asked(self) -> tuple[object, ...]:
        """What the papers depend on of the request."""
        return (
            self.kind,
            self.day,
            self.phase,
            self.signer,
            self.copies,
            self.number,
            self.replaces,
            self.stated_signed,
        )

    def _prepared(self, office: "Office", desk: Desk) -> list[Ready]:
        replaced = find(desk.register, self.replaces).id if self.replaces else ""
        workspace = office.own_workspace
        law = workspace.law_files()
        wish = Wish(
            self.campaign,
            self.kind,
            self.day,
            self.phase,
            self.signer,
            self.copies,
            replaced,
            self.stated_signed,
            law=law,
            number=bare_number(self.number) if self.number else None,
        )
        library = workspace.library.for_campaign(self.campaign)
        first, *others = prepare(desk, wish, library, workspace.emblem)
        return [replace(first, notes=(*workspace.unread_rules(), *first.notes)), *others]


@dataclass(frozen=True, slots=True)
class ComingPaper:
    """A paper that would be issued."""

    code: str  # `05/QĐ-SCT`: the number that it would most likely get
    day: date
    subject: str
    kind: str  # `award-decision/titles`
    signer: str
    golden_numbers: tuple[int, ...]
    files: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            **asdict(self),
            "day": self.day.isoformat(),
            "golden_numbers": list(self.golden_numbers),
            "files": list(self.files),
        }


@dataclass(frozen=True)
class Prepared(Answer):
    """What will happen: papers and their files, what is to be decided, which errors of form are to be let pass.

    The problems are what a person should know besides.
    """

    papers: tuple[ComingPaper, ...] = ()
    folder: Path = field(default_factory=Path)  # of the issued papers
    doubts: tuple[Doubt, ...] = ()
    errors: tuple[Problem, ...] = ()  # of form, not let pass yet
    fingerprint: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Of all the doubts: who agrees to everything hands these on."""
        return frozenset(doubt.key for doubt in self.doubts)

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "papers": [paper.as_json() for paper in self.papers],
            "folder": str(self.folder),
            "doubts": [doubt.as_json() for doubt in self.doubts],
            "errors": [error.as_json() for error in self.errors],
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True)
class PrepareIssue(PaperToIssue[Prepared]):
    """What issuing these papers would do; nothing is taken, nothing written."""

    def carry_out(self, office: "Office") -> Prepared:
        """The papers, checked whole."""
        readied = self._readied(office)
        left = (
            error
            for error in form_errors(readied.ready)
            if error.code not in readied.accepted.codes
        )
        noted = (note for one in readied.ready for note in one.notes)
        looked_at = (note for note in noted if note.severity is not Severity.ERROR)
        return Prepared(
            papers=tuple(_coming(one, readied.makes_pdf) for one in readied.ready),
            folder=readied.desk.out(self.campaign.resolve().name),
            doubts=readied.doubts,
            errors=tuple(dict.fromkeys(left)),
            fingerprint=readied.fingerprint,
            problems=(*readied.notes, *dict.fromkeys(looked_at)),
        )


def _coming(one: Ready, makes_pdf: bool) -> ComingPaper:
    coming, particulars = one.coming, one.intent.particulars
    endings = ("docx", "pdf") if makes_pdf else ("docx",)
    files = tuple(f"{coming.file_name}-{stem}.{ending}" for stem in one.stems for ending in endings)
    name = "/".join(filter(None, (particulars.kind, particulars.variant)))
    return ComingPaper(
        coming.code,
        particulars.day,
        particulars.subject,
        name,
        particulars.signer_name,
        coming.golden_numbers,
        files,
    )


@dataclass(frozen=True)
class Issued(Answer):
    """Papers that were issued, each with what was agreed to for it."""

    papers: tuple[tuple[Settled, Consent], ...] = ()
    folder: Path = field(default_factory=Path)

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        issued = [
            {**_plain(settled), "consent": consent.as_json()} for settled, consent in self.papers
        ]
        return {"issued": issued, "folder": str(self.folder)}


def _plain(one: Settled) -> dict[str, object]:
    return {
        "id": one.id,
        "code": one.code,
        "day": one.day.isoformat(),
        "subject": one.subject,
        "golden_numbers": list(one.golden_numbers),
        "files": dict(one.digests),
    }


@dataclass(frozen=True)
class IssuePapers(PaperToIssue[Issued]):
    """The papers as they were prepared: numbered, rendered, inspected, kept, settled and laid out for signing."""

    fingerprint: str = field(kw_only=True)  # of what was shown
    agreed: frozenset[str] = field(default=frozenset(), kw_only=True)  # keys of doubts
    why: str = field(default="", kw_only=True)

    def carry_out(self, office: "Office") -> Issued:
        """Issued, or refused where anything differs from what was shown, or a doubt was not agreed to."""
        office.confirm_may_write()
        readied = self._readied(office)
        confirm_unchanged(self.fingerprint, readied.fingerprint)
        left = [doubt for doubt in readied.doubts if doubt.key not in self.agreed]
        confirm_form(readied.ready, readied.accepted, [doubt.problem for doubt in left])
        confirm_agreed(left, self.agreed)
        agreed = with_agreement(readied.ready, readied.accepted, pdf=self.pdf)
        settled = issue_each(readied.desk, [one.intent for one in agreed], self.why)
        noted = (problem for one in settled for problem in one.problems)
        return Issued(
            papers=tuple(zip(settled, (one.intent.consent for one in agreed), strict=True)),
            folder=readied.desk.out(self.campaign.resolve().name),
            problems=(*readied.notes, *noted, *_of_pages(readied, settled)),
        )


def _of_pages(readied: Readied, settled: Iterable[Settled]) -> list[Problem]:
    """What is not well on the pages of the PDF copies that were kept."""
    if readied.form is None:
        return []
    kept = (
        (
            name,
            partial(readied.desk.archive.get, digest),
            readied.desk.archive.get(one.digests[copy]),
        )
        for one in settled
        for name, digest in one.digests.items()
        if (copy := f"{Path(name).stem}.pdf") in one.digests and name != copy
    )
    return problems_on_pages(kept, readied.form)
