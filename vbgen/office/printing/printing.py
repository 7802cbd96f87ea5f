"""Printing certificates: choose, count the sheets, set, check each page, lay on the stock, print, write it down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.archive import Archive
from vbgen.errors import OutsideProgramError, Problem, ProblemsFoundError, UsageError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.stock import Stock
from vbgen.office.issuing.desk import Desk
from vbgen.office.making.batching import Press, make_whole
from vbgen.office.printing.certificates import CertificateSheet, PrintableCertificates
from vbgen.pages.pdf.document import check_pdf
from vbgen.pages.pdf.joining import joined
from vbgen.papers.certificate.print_order import print_key
from vbgen.printer.ink import margin_problems
from vbgen.printer.job import Ticket
from vbgen.printer.matrix import Matrix
from vbgen.printer.sheets import pages_of, plain_paper, preview, print_copy, trial_copy
from vbgen.ways import IssueFirst, LeaveOut, TryOnPlainPaper
from vbgen.words.names import upper_vn
from vbgen.words.ranges import listed, numbers_in

TIGHTEST = 10
PRINT, REPRINT = "print", "reprint"  # acts in the journal


@dataclass(frozen=True, slots=True)
class Order:
    """What the clerk wants: which certificates, on what, how often; a test goes on plain paper."""

    leaves: tuple[CertificateSheet, ...]
    stock: Stock
    copies: int = 1
    is_test: bool = False
    correction: Matrix = field(default_factory=Matrix)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers in print order."""
        return tuple(leaf.number for leaf in self.leaves)

    @property
    def sheets(self) -> int:
        """Sheets of paper that it takes."""
        return len(self.leaves) * self.copies

    @property
    def frames(self) -> int:
        """Frames (khung) that the ceremony takes: one for each certificate, none for a test."""
        return 0 if self.is_test else len(self.leaves)


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A PDF with one certificate a page, as it goes to the printer, and what a person should look at."""

    pdf: bytes
    problems: tuple[Problem, ...] = ()


def choose(leaves: Sequence[CertificateSheet], only: str) -> tuple[CertificateSheet, ...]:
    """The certificates that `only` names by their numbers in print order (`7,12-15`), or all that are in force.

    UsageError for numbers that there are not, ProblemsFoundError for one that was withdrawn.
    """
    if not only:
        return tuple(leaf for leaf in leaves if leaf.in_force)
    try:
        numbers = numbers_in(only, len(leaves))
    except ValueError as fault:
        raise UsageError(str(fault)) from fault
    chosen = tuple(leaves[number - 1] for number in numbers)
    if withdrawn := [leaf for leaf in chosen if not leaf.in_force]:
        raise ProblemsFoundError(
            _("Có giấy khen đã bị thu hồi; chưa in gì."), tuple(map(_withdrawn, withdrawn))
        )
    return chosen


def in_order(
    leaves: Sequence[CertificateSheet], order: str, units: Sequence[str]
) -> tuple[CertificateSheet, ...]:
    """The certificates as they leave the printer: by `list`, by `unit`, by any field of a nominee; else UsageError."""
    key = print_key(order, units)
    return tuple(
        sorted(leaves, key=lambda leaf: (key(leaf.entry) if leaf.entry else (), leaf.number))
    )


def _withdrawn(leaf: CertificateSheet) -> Problem:
    message = _("Tờ số {number} của {name} đã bị thu hồi.", number=leaf.number, name=leaf.name)
    return Problem("certificate-withdrawn", message, ways=(LeaveOut((leaf.number,)),))


def tightest(leaves: Sequence[CertificateSheet], most: int = TIGHTEST) -> list[CertificateSheet]:
    """The certificates that come nearest to not fitting, the tightest first."""
    return sorted(leaves, key=lambda leaf: (-leaf.tightness.share, leaf.number))[:most]


def print_file(made: PrintableCertificates, order: Order, press: Press) -> PrintFile:
    """The file for the printer; ProblemsFoundError for a draft that is no test."""
    if made.entry is None and not order.is_test:
        raise ProblemsFoundError(_not_issued(), ways=(IssueFirst(), TryOnPlainPaper()))
    pages = set_pages(made, order, press)
    lay = trial_copy if order.is_test else print_copy
    laid = lay(pages, order.stock, correction=order.correction)
    problems = () if order.is_test else tuple(margin_problems(laid, order.stock))
    if order.stock.is_blank:
        return PrintFile(laid, problems)
    return PrintFile(laid, (*problems, *made.signed.lost_on_stock(order.numbers)))


def preview_file(
    made: PrintableCertificates, order: Order, picture: Path | None, press: Press
) -> bytes:
    """The pages for the screen, over a picture of the stock when there is one."""
    return preview(set_pages(made, order, press), order.stock, picture)


def set_pages(made: PrintableCertificates, order: Order, press: Press) -> bytes:
    """One page a certificate, on A4; page n is proved to carry the name n.

    For blank paper the archive's own PDF files serve, the signed ones before the others; for stock what it does not
    carry is set anew.
    """
    listed = sorted(order.numbers)
    with temporary_folder("print") as name:
        folder = Path(name)
        if made.archived is not None and order.stock.is_blank:
            whole = made.signed.pages(made.archived, order.numbers)
        else:
            workshop = press(Archive.open(folder / "parts", environ={}))
            whole = joined(
                [make_whole(batch, workshop)[0] for batch in made.batches(order.stock, listed)]
            )
            if listed != list(order.numbers):
                whole = pages_of(whole, [listed.index(number) + 1 for number in order.numbers])
        _prove(whole, order.leaves, folder / "whole.pdf")
    return whole


def ticket_for(order: Order, title: str, tray: str = "") -> Ticket:
    """What is asked of the printer: the stock's paper, for a test the plain paper that is large enough."""
    paper = plain_paper(order.stock.paper) if order.is_test else order.stock.paper
    return Ticket(title, paper, order.copies, tray)


