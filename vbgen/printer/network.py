"""A printer that speaks IPP, asked directly, and a queue of CUPS, asked the same way."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from secrets import token_hex

from vbgen.errors import OutsideProgramError, Problem, UsageError
from vbgen.messages import _
from vbgen.model.stock import Box
from vbgen.printer.ipp import AttributeGroup, IppTag, PrinterAnswer, Value, request
from vbgen.printer.job import JobStage, Standing, Ticket
from vbgen.printer.talking import TIMEOUT_S, Address, ask, printer_at, queue_at
from vbgen.printer.words import explained

_TITLE = 100  # a job's name holds 255 bytes; the token makes it the only one
_NOT_FOUND = 0x0406
_BUSY = frozenset({0x0502, 0x0505, 0x0507})  # not ready now, as the printer sees it: ask again
_STAGES = frozenset(JobStage)
_BUSY_S = 300.0
_BUSY_PAUSE_S = 2.0
_LISTED_WITHIN_S = 5.0


_ENDED_JOBS = {
    "which-jobs": Value(IppTag.KEYWORD, "completed"),
    "requested-attributes": Value(IppTag.KEYWORD, "all"),
}


class Operation(IntEnum):
    """What is asked."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer or a queue at an address; nothing is asked before the first use."""

    name: str
    address: Address
    user: str = "vbgen"

    def submit(self, pdf: bytes, ticket: Ticket) -> int:
        """The number of the job; a printer that is busy with another's is asked again for some minutes."""
        self._look(ticket)
        described = {
            "requesting-user-name": Value(IppTag.NAME, ticket.user),
            "job-name": Value(IppTag.NAME, f"{ticket.title[:_TITLE]} [{token_hex(4)}]"),
            "ipp-attribute-fidelity": Value(IppTag.BOOLEAN, value=False),
            "document-format": Value(IppTag.MIME, "application/pdf"),
        }
        answer = self._patiently(Operation.PRINT_JOB, described, _wishes(ticket), pdf)
        if not answer.is_good:
            raise _refused(self.name, answer)
        return answer.group(IppTag.JOB).number("job-id")

    def standing(self, job: int) -> Standing:
        """Where the job stands; a printer's own troubles stand among the reasons as long as it works on it."""
        answer = self._ask(Operation.GET_JOB_ATTRIBUTES, {"job-id": Value(IppTag.INTEGER, job)})
        if answer.status == _NOT_FOUND:
            return Standing(JobStage.ABORTED, reasons=("aborted-by-system",))
        if not answer.is_good:
            raise _refused(self.name, answer)
        job_now = answer.group(IppTag.JOB)
        found = _standing(job_now)
        if found.stage is JobStage.COMPLETED:
            return self._at_device(str(job_now.first("job-name") or "")) or found
        return self._with_printer(found)

    def cancel(self, job: int) -> None:
        """Take the job back."""
        self._ask(Operation.CANCEL_JOB, {"job-id": Value(IppTag.INTEGER, job)})

    def _with_printer(self, standing: Standing) -> Standing:
        if standing.stage.is_over:
            return standing
        state = self._ask(Operation.GET_PRINTER_ATTRIBUTES, {}).group(IppTag.PRINTER)
        reasons = dict.fromkeys((*standing.reasons, *state.words("printer-state-reasons")))
        return Standing(standing.stage, standing.sheets, tuple(reasons), standing.said)

    def _at_device(self, title: str) -> Standing | None:
        """How the printer behind a queue says that the job ended; None when it cannot be asked or knows nothing.

        CUPS calls a job completed that the printer threw away before CUPS asked after it for the first time.
        """
        device = str(
            self._ask(Operation.GET_PRINTER_ATTRIBUTES, {})
            .group(IppTag.PRINTER)
            .first("device-uri")
            or ""
        )
        if not device.startswith(("ipp://", "ipps://")):
            return None
        behind = NetworkPrinter(self.name, printer_at(device), self.user)
        try:
            answer = behind._ask(Operation.GET_JOBS, _ENDED_JOBS)
        except OutsideProgramError:
            return None
        named = [group for group in answer.all(IppTag.JOB) if group.first("job-name") == title]
        return _standing(named[0]) if named else None

    def _look(self, ticket: Ticket) -> None:
        """The printer takes jobs and has the tray; UsageError when it is not there or lacks that."""
        answer = self._ask(Operation.GET_PRINTER_ATTRIBUTES, {})
        if answer.status == _NOT_FOUND:
            raise UsageError(
                _("Không có máy in “{name}”. {known}", name=self.name, known=self._known())
            )
        if not answer.is_good:
            raise _refused(self.name, answer)
        state = answer.group(IppTag.PRINTER)
        if state.first("printer-is-accepting-jobs") is False:
            raise OutsideProgramError(_("Máy in {name} đang không nhận lệnh in.", name=self.name))
        trays = state.words("media-source-supported")
        if ticket.tray and trays and ticket.tray not in trays:
            listed = ", ".join(trays)
            raise UsageError(
                _(
                    "Máy in {name} không có khay “{tray}”; các khay: {listed}.",
                    name=self.name,
                    tray=ticket.tray,
                    listed=listed,
                )
            )

    def queues_beside(self, *, timeout_s: float = TIMEOUT_S) -> tuple[str, ...]:
        """The queues of the same print service; none where it does not tell."""
        answer = self._ask(Operation.CUPS_GET_PRINTERS, {}, timeout_s=timeout_s)
        names = (str(group.first("printer-name")) for group in answer.all(IppTag.PRINTER))
        return tuple(sorted(names)) if answer.is_good else ()

    def _known(self) -> str:
        if names := self.queues_beside():
            return _("Các máy in: {names}.", names=", ".join(names))
        return _("Máy này chưa cài máy in nào.")

    def _patiently(
        self,
        operation: Operation,
        described: Mapping[str, Value],
        job: Mapping[str, Value],
        pdf: bytes,
    ) -> PrinterAnswer:
        latest = time.monotonic() + _BUSY_S
        while (
            answer := self._ask(operation, described, job, pdf)
        ).status in _BUSY and time.monotonic() < latest:
            time.sleep(_BUSY_PAUSE_S)
        return answer

    def _ask(
        self,
        operation: Operation,
        described: Mapping[str, Value],
        job: Mapping[str, Value] | None = None,
        document: bytes = b"",
        timeout_s: float = TIMEOUT_S,
    ) -> PrinterAnswer:
        head = {
            "attributes-charset": Value(IppTag.CHARSET, "utf-8"),
            "attributes-natural-language": Value(IppTag.LANGUAGE, "en"),
            "printer-uri": Value(IppTag.URI, self.address.uri),
        }
        if operation is Operation.GET_JOB_ATTRIBUTES or operation is Operation.CANCEL_JOB:
            described = {**described, "requesting-user-name": Value(IppTag.NAME, self.user)}
        groups = [(IppTag.OPERATION, {**head, **described}), *([(IppTag.JOB, job)] if job else [])]
        return ask(self.address, request(operation, groups), document, timeout_s=timeout_s)


