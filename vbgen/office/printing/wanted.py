"""Which certificates are wanted, on what: found at the registry's desk or in a draft, put in order."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import load_campaign
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.model.stock import Stock
from vbgen.office.issuing.desk import Desk
from vbgen.office.making.drafting import Drafter
from vbgen.office.printing.certificates import (
    CertificateSheet,
    PrintableCertificates,
    drafted,
    issued,
)
from vbgen.office.printing.measuring import not_measured
from vbgen.office.printing.printing import Order, choose, confirm_known, in_order
from vbgen.office.references import CertificateChoice
from vbgen.office.setting.printing import calibrations_of, print_folder, stocks_of
from vbgen.office.setting.stores import has_register
from vbgen.office.stored.paper import stem_of
from vbgen.printer.calibration import distortion
from vbgen.printer.calibrations import find
from vbgen.printer.matrix import Matrix
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


def looking_desk(office: "Office") -> Desk | None:
    """The desk to look at; none where nothing was ever issued."""
    known = has_register(office.workspace, office.surroundings.environ)
    return office.desk_to_look() if known else None


def acting_desk(office: "Office") -> Desk | None:
    """The desk that prints are written down at; none where nothing was ever issued."""
    if not has_register(office.workspace, office.surroundings.environ):
        return None
    desk = office.desk_to_act()
    confirm_known(desk)
    return desk


def certificates_of(
    office: "Office", which: WhichCertificates, desk: Desk | None
) -> PrintableCertificates:
    """Those of the issued decision; those of a draft where none is issued."""
    workspace = office.workspace
    name, _stroke, variant = which.kind.partition("/")
    kind = workspace.library.find(name)
    if not kind.page_filling:
        raise UsageError(
            _("Lệnh in chỉ dùng cho giấy khen; “{kind}” hãy mở bằng Word rồi in.", kind=kind.title)
        )
    decision = which.choice.decision
    stem = stem_of(kind.id, variant)
    found = issued(desk, which.campaign, stem, which.phase, decision) if desk else None
    if found:
        return found
    data, law = load_campaign(which.campaign, office.words), workspace.law(office.today)
    drafter = Drafter(workspace.library)
    asked = f"{kind.id}/{variant}"
    return drafted(drafter, data.campaign, asked, which.phase, law=law, emblem=workspace.emblem)


def ordered(
    office: "Office", which: WhichCertificates, made: PrintableCertificates, printer: str = ""
) -> Order:
    """The chosen certificates as they leave the printer."""
    chosen = choose(made.leaves, which.only)
    return order_of(office, which, in_order(chosen, which.order, made.units), printer)


def order_of(
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


def usual_file(office: "Office", which: WhichCertificates, made: PrintableCertificates) -> Path:
    """Where a print file goes when nobody says where."""
    phase = made.entry.phase if made.entry else which.phase
    test = "test" if which.is_test else ""
    words = [which.kind.replace("/", "."), f"phase-{phase}" if phase else "", which.stock, test]
    name = "-".join(filter(None, words))
    return print_folder(office.workspace, which.campaign) / f"{name}.pdf"
