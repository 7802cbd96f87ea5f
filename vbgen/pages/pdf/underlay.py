"""The pages of a print file made ready to be cut apart: without tags, what they share laid under each of them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError
from vbgen.messages import _
from vbgen.pages.pdf.document import unreadable
from vbgen.pages.pdf.moments import set_moments

if TYPE_CHECKING:
    import pikepdf

_BACKDROP = "/VbgenBackdrop"
TAGGING = ("/StructTreeRoot", "/MarkInfo")


def make_ready(pdf: Path, backdrop: Path | None = None, made_on: date | None = None) -> None:
    """Change `pdf`: its tags are gone, which tie all pages together; `backdrop`'s first page lies under each page.

    The backdrop is stored once; PDF/A-2b stays PDF/A-2b. With a day, the moments of conversion give way to it: the
    same pages made again are the same file. Raises OutsideProgramError when one of the files cannot
    be read or their pages differ in size.
    """
    import pikepdf

    try:
        with pikepdf.open(pdf, allow_overwriting_input=True) as upper:
            for key in TAGGING:
                if key in upper.Root:
                    del upper.Root[key]
            if backdrop is not None:
                with pikepdf.open(backdrop) as lower:
                    _lay(upper, lower.pages[0])
            if made_on is not None:
                set_moments(upper, made_on)
            upper.save(
                pdf, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
            )
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        raise unreadable(fault) from fault


def _lay(upper: "pikepdf.Pdf", lower: "pikepdf.Page") -> None:
    import pikepdf

    size = _size(lower)
    form = upper.copy_foreign(lower.as_form_xobject())
    drawn: dict[tuple[int, int], pikepdf.Stream] = {}  # by the resources that pages share
    for page in upper.pages:
        if _size(page) != size:
            raise OutsideProgramError(_("Trang nền và trang chữ của tệp PDF không cùng khổ giấy."))
        shared = page.Resources.objgen
        if shared not in drawn or shared == (0, 0):
            name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(_BACKDROP))
            drawn[shared] = upper.make_stream(f"q {name} Do Q\n".encode())
        page.contents_add(drawn[shared], prepend=True)


def _size(page: "pikepdf.Page") -> tuple[int, ...]:
    """Width and height in tenths of a millimetre."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    return round((right - left) * 254 / 72), round((top - bottom) * 254 / 72)
