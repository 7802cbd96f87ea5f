"""A word at the foot of each page of a PDF file, and the same as its bookmark."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_SIZE_PT, _LEFT_PT, _FOOT_PT = 8, 28, 9
_FONT = "/VbgenLabel"


def labelled(pdf: bytes, labels: Sequence[str]) -> bytes:
    """The file with a plain Latin word on each page; ValueError where words and pages are not as many."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_outline() as outline:
            for number, (page, label) in enumerate(zip(opened.pages, labels, strict=True)):
                outline.root.append(pikepdf.OutlineItem(label, number))
                _write(opened, page, label)
        made = io.BytesIO()
        opened.save(made, deterministic_id=True)
    return made.getvalue()


def _write(opened: "pikepdf.Pdf", page: "pikepdf.Page", label: str) -> None:
    import pikepdf

    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    name = page.add_resource(font, pikepdf.Name.Font, pikepdf.Name(_FONT))
    plain = label.encode("ascii").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
    words = b"q BT 0.35 g %s %d Tf %d %d Td (%s) Tj ET Q" % (
        str(name).encode(), _SIZE_PT, _LEFT_PT, _FOOT_PT, plain,
    )  # fmt: skip
    page.contents_add(opened.make_stream(words), prepend=False)
