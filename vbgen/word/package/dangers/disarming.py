"""What could fetch or run something when a Word file is opened: dropped, and noted; all that it shows stays.

Every part of the package is looked at, by what it is related to and by what it holds, whatever its name.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from posixpath import basename, dirname

from lxml import etree

from vbgen.word.package.dangers.live_fields import drop_live_fields
from vbgen.word.package.dangers.unreferencing import unreference
from vbgen.word.package.relations import target_name
from vbgen.word.package.xml import TYPES, is_xml, parse_xml, xml_bytes

_TYPES = "[Content_Types].xml"
_FIELDS = (b"fldSimple", b"fldChar", b"nstrText")  # found faster than by one expression
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_CHART = re.compile(rb"<(?:\w+:)?chartSpace\b")


class Danger(Enum):
    """What was dropped."""

    FIELD = "field"
    OBJECT = "object"  # OLE, an embedded file
    CONTROL = "control"  # ActiveX
    FOREIGN_TEXT = "foreign-text"  # altChunk: HTML or another file to be read in by Word
    OUTSIDE = "outside"  # any link outside that is no hyperlink
    DATA_SOURCE = "data-source"  # of a mail merge
    PROGRAM = "program"  # add-ins, buttons, keys, macros that a form calls, videos of the web


_RELATED = {
    "oleObject": Danger.OBJECT,
    "package": Danger.OBJECT,
    "control": Danger.CONTROL,
    "activeXControlBinary": Danger.CONTROL,
    "aFChunk": Danger.FOREIGN_TEXT,
    "subDocument": Danger.OUTSIDE,
    "frame": Danger.OUTSIDE,
    "attachedTemplate": Danger.OUTSIDE,
    "transform": Danger.OUTSIDE,
    "mailMergeSource": Danger.DATA_SOURCE,
    "mailMergeHeaderSource": Danger.DATA_SOURCE,
    "webextensiontaskpanes": Danger.PROGRAM,
    "webextension": Danger.PROGRAM,
    "extensibility": Danger.PROGRAM,
    "vbaProject": Danger.PROGRAM,
    "wordVbaData": Danger.PROGRAM,
    "keyMapCustomizations": Danger.PROGRAM,
    "attachedToolbars": Danger.PROGRAM,
}
_HELD: dict[bytes, tuple[Danger, tuple[str, ...]]] = {  # words in a part → elements that go
    b"mailMerge": (Danger.DATA_SOURCE, ("mailMerge",)),
    b"entryMacro": (Danger.PROGRAM, ("entryMacro",)),
    b"exitMacro": (Danger.PROGRAM, ("exitMacro",)),
    b"webVideoPr": (Danger.PROGRAM, ("webVideoPr",)),
}


@dataclass(frozen=True, slots=True)
class DroppedThing:
    """One thing that was dropped from a part: a field's name, an address, or the part that went with it."""

    danger: Danger
    member: str
    what: str = ""


def disarmed(
    contents: Mapping[str, bytes], file: str
) -> tuple[dict[str, bytes], tuple[DroppedThing, ...]]:
    """The members without what is dangerous, and what was dropped; members that had nothing are the same objects."""
    work = _Disarming(dict(contents), file)
    work.run()
    return work.contents, tuple(work.dropped)


