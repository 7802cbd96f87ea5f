"""Printing as clerks ask for it: certificates listed, previewed, counted, printed; stocks; a printer measured."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import UsageError
from vbgen.machine.printers import find_printer
from vbgen.messages import _
from vbgen.model.stock import Stock
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.issuing import Desk
from vbgen.office.making.drafting import Drafter
from vbgen.office.printing.certificates import (
    CertificateSheet,
    PrintableCertificates,
    drafted,
    issued,
)
from vbgen.office.printing.measuring import not_measured
from vbgen.office.printing.printing import (
    Order,
    PrintFile,
    choose,
    confirm_known,
    in_order,
    preview_file,
    print_file,
    ticket_for,
    tightest,
    write_down,
)
from vbgen.office.references import CertificateChoice
from vbgen.office.setting.printing import calibrations_of, print_folder, stocks_of
from vbgen.office.setting.stores import has_register
from vbgen.office.setting.workshops import press
from vbgen.office.steps import PaperProgress, PaperStage
from vbgen.outputs import confirm_free, write_output
from vbgen.pages.converter.fonts import probe_fonts
from vbgen.pages.runs.progress import Progress
from vbgen.printer.calibration import distortion
from vbgen.printer.calibrations import find
from vbgen.printer.job import PrintingFailedError, Standing, print_through
from vbgen.printer.matrix import Matrix
from vbgen.printer.words import explained
from vbgen.secrecy import shown
from vbgen.words.ranges import listed

if TYPE_CHECKING:
    from vbgen.office.office import Office

EVERY = CertificateChoice()


@dataclass(frozen=True)
class WhichCertificates:
    """Which certificates, on what stock, in which order; `choice` of none means all that are in force."""

    campaign: Path
    kind: str
    phase: int | None = None
    choice: CertificateChoice = EVERY
    stock: str = "a4"
    order: str = "list"  # `list`, `unit`, or a field of the recipient
    copies: int = 1
    is_test: bool = False
    calibrated: str = ""  # the printer whose distortion is undone

    @property
    def only(self) -> str:
        """Their numbers in print order as they are written."""
        return listed(self.choice.numbers) if self.choice.numbers else ""


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
        made = _certificates(office, self.which, _looking_desk(office))
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
        made, only = _certificates(office, self.which, _looking_desk(office)), self.which.only
        chosen = choose(made.leaves, only)
        leaves = chosen if only else tuple(tightest(chosen))
        by_number = tuple(sorted(leaves, key=lambda leaf: leaf.number))
        order = _order(office, self.which, by_number)
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
        desk = _acting_desk(office)
        return _counted(_ordered(office, self.which, _certificates(office, self.which, desk)))


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
        desk, environ = _acting_desk(office), office.surroundings.environ
        made = _certificates(office, self.which, desk)
        order = _ordered(office, self.which, made, self.printer)
        target = self.file or (None if self.printer else _usual_file(office, self.which, made))
        if target:
            confirm_free(target)
        ready = print_file(made, order, press(environ, office.surroundings.tell))
        if target:
            write_output(target, ready.pdf)
        note = _Note(desk, made, order, self._shown or str(target), self.why)
        if self.printer:
            self._send(office, ready, note)
        problems = (*probe_fonts(environ), *ready.problems)
        return CertificatesPrinted(
            _counted(order),
            order.stock.name,
            target,
            self._shown,
            note.written(),
            problems=problems,
        )

    @property
    def _shown(self) -> str:
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


def _looking_desk(office: "Office") -> Desk | None:
    known = has_register(office.workspace, office.surroundings.environ)
    return office.desk_to_look() if known else None


def _acting_desk(office: "Office") -> Desk | None:
    """The desk that prints are written down at; none where nothing was ever issued."""
    if not has_register(office.workspace, office.surroundings.environ):
        return None
    desk = office.desk_to_act()
    confirm_known(desk)
    return desk


def _certificates(
    office: "Office", which: WhichCertificates, desk: Desk | None
) -> PrintableCertificates:
    """Those of the issued decision; those of a draft where none is issued."""
    workspace = office.workspace
    kind = workspace.library.find(which.kind)
    if not kind.page_filling:
        raise UsageError(
            _("Lệnh in chỉ dùng cho giấy khen; “{kind}” hãy mở bằng Word rồi in.", kind=kind.title)
        )
    decision = which.choice.decision
    found = issued(desk, which.campaign, kind, which.phase, decision) if desk else None
    if found:
        return found
    data, law = load_campaign(which.campaign, office.words), workspace.law(office.today)
    drafter = Drafter(workspace.library)
    return drafted(drafter, data.campaign, kind, which.phase, law=law, emblem=workspace.emblem)


def _ordered(
    office: "Office", which: WhichCertificates, made: PrintableCertificates, printer: str = ""
) -> Order:
    chosen = choose(made.leaves, which.only)
    return _order(office, which, in_order(chosen, which.order, made.units), printer)


def _order(
    office: "Office",
    which: WhichCertificates,
    leaves: tuple[CertificateSheet, ...],
    printer: str = "",
) -> Order:
    """What is wanted of those certificates."""
    stock = stocks_of(office.workspace).find(which.stock)
    correction = _correction(office, which, stock, printer or which.calibrated)
    return Order(leaves, stock, which.copies, which.is_test, correction)


def _correction(office: "Office", which: WhichCertificates, stock: Stock, printer: str) -> Matrix:
    """What undoes the printer's distortion on that stock; nothing where it was not measured."""
    kept = find(calibrations_of(office.workspace), printer, stock.name) if printer else None
    if kept is None and which.calibrated:
        raise not_measured(printer, stock)
    return distortion(kept.readings, stock.paper).correction if kept else Matrix()


def _counted(order: Order) -> PrintCounted:
    return PrintCounted(order.sheets, order.frames, order.stock.title, order.is_test)


def _usual_file(office: "Office", which: WhichCertificates, made: PrintableCertificates) -> Path:
    phase = made.entry.phase if made.entry else which.phase
    test = "test" if which.is_test else ""
    words = [which.kind, f"phase-{phase}" if phase else "", which.stock, test]
    name = "-".join(filter(None, words))
    return print_folder(office.workspace, which.campaign) / f"{name}.pdf"
