"""Wrong templates: tags, names, fragments, files that are no template, and templates that mean harm."""

import docx

from tests.campaign.files import repacked
from tests.word.docx_making import of_paragraphs, saved, with_members
from tests.wrong_inputs.wrong_files import OLE, cut, edited, holding, zipped
from tests.wrong_inputs.wrong_office import TEMPLATE
from tests.wrong_inputs.wrong_row import Spoil, Wrong, both

LOOK, DRAFT = "template check thu-moi", "draft data/pt thu-moi"
LOOK_FILE = f"template check {TEMPLATE}"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"


def _saying(*texts: str, table: tuple[tuple[str, ...], ...] = ()) -> Spoil:
    return holding(TEMPLATE, of_paragraphs(*texts, table=table))


def _edges(header: str, footer: str) -> Spoil:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    return holding(TEMPLATE, saved(document))


def _fragment(name: str, *texts: str) -> Spoil:
    return holding(f"templates/_fragments/{name}.docx", of_paragraphs(*texts))


def _members(**parts: bytes) -> Spoil:
    named = {
        name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()
    }
    return holding(TEMPLATE, with_members(of_paragraphs("x"), named))


_LOOP = (
    "{% for a in 'x' * 5000 %}{% for b in 'x' * 5000 %}{% for c in 'x' * 5000 %}{% "
    "endfor %}{% endfor %}{% endfor %}"
)
_DOUBLING = (
    "{% set n = namespace(s='ab') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
)
_PLACE = ("template.docx", "thân văn bản", "đoạn 2")
_TAGS = (
    Wrong("a misspelt tag", LOOK, 1, (*_PLACE, "“for”"), _saying("một", "{% fro x in y %}")),
    Wrong("a tag not closed", LOOK, 1, (*_PLACE, "“{{ movement.name }”"), _saying("một", "{{ movement.name }")),
    Wrong("a block not closed", LOOK, 1, (*_PLACE, "endif"), _saying("một", "{% if movement %}")),
    Wrong("a block not opened", LOOK, 1, (*_PLACE, "“if”"), _saying("một", "{% endif %}")),
    Wrong("an unknown filter", LOOK, 1, (*_PLACE, "“upper”"), _saying("một", "{{ movement.name|uper }}")),
    Wrong("an unknown test", LOOK, 1, (*_PLACE, "“defined”"), _saying("một", "{% if a is deffined %}{% endif %}")),
    Wrong("a block over two levels", LOOK, 1, ("template.docx", "cùng cấp"),
          _saying("{%p if movement %}", table=(("{%tr endif %}",),))),
    Wrong("a forbidden tag", LOOK, 1, (*_PLACE, "extends"), _saying("một", "{% extends 'x' %}")),
    Wrong("a wrong tag stops the draft", DRAFT, 3, (*_PLACE, "“upper”"), _saying("một", "{{ movement.name|uper }}")),
)  # fmt: skip
_NAMES = (
    Wrong("a name that is none", LOOK, 1, (*_PLACE, "movement.nam", "“name”"),
          _saying("một", "{{ movement.nam }}")),
    Wrong("a name that is none in a cell", LOOK, 1, ("bảng 1, hàng 2, ô 2", "agency.nam"),
          _saying("x", table=(("a", "b"), ("c", "{{ agency.nam }}")))),
    Wrong("a name that is none in a header", LOOK, 1, ("đầu trang 1", "agency.nam"), _edges("{{ agency.nam }}", "")),
    Wrong("a name that is none in a footer", LOOK, 1, ("chân trang 1", "agency.nam"), _edges("", "{{ agency.nam }}")),
    Wrong("a draft meets a name that is none", DRAFT, 3, (*_PLACE, "movement.nam"),
          _saying("một", "{{ movement.nam }}")),
    Wrong("a draft meets one in a header", DRAFT, 3, ("đầu trang 1", "agency.nam"), _edges("{{ agency.nam }}", "")),
)  # fmt: skip
_FRAGMENTS = (
    Wrong("a fragment that is none", LOOK, 1, (*_PLACE, "“letterhed”", "“letterhead”"),
          _saying("một", "{%p include 'letterhed' %}")),
    Wrong("fragments in a circle", LOOK, 1, ("b.docx", "đoạn 1", "a → b → a"),
          both(_saying("{%p include 'a' %}"), _fragment("a", "{%p include 'b' %}"),
               _fragment("b", "{%p include 'a' %}"))),
    Wrong("a fault inside a fragment", LOOK, 1, ("a.docx", "đoạn 1", "“upper”"),
          both(_saying("{%p include 'a' %}"), _fragment("a", "{{ agency.name|uper }}"))),
    Wrong("a fragment that is no Word file", LOOK, 1, ("template.docx", "đoạn 1", "a.docx"),
          both(_saying("{%p include 'a' %}"), holding("templates/_fragments/a.docx", b"abc"))),
)  # fmt: skip
_KINDS_OF_FILE = (
    Wrong("an old Word file", LOOK, 2, ("template.docx", ".doc", "lưu"), holding(TEMPLATE, OLE + bytes(600))),
    Wrong("an empty Word file", LOOK_FILE, 2, ("template.docx",), holding(TEMPLATE, b"")),
    Wrong("a text for a template", LOOK_FILE, 2, ("template.docx",), holding(TEMPLATE, b"abc")),
    Wrong("a workbook for a template", LOOK_FILE, 2, ("template.docx", "Excel"),
          zipped(TEMPLATE, xl__workbook_dot_xml=b"<x/>")),
    Wrong("half a template", LOOK_FILE, 2, ("template.docx", "hỏng"), edited(TEMPLATE, cut)),
    Wrong("a template with macros", LOOK_FILE, 2, ("template.docx", "macro"), _members(word__vbaProject_dot_bin=b"x")),
    Wrong("a docm by another name", LOOK_FILE, 2, ("template.docx", "macro"),
          lambda root: repacked(root / TEMPLATE, change={"[Content_Types].xml": (_MAIN, _MACRO)})),
    Wrong("a template with entities", LOOK_FILE, 2, ("template.docx",),
          _members(word__document_dot_xml=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), has_way_out=False),
    Wrong("a bomb for a template", LOOK_FILE, 2, ("template.docx", "phình"),
          _members(word__media__a_dot_bin=bytes(30 * 1024**2))),
    Wrong("a template too large", LOOK_FILE, 2, ("template.docx", "phình"),
          _members(word__media__a_dot_bin=bytes(40 * 1024**2))),
    Wrong("no template of that name", "template check mất.docx", 2, ("mất.docx", "đường dẫn")),
    Wrong("a folder for a template", "template check templates/x.docx", 2, ("x.docx",),
          lambda root: (root / "templates/x.docx").mkdir()),
)  # fmt: skip
_HARM = (
    Wrong("a template that never ends", DRAFT, 3, (*_PLACE, "quá"), _saying("một", _LOOP)),
    Wrong("a template that makes three billion letters", DRAFT, 3, _PLACE, _saying("một", "{{ 'A' * 3000000000 }}")),
    Wrong("a template that grows by doubling", DRAFT, 3, _PLACE,
          _saying("một", _DOUBLING)),
    Wrong("a template that reads the program", DRAFT, 3, _PLACE, _saying("một", "{{ ''.__class__.__mro__ }}")),
    Wrong("a template that calls the program", DRAFT, 3, _PLACE, _saying("một", "{{ agency.__init__.__globals__ }}")),
    Wrong("a division by zero", DRAFT, 3, _PLACE, _saying("một", "{{ 1 / 0 }}")),
)  # fmt: skip
TEMPLATES = (*_TAGS, *_NAMES, *_FRAGMENTS, *_KINDS_OF_FILE, *_HARM)
