"""`vbgen print`: certificates on paper, or as a file for the printer; a printer measured."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from vbgen.cli import parameters
from vbgen.cli.certificates.calibrating import Crosses, Millimetres, measure
from vbgen.cli.certificates.print_looking import list_stocks, show_list, show_preview
from vbgen.cli.certificates.print_run import print_certificates
from vbgen.cli.desk import by, why, yes
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

_DEFAULT_STOCK = "a4"


def commands() -> list[click.Command]:
    """The command `print`."""
    return [
        Command(
            "print",
            callback=_print,
            help=_(
                "In giấy khen của quyết định đã cấp số lên phôi, ra tệp PDF hoặc ra máy in. In thử; đo "
                "độ lệch của máy in."
            ),
            params=[
                *_what(),
                *_where(),
                *_looking(),
                *_measuring(),
                by(),
                why(),
                yes(),
                parameters.as_json(),
            ],
        )
    ]


def _what() -> list[click.Parameter]:
    return [
        click.Argument(["campaign"], metavar="[CAMPAIGN]", required=False, type=TypedPath()),
        click.Argument(["kind"], metavar="[KIND]", required=False),
        parameters.phase(),
        click.Option(
            ["--only"],
            default="",
            metavar="7,12-15",
            help=_("Chỉ in những tờ có thứ tự này (xem --list), hoặc 05/QĐ-SCT:7,12-15; in lại."),
        ),
        click.Option(
            ["--stock"],
            default=_DEFAULT_STOCK,
            metavar="TÊN",
            help=_("Phôi đang đặt trong khay; mặc định a4."),
        ),
        click.Option(
            ["--order"],
            default="list",
            metavar="THỨ_TỰ",
            help=_(
                "Thứ tự in: list (theo danh sách), unit (theo đơn vị) hoặc một trường của người nhận."
            ),
        ),
        click.Option(
            ["--copies"],
            type=click.IntRange(1, 99),
            default=1,
            metavar="N",
            help=_("Số bản mỗi tờ."),
        ),
    ]


def _where() -> list[click.Parameter]:
    return [
        click.Option(["--to"], default="", metavar="MÁY_IN", help=_("In ra máy in này (tên, hoặc ipp://…).")),
        click.Option(["--tray"], default="", metavar="KHAY", help=_("Khay giấy, theo tên của máy in.")),
        click.Option(
            ["-o", "--output", "output"], metavar="FILE.pdf", type=TypedPath(), help=_("Ghi ra tệp PDF.")
        ),
        click.Option(
            ["--for", "calibrated"], default="", metavar="MÁY_IN", help=_("Bù độ lệch đã đo của máy in này vào tệp.")
        ),
        click.Option(["--test"], is_flag=True, help=_("In thử trên giấy thường, có vẽ đường viền của phôi.")),
        click.Option(
            ["--patience"], type=click.IntRange(1), default=600, metavar="GIÂY",
            help=_("Máy in không hoạt động bao lâu thì báo; mặc định 600 giây."),
        ),
    ]  # fmt: skip


def _looking() -> list[click.Parameter]:
    return [
        click.Option(["--list", "listing"], is_flag=True, help=_("Liệt kê thứ tự, số sổ vàng và tên từng tờ.")),
        click.Option(
            ["--preview"], metavar="FILE.pdf", type=TypedPath(),
            help=_("Xem trước trên ảnh phôi: mười tờ nhiều chữ nhất, hoặc những tờ chọn bằng --only; không in."),
        ),
        click.Option(["--stocks"], is_flag=True, help=_("Liệt kê các phôi.")),
    ]  # fmt: skip


def _measuring() -> list[click.Parameter]:
    return [
        click.Option(
            ["--calibrate"], default="", metavar="MÁY_IN", help=_("In trang dấu thập và thước, ghi bốn số đo.")
        ),
        click.Option(
            ["--readings"], nargs=4, type=Millimetres(), metavar="TRÁI_A TRÊN_A TRÊN_B THƯỚC",
            help=_("Bốn số đo (mm) của trang đã in, thay cho việc hỏi từng số."),
        ),
        click.Option(["--check"], is_flag=True, help=_("Cùng --calibrate: in trang dấu thập đã bù độ lệch.")),
    ]  # fmt: skip


def _print(  # noqa: PLR0913 - the options that say which of its acts is meant
    *,
    campaign: Path | None,
    kind: str | None,
    stocks: bool,
    calibrate: str,
    readings: tuple[float, float, float, float] | None,
    check: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the other options
) -> None:
    screen, place = Screen(as_json=as_json), campaign or Path.cwd()
    if stocks:
        list_stocks(screen, place)
    elif calibrate:
        page = Crosses(calibrate, given["stock"], given["output"], given["tray"], given["patience"])
        measure(screen, place, page, readings, check=check)
    elif campaign is None or kind is None:
        raise UsageError(
            _(
                "Hãy ghi phong trào và loại giấy cần in, ví dụ: vbgen print data/ha-nam-2022 certificate."
            )
        )
    else:
        _run(screen, campaign, kind, given)


def _run(screen: Screen, campaign: Path, kind: str, given: Mapping[str, Any]) -> None:
    from vbgen.office import CertificateChoice, PrintCertificates, WhichCertificates

    which = WhichCertificates(
        campaign,
        kind,
        given["phase"],
        CertificateChoice.read(given["only"]),
        stock=given["stock"],
        order=given["order"],
        copies=given["copies"],
        is_test=given["test"],
        calibrated=given["calibrated"],
    )
    if given["listing"]:
        show_list(screen, which)
    elif given["preview"]:
        show_preview(screen, which, given["preview"])
    else:
        where = (given["output"], given["to"], given["tray"], given["patience"])
        act = PrintCertificates(which, *where, why=given["why"] or "")
        print_certificates(screen, act, who=given["who"], yes=given["yes"])
