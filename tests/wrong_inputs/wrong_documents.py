"""Word files that the check of forms cannot read."""

from tests.word.docx_making import of_paragraphs, with_members
from tests.wrong_inputs.wrong_files import OLE, holding, zipped
from tests.wrong_inputs.wrong_row import Wrong

_SOUND = of_paragraphs("Kính gửi")
_LINT = "lint x.docx"
DOCUMENTS = (
    Wrong("no such paper", _LINT, 2, ("x.docx",)),
    Wrong("a folder for a paper", _LINT, 2, ("x.docx",), lambda root: (root / "x.docx").mkdir()),
    Wrong("an old paper", _LINT, 2, ("x.docx", ".doc"), holding("x.docx", OLE + bytes(600))),
    Wrong("an empty paper", _LINT, 2, ("x.docx",), holding("x.docx", b"")),
    Wrong("a PDF for a paper", _LINT, 2, ("x.docx", "PDF"), holding("x.docx", b"%PDF-1.7")),
    Wrong("half a paper", _LINT, 2, ("x.docx",), holding("x.docx", _SOUND[:9000])),
    Wrong("a workbook for a paper", _LINT, 2, ("x.docx",), zipped("x.docx", xl__workbook_dot_xml=b"<x/>")),
    Wrong("a paper with bad XML", _LINT, 2, ("x.docx", "hỏng"),
          holding("x.docx", with_members(_SOUND, {"word/document.xml": b"<w"}))),
    Wrong("a bomb for a paper", _LINT, 2, ("x.docx",),
          holding("x.docx", with_members(_SOUND, {"word/document.xml": b" " * 130_000_000})), has_way_out=False),
)  # fmt: skip
