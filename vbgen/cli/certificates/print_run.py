"""One run of `vbgen print`: what it takes is asked about, then certificates go to a file or a printer."""

import sys
from typing import TYPE_CHECKING

import click

from vbgen.cli.opening import around
from vbgen.cli.screen.batch_progress import office_progress
from vbgen.cli.screen.show import Screen
from vbgen.errors import ProblemsFoundError
from vbgen.messages import _
from vbgen.secrecy import shown

if TYPE_CHECKING:
    from vbgen.office import PrintCertificates, PrintCounted


def print_certificates(
    screen: Screen, act: "PrintCertificates", *, who: str | None, yes: bool
) -> None:
    """Count, ask before paper is used, print."""
    from vbgen.office import CountPrint, Office

    with (
        office_progress(screen, _("Đang dàn trang")) as tell,
        Office.act(act.which.campaign, around(who, tell)) as office,
    ):
        if act.printer and not yes:
            _confirm(screen, office.do(CountPrint(act.which)), act.printer)
        made = office.do(act)
    done = [_needs(made.counted)]
    if made.file:
        done.append(_("Tệp in: {file}.", file=made.file))
    if made.printer:
        sheets = made.counted.sheets
        told = _(
            "Máy in {printer} báo đã in xong {sheets} tờ.", printer=made.printer, sheets=sheets
        )
        done.append(told)
    screen.answer("\n".join(done), made.as_json(), made.problems)


def _needs(counted: "PrintCounted") -> str:
    from vbgen.words.numbers import vn_number

    paper = _("giấy thường") if counted.is_test else _("phôi “{title}”", title=counted.stock)
    needs = _("Cần {sheets} tờ {paper}", sheets=vn_number(counted.sheets), paper=paper)
    if not counted.frames:
        return f"{needs}."
    return needs + _(" và {frames} khung.", frames=vn_number(counted.frames))


def _confirm(screen: Screen, counted: "PrintCounted", printer: str) -> None:
    """Before paper is used, a person says yes: asked on a terminal, by `--yes` elsewhere."""
    needs, name = _needs(counted), shown(printer) if "://" in printer else printer
    if screen.as_json or not sys.stdin.isatty():
        message = _("Chưa in gì; nếu đồng ý, hãy chạy lại với --yes.")
        raise ProblemsFoundError(f"{needs} {message}")
    click.echo(needs, err=True)
    click.confirm(_("In ra máy in {printer}?", printer=name), abort=True, err=True)
