"""The archive proved, handed over in bags, brought back from them; a register brought back from the archive."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.archive.audit import Audit
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, VbgenError
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.references import find
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.bagging import Export, Handover
from vbgen.office.registry.recovering import Recovering
from vbgen.office.registry.unbagging import restore_workspace
from vbgen.office.verdict import counts, unexpected, unsound, without_pdf
from vbgen.register import Entry
from vbgen.ways import GiveUpNumber, Resume

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class ArchiveProved(Answer):
    """Register, journal and archive held against each other."""

    audit: Audit
    found: tuple[Problem, ...] = ()  # what does not agree, or is to be looked at
    without_pdf: tuple[str, ...] | None = (
        None  # codes of papers kept without a PDF; None: not asked
    )
    restored: dict[str, int] | None = (
        None  # documents and files that were put back; None: nothing was
    )

    @property
    def fault(self) -> VbgenError | None:
        """The error of the class whose exit code the worst of it has; None where all agrees."""
        if all(problem.severity is not Severity.ERROR for problem in self.found):
            return None
        message = _(
            "Kho lưu trữ, sổ đăng ký và nhật ký không khớp nhau ở {count} chỗ.",
            count=len(self.found),
        )
        return unsound(message, self.found)

    def as_json(self) -> dict[str, object]:
        """Plain values, whether sound or not."""
        audit = self.audit
        return {
            **({"ok": False} if self.fault else {}),
            "documents": audit.documents,
            "acts": audit.acts,
            "objects": audit.objects,
            "head": audit.head,
            "open": list(audit.held),
            "counts": counts(self.found),
            **self._more(),
        }

    def _more(self) -> dict[str, object]:
        if self.restored is not None:
            return {"restored": self.restored}
        return {"without_pdf": list(self.without_pdf or ())}


def _held(audit: Audit) -> Iterator[Problem]:
    """A note for each number whose paper is not finished."""
    message = _("Số này đã được giữ nhưng văn bản chưa vào sổ xong.")
    for code in audit.held:
        ways = (Resume(code), GiveUpNumber(code))
        yield Problem("open-issue", message, Place(file=code), Severity.NOTE, ways=ways)


@dataclass(frozen=True)
class ProveArchive(Request[ArchiveProved]):
    """Every missing, changed, orphaned or unjournalled file, every changed row, every broken link."""

    at_least: int = 1  # papers that a monitor expects
    seal: str = ""  # that it noted last time

    def carry_out(self, office: "Office") -> ArchiveProved:
        """What was found."""
        desk = office.desk_to_look()
        audit = verify(desk.register, desk.archive, progress=office.tell_done)
        lacking = unexpected(desk.register, audit, at_least=self.at_least, seal=self.seal)
        found = (*audit.problems, *lacking)
        no_pdf = tuple(without_pdf(desk.register))
        return ArchiveProved(audit, found, no_pdf, problems=(*found, *_held(audit)))


@dataclass(frozen=True)
class BagPacked(Answer):
    """Dossiers in a bag."""

    target: Path
    dossiers: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"bag": str(self.target), "dossiers": self.dossiers}


@dataclass(frozen=True)
class PackBag(Request[BagPacked]):
    """Dossiers as a bag (BagIt): of one paper, of one year, or of everything where neither is named."""

    target: Path
    document: str = ""  # `05/QĐ-SCT`
    year: int | None = None  # of the bag, or of the paper
    handover: Handover = field(default_factory=Handover)

    def carry_out(self, office: "Office") -> BagPacked:
        """The bag, whole or not at all."""
        desk = office.desk_to_look()
        export = Export(desk.register, desk.archive, office.today, self.handover, office.tell_done)
        if self.document:
            packed = export.dossier(find(desk.register, self.document, self.year).id, self.target)
        elif self.year is not None:
            packed = export.year(self.year, self.target)
        else:
            packed = export.everything(self.target)
        return BagPacked(self.target, packed.dossiers, problems=packed.notes)


@dataclass(frozen=True)
class BringBackBags(Request[ArchiveProved]):
    """A lost register and archive, from bags: identical or not at all."""

    bags: tuple[Path, ...]

    def carry_out(self, office: "Office") -> ArchiveProved:
        """What was put back, and what the audit says of it."""
        office.confirm_may_write()
        now = office.surroundings.clock()
        back = restore_workspace(self.bags, office.addresses.database, office.archive, now)
        restored, found = {"documents": back.documents, "files": back.files}, back.audit.problems
        held = _held(back.audit)
        return ArchiveProved(back.audit, found, restored=restored, problems=(*found, *held))


@dataclass(frozen=True)
class LostTakenBack(Answer):
    """What the archive knew and the register did not, taken back."""

    acts: int
    papers: tuple[str, ...]  # codes
    head: str

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"acts": self.acts, "papers": list(self.papers), "head": self.head}


@dataclass(frozen=True)
class TakeBackLost(Request[LostTakenBack]):
    """Acts and papers that only the archive knows, taken back into the register."""

    why: str = ""

    def carry_out(self, office: "Office") -> LostTakenBack:
        """Everything, or nothing; ProblemsFoundError where both do not agree afterwards."""
        desk = office.desk_to_rebuild()
        recovering = Recovering(desk.register, desk.archive, desk.out)
        back = recovering.run(desk.stamp(self.why))
        undelivered = desk.register.undelivered()
        if not back.audit.is_sound:
            message = _("Đã lấy lại {count} việc, nhưng sổ và kho chưa khớp nhau.", count=back.acts)
            raise ProblemsFoundError(message, back.audit.problems)
        problems = (*back.notes, *back.audit.problems, *map(_not_delivered, undelivered))
        return LostTakenBack(back.acts, back.papers, back.audit.head, problems=problems)


def _not_delivered(entry: Entry) -> Problem:
    """A copy for signing that does not lie where it should."""
    message = _("Bản để ký của văn bản này không còn trong thư mục output.")
    place = Place(file=entry.code)
    return Problem("not-delivered", message, place, Severity.WARNING, ways=(Resume(),))
