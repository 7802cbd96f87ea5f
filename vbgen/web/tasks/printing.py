"""What a clerk wishes to be printed, as the form of the room says it, and as a job keeps it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.office import (
    CertificateChoice,
    CertificatesPrinted,
    DeskJob,
    FindCampaign,
    Office,
    PlannedPaper,
    PrintCertificates,
    PrintCrosses,
    PrintOnce,
    WhichCertificates,
)
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.wording import told
from vbgen.words.ranges import count_in

if TYPE_CHECKING:
    from pathlib import Path

    from vbgen.web.visit import Visit

_MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class PrintWish:
    """Which certificates, on what, in which order; where they go."""

    campaign: str  # its folder's name
    kind: str  # `certificate/`, `certificate/titles`
    phase: int | None
    decision: str
    numbers: tuple[int, ...]  # in print order; none for all
    stock: str
    order: str
    copies: int
    is_test: bool
    printer: str  # empty for a file
    tray: str
    why: str

    @classmethod
    def of(cls, visit: "Visit", campaign: str, paper: PlannedPaper) -> Self:
        """As the form says, for certificates of the campaign; UsageError for what are no numbers."""
        return cls(
            campaign=campaign,
            kind=paper.alone,
            phase=paper.phase,
            decision=visit.word("decision"),
            numbers=tuple(sorted({*_ticked(visit), *_written(visit)})),
            stock=visit.word("stock") or "a4",
            order=visit.word("order") or "list",
            copies=min(max(visit.count("copies"), 1), _MOST_COPIES),
            is_test=bool(visit.word("test")),
            printer=visit.word("printer") if visit.word("where") == "printer" else "",
            tray=visit.word("tray"),
            why=visit.word("why"),
        )

    @classmethod
    def asked(cls, kept: Mapping[str, Any]) -> Self:
        """As a job kept it."""
        return cls(**{**kept, "numbers": tuple(kept["numbers"])})

    def as_asked(self) -> Mapping[str, object]:
        """As a job keeps it."""
        return asdict(self)

    def which(self, folder: "Path") -> WhichCertificates:
        """The same for the office."""
        return WhichCertificates(
            folder,
            self.kind,
            self.phase,
            CertificateChoice(self.numbers, self.decision),
            stock=self.stock,
            order=self.order,
            copies=self.copies,
            is_test=self.is_test,
        )


def _ticked(visit: "Visit") -> Iterator[int]:
    named = visit.words("leaf") or visit.request.query_params.getlist("leaf")
    return filter(None, map(count_in, named))


def _written(visit: "Visit") -> Sequence[int]:
    return CertificateChoice.read(visit.word("only")).numbers if visit.word("only") else ()


def refuse_strange_printer(visit: "Visit", printer: str, known: Sequence[str]) -> None:
    """Does nothing for a printer that is known here, or typed by who sits at this machine; UsageError otherwise.

    A desk that serves others would else be told to talk to any machine of the network.
    """
    if not printer:
        message = _("Chưa chọn máy in.")
        raise ProblemsFoundError(message, (Problem("no-printer", message),))
    if printer not in known and visit.visitor.account:
        raise UsageError(_("Máy chủ chưa biết máy in “{name}”.", name=printer))


def print_work(office: Office, job: DeskJob, attempt: JobAttempt) -> dict[str, object]:
    """Certificates printed once, whoever takes the job up again."""
    wish = PrintWish.asked(job.asked)
    which = wish.which(office.do(FindCampaign(wish.campaign)).folder)
    wanted = PrintCertificates(which, printer=wish.printer, tray=wish.tray, why=wish.why)
    done = office.do(PrintOnce(wanted, job.id, attempt.is_again))
    back = [_("Về phong trào"), f"/campaigns/{quote(wish.campaign)}"]
    if wish.printer:
        message = _(
            "Đã in {sheets} tờ ra máy in {printer}.",
            sheets=done.counted.sheets,
            printer=done.printer,
        )
        return {"message": message, "links": [back], "problems": _noted(done)}
    message = _(
        "Tệp in đã có: {sheets} tờ. In đúng cỡ (100 %), không co giãn.", sheets=done.counted.sheets
    )
    links = [[_("Tải tệp in (PDF)"), f"/jobs/{job.id}/print"], back]
    return {"message": message, "links": links, "problems": _noted(done)}


def _noted(done: CertificatesPrinted) -> list[dict[str, object]]:
    return [asdict(each) for each in told(done.problems)]


def crosses_work(office: Office, job: DeskJob, attempt: JobAttempt) -> dict[str, object]:
    """The page of crosses on paper; one sheet more does no harm."""
    del attempt
    asked: Mapping[str, Any] = job.asked
    names = (asked["printer"], asked["stock"])
    office.do(PrintCrosses(*names, tray=asked["tray"], corrected=asked["corrected"]))
    message = _(
        "Đã in tờ thử ra máy in {printer}. Đo bốn số rồi ghi vào trang đo.",
        printer=asked["printer"],
    )
    return {"message": message, "links": [[_("Ghi số đo"), asked["back"]]]}