def queues(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The queues of CUPS by their names; none where no print service answers."""
    try:
        return NetworkPrinter("", queue_at("", environ)).queues_beside(timeout_s=_LISTED_WITHIN_S)
    except OutsideProgramError:
        return ()


def find_network_printer(
    name: str, environ: Mapping[str, str], user: str = "vbgen"
) -> NetworkPrinter:
    """The printer at an `ipp://` address, or the CUPS queue of that name."""
    address = printer_at(name) if "://" in name else queue_at(name, environ)
    return NetworkPrinter(name, address, user)


def media_name(paper: Box) -> str:
    """The paper as PWG 5101.1 names it: `iso_a4_210x297mm`, `custom_270x360mm_270x360mm`."""
    short, long = sorted((paper.width, paper.height))
    size = f"{short:g}x{long:g}mm"
    known = {"210x297mm": "iso_a4", "297x420mm": "iso_a3", "148x210mm": "iso_a5"}
    return f"{known.get(size, f'custom_{size}')}_{size}"


def _wishes(ticket: Ticket) -> dict[str, Value]:
    """The job's attributes; paper is described upright, as printers do."""
    short, long = sorted((ticket.paper.width, ticket.paper.height))
    size = {
        "x-dimension": Value(IppTag.INTEGER, round(short * 100)),
        "y-dimension": Value(IppTag.INTEGER, round(long * 100)),
    }
    wishes = {
        "copies": Value(IppTag.INTEGER, ticket.copies),
        "sides": Value(IppTag.KEYWORD, "one-sided"),
        "print-scaling": Value(IppTag.KEYWORD, "none"),
    }
    if not ticket.tray:
        return {**wishes, "media": Value(IppTag.KEYWORD, media_name(ticket.paper))}
    column = {
        "media-size": Value(IppTag.COLLECTION, size),
        "media-source": Value(IppTag.KEYWORD, ticket.tray),
    }
    return {**wishes, "media-col": Value(IppTag.COLLECTION, column)}


def _standing(job: AttributeGroup) -> Standing:
    said = [
        *job.words("job-printer-state-message"), *job.words("job-state-message"),
        *job.words("job-detailed-status-messages"),
    ]  # fmt: skip
    return Standing(
        stage=JobStage(state)
        if (state := job.number("job-state")) in _STAGES
        else JobStage.PENDING,
        sheets=max(
            job.number("job-impressions-completed"), job.number("job-media-sheets-completed")
        ),
        reasons=(*job.words("job-state-reasons"), *job.words("job-printer-state-reasons")),
        said=next((words.strip() for words in said if words.strip()), ""),
    )


def _refused(name: str, answer: PrinterAnswer) -> OutsideProgramError:
    said = answer.group(IppTag.OPERATION).words("status-message")
    reasons = {0x0403: "", 0x040A: "unsupported-document-format", 0x040B: "conflicting-attributes"}
    sentence = " ".join(explained([reasons.get(answer.status, "")]).values())
    message = _(
        "Máy in {name} không nhận lệnh in ({status}{said}). {sentence}",
        name=name,
        status=f"0x{answer.status:04x}",
        said=f": {said[0]}" if said else "",
        sentence=sentence,
    ).strip()
    return OutsideProgramError(message, (Problem("printer-refused", message),))
