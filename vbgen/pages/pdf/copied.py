"""A copy's foot set right below the end of the pages that are copied, on the same sheet."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from vbgen.errors import OutsideProgramError, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.pages.pdf.document import steady_pdf, unreadable
from vbgen.pages.pdf.flattening import flattened
from vbgen.pages.pdf.layout import Box, PrintedLayout, layout_of
from vbgen.pages.pdf.underlay import TAGGING
from vbgen.words.widths import MM_PER_PT

if TYPE_CHECKING:
    import pikepdf

_AIR_PT: Final = 14.0  # between the end of the text and the line above the foot
_LOWEST_PT: Final = 20.0 / MM_PER_PT  # the lower margin
_A4: Final = (595.3, 841.9)
_SAME_PT: Final = 3.0
_DEEPEST: Final = 50  # branches of the tree of pages
_OF_SIGNATURES: Final = ("/AcroForm", "/DSS", "/Perms")


def with_foot(source: bytes, foot: bytes) -> bytes:
    """The pages with what the foot's page shows, on the last one where it has room, else on a sheet of its own.

    What signatures show is drawn into the pages. OutsideProgramError for files that cannot be read.
    """
    import pikepdf

    pages, shown = flattened(source), layout_of(foot)
    lift = _lift(_last_page(pages), shown)
    try:
        with pikepdf.open(BytesIO(pages)) as made, pikepdf.open(BytesIO(foot)) as below:
            if not _lies_plainly(made.pages[-1]):
                lift = None
            for key in (*TAGGING, *_OF_SIGNATURES):
                if key in made.Root:
                    del made.Root[key]
            if lift is None:
                made.add_blank_page(page_size=_A4)
            _draw(made.pages[-1], below.pages[0], lift or 0.0)
            made.remove_unreferenced_resources()
            return steady_pdf(made)
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        raise unreadable(fault) from fault


def confirm_copyable(source: bytes) -> None:
    """UnreadableFileError for pages below which no foot can be set: damaged, locked, or none at all."""
    from pypdfium2 import PdfiumError  # type: ignore[import-untyped]  # the wheel ships no types

    try:
        _last_page(flattened(source))
    except (OutsideProgramError, PdfiumError) as fault:
        message = _("Tệp PDF bị hỏng hoặc có mật khẩu; hãy xin lại tệp.")
        raise UnreadableFileError(message, (Problem("pdf-unreadable", message),)) from fault


def _last_page(pages: bytes) -> PrintedLayout:
    """The sizes of all pages, and what stands on the last one."""
    return layout_of(pages, (layout_of(pages, ()).pages - 1,))


def _lies_plainly(page: "pikepdf.Page") -> bool:
    """Whether what is seen of a page begins at its corner, upright and in points, as the foot is placed."""
    try:
        corners = (*list(page.mediabox)[:2], *list(page.cropbox)[:2])
        turned, unit = _inherited(page, "/Rotate", 0), page.obj.get("/UserUnit", 1)
        return not any(map(float, corners)) and turned % 360 == 0 and float(unit) == 1
    except (TypeError, ValueError, AttributeError):
        return False  # rubbish, which readers pass over in ways of their own


def _inherited(page: "pikepdf.Page", key: str, usual: int) -> int:
    """What a page says, or the branches that it hangs on."""
    holder: pikepdf.Object = page.obj
    for _branch in range(_DEEPEST):
        if key in holder or "/Parent" not in holder:
            break
        holder = holder.Parent
    return int(holder.get(key, usual))


def _lift(pages: PrintedLayout, foot: PrintedLayout) -> float | None:
    """How far down the foot goes on the last page, in points; None where it has no room there."""
    last = pages.pages - 1
    width, height = pages.sizes[last]
    if abs(width - _A4[0]) > _SAME_PT or abs(height - _A4[1]) > _SAME_PT:
        return None
    end = _bottom(pages, last) + _AIR_PT
    top, bottom = _top(foot), _bottom(foot, 0)
    return end - top if end + bottom - top <= height - _LOWEST_PT else None


def _bottom(layout: PrintedLayout, page: int) -> float:
    return max((box[3] for at, box in _drawn(layout) if at == page), default=0.0)


def _top(layout: PrintedLayout) -> float:
    return min(box[1] for _page, box in _drawn(layout))


def _drawn(layout: PrintedLayout) -> Iterator[tuple[int, Box]]:
    """Page and place of everything that is to be seen."""
    for line in layout.lines:
        yield line.page, line.box
    for stroke in (*layout.strokes, *layout.uprights):
        yield stroke.page, stroke.box
    for picture in layout.pictures:
        yield picture.page, picture.box


def _draw(page: "pikepdf.Page", foot: "pikepdf.Page", lift: float) -> None:
    from pikepdf import Rectangle

    _left, _bottom, width, height = (float(value) for value in foot.mediabox)
    page.add_overlay(foot, Rectangle(0, -lift, width, height - lift))
