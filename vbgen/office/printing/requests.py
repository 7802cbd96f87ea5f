"""Printing as clerks ask for it: certificates listed, previewed, counted, printed; stocks; a printer measured."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.machine.printers import find_printer
from vbgen.model.stock import Stock
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.desk import Desk
from vbgen.office.printing.certificates import CertificateSheet, PrintableCertificates
from vbgen.office.printing.printing import (
    Order,
    PrintFile,
    choose,
    preview_file,
    print_file,
    ticket_for,
    tightest,
    write_down,
)
from vbgen.office.printing.wanted import (
    WhichCertificates,
    acting_desk,
    certificates_of,
    looking_desk,
    order_of,
    ordered,
    usual_file,
)
from vbgen.office.setting.presses import press
from vbgen.office.setting.printing import stocks_of
from vbgen.office.steps import PaperProgress, PaperStage
from vbgen.outputs import confirm_free, write_output
from vbgen.pages.converter.fonts import probe_fonts
from vbgen.pages.runs.progress import Progress
from vbgen.printer.job import PrintingFailedError, Standing, print_through
from vbgen.printer.words import explained
from vbgen.secrecy import shown

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class CertificatesListed(Answer):
    """Numbers, golden-book numbers and names."""

    title: str
    leaves: tuple[CertificateSheet, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        rows = [
            {"number": leaf.number, "golden_number": leaf.golden_number, "name": leaf.name}
            for leaf in self.leaves
        ]
        return {"certificates": rows}


@dataclass(frozen=True)
class ListCertificates(Request[CertificatesListed]):
    """The certificates of the issued decision, or of a draft where none is issued."""

    which: WhichCertificates

    def carry_out(self, office: "Office") -> CertificatesListed:
        """Only looked at."""
        made = certificates_of(office, self.which, looking_desk(office))
        return CertificatesListed(made.title, choose(made.leaves, self.which.only))


@dataclass(frozen=True)
class CertificatesPreviewed(Answer):
    """The pages as they will lie on the stock, in one file for the screen."""

    file: Path
    leaves: tuple[CertificateSheet, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        rows = [
            {"number": leaf.number, "name": leaf.name, "tightness": leaf.tightness.share}
            for leaf in self.leaves
        ]
        return {"file": str(self.file), "certificates": rows}


@dataclass(frozen=True)
class PreviewCertificates(Request[CertificatesPreviewed]):
    """The tightest certificates, or those chosen, over the stock's picture; nothing is printed."""

    which: WhichCertificates
    file: Path

    def carry_out(self, office: "Office") -> CertificatesPreviewed:
        """Set, laid over the picture, written."""
        confirm_free(self.file)
        made, only = certificates_of(office, self.which, looking_desk(office)), self.which.only
        chosen = choose(made.leaves, only)
        leaves = chosen if only else tuple(tightest(chosen))
        by_number = tuple(sorted(leaves, key=lambda leaf: leaf.number))
        order = order_of(office, self.which, by_number)
        picture = stocks_of(office.workspace).picture_of(order.stock)
        own = press(office.surroundings.environ, office.surroundings.tell)
        write_output(self.file, preview_file(made, order, picture, own))
        return CertificatesPreviewed(self.file, leaves)


@dataclass(frozen=True)
class PrintCounted(Answer):
    """What printing will take."""

    sheets: int
    frames: int
    stock: str  # its title
    is_test: bool


@dataclass(frozen=True)
class CountPrint(Request[PrintCounted]):
    """The sheets and frames that printing will take, before any paper is used."""

    which: WhichCertificates

    def carry_out(self, office: "Office") -> PrintCounted:
        """Nothing is set."""
        desk = acting_desk(office)
        return counted(ordered(office, self.which, certificates_of(office, self.which, desk)))


