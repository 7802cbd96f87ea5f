"""A page laid under every page of another PDF file, stored once however many pages show it."""

from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError
from vbgen.messages import _

if TYPE_CHECKING:
    import pikepdf


def underlay(pdf: Path, backdrop: Path) -> None:
    """Change `pdf`: the first page of `backdrop` lies under each of its pages; it stays PDF/A if both are.

    Raises OutsideProgramError when one of the files cannot be read or their pages differ in size.
    """
    import pikepdf

    try:
        with pikepdf.open(pdf, allow_overwriting_input=True) as upper, pikepdf.open(backdrop) as lower:
            _lay(upper, lower)
            upper.save(pdf, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PdfError as fault:
        raise OutsideProgramError(_("Tệp PDF không đọc được: {fault}", fault=fault)) from fault


def _lay(upper: "pikepdf.Pdf", lower: "pikepdf.Pdf") -> None:
    import pikepdf

    size = _size(lower.pages[0])
    form = upper.copy_foreign(lower.pages[0].as_form_xobject())
    names: dict[tuple[int, int], pikepdf.Name] = {}  # by the resources that pages share
    for page in upper.pages:
        if _size(page) != size:
            raise OutsideProgramError(_("Trang nền và trang chữ của tệp PDF không cùng khổ giấy."))
        shared = page.Resources.objgen
        if shared not in names or shared == (0, 0):
            names[shared] = page.add_resource(form, pikepdf.Name.XObject)
        page.contents_add(f"q {names[shared]} Do Q\n".encode(), prepend=True)


def _size(page: "pikepdf.Page") -> tuple[int, ...]:
    """Width and height in tenths of a millimetre."""
    left, bottom, right, top = (float(value) for value in page.mediabox)
    return round((right - left) * 254 / 72), round((top - bottom) * 254 / 72)
