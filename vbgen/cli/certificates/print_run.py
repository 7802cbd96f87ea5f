"""One run of `vbgen print`: what is wanted, what it takes, the file, the printer, the journal."""

import os
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli.desk import desk_of, looking_desk_of, now
from vbgen.cli.screen.batch_progress import print_setting
from vbgen.cli.screen.show import Screen, Step
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.secrecy import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbgen.model.stock import Stock
    from vbgen.office.issuing.issuing import Desk
    from vbgen.office.printing.certificates import Leaf, PrintableCertificates
    from vbgen.office.printing.printing import Order, PrintFile
    from vbgen.office.setting.workspace import Workspace
    from vbgen.printer.job import Standing
    from vbgen.printer.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Wanted:
    """The command's options."""

    campaign: Path | None
    kind: str | None
    phase: int | None
    only: str
    stock: str
    copies: int
    order: str
    to: str
    tray: str
    output: Path | None
    calibrated: str
    test: bool
    patience: int
    listing: bool
    preview: Path | None
    who: str | None
    why: str | None
    yes: bool
    decision: str = ""  # named with --only: `05/QĐ-SCT:7`

    @property
    def printer(self) -> str:
        """The printer as it may be shown and journalled."""
        return shown(self.to) if "://" in self.to else self.to

    @property
    def place(self) -> Path:
        """Where the workspace is looked for."""
        return self.campaign or Path.cwd()


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What a run works with."""

    screen: Screen
    wanted: Wanted
    workspace: "Workspace"
    made: "PrintableCertificates"
    desk: "Desk | None"


def run(screen: Screen, wanted: Wanted) -> None:
    """List, preview, or print."""
    from vbgen.cli.certificates.print_looking import show_list, show_preview
    from vbgen.office.references import apart_from_decision
    from vbgen.office.setting.workspace import find_workspace

    workspace = find_workspace(wanted.place)
    decision, only = apart_from_decision(wanted.only)
    wanted = replace(wanted, only=only, decision=decision)
    with ExitStack() as stack:
        desk = stack.enter_context(_desk(workspace, wanted))
        _confirm_free(wanted)
        work = PrintRun(screen, wanted, workspace, _certificates(workspace, wanted, desk), desk)
        if wanted.listing:
            show_list(work)
        elif wanted.preview:
            show_preview(work, wanted.preview)
        else:
            _print(work)


@contextmanager
def _desk(workspace: "Workspace", wanted: Wanted) -> "Iterator[Desk | None]":
    from vbgen.office.setting.stores import has_register

    if not has_register(workspace, os.environ):
        yield None
        return
    if wanted.listing or wanted.preview:
        with looking_desk_of(wanted.place) as desk:
            yield desk
        return
    from vbgen.office.printing.printing import confirm_known

    with desk_of(wanted.place, wanted.who) as desk:
        confirm_known(desk)
        yield desk


def _confirm_free(wanted: Wanted) -> None:
    """Nothing is made, and no sheet is sent, for a file that somebody else's stands in the way of."""
    from vbgen.outputs import confirm_free

    target = None if wanted.listing else wanted.preview or wanted.output
    if target:
        confirm_free(target)


def _certificates(
    workspace: "Workspace", wanted: Wanted, desk: "Desk | None"
) -> "PrintableCertificates":
    """Those of the issued decision; those of a draft where none is issued."""
    from vbgen.campaign import load_campaign
    from vbgen.office.making.drafting import Drafter
    from vbgen.office.printing.certificates import drafted, issued

    campaign, kind = wanted.campaign or Path(), workspace.library.find(wanted.kind or "")
    if not kind.page_filling:
        raise UsageError(
            _("Lệnh in chỉ dùng cho giấy khen; “{kind}” hãy mở bằng Word rồi in.", kind=kind.title)
        )
    found = issued(desk, campaign, kind, wanted.phase, wanted.decision) if desk else None
    if found:
        return found
    law = workspace.law(now().date())
    data = load_campaign(campaign, workspace.words(law.day)).campaign
    drafter = Drafter(workspace.library)
    return drafted(drafter, data, kind, wanted.phase, law=law, emblem=workspace.emblem)


def _print(work: PrintRun) -> None:
    from vbgen.office.printing.printing import choose, in_order, print_file
    from vbgen.outputs import confirm_free, write_output
    from vbgen.pages.converter.fonts import probe_fonts

    chosen = choose(work.made.leaves, work.wanted.only)
    order = order_of(work, in_order(chosen, work.wanted.order, work.made.units))
    target = work.wanted.output or (None if work.wanted.to else _usual_file(work, order))
    if target:
        confirm_free(target)
    _confirm(work, order)
    with print_setting(work.screen) as own:
        ready = print_file(work.made, order, own)
    problems, done = [*probe_fonts(os.environ), *ready.problems], [_needs(order)]
    if target:
        write_output(target, ready.pdf)
        done.append(_("Tệp in: {file}.", file=target))
    if work.wanted.to:
        done.append(_send(work, order, ready))
    act = _journal(work, order, work.wanted.printer or str(target))
    values = {
        "sheets": order.sheets,
        "frames": order.frames,
        "stock": order.stock.name,
        "journal": act,
    }
    values |= {"file": str(target) if target else None, "printer": work.wanted.printer or None}
    work.screen.answer("\n".join(done), values, problems)


