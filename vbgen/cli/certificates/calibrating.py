"""`vbgen print --calibrate`: the page of crosses printed, four readings taken, the correction kept."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from vbgen.cli.opening import acting
from vbgen.cli.screen.show import Screen
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.words.lengths import read_mm

if TYPE_CHECKING:
    from vbgen.office import CrossesPrinted, Office, PrinterMeasured

Readings = tuple[float, float, float, float]  # mm


class Millimetres(click.ParamType[float]):
    """A length as a clerk writes it: `19,5` or `19.5`."""

    name = "mm"

    def convert(
        self, value: object, _param: click.Parameter | None, _ctx: click.Context | None
    ) -> float:
        """The number; UsageError for anything else."""
        try:
            return read_mm(str(value))
        except ValueError as fault:
            raise UsageError(str(fault)) from fault


class Crosses(NamedTuple):
    """The page of crosses: for which printer and stock, on what, how long it may take."""

    printer: str
    stock: str
    output: Path | None
    tray: str
    patience_s: int


def measure(
    screen: Screen, place: Path, page: Crosses, given: Readings | None, *, check: bool
) -> None:
    """Print the page of crosses; with readings, given or asked for, keep what the printer does with that stock."""
    from vbgen.office import MeasurePrinter, PrintCrosses

    with acting(place) as office:
        if check:
            screen.answer(_said(office.do(PrintCrosses(*page, corrected=True))), {})
            return
        if given:
            _kept(screen, office.do(MeasurePrinter(page.printer, page.stock, given)))
            return
        said = f"{_said(office.do(PrintCrosses(*page)))}\n{_how_to_measure()}"
        if screen.as_json or not sys.stdin.isatty():
            screen.answer(said, {"measured": False})
            return
        click.echo(said, err=True)
        _kept(screen, _asked(office, page))


def _said(made: "CrossesPrinted") -> str:
    """What was done."""
    if made.file:
        return _("Trang dấu thập: {file}. Hãy in đúng cỡ (100 %).", file=made.file)
    return _("Đã in trang dấu thập ra máy in {printer}.", printer=made.printer)


def _kept(screen: Screen, made: "PrinterMeasured") -> None:
    found = made.found
    message = _(
        "Máy in {printer} với phôi {stock}: lệch {right} mm sang phải, {down} mm xuống dưới, xoay {turn}°,"
        " cỡ {scale} %. Đã ghi vào {file}; các lần in sau tự bù lại.",
        printer=made.printer,
        stock=made.stock,
        right=_figure(found.right_mm),
        down=_figure(found.down_mm),
        turn=_figure(found.degrees, 2),
        scale=_figure(found.scale * 100, 2),
        file=made.file,
    )
    screen.answer(message, made.as_json())


def _asked(office: "Office", page: Crosses) -> "PrinterMeasured":
    """The four readings, typed; all asked again when no printer prints like that."""
    from vbgen.office import MeasurePrinter

    questions = (
        _("1. Mép trái của giấy đến tâm dấu A (mm)"),
        _("2. Mép trên của giấy đến tâm dấu A (mm)"),
        _("3. Mép trên của giấy đến tâm dấu B (mm)"),
        _("4. Chiều dài thước in trên giấy, từ 0 đến 200 (mm)"),
    )
    while True:
        left, top, lower, ruler = map(_number, questions)
        try:
            return office.do(MeasurePrinter(page.printer, page.stock, (left, top, lower, ruler)))
        except ProblemsFoundError as fault:
            sentences = [fault.message, *(problem.message for problem in fault.problems)]
            click.echo(" ".join(sentences), err=True)


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
