"""What `vbgen print` shows without printing: stocks, the numbered list, the tightest certificates."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from vbgen.cli.certificates.print_run import PrintRun, order_of
from vbgen.cli.screen.batch_progress import print_setting
from vbgen.cli.screen.show import Screen
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbgen.office.printing.certificates import Leaf


def list_stocks(screen: Screen, place: Path) -> None:
    """Every stock at hand."""
    from vbgen.office.setting.printing import stocks_of
    from vbgen.office.setting.workspace import find_workspace

    found = list(stocks_of(find_workspace(place)).all())
    table = _table(_("Phôi"), _("Khổ giấy"), _("Tên"))
    for stock in found:
        table.add_row(stock.name, f"{stock.paper.width:g} × {stock.paper.height:g}", stock.title)
    screen.table(table)
    rows = [stock.model_dump(mode="json", exclude_defaults=True) for stock in found]
    screen.answer(_("{count} loại phôi.", count=len(found)), {"stocks": rows})


def show_list(work: PrintRun) -> None:
    """Numbers, golden-book numbers and names."""
    from vbgen.office.printing.printing import choose

    leaves = choose(work.made.leaves, work.wanted.only)
    work.screen.table(_leaves_table(leaves))
    rows = [
        {"number": leaf.number, "golden_number": leaf.golden_number, "name": leaf.name}
        for leaf in leaves
    ]
    work.screen.answer(
        _("{title}: {count} tờ.", title=work.made.title, count=len(leaves)), {"certificates": rows}
    )


def show_preview(work: PrintRun, target: Path) -> None:
    """The tightest certificates, or those chosen, over the stock's picture."""
    from vbgen.office.printing.printing import choose, preview_file, tightest
    from vbgen.office.setting.printing import stocks_of
    from vbgen.outputs import write_output

    leaves = (
        choose(work.made.leaves, work.wanted.only)
        if work.wanted.only
        else tightest(choose(work.made.leaves, ""))
    )
    order = order_of(work, tuple(sorted(leaves, key=lambda leaf: leaf.number)))
    picture = stocks_of(work.workspace).picture_of(order.stock)
    with print_setting(work.screen) as own:
        write_output(target, preview_file(work.made, order, picture, own))
    work.screen.table(_tight_table(leaves))
    rows = [
        {"number": leaf.number, "name": leaf.name, "tightness": leaf.tightness.share}
        for leaf in leaves
    ]
    message = _("Bản xem trước {count} tờ: {file}.", count=len(leaves), file=target)
    work.screen.answer(message, {"file": str(target), "certificates": rows})


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _leaves_table(leaves: "Sequence[Leaf]") -> Table:
    table = _table(_("Thứ tự"), _("Sổ vàng"), _("Tên"))
    for leaf in leaves:
        table.add_row(str(leaf.number), str(leaf.golden_number or ""), leaf.name)
    return table


def _tight_table(leaves: "Sequence[Leaf]") -> Table:
    table = _table(
        _("Thứ tự"), _("Tên"), _("Mục chật nhất"), _("Cỡ chữ"), _("Số dòng"), _("Còn trống")
    )
    for leaf in leaves:
        tight = leaf.tightness
        room = _("không vừa") if tight.share > 1 else f"{tight.room_mm:.0f} mm"
        table.add_row(
            str(leaf.number), leaf.name, tight.field, f"{tight.size_pt:g}", str(tight.lines), room
        )
    return table
