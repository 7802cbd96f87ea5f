"""What a person should know of a template beside its tags: dropped things, tags that are not run, tracked changes.

Every part of the package is looked at, whatever its name.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.word.package.dangers.unsafe import dropped_problem
from vbgen.word.package.package import Package
from vbgen.word.package.xml import W, is_xml, parse_xml

_PERHAPS_TAG = re.compile(rb"\{(?:\0|<[^>]*>)*[{%]")
_TAG = re.compile(r"\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}")
_PERHAPS_CHANGE = re.compile(rb"(?:ins|del|moveFrom|moveTo|Change|cellIns|cellDel|cellMerge)[\s/>]")
_CHANGES = frozenset(
    f"{{{W}}}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *(
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblPrExChange",
            "tblGridChange",
        ),
        *("trPrChange", "tcPrChange", "numberingChange"),
    )
)


def dropped_problems(package: Package, labels: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each dangerous thing that was dropped when the file was opened."""
    for thing in package.dropped:
        place = Place(file=package.name, part=labels.get(thing.member, thing.member))
        yield dropped_problem(thing, place)


def other_notices(
    contents: Mapping[str, bytes], name: str, labels: Mapping[str, str]
) -> Iterator[Problem]:
    """A warning for each part with tags that are not run, and for each with tracked changes."""
    for member, content in contents.items():
        if not is_xml(member, content):
            continue
        if member not in labels and _has_tags(content, name, member):
            yield _not_run(Place(file=name, part=member), member)
        plain = content.replace(b"\0", b"") if b"\0" in content[:16] else content
        if _PERHAPS_CHANGE.search(plain):
            count = _changes(parse_xml(content, name, member))
            if count:
                yield _tracked(Place(file=name, part=labels.get(member, member)), count)


def _has_tags(content: bytes, name: str, member: str) -> bool:
    """Whether a part has a tag in a text, split over runs or not, or in an attribute."""
    if not _PERHAPS_TAG.search(content):
        return False
    root = parse_xml(content, name, member)
    inside = (value for element in root.iter(etree.Element) for value in element.attrib.values())
    return any(_TAG.search(str(text)) for text in ("".join(map(str, root.itertext())), *inside))


def _not_run(place: Place, member: str) -> Problem:
    message = _("Phần “{member}” có thẻ nhưng không được điền.", member=member)
    hint = _("Hãy chuyển thẻ vào văn bản.")
    return Problem("tag-not-run", message, place, Severity.WARNING, hint)


def _changes(root: etree._Element) -> int:
    return sum(1 for element in root.iter(etree.Element) if element.tag in _CHANGES)


def _tracked(place: Place, count: int) -> Problem:
    message = _(
        "Mẫu còn {count} thay đổi đang được theo dõi (Track Changes): chúng ở lại trong văn bản được làm ra.",
        count=count,
    )
    hint = _(
        "Hãy chấp nhận hoặc từ chối từng thay đổi trong Word (Review › Accept / Reject) rồi lưu lại."
    )
    return Problem("tracked-changes", message, place, Severity.WARNING, hint)
