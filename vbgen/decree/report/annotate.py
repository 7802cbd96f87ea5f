"""A copy of the file with what was found as Word comments: one at the top, one a group at its first place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.checking.model import FormReport
from vbgen.decree.mend.pages import next_relation, with_part
from vbgen.decree.report.groups import FindingGroup, grouped
from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.word.elements import new
from vbgen.word.package.lenient import LenientPackage, open_package, parse
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.xmlnames import XML, W, child, value, w, whole

_COMMENTS_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_AUTHOR: Final = "vbgen"


def annotate(source: Path | bytes, report: FormReport) -> bytes:
    """The file with comments: at its first paragraph what it was taken for, then each group at its first place.

    Comments cannot stand in headers and footers: what is found there is said at the first paragraph too.
    Raises UnreadableFileError.
    """
    package = open_package(source)
    placed = _by_paragraph(grouped(report.findings), package.main)
    told = {place: [_lines(group) for group in groups] for place, groups in placed.items()}
    told[0] = [_opening(report), *told.get(0, ())]
    return with_comments(package, told)


def with_comments(package: LenientPackage, told: Mapping[int, Sequence[Iterable[str]]]) -> bytes:
    """The file with each comment, a few lines, at its paragraph (from 0); past the last one, at the first."""
    root = parse(package.members[package.main], package.main)
    paragraphs = list(root.iter(w("p")))
    if not paragraphs:
        return pack(package.members)
    package, comments, name = _comments(package)
    numbers = (whole(value(item, "id")) for item in comments.findall(w("comment")))
    identities = count(max(numbers, default=-1) + 1)
    for place, each in sorted(told.items()):
        for lines, identity in zip(each, identities, strict=False):
            comments.append(_comment(lines, identity))
            _mark(paragraphs[place if place < len(paragraphs) else 0], identity)
    members = {**package.members, package.main: serialised(root), name: serialised(comments)}
    return pack(members)


def _opening(report: FormReport) -> list[str]:
    """What each paper was taken for, and how much was found."""
    counts = _(
        "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        notes=report.count(Severity.NOTE),
    )
    return [*report.notes, counts]


def _lines(group: FindingGroup) -> list[str]:
    """What a group's comment says, line by line."""
    first = group.first
    others = _("Các chỗ: {places}.", places="; ".join(group.places)) if group.count > 1 else ""
    message = _("{found}; quy định: {required}", found=group.heading, required=group.required)
    return [f"{first.severity.label} · {first.rule}", message, group.mend, *filter(None, [others])]


def _by_paragraph(groups: Iterable[FindingGroup], main: str) -> dict[int, list[FindingGroup]]:
    placed: dict[int, list[FindingGroup]] = defaultdict(list)
    for group in groups:
        anchor = group.first.anchor
        here = anchor.member == main and anchor.ordinal >= 0
        placed[anchor.ordinal if here else 0].append(group)
    return placed


def _comments(package: LenientPackage) -> tuple[LenientPackage, _Element, str]:
    """The package with a part for comments, the part's root and name."""
    name = package.related("comments")
    if name is not None:
        return package, parse(package.members[name], name), name
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/comments.xml"
    root = etree.Element(w("comments"), nsmap={"w": W})
    relation = ("comments", f"rId{next_relation(package)}")
    made = with_part(package, name, serialised(root), _COMMENTS_TYPE, relation)
    return made, root, name


def _comment(lines: Iterable[str], identity: int) -> _Element:
    comment = new("comment", id=str(identity), author=_AUTHOR, initials="vb")
    for text in lines:
        paragraph = etree.SubElement(comment, w("p"))
        letters = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
        letters.text = text
        letters.set(f"{{{XML}}}space", "preserve")
    return comment


def _mark(paragraph: _Element, identity: int) -> None:
    start, end = (new(f"commentRange{side}", id=str(identity)) for side in ("Start", "End"))
    properties = child(paragraph, "pPr")
    if properties is None:
        paragraph.insert(0, start)
    else:
        properties.addnext(start)
    paragraph.append(end)
    run = etree.SubElement(paragraph, w("r"))
    run.append(new("commentReference", id=str(identity)))
