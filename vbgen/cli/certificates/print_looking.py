"""What `vbgen print` shows without printing: stocks, the numbered list, the tightest certificates."""

from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.cli.opening import acting, looking
from vbgen.cli.screen.batch_progress import office_progress
from vbgen.cli.screen.show import Screen
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from vbgen.office import CertificateSheet, WhichCertificates


def list_stocks(screen: Screen, place: Path) -> None:
    """Every stock at hand."""
    from vbgen.office import ListStocks

    with looking(place) as office:
        found = office.do(ListStocks())
    table = _table(_("Phôi"), _("Khổ giấy"), _("Tên"))
    for stock in found.stocks:
        table.add_row(stock.name, f"{stock.paper.width:g} × {stock.paper.height:g}", stock.title)
    screen.table(table)
    screen.answer(_("{count} loại phôi.", count=len(found.stocks)), found.as_json())


def show_list(screen: Screen, which: "WhichCertificates") -> None:
    """Numbers, golden-book numbers and names."""
    from vbgen.office import ListCertificates

    with looking(which.campaign) as office:
        found = office.do(ListCertificates(which))
    screen.table(_leaves_table(found.leaves))
    message = _("{title}: {count} tờ.", title=found.title, count=len(found.leaves))
    screen.answer(message, found.as_json())


def show_preview(screen: Screen, which: "WhichCertificates", target: Path) -> None:
    """The tightest certificates, or those chosen, over the stock's picture."""
    from vbgen.office import PreviewCertificates

    with (
        office_progress(screen, _("Đang dàn trang")) as tell,
        acting(which.campaign, tell=tell) as office,
    ):
        found = office.do(PreviewCertificates(which, target))
    screen.table(_tight_table(found.leaves))
    message = _("Bản xem trước {count} tờ: {file}.", count=len(found.leaves), file=found.file)
    screen.answer(message, found.as_json())


def _table(*headings: str) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _leaves_table(leaves: "Sequence[CertificateSheet]") -> "Table":
    table = _table(_("Thứ tự"), _("Sổ vàng"), _("Tên"))
    for leaf in leaves:
        table.add_row(str(leaf.number), str(leaf.golden_number or ""), leaf.name)
    return table


def _tight_table(leaves: "Sequence[CertificateSheet]") -> "Table":
    table = _table(
        _("Thứ tự"), _("Tên"), _("Mục dài nhất"), _("Cỡ chữ"), _("Số dòng"), _("Còn trống")
    )
    for leaf in leaves:
        tight = leaf.tightness
        room = _("không vừa") if tight.share > 1 else f"{tight.room_mm:.0f} mm"
        table.add_row(
            str(leaf.number), leaf.name, tight.field, f"{tight.size_pt:g}", str(tight.lines), room
        )
    return table
