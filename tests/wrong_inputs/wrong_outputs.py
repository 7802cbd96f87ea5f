"""Results that cannot be written, and LibreOffice missing, failing, lying."""

from pathlib import Path

from tests.campaign.files import repacked
from tests.word.docx_making import of_paragraphs
from tests.wrong_inputs.wrong_office import BOOK, YAML
from tests.wrong_inputs.wrong_row import Spoil, Wrong, both

DRAFT = "draft data/pt thu-moi"
DRAFTED = ("output/pt/drafts/thu-moi.docx",)
_LETTER = of_paragraphs("Kính gửi")


def _file(name: str, content: bytes = b"x") -> Spoil:
    return lambda root: (root / name).write_bytes(content)


def _folder(name: str) -> Spoil:
    return lambda root: (root / name).mkdir()


def _program(text: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / "soffice").write_text(f"#!/bin/sh\n{text}\n")
        (root / "soffice").chmod(0o755)

    return spoil


def _office(name: str, *words: str, spoil: Spoil = lambda _root: None) -> Wrong:
    written, named = (
        ("output/pt", "output/pt/drafts", *DRAFTED),
        {"VBGEN_SOFFICE": "{root}/soffice"},
    )
    return Wrong(
        name, f"{DRAFT} --pdf", 5, ("LibreOffice", *words), spoil, writes=written, environ=named
    )


_VERSION = 'case "$*" in *--version*) echo LibreOffice 7.4.7.2; exit 0;; esac;'
_PLACES = (
    Wrong("a file for the folder of drafts", f"{DRAFT} -o tệp", 4, ("tệp", "thư mục"), _file("tệp")),
    Wrong("a file above the folder of drafts", f"{DRAFT} -o tệp/a/b", 4, ("tệp",), _file("tệp")),
    Wrong("a file for output", DRAFT, 4, ("output",),
          both(lambda root: (root / "output").rmdir(), _file("output"))),
    Wrong("a folder for a draft", f"{DRAFT} -o .", 4, ("thu-moi.docx", "thư mục"), _folder("thu-moi.docx")),
    Wrong("a folder for a converted file", f"convert {YAML} x.xlsx", 4, ("x.xlsx", "thư mục"), _folder("x.xlsx")),
    Wrong("a folder for a form", "form x.xlsx", 4, ("x.xlsx", "thư mục"), _folder("x.xlsx")),
    Wrong("a workspace where one stands", "init .", 4, ("vbgen.toml", "thư mục khác")),
    Wrong("a workspace in a file", "init tệp", 4, ("tệp",), _file("tệp")),
    Wrong("a place that the system keeps", f"{DRAFT} -o /proc/vbgen", 4, ("/proc/vbgen",)),
    Wrong("a name too long for a result", f"{DRAFT} -o {'a' * 300}", 2, ("dài",)),
    Wrong("a copy over its source", f"check data/pt --annotate {BOOK}", 4, ("campaign.xlsx", "tên khác")),
    Wrong("a conversion over its source", f"convert {YAML} {YAML}", 4, ("campaign.yaml", "tên khác")),
    Wrong("a copy of a damaged workbook", "check data/pt --annotate x.xlsx", 2, ("campaign.xlsx", "lưu lại"),
          lambda root: repacked(root / BOOK, change={"xl/workbook.xml": (b"<workbook", b"<")})),
    Wrong("a copy of YAML", "check data/yaml --annotate x.xlsx", 2, ("campaign.yaml", "Excel")),
    Wrong("a mended copy over its source", "lint x.docx --fix -o x.docx", 4, ("x.docx", "tên khác"),
          _file("x.docx", _LETTER)),
    Wrong("comments over their source", "lint x.docx --annotate x.docx", 4, ("x.docx", "tên khác"),
          _file("x.docx", _LETTER)),
    Wrong("a folder for comments", "lint x.docx --annotate y.docx", 4, ("y.docx",),
          both(_file("x.docx", _LETTER), _folder("y.docx"), _folder("y.docx/x.docx"))),
    Wrong("a folder for SARIF", "lint x.docx --sarif y.sarif", 4, ("y.sarif",),
          both(_file("x.docx", _LETTER), _folder("y.sarif"))),
)  # fmt: skip
_OFFICES = (
    _office("no LibreOffice", "cài"),
    _office("a LibreOffice that crashes", spoil=_program("kill -SEGV $$")),
    _office("a LibreOffice that says nothing", spoil=_program("exit 0")),
    _office("a LibreOffice that fails", spoil=_program(f"{_VERSION} echo sorry >&2; exit 1")),
    _office("a LibreOffice that makes nothing", spoil=_program(f"{_VERSION} exit 0")),
)
OUTPUTS = (*_PLACES, *_OFFICES)