def order_of(work: PrintRun, leaves: "tuple[Leaf, ...]") -> "Order":
    """What is wanted of those certificates."""
    from vbgen.office.printing.printing import Order
    from vbgen.office.setting.printing import stocks_of

    stock = stocks_of(work.workspace).find(work.wanted.stock)
    printer = work.wanted.to or work.wanted.calibrated
    correction = _correction(work, stock, printer)
    return Order(leaves, stock, work.wanted.copies, work.wanted.test, correction)


def _correction(work: PrintRun, stock: "Stock", printer: str) -> "Matrix":
    """What undoes the printer's distortion on that stock; nothing where it was not measured."""
    from vbgen.office.setting.printing import calibrations_of
    from vbgen.printer.calibration import distortion
    from vbgen.printer.calibrations import find
    from vbgen.printer.matrix import Matrix

    kept = find(calibrations_of(work.workspace), printer, stock.name) if printer else None
    if kept is None and work.wanted.calibrated:
        message = _(
            "Chưa đo độ lệch của máy in “{printer}” với phôi “{stock}”.",
            printer=printer,
            stock=stock.name,
        )
        raise UsageError(
            message + " " + _("Hãy chạy: vbgen print --calibrate {printer}", printer=printer)
        )
    return distortion(kept.readings, stock.paper).correction if kept else Matrix()


def _needs(order: "Order") -> str:
    from vbgen.words.numbers import vn_number

    paper = _("giấy thường") if order.is_test else _("phôi “{title}”", title=order.stock.title)
    needs = _("Cần {sheets} tờ {paper}", sheets=vn_number(order.sheets), paper=paper)
    return needs + (
        _(" và {frames} khung.", frames=vn_number(order.frames)) if order.frames else "."
    )


def _confirm(work: PrintRun, order: "Order") -> None:
    """Before paper is used, a person says yes: asked on a terminal, by `--yes` elsewhere."""
    if not work.wanted.to or work.wanted.yes:
        return
    if work.screen.as_json or not sys.stdin.isatty():
        message = _("Chưa in gì; nếu đồng ý, hãy chạy lại với --yes.")
        raise ProblemsFoundError(f"{_needs(order)} {message}")
    click.echo(_needs(order), err=True)
    click.confirm(_("In ra máy in {printer}?", printer=work.wanted.printer), abort=True, err=True)


def _send(work: PrintRun, order: "Order", ready: "PrintFile") -> str:
    from vbgen.machine.printers import find_printer
    from vbgen.office.printing.printing import ticket_for
    from vbgen.printer.job import PrintingFailedError, print_through

    wanted = work.wanted
    printer = find_printer(wanted.to, os.environ)
    ticket = ticket_for(order, work.made.title, wanted.tray)
    with work.screen.progress(_("Đang in"), order.sheets) as step:
        teller = _Teller(work.screen, step)
        try:
            print_through(printer, ready.pdf, ticket, teller, patience_s=wanted.patience)
        except PrintingFailedError:
            _journal(work, order, wanted.printer, outcome="failed")
            raise
    return _(
        "Máy in {printer} báo đã in xong {sheets} tờ.", printer=wanted.printer, sheets=order.sheets
    )


def _journal(work: PrintRun, order: "Order", target: str, outcome: str = "completed") -> str | None:
    from vbgen.office.printing.printing import write_down

    if work.desk is None:
        return None
    return write_down(
        work.desk, work.made, order, target, why=work.wanted.why or "", outcome=outcome
    )


@dataclass(slots=True)
class _Teller:
    """Moves the bar by the sheets that came out, and says each trouble once."""

    screen: Screen
    step: Step
    seen: set[str] = field(default_factory=set)
    sheets: int = 0

    def __call__(self, standing: "Standing") -> None:
        from vbgen.printer.words import explained

        for _sheet in range(self.sheets, standing.sheets):
            self.step()
        self.sheets = max(self.sheets, standing.sheets)
        for reason, sentence in explained(standing.reasons).items():
            if reason not in self.seen and not self.screen.as_json:
                click.echo(sentence, err=True)
            self.seen.add(reason)


def _usual_file(work: PrintRun, order: "Order") -> Path:
    from vbgen.office.setting.printing import print_folder

    entry = work.made.entry
    phase = entry.phase if entry else work.wanted.phase
    words = [
        work.wanted.kind or "",
        f"phase-{phase}" if phase else "",
        order.stock.name,
        "test" if order.is_test else "",
    ]
    name = "-".join(filter(None, words))
    return print_folder(work.workspace, work.wanted.campaign or Path()) / f"{name}.pdf"
