"""Printing as a desk shows it: certificates with what was printed of them, pages over the stock, a print done once."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.overview.pictures import keep_pages, tidy_folder
from vbgen.office.printing.certificates import CertificateSheet, PrintableCertificates
from vbgen.office.printing.measuring import PrintCrosses
from vbgen.office.printing.printing import choose, printed_before, tightest, write_down
from vbgen.office.printing.requests import (
    CertificatesPrinted,
    PreviewCertificates,
    PrintCertificates,
    PrintCounted,
    counted,
)
from vbgen.office.printing.wanted import (
    WhichCertificates,
    acting_desk,
    certificates_of,
    looking_desk,
    ordered,
)
from vbgen.office.setting.printing import calibrations_of
from vbgen.printer.calibrations import Calibration, read
from vbgen.printer.network import queues

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office

_PRINTS = "prints"
_KEPT = 50  # print files that stay
_KEY = re.compile(r"[\w-]{16,64}")


@dataclass(frozen=True)
class CertificatesSeen(Answer):
    """Certificates that may be printed; a test print alone while nothing is issued."""

    title: str
    leaves: tuple[CertificateSheet, ...]
    printed: frozenset[int]  # numbers in print order that left a printer already
    is_issued: bool


@dataclass(frozen=True)
class SeeCertificates(Request[CertificatesSeen]):
    """The certificates of the issued decision, or of a draft; those that are in force."""

    which: WhichCertificates

    def carry_out(self, office: "Office") -> CertificatesSeen:
        """Only looked at."""
        desk = looking_desk(office)
        made = certificates_of(office, self.which, desk)
        leaves, printed = choose(made.leaves, ""), frozenset(_printed(desk, made))
        return CertificatesSeen(made.title, leaves, printed, made.entry is not None)


@dataclass(frozen=True)
class StockPagesDrawn(Answer):
    """Certificates as they will lie on the stock: pages that are drawn by their key, and what printing takes."""

    key: str
    leaves: tuple[CertificateSheet, ...]  # one a page
    counted: PrintCounted
    reprinted: int  # how many of the chosen left a printer already


@dataclass(frozen=True)
class DrawStockPages(Request[StockPagesDrawn]):
    """The tightest certificates, or those chosen, over the stock's picture; nothing is printed."""

    which: WhichCertificates

    def carry_out(self, office: "Office") -> StockPagesDrawn:
        """Set once and kept by the hash of the pages."""
        desk = looking_desk(office)
        made = certificates_of(office, self.which, desk)
        wanted = ordered(office, self.which, made)
        shown = sorted(tightest(wanted.leaves), key=lambda leaf: leaf.number)
        choice = replace(self.which.choice, numbers=tuple(leaf.number for leaf in shown))
        with temporary_folder("stock") as name:
            path = Path(name) / "pages.pdf"
            PreviewCertificates(replace(self.which, choice=choice), path).carry_out(office)
            key = keep_pages(office, path.read_bytes())
        before = _printed(desk, made)
        again = len(before & set(wanted.numbers))
        return StockPagesDrawn(key, tuple(shown), counted(wanted), again)


@dataclass(frozen=True)
class PrintersFound(Answer):
    """Printers that can be chosen by name, and what was measured of any."""

    names: tuple[str, ...]
    measured: tuple[Calibration, ...]


@dataclass(frozen=True)
class FindPrinters(Request[PrintersFound]):
    """The queues of this machine, and the printers that were measured."""

    def carry_out(self, office: "Office") -> PrintersFound:
        """None where no print service answers."""
        measured = read(calibrations_of(office.workspace))
        names = (*queues(office.surroundings.environ), *(each.printer for each in measured))
        return PrintersFound(tuple(dict.fromkeys(names)), tuple(measured))


@dataclass(frozen=True)
class PrintOnce(Request[CertificatesPrinted]):
    """Certificates printed, or set as a file that the desk keeps, under a key that is used once.

    `is_again` where a desk that was killed may have begun it: a file is made again, paper is not used twice.
    """

    wanted: PrintCertificates  # its file is chosen here
    key: str
    is_again: bool = False

    def carry_out(self, office: "Office") -> CertificatesPrinted:
        """As the clerk asked; ProblemsFoundError where nobody knows whether sheets came out."""
        if not self.wanted.printer:
            return self._as_file(office, print_of(office, self.key))
        if self.is_again:
            _note(office, self.wanted)
            raise _interrupted()
        return self.wanted.carry_out(office)

    def _as_file(self, office: "Office", target: Path) -> CertificatesPrinted:
        if self.is_again and (done := _written_down(office, self.wanted, target)):
            return done
        target.unlink(missing_ok=True)
        made = replace(self.wanted, file=target).carry_out(office)
        tidy_folder(target.parent, _KEPT)
        return made


@dataclass(frozen=True)
class PrintTaken(Answer):
    """A print file's content."""

    content: bytes


@dataclass(frozen=True)
class TakePrint(Request[PrintTaken]):
    """A print file that the desk keeps; UsageError where it is gone."""

    key: str

    def carry_out(self, office: "Office") -> PrintTaken:
        """Read."""
        path = print_of(office, self.key)
        if not path.is_file():
            raise UsageError(_("Tệp in này không còn; hãy tạo lại."))
        return PrintTaken(path.read_bytes())


@dataclass(frozen=True)
class TakeCrosses(Request[PrintTaken]):
    """The page of crosses as a file's content, `corrected` by what was measured."""

    printer: str
    stock: str
    corrected: bool = False

    def carry_out(self, office: "Office") -> PrintTaken:
        """Made anew; nothing of it stays here."""
        with temporary_folder("crosses") as name:
            path = Path(name) / "crosses.pdf"
            PrintCrosses(self.printer, self.stock, path, corrected=self.corrected).carry_out(office)
            return PrintTaken(path.read_bytes())


def print_of(office: "Office", key: str) -> Path:
    """Where the print file of that key lies; UsageError for what is no key."""
    if not _KEY.fullmatch(key):
        raise UsageError(_("Tệp in này không còn; hãy tạo lại."))
    return office.desk_files / _PRINTS / f"{key}.pdf"


def _printed(desk: "Desk | None", made: "PrintableCertificates") -> set[int]:
    """Numbers in print order that left a printer already; none of a draft."""
    return printed_before(desk, made.entry.id) if desk and made.entry else set()


def _written_down(
    office: "Office", wanted: PrintCertificates, target: Path
) -> CertificatesPrinted | None:
    """What was made before the desk was killed: the file stands, and the journal has it."""
    desk = looking_desk(office)
    made = certificates_of(office, wanted.which, desk)
    if desk is None or made.entry is None or not target.is_file():
        return None
    if all(act.detail.get("to") != str(target) for act in desk.register.acts_of(made.entry.id)):
        return None
    order = ordered(office, wanted.which, made)
    return CertificatesPrinted(counted(order), order.stock.name, target, "", None)


def _note(office: "Office", wanted: PrintCertificates) -> None:
    """The journal has it that sheets may have come out."""
    if desk := acting_desk(office):
        made = certificates_of(office, wanted.which, desk)
        order = ordered(office, wanted.which, made, wanted.printer)
        write_down(desk, made, order, wanted.shown_printer, why=wanted.why, outcome="unknown")


def _interrupted() -> ProblemsFoundError:
    message = _(
        "Bàn làm việc dừng trong lúc in nên không biết tờ nào đã ra. Hãy đếm các tờ đã in, rồi in những tờ còn thiếu."
    )
    return ProblemsFoundError(message, (Problem("print-interrupted", message),))
