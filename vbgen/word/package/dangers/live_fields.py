"""Fields that fetch or run something when Word opens a file: taken out, what they show stays as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
    story = list(_in_runs(root))
    found = [each for each in _complex(story) if each.is_live]
    for number in sorted(_machinery(found)):
        _take_out(story[number])
    return [*(each.name for each in found), *_drop_simple(root)]


def _machinery(fields: Iterable["_ComplexField"]) -> set[int]:
    """What goes with the fields, by its number in the story: all but their results.

    Of a field that never ends no more goes than its marks and its code.
    """
    gone, reached = set[int](), 0
    for each in sorted(fields, key=lambda one: one.begin):
        gone.update(each.marks, each.codes)
        if each.is_ended:  # fields inside its code go with it, and are not walked again
            gone.update(range(max(each.begin, reached), each.result))
            reached = max(reached, each.result)
    return gone


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
    """A field between `begin` and `end`, told by numbers in the story: its marks, its code, where its result begins."""

    begin: int
    marks: list[int] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # of its code
    result: int = 0
    is_ended: bool = False

    @property
    def name(self) -> str:
        code = "".join(self.words)
        return _name(code if self.is_ended else code.replace(_NESTED, ""))

    @property
    def is_live(self) -> bool:
        return _is_live(self.name) and (self.is_ended or self.name != COMPUTED)

    def mark(self, number: int, *, is_end: bool) -> None:
        """Its separator or its end."""
        self.marks.append(number)
        self.result, self.is_ended = self.result or number, is_end


def _complex(story: Sequence[etree._Element]) -> Iterator[_ComplexField]:
    """Each complex field of a part, one that never ends too."""
    open_fields: list[_ComplexField] = []
    for number, element in enumerate(story):
        if element.tag == _CHAR:
            yield from _at_mark(number, str(element.get(_KIND)), open_fields)
        elif element.tag in _CODES:
            _add_code(open_fields, number, element.text or "")
    yield from open_fields


def _in_runs(root: etree._Element) -> Iterator[etree._Element]:
    """What stands in the runs of a part, in its order."""
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if parent is not None and parent.tag == _RUN and element.tag != _RUN_FORMAT:
            yield element


def _add_code(open_fields: list[_ComplexField], number: int, code: str) -> None:
    if open_fields:
        open_fields[-1].codes.append(number)
        open_fields[-1].words += [] if open_fields[-1].result else [code]


def _at_mark(number: int, kind: str, open_fields: list[_ComplexField]) -> Iterator[_ComplexField]:
    if kind == "begin":
        if open_fields and not open_fields[-1].result:
            open_fields[-1].words.append(_NESTED)
        open_fields.append(_ComplexField(number, [number]))
    elif open_fields:
        open_fields[-1].mark(number, is_end=kind == "end")
        if kind == "end":
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
