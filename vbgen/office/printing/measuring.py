"""A printer measured: its page of crosses printed, four readings taken, what undoes its distortion kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.machine.printers import find_printer
from vbgen.messages import _
from vbgen.model.stock import Stock
from vbgen.office.acts import Answer, Request
from vbgen.office.setting.printing import calibrations_of, stocks_of
from vbgen.outputs import write_output
from vbgen.printer.calibration import Distortion, Readings, distortion
from vbgen.printer.calibrations import Calibration, find, keep
from vbgen.printer.job import Ticket, print_through
from vbgen.printer.matrix import Matrix
from vbgen.printer.sheets import calibration_page
from vbgen.ways import CalibratePrinter

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CrossesPrinted(Answer):
    """The page of crosses, on paper or in a file."""

    printer: str
    file: Path | None


@dataclass(frozen=True)
class PrintCrosses(Request[CrossesPrinted]):
    """Print the page of crosses, or write it to a file; `corrected` as it comes out once the readings are kept."""

    printer: str
    stock: str
    file: Path | None = None
    tray: str = ""
    patience_s: int = 600
    corrected: bool = False

    def carry_out(self, office: "Office") -> CrossesPrinted:
        """UsageError for a correction that nobody measured."""
        stock = stocks_of(office.workspace).find(self.stock)
        page = calibration_page(stock, correction=self._correction(office, stock))
        if self.file:
            write_output(self.file, page)
            return CrossesPrinted(self.printer, self.file)
        printer = find_printer(self.printer, office.surroundings.environ)
        ticket = Ticket(_("Trang dấu thập"), stock.paper, tray=self.tray)
        print_through(printer, page, ticket, lambda _seen: None, patience_s=self.patience_s)
        return CrossesPrinted(self.printer, None)

    def _correction(self, office: "Office", stock: Stock) -> Matrix:
        if not self.corrected:
            return Matrix()
        kept = find(calibrations_of(office.workspace), self.printer, stock.name)
        if kept is None:
            raise not_measured(self.printer, stock)
        return distortion(kept.readings, stock.paper).correction


@dataclass(frozen=True)
class PrinterMeasured(Answer):
    """What a printer does with a stock, and where it is kept."""

    printer: str
    stock: str
    found: Distortion
    file: Path

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "printer": self.printer,
            "stock": self.stock,
            "file": str(self.file),
            "right_mm": self.found.right_mm,
            "down_mm": self.found.down_mm,
            "degrees": self.found.degrees,
            "scale": self.found.scale,
        }


@dataclass(frozen=True)
class MeasurePrinter(Request[PrinterMeasured]):
    """Keep the four readings of a printed page; ProblemsFoundError when no printer prints like that."""

    printer: str
    stock: str
    readings: tuple[float, float, float, float]  # mm, in the order of the page

    def carry_out(self, office: "Office") -> PrinterMeasured:
        """Worked out, then kept for later prints."""
        stock, readings = stocks_of(office.workspace).find(self.stock), Readings(*self.readings)
        found, path = distortion(readings, stock.paper), calibrations_of(office.workspace)
        keep(path, Calibration(self.printer, stock.name, office.today, readings))
        return PrinterMeasured(self.printer, stock.name, found, path)


def not_measured(printer: str, stock: Stock) -> UsageError:
    """The error that nobody measured that printer with that stock."""
    message = _(
        "Chưa đo độ lệch của máy in “{printer}” với phôi “{stock}”.",
        printer=printer,
        stock=stock.name,
    )
    return UsageError(message, ways=(CalibratePrinter(printer),))