@dataclass(slots=True, eq=False)
class _Disarming:
    contents: dict[str, bytes]
    file: str
    dropped: list[DroppedThing] = field(default_factory=list)

    def run(self) -> None:
        for member in [each for each in self.contents if each.lower().endswith(".rels")]:
            if member in self.contents:
                self._relations(member)
        for member in [each for each, content in self.contents.items() if is_xml(each, content)]:
            self._held(member)

    def _relations(self, rels: str) -> None:
        """Drop the dangerous relationships of a part, what refers to them, and the parts that they alone lead to."""
        root, source = parse_xml(self.contents[rels], self.file, rels), _source(rels)
        doomed = {
            relation: danger for relation in root if (danger := self._danger(relation, source))
        }
        if not doomed:
            return
        for relation, danger in doomed.items():
            self.dropped.append(
                DroppedThing(danger, source or rels, str(relation.get("Target", "")))
            )
            root.remove(relation)
        self.contents[rels] = xml_bytes(root)
        numbers = frozenset(str(relation.get("Id")) for relation in doomed)
        self._change(source, lambda part: unreference(part, numbers))
        self._drop_parts(
            target_name(source, str(relation.get("Target", ""))) for relation in doomed
        )

    def _danger(self, relation: etree._Element, source: str) -> Danger | None:
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        danger = _RELATED.get(kind)
        if kind == "package" and _CHART.search(self.contents.get(source, b"")[:4000]):
            danger = None  # the numbers of a chart, which Word opens when the chart is edited
        is_outside = str(relation.get("TargetMode", "")).lower() == "external" or _OUTSIDE.match(
            str(relation.get("Target", ""))
        )
        return danger or (Danger.OUTSIDE if is_outside and kind != "hyperlink" else None)

    def _drop_parts(self, targets: Iterable[str]) -> None:
        """Drop parts that nothing leads to any more, with what they alone lead to."""
        waiting = [target for target in targets if target in self.contents]
        while waiting:
            target = waiting.pop()
            if target not in self.contents or target in self._all_targets():
                continue
            rels = f"{dirname(target)}/_rels/{basename(target)}.rels"
            waiting += self._targets(rels)
            for gone in (target, rels):
                self.contents.pop(gone, None)
            self._change(_TYPES, partial(_forget_type, target))

    def _all_targets(self) -> set[str]:
        return {
            target
            for each in self.contents
            if each.lower().endswith(".rels")
            for target in self._targets(each)
        }

    def _targets(self, rels: str) -> list[str]:
        """The parts that a part is related to."""
        if rels not in self.contents:
            return []
        root = parse_xml(self.contents[rels], self.file, rels)
        inside = [each for each in root if str(each.get("TargetMode", "")).lower() != "external"]
        return [target_name(_source(rels), str(each.get("Target", ""))) for each in inside]

    def _held(self, member: str) -> None:
        """Drop what a part itself holds."""
        content = self.contents[member]
        plain = content.replace(b"\0", b"") if b"\0" in content[:16] else content
        if any(word in plain for word in _FIELDS):
            self._change(member, lambda part: self._fields(part, member))
        for word, (danger, names) in _HELD.items():
            if word in plain:
                self._change(member, partial(self._elements, member, danger, names))

    def _fields(self, part: etree._Element, member: str) -> bool:
        names = drop_live_fields(part)
        self.dropped += [DroppedThing(Danger.FIELD, member, name) for name in names]
        return bool(names)

    def _elements(
        self, member: str, danger: Danger, names: tuple[str, ...], part: etree._Element
    ) -> bool:
        found = [each for each in part.iter(etree.Element) if etree.QName(each).localname in names]
        for element in found:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            self.dropped.append(DroppedThing(danger, member, etree.QName(element).localname))
        return bool(found)

    def _change(self, member: str, act: Callable[[etree._Element], bool]) -> None:
        """Let `act` change a part that is XML; it says whether it did."""
        if member not in self.contents or not is_xml(member, self.contents[member]):
            return
        root = parse_xml(self.contents[member], self.file, member)
        if act(root):
            self.contents[member] = xml_bytes(root)


def _source(rels: str) -> str:
    """The part whose relationships a `.rels` member holds; nothing for those of the package."""
    folder, name = dirname(dirname(rels)), basename(rels)[: -len(".rels")]
    return f"{folder}/{name}" if folder and name else name


def _forget_type(member: str, types: etree._Element) -> bool:
    gone = [
        each
        for each in types.iter(f"{{{TYPES}}}Override")
        if str(each.get("PartName")).lstrip("/") == member
    ]
    for each in gone:
        types.remove(each)
    return bool(gone)
