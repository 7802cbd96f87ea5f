"""Fields that fetch or run something when Word opens a file: taken out, what they show stays as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from vbgen.word.package.xml import w

# [MS-OE376] and ECMA-376 Part 1, 17.16.5; INCLUDE and IMPORT are the old names of INCLUDETEXT and INCLUDEPICTURE,
# PRINT sends its words to the printer as a program, RD reads another document.
_LIVE = {
    "CONTROL", "DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLCONTROL", "IMPORT", "INCLUDE", "INCLUDEPICTURE",
    "INCLUDETEXT", "LINK", "MACROBUTTON", "PRINT", "RD",
}  # fmt: skip
_CHAR, _SIMPLE, _CODES = w("fldChar"), w("fldSimple"), (w("instrText"), w("delInstrText"))
_RUN, _RUN_FORMAT, _KIND, _INSTRUCTION = w("r"), w("rPr"), w("fldCharType"), w("instr")
_NESTED = "\0"  # stands for a field inside a field's code
_NAME = re.compile(r'\s*([^\s"\\]*)')
COMPUTED = "…"  # the name of a field whose name is worked out by a tag or by another field


def drop_live_fields(root: etree._Element) -> list[str]:
    """Take the fields that fetch or run out of a part; their names, one for each field."""
    found = [each for each in _complex(root) if each.is_live]
    for element in {id(each): each for live in found for each in live.machinery()}.values():
        _take_out(element)
    return [*(each.name for each in found), *_drop_simple(root)]


def _drop_simple(root: etree._Element) -> Iterator[str]:
    for simple in list(root.iter(_SIMPLE)):
        name = _name(str(simple.get(_INSTRUCTION, "")))
        if _is_live(name):
            _unwrap(simple)
            yield name


def _name(code: str) -> str:
    """A field's name in its code; `COMPUTED` where it is not written there."""
    match = _NAME.match(code)
    name = match[1].upper() if match else ""
    return COMPUTED if _NESTED in name or "{" in name else name


def _is_live(name: str) -> bool:
    return name in _LIVE or name == COMPUTED


@dataclass(slots=True, eq=False)
class _ComplexField:
    """A field between `begin` and `end`: its code, and everything that stands in its code part."""

    marks: list[etree._Element]
    code: list[str] = field(default_factory=list)
    inside: list[etree._Element] = field(default_factory=list)  # of runs, before the result
    has_result: bool = False
    is_ended: bool = False

    def take(self, element: etree._Element) -> None:
        """An element that stands in the field, before its result."""
        if not self.has_result:
            self.inside.append(element)

    @property
    def name(self) -> str:
        code = "".join(self.code)
        return _name(code if self.is_ended else code.replace(_NESTED, ""))

    @property
    def is_live(self) -> bool:
        return _is_live(self.name) and (self.is_ended or self.name != COMPUTED)

    def machinery(self) -> Iterator[etree._Element]:
        """What goes: all but the result; of a field that never ends no more than its marks and its code."""
        yield from self.marks
        yield from (each for each in self.inside if self.is_ended or each.tag in (_CHAR, *_CODES))


def _complex(root: etree._Element) -> Iterator[_ComplexField]:
    """Each complex field of a part, one that never ends too."""
    open_fields: list[_ComplexField] = []
    for element in _in_runs(root):
        for around in open_fields:
            around.take(element)
        if element.tag == _CHAR:
            yield from _at_mark(element, open_fields)
        elif element.tag in _CODES:
            _add_code(open_fields, element.text or "")
    yield from open_fields


def _in_runs(root: etree._Element) -> Iterator[etree._Element]:
    """What stands in the runs of a part, in its order."""
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if parent is not None and parent.tag == _RUN and element.tag != _RUN_FORMAT:
            yield element


def _add_code(open_fields: list[_ComplexField], code: str) -> None:
    if open_fields and not open_fields[-1].has_result:
        open_fields[-1].code.append(code)


def _at_mark(mark: etree._Element, open_fields: list[_ComplexField]) -> Iterator[_ComplexField]:
    kind = mark.get(_KIND)
    if kind == "begin":
        _add_code(open_fields, _NESTED)
        open_fields.append(_ComplexField([mark]))
    elif open_fields:
        open_fields[-1].marks.append(mark)
        open_fields[-1].has_result = True
        if kind == "end":
            open_fields[-1].is_ended = True
            yield open_fields.pop()


def _take_out(element: etree._Element) -> None:
    run = element.getparent()
    if run is None:
        return
    run.remove(element)
    around = run.getparent()
    if around is not None and all(child.tag == _RUN_FORMAT for child in run):
        around.remove(run)


def _unwrap(simple: etree._Element) -> None:
    parent = simple.getparent()
    if parent is not None:
        at = parent.index(simple)
        parent[at : at + 1] = [child for child in simple if child.tag != w("fldData")]
