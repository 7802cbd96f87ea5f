"""`vbgen print --calibrate`: the page of crosses printed, four readings taken, the correction kept."""

import os
import sys
from typing import TYPE_CHECKING

import click

from vbgen.cli.desk import now
from vbgen.cli.screen.show import Screen
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.cli.certificates.print_run import Wanted
    from vbgen.model.stock import Stock
    from vbgen.office.setting.workspace import Workspace
    from vbgen.printer.calibration import Distortion, Readings


class Millimetres(click.ParamType[float]):
    """A length as a clerk writes it: `19,5` or `19.5`."""

    name = "mm"

    def convert(
        self, value: object, _param: click.Parameter | None, _ctx: click.Context | None
    ) -> float:
        """The number; UsageError for anything else."""
        try:
            return float(str(value).strip().removesuffix("mm").replace(",", "."))
        except ValueError as fault:
            raise UsageError(
                _("“{value}” không phải là số đo tính bằng mm; hãy ghi như 19,5.", value=value)
            ) from fault


def measure(
    screen: Screen, wanted: "Wanted", printer: str, given: tuple[float, ...] | None, *, check: bool
) -> None:
    """Print the page of crosses; with readings, given or asked for, keep what the printer does with that stock."""
    from vbgen.office.setting.printing import stocks_of
    from vbgen.office.setting.workspace import find_workspace
    from vbgen.printer.calibration import Readings

    workspace = find_workspace(wanted.place)
    stock = stocks_of(workspace).find(wanted.stock)
    if check:
        screen.answer(_page(wanted, workspace, stock, printer, corrected=True), {})
        return
    said = "" if given else _page(wanted, workspace, stock, printer, corrected=False)
    if not given and (screen.as_json or not sys.stdin.isatty()):
        screen.answer(f"{said}\n{_how_to_measure()}", {"measured": False})
        return
    if said:
        click.echo(f"{said}\n{_how_to_measure()}", err=True)
    _keep(screen, workspace, stock, printer, Readings(*given) if given else _asked(stock))


def _page(
    wanted: "Wanted", workspace: "Workspace", stock: "Stock", printer: str, *, corrected: bool
) -> str:
    """Print the page, or write it where `-o` says; what was done."""
    from vbgen.machine.printers import find_printer
    from vbgen.outputs import write_output
    from vbgen.printer.job import Ticket, print_through
    from vbgen.printer.matrix import Matrix
    from vbgen.printer.sheets import calibration_page

    correction = _kept(workspace, stock, printer).correction if corrected else Matrix()
    page = calibration_page(stock, correction=correction)
    if wanted.output:
        write_output(wanted.output, page)
        return _("Trang dấu thập: {file}. Hãy in đúng cỡ (100 %).", file=wanted.output)
    ticket = Ticket(_("Trang dấu thập"), stock.paper, tray=wanted.tray)
    print_through(
        find_printer(printer, os.environ),
        page,
        ticket,
        lambda _seen: None,
        patience_s=wanted.patience,
    )
    return _("Đã in trang dấu thập ra máy in {printer}.", printer=printer)


def _kept(workspace: "Workspace", stock: "Stock", printer: str) -> "Distortion":
    from vbgen.office.setting.printing import calibrations_of
    from vbgen.printer.calibration import distortion
    from vbgen.printer.calibrations import find

    kept = find(calibrations_of(workspace), printer, stock.name)
    if kept is None:
        message = _(
            "Chưa đo độ lệch của máy in “{printer}” với phôi “{stock}”.",
            printer=printer,
            stock=stock.name,
        )
        raise UsageError(message)
    return distortion(kept.readings, stock.paper)


def _keep(
    screen: Screen, workspace: "Workspace", stock: "Stock", printer: str, readings: "Readings"
) -> None:
    from vbgen.office.setting.printing import calibrations_of
    from vbgen.printer.calibration import distortion
    from vbgen.printer.calibrations import Calibration, keep

    found, path = distortion(readings, stock.paper), calibrations_of(workspace)
    keep(path, Calibration(printer, stock.name, now().date(), readings))
    message = _(
        "Máy in {printer} với phôi {stock}: lệch {right} mm sang phải, {down} mm xuống dưới, xoay {turn}°,"
        " cỡ {scale} %. Đã ghi vào {file}; các lần in sau tự bù lại.",
        printer=printer,
        stock=stock.name,
        right=_figure(found.right_mm),
        down=_figure(found.down_mm),
        turn=_figure(found.degrees, 2),
        scale=_figure(found.scale * 100, 2),
        file=path,
    )
    values = {
        "right_mm": found.right_mm,
        "down_mm": found.down_mm,
        "degrees": found.degrees,
        "scale": found.scale,
    }
    screen.answer(message, {"printer": printer, "stock": stock.name, "file": str(path), **values})


def _asked(stock: "Stock") -> "Readings":
    """The four readings, typed; all asked again when no printer prints like that."""
    from vbgen.printer.calibration import Readings, distortion

    questions = (
        _("1. Mép trái của giấy đến tâm dấu A (mm)"),
        _("2. Mép trên của giấy đến tâm dấu A (mm)"),
        _("3. Mép trên của giấy đến tâm dấu B (mm)"),
        _("4. Chiều dài thước in trên giấy, từ 0 đến 200 (mm)"),
    )
    while True:
        readings = Readings(*map(_number, questions))
        try:
            distortion(readings, stock.paper)
        except ProblemsFoundError as fault:
            click.echo(
                " ".join([fault.message, *(problem.message for problem in fault.problems)]),
                err=True,
            )
        else:
            return readings


def _number(question: str) -> float:
    while True:
        try:
            return Millimetres().convert(click.prompt(question, err=True), None, None)
        except UsageError as fault:
            click.echo(fault.message, err=True)


def _how_to_measure() -> str:
    return _(
        "Đặt tờ giấy để mũi tên hướng lên. Dùng thước đo bốn số, đến nửa milimét: (1) mép trái đến tâm dấu A;"
        " (2) mép trên đến tâm dấu A; (3) mép trên đến tâm dấu B; (4) chiều dài thước in trên giấy, từ 0 đến 200."
        " Máy in đúng sẽ cho 20, 20, 20 và 200. Nhập bằng: vbgen print --calibrate MÁY_IN --readings … … … …"
    )


def _figure(value: float, decimals: int = 1) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
