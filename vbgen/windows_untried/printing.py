"""A printer of Windows, through the system's own queue.

Written from the documentation of the print spooler and of pywin32; it was not run where this was developed.
Pages are drawn by PDFium on the printer's own canvas at their true size: no viewer stands between that might scale
them. The job is retained in the queue until its end was seen, so that a deleted job is not taken for a printed one.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vbgen.errors import OutsideProgramError, Problem, UsageError
from vbgen.extras import missing_extra
from vbgen.messages import _
from vbgen.model.stock import Box
from vbgen.printer.job import JobStage, Standing, Ticket

if TYPE_CHECKING:
    from collections.abc import Iterator

_RETAIN, _RELEASE, _CANCEL = 8, 9, 3  # commands to a job
_DPI_X, _DPI_Y, _OFFSET_X, _OFFSET_Y = 88, 90, 112, 113  # what GetDeviceCaps is asked
_POINTS_PER_INCH = 72
_LANDSCAPE = 2
_CUSTOM_PAPER = 256
_PAPERS = {(210, 297): 9, (297, 420): 8, (148, 210): 11}  # DMPAPER_A4, A3, A5
_FIELDS = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x100  # orientation, paper, length, width, scale, copies
_SOURCE_FIELD = 0x200
_FOR_PRINTING = 0x800  # FPDF_PRINTING
_OVER = {
    0x80: JobStage.COMPLETED,
    0x1000: JobStage.COMPLETED,
    0x100: JobStage.CANCELED,
    0x4: JobStage.CANCELED,
}
_REASONS = {
    0x1: "paused", 0x2: "other", 0x20: "offline", 0x40: "media-empty", 0x200: "job-stopped", 0x400: "media-needed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """A printer by the name that Windows shows."""

    name: str

    def submit(self, pdf: bytes, ticket: Ticket) -> int:
        """The number of the job; every page is drawn before this returns."""
        try:
            with self._canvas(ticket) as canvas:
                job = int(_win32print().StartDoc(canvas, (ticket.title, None, None, 0)))
                self._command(job, _RETAIN)
                _draw(canvas, pdf)
                _win32print().EndDoc(canvas)
                return job
        except _error() as fault:
            message = _("Máy in {name} không nhận lệnh in: {fault}.", name=self.name, fault=fault)
            raise OutsideProgramError(message, (Problem("printer-refused", message),)) from fault

    def standing(self, job: int) -> Standing:
        """Where the job stands; one that is gone although it was to be kept was deleted."""
        try:
            with self._opened() as handle:
                row = _win32print().GetJob(handle, job, 1)
        except _error():
            return Standing(JobStage.CANCELED, reasons=("job-canceled-by-user",))
        status = int(row["Status"])
        over = next((stage for bit, stage in _OVER.items() if status & bit), None)
        if over is not None:
            self._command(job, _RELEASE)
        reasons = tuple(reason for bit, reason in _REASONS.items() if status & bit)
        stage = over or (JobStage.STOPPED if reasons else JobStage.PRINTING)
        return Standing(stage, int(row["PagesPrinted"]), reasons, str(row.get("pStatus") or ""))

    def cancel(self, job: int) -> None:
        """Take the job back."""
        self._command(job, _CANCEL)

    def _command(self, job: int, command: int) -> None:
        with self._opened() as handle:
            _win32print().SetJob(handle, job, 0, None, command)

    @contextmanager
    def _opened(self) -> "Iterator[Any]":
        handle = _win32print().OpenPrinter(self.name)
        try:
            yield handle
        finally:
            _win32print().ClosePrinter(handle)

    @contextmanager
    def _canvas(self, ticket: Ticket) -> "Iterator[Any]":
        """The printer's device context, set to the ticket's paper, tray and copies, at full size."""
        with self._opened() as handle:
            settings = _win32print().GetPrinter(handle, 2)["pDevMode"]
            sources = _trays(self.name)
        _set(settings, ticket)
        if ticket.tray:
            if ticket.tray not in sources:
                listed = ", ".join(sources)
                raise UsageError(
                    _(
                        "Máy in {name} không có khay “{tray}”; các khay: {listed}.",
                        name=self.name,
                        tray=ticket.tray,
                        listed=listed,
                    )
                )
            settings.DefaultSource = sources[ticket.tray]
            settings.Fields |= _SOURCE_FIELD
        canvas = import_module("win32gui").CreateDC("WINSPOOL", self.name, settings)
        try:
            yield canvas
        finally:
            import_module("win32gui").DeleteDC(canvas)


def _set(settings: Any, ticket: Ticket) -> None:  # noqa: ANN401 - pywin32 ships no types
    short, long = _upright(ticket.paper)
    settings.Orientation = _LANDSCAPE if ticket.paper.width > ticket.paper.height else 1
    settings.PaperSize = _PAPERS.get((round(short), round(long)), _CUSTOM_PAPER)
    settings.PaperWidth, settings.PaperLength = (
        round(short * 10),
        round(long * 10),
    )  # tenths of a millimetre
    settings.Scale, settings.Copies = 100, ticket.copies
    settings.Fields |= _FIELDS


def _draw(canvas: Any, pdf: bytes) -> None:  # noqa: ANN401 - a handle of Windows
    """Every page at its true size; the canvas begins where the printer can print, so it is moved back."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types
    from pypdfium2 import raw as pdfium

    asked = _win32print().GetDeviceCaps
    dpi_x, dpi_y = asked(canvas, _DPI_X), asked(canvas, _DPI_Y)
    left, top = -asked(canvas, _OFFSET_X), -asked(canvas, _OFFSET_Y)
    opened = PdfDocument(pdf)
    try:
        for page in opened:
            width, height = page.get_size()
            size = round(width * dpi_x / _POINTS_PER_INCH), round(height * dpi_y / _POINTS_PER_INCH)
            _win32print().StartPage(canvas)
            pdfium.FPDF_RenderPage(canvas, page.raw, left, top, *size, 0, _FOR_PRINTING)
            _win32print().EndPage(canvas)
    finally:
        opened.close()


def _trays(name: str) -> dict[str, int]:
    """Tray names → numbers, as the driver tells them (DC_BINS, DC_BINNAMES)."""
    capabilities = _win32print().DeviceCapabilities
    return dict(zip(capabilities(name, "", 12), capabilities(name, "", 6), strict=False))


def _upright(paper: Box) -> tuple[float, float]:
    return min(paper.width, paper.height), max(paper.width, paper.height)


def _win32print() -> Any:  # noqa: ANN401 - pywin32 ships no types
    try:
        return import_module("win32print")
    except ImportError as fault:
        raise missing_extra("windows", _("In qua Windows")) from fault


def _error() -> type[Exception]:
    """What pywin32 raises."""
    _win32print()
    error: type[Exception] = import_module("pywintypes").error
    return error
