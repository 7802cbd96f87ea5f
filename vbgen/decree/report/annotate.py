"""A copy of the file with every finding as a Word comment at its place."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.checking.model import FormFinding, FormReport
from vbgen.decree.mend.elements import new
from vbgen.decree.mend.pages import next_relation, with_part
from vbgen.word.package.lenient import LenientPackage, open_package, parse
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.xmlnames import XML, W, child, value, w, whole

_COMMENTS_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_AUTHOR: Final = "vbgen"


def annotate(source: Path | bytes, report: FormReport) -> bytes:
    """The file with the report's findings as comments; those of the whole page stand at the first paragraph.

    Comments cannot stand in headers and footers: what is found there is said at the first paragraph too.
    Raises UnreadableFileError.
    """
    package = open_package(source)
    root = parse(package.members[package.main], package.main)
    paragraphs = list(root.iter(w("p")))
    if not paragraphs or not report.findings:
        return pack(package.members)
    package, comments, name = _comments(package)
    identity = (
        max((whole(value(item, "id")) for item in comments.findall(w("comment"))), default=-1) + 1
    )
    for place, findings in sorted(
        _by_paragraph(report.findings, package.main, len(paragraphs)).items()
    ):
        for finding in findings:
            comments.append(_comment(finding, identity))
            _mark(paragraphs[place], identity)
            identity += 1
    members = {**package.members, package.main: serialised(root), name: serialised(comments)}
    return pack(members)


def _by_paragraph(
    findings: Iterable[FormFinding], main: str, count: int
) -> dict[int, list[FormFinding]]:
    placed: dict[int, list[FormFinding]] = defaultdict(list)
    for finding in findings:
        here = finding.anchor.member == main and 0 <= finding.anchor.ordinal < count
        placed[finding.anchor.ordinal if here else 0].append(finding)
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


def _comment(finding: FormFinding, identity: int) -> _Element:
    problem = finding.as_problem()
    comment = new("comment", id=str(identity), author=_AUTHOR, initials="vb")
    heading = f"{finding.severity.label} · {finding.rule}"
    for text in (heading, problem.message, problem.hint):
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