def confirm_known(desk: Desk) -> None:
    """Does nothing where the register knows all that the archive holds; RegisterBehindError otherwise.

    Asked before anything is set: a register put back from an older copy would print what was replaced since.
    """
    if desk.register.is_archived or desk.archive.owner():
        desk.enter_archive()


def write_down(
    desk: Desk,
    made: PrintableCertificates,
    order: Order,
    target: str,
    *,
    why: str = "",
    outcome: str = "completed",
) -> str | None:
    """The act in the journal, `print` or `reprint`; None for what is not issued and for tests, which leave no trace."""
    if made.entry is None or order.is_test:
        return None
    before = printed_before(desk, made.entry.id)
    what = REPRINT if before & set(order.numbers) else PRINT
    detail: dict[str, object] = {
        "certificates": listed(order.numbers),
        "golden_book": listed(
            leaf.golden_number for leaf in order.leaves if leaf.golden_number is not None
        ),
        "stock": order.stock.name,
        "copies": order.copies,
        "to": target,
        "outcome": outcome,
    }
    desk.enter_archive()
    desk.register.note(desk.stamp(why), what, document=made.entry.id, detail=detail)
    desk.mirror()
    return what


def printed_before(desk: Desk, document: str) -> set[int]:
    """Numbers in print order that left a printer already; the acts are found by the document."""
    acts = (act for act in desk.register.acts_of(document) if act.what in {PRINT, REPRINT})
    return {number for act in acts for number in numbers_in(str(act.detail["certificates"]), 10**9)}


def _prove(whole: bytes, leaves: Sequence[CertificateSheet], path: Path) -> None:
    path.write_bytes(whole)
    names = [upper_vn(leaf.name) for leaf in leaves]
    problems = check_pdf(path, pages=len(leaves), page_texts=names)
    if problems:
        message = _("Tệp in không khớp với danh sách giấy khen; chưa in gì.")
        raise OutsideProgramError(message, tuple(problems))


def _not_issued() -> str:
    return _("Quyết định khen thưởng chưa cấp số nên chưa in được giấy khen (chưa có số và ngày).")
