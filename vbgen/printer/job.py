"""A file on its way to paper: what is asked of the printer, how far it is, and how it ended."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _
from vbgen.model.stock import Box
from vbgen.printer.words import explained

_PAUSE_S = 0.5


class JobStage(IntEnum):
    """Where a job stands, as IPP counts (RFC 8011, 5.3.7)."""

    PENDING = 3
    HELD = 4
    PRINTING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be printed."""
        return self >= JobStage.CANCELED


@dataclass(frozen=True, slots=True)
class Ticket:
    """What is asked of the printer: the paper as it lies, copies, tray; never scaled, one side."""

    title: str
    paper: Box
    copies: int = 1
    tray: str = ""  # as the printer names it; empty for its own choice
    user: str = "vbgen"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the printer says of a job."""

    stage: JobStage
    sheets: int = 0  # come out so far, as far as the printer counts
    reasons: tuple[str, ...] = ()  # keywords of IPP, of the job and of the printer
    said: str = ""  # the printer's own words


class Printer(Protocol):
    """A printer or a queue of this machine."""

    @property
    def name(self) -> str:
        """As the clerk names it."""

    def submit(self, pdf: bytes, ticket: Ticket) -> int:
        """The number of the job; OutsideProgramError when it is not taken."""

    def standing(self, job: int) -> Standing:
        """Where the job stands."""

    def cancel(self, job: int) -> None:
        """Take the job back, as far as it is not printed."""


Tell = Callable[[Standing], object]


def print_through(
    printer: Printer, pdf: bytes, ticket: Ticket, tell: Tell, *, patience_s: float
) -> Standing:
    """The end of the job, which is completed; PrintingFailedError otherwise.

    That a queue took the job proves nothing: the printer is asked until it says how the job ended. `patience_s` is
    how long it may stand still. An interrupt takes the job back.
    """
    job = printer.submit(pdf, ticket)
    try:
        ended = _followed(printer, job, tell, patience_s)
    except KeyboardInterrupt:
        printer.cancel(job)
        raise
    if ended.stage is not JobStage.COMPLETED:
        raise PrintingFailedError(_failure(printer.name, job, ended), ended)
    return ended


class PrintingFailedError(OutsideProgramError):
    """The job was taken and not printed to its end; `standing` says how far it came."""

    def __init__(self, message: str, standing: Standing) -> None:
        problems = tuple(
            Problem(f"printer-{reason}", text)
            for reason, text in explained(standing.reasons).items()
        )
        super().__init__(message, problems)
        self.standing = standing

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.standing)


def _followed(printer: Printer, job: int, tell: Tell, patience_s: float) -> Standing:
    seen, since = printer.standing(job), time.monotonic()
    tell(seen)
    while not seen.stage.is_over:
        time.sleep(_PAUSE_S)
        now = printer.standing(job)
        if now != seen:
            seen, since = now, time.monotonic()
            tell(seen)
        elif time.monotonic() - since > patience_s:
            raise PrintingFailedError(_stands_still(printer.name, job, seen, patience_s), seen)
    return seen


def _failure(name: str, job: int, ended: Standing) -> str:
    """How it ended; the count is the most that can have come out, for a queue counts what it passed on."""
    what = _("đã bị hủy") if ended.stage is JobStage.CANCELED else _("bị bỏ dở")
    message = _(
        "Lệnh in {job} ở máy in {name} {what}; máy báo đã xử lý {sheets} tờ, hãy đếm số tờ thật đã ra.",
        job=job,
        name=name,
        what=what,
        sheets=ended.sheets,
    )
    return " ".join(filter(None, (message, _said(ended))))


def _stands_still(name: str, job: int, seen: Standing, patience_s: float) -> str:
    message = _(
        "Máy in {name} không hoạt động quá {minutes} phút; đã in {sheets} tờ của lệnh in "
        "{job}. Lệnh in còn trong hàng đợi: xem máy in rồi in tiếp, hoặc xóa lệnh in đó.",
        name=name,
        minutes=max(1, round(patience_s / 60)),
        job=job,
        sheets=seen.sheets,
    )
    return " ".join([message, *explained(seen.reasons).values()])


def _said(standing: Standing) -> str:
    found = list(explained(standing.reasons).values())
    if standing.said:
        found.append(_("Máy in báo: “{said}”.", said=standing.said))
    return " ".join(found)