@dataclass(frozen=True)
class CertificatesPrinted(Answer):
    """What was printed, where it went, and the act that the journal has."""

    counted: PrintCounted
    stock: str
    file: Path | None
    printer: str  # as it may be shown; empty where only a file was made
    journal: str | None  # `print`, `reprint`; None where nothing is journalled

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "sheets": self.counted.sheets,
            "frames": self.counted.frames,
            "stock": self.stock,
            "journal": self.journal,
            "file": str(self.file) if self.file else None,
            "printer": self.printer or None,
        }


@dataclass(frozen=True)
class PrintCertificates(Request[CertificatesPrinted]):
    """Set the certificates, write the file or send it to a printer, and write it down."""

    which: WhichCertificates
    file: Path | None = None  # without it, and without a printer, the campaign's folder of files
    printer: str = ""
    tray: str = ""
    patience_s: int = 600
    why: str = ""

    def carry_out(self, office: "Office") -> CertificatesPrinted:
        """Choose, set, prove, print, write down."""
        desk, environ = acting_desk(office), office.surroundings.environ
        made = certificates_of(office, self.which, desk)
        order = ordered(office, self.which, made, self.printer)
        target = self.file or (None if self.printer else usual_file(office, self.which, made))
        if target:
            confirm_free(target)
        ready = print_file(made, order, press(environ, office.surroundings.tell))
        if target:
            write_output(target, ready.pdf)
        note = _Note(desk, made, order, self.shown_printer or str(target), self.why)
        if self.printer:
            self._send(office, ready, note)
        problems = (*probe_fonts(environ), *ready.problems)
        return CertificatesPrinted(
            counted(order),
            order.stock.name,
            target,
            self.shown_printer,
            note.written(),
            problems=problems,
        )

    @property
    def shown_printer(self) -> str:
        """The printer as it may be shown and journalled."""
        return shown(self.printer) if "://" in self.printer else self.printer

    def _send(self, office: "Office", ready: PrintFile, note: "_Note") -> None:
        """On its way to paper; a failure is written down too."""
        printer = find_printer(self.printer, office.surroundings.environ)
        ticket = ticket_for(note.order, note.made.title, self.tray)
        told = _Told(office.surroundings.tell, note.order.sheets)
        try:
            print_through(printer, ready.pdf, ticket, told, patience_s=self.patience_s)
        except PrintingFailedError:
            note.written("failed")
            raise


@dataclass(frozen=True, slots=True)
class _Note:
    """What the journal will say of a print."""

    desk: Desk | None
    made: PrintableCertificates
    order: Order
    target: str
    why: str

    def written(self, outcome: str = "completed") -> str | None:
        """The act's name; None without a register."""
        if self.desk is None:
            return None
        return write_down(
            self.desk, self.made, self.order, self.target, why=self.why, outcome=outcome
        )


@dataclass(slots=True)
class _Told:
    """Tells of the sheets that came out, and of each trouble once."""

    tell: Callable[[Progress], object]
    total: int
    seen: set[str] = field(default_factory=set)

    def __call__(self, standing: Standing) -> None:
        found = explained(standing.reasons)
        fresh = tuple(sentence for reason, sentence in found.items() if reason not in self.seen)
        self.seen |= found.keys()
        self.tell(PaperProgress.of(PaperStage.PRINTING, standing.sheets, self.total, fresh))


@dataclass(frozen=True)
class StocksListed(Answer):
    """Every stock at hand."""

    stocks: tuple[Stock, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        rows = [stock.model_dump(mode="json", exclude_defaults=True) for stock in self.stocks]
        return {"stocks": rows}


@dataclass(frozen=True)
class ListStocks(Request[StocksListed]):
    """The workspace's own stocks, then the shipped ones."""

    def carry_out(self, office: "Office") -> StocksListed:
        """As they are declared."""
        return StocksListed(tuple(stocks_of(office.workspace).all()))


def counted(order: Order) -> PrintCounted:
    """What an order takes."""
    return PrintCounted(order.sheets, order.frames, order.stock.title, order.is_test)
