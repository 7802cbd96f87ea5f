"""Whether a finished document has what Word needs to open it: content, identities, ranges, fields, notes, parts.

What Word refuses as “unreadable content” is found here, before a paper gets its number. Each part is read as a stream.
"""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from vbgen.errors import Place, Problem, TemplateError
from vbgen.messages import _
from vbgen.word.package.bounds import OWN
from vbgen.word.package.opening import FlawError, OpenedZip, open_archive
from vbgen.word.package.parts import template_parts
from vbgen.word.package.xml import w
from vbgen.word.soundness.soundness_package import missing_relations, package_problems
from vbgen.word.soundness.soundness_story import TAGS, Identities, Story

_TYPES = "[Content_Types].xml"
_MOST = 50  # problems that anyone reads
_NOTES = ("footnote", "endnote", "comment")


def refuse_unsound(docx: bytes, name: str) -> None:
    """Raise TemplateError with every reason for which Word would not open the document."""
    problems = unsound(docx, name)
    if problems:
        message = _(
            "Văn bản “{name}” làm ra thiếu những gì Word cần để mở: {count} lỗi.",
            name=name,
            count=len(problems),
        )
        raise TemplateError(message, problems)


def unsound(docx: bytes, name: str) -> tuple[Problem, ...]:
    """A problem for each thing that Word needs and the document lacks."""
    try:
        archive = open_archive(docx, OWN)
        return tuple(dict.fromkeys(_problems(archive, name)))[:_MOST]
    except (FlawError, KeyError) as fault:
        return (
            Problem(
                "unsound-file",
                _("Tệp tạo ra bị hỏng ({fault}).", fault=str(fault)),
                Place(file=name),
            ),
        )


def _problems(archive: OpenedZip, name: str) -> Iterator[Problem]:
    yield from package_problems(archive, name)
    members = dict.fromkeys(archive, b"") | {_TYPES: archive.read(_TYPES)}
    identities = Identities({kind: _note_ids(archive, kind) for kind in _NOTES})
    for member, label in template_parts(members, name):
        content = archive.read(member)
        place = Place(file=name, part=label)
        yield from missing_relations(archive, member, content, place)
        yield from _story_problems(content, place, identities)


def _story_problems(content: bytes, place: Place, identities: Identities) -> Iterator[Problem]:
    story = Story(place, identities)
    try:
        events = etree.iterparse(
            BytesIO(content),
            events=("end",),
            tag=TAGS,
            resolve_entities=False,
            no_network=True,
            huge_tree=True,
        )
        for _event, element in events:
            story.see(element)
    except etree.XMLSyntaxError as fault:
        message = _("Phần này sai cú pháp XML (dòng {line}).", line=fault.lineno or 1)
        yield Problem(
            "unsound-xml",
            message,
            place,
            hint=_("Hãy báo cho người làm phần mềm, kèm mẫu và dữ liệu."),
        )
        return
    yield from story.finish()


def _note_ids(archive: OpenedZip, kind: str) -> frozenset[str]:
    """The numbers of the notes of a kind."""
    member = f"word/{kind}s.xml"
    if member not in archive:
        return frozenset()
    events = etree.iterparse(
        BytesIO(archive.read(member)), tag=w(kind), resolve_entities=False, no_network=True
    )
    return frozenset(str(element.get(w("id"))) for _event, element in events)
