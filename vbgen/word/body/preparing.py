"""A Word file made ready to be the body of a paper: without comments, tracked changes and pages of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml.etree import _Element

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.body.dressing import Dressed, dress
from vbgen.word.body.ending import bare_last
from vbgen.word.body.revisions import accept_revisions, count_revisions
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.package.relations import (
    HYPERLINK,
    PartRelation,
    read_relations,
    rels_name,
    without_relations,
)
from vbgen.word.package.writing import pack, serialised
from vbgen.word.package.xml import w

_COMMENTS: Final = tuple(
    w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
_FOREIGN: Final = tuple(
    w(name) for name in ("proofErr", "permStart", "permEnd", "lastRenderedPageBreak")
)
_NOTES: Final = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class PreparedBody:
    """The body as a paper takes it, and what was in the file that a paper does not."""

    content: bytes
    revisions: int = 0  # tracked changes, taken as accepted
    comments: int = 0
    has_margins: bool = False  # headers or footers with words of its own
    changed: Mapping[str, int] = field(default_factory=dict)  # what its form was given → how often


def prepare_body(
    docx: bytes, file: str, *, as_typed: bool = False, bare_end: bool = False
) -> PreparedBody:
    """The body ready to stand in a frame, brought into form unless it stays as typed; of the Party with a `bare_end`.

    UnreadableFileError for what cannot stand there: a file inside the file, a picture that lies elsewhere.
    """
    package = open_package(docx)
    roots = {name: root for name in _parts(package) if (root := package.xml(name)) is not None}
    _refuse_imports(roots[package.main], file)
    found = PreparedBody(
        b"",
        sum(map(count_revisions, roots.values())),
        len(list(roots[package.main].iter(w("commentReference")))),
        _has_margins(package),
    )
    for root in roots.values():
        _clean(root)
    dressed = Dressed({}) if as_typed else dress(package, roots)
    changed = dict(dressed.changed)
    if bare_end and not as_typed:
        changed |= _ends(roots[package.main])
    members = {**package.members, **dressed.members}
    members |= {name: serialised(root) for name, root in roots.items()}
    content = pack(_without_outside(members, package.main, file))
    return replace(found, content=content, changed=changed)


def _ends(root: _Element) -> dict[str, int]:
    """What was changed of a body's end, so that it has no mark: papers of the Party."""
    return {"ends": 1} if bare_last(root) else {}


def _parts(package: LenientPackage) -> Iterator[str]:
    """The members that hold the body's words."""
    yield package.main
    yield from filter(None, map(package.related, _NOTES))


def _refuse_imports(root: _Element, file: str) -> None:
    if next(root.iter(w("altChunk"), w("subDoc")), None) is not None:
        raise UnreadableFileError(
            _(
                "Tệp “{file}” chứa một tệp khác chưa được nhập vào; hãy mở bằng Word rồi lưu lại.",
                file=file,
            )
        )


def _has_margins(package: LenientPackage) -> bool:
    """Whether a header or footer says anything; a paper has its own."""
    parts = [name for kind, name in package.relations.values() if kind in {"header", "footer"}]
    roots = [root for name in parts if (root := package.xml(name)) is not None]
    texts = (text.text or "" for root in roots for text in root.iter(w("t")))
    return any(map(str.strip, texts))


def _clean(root: _Element) -> None:
    accept_revisions(root)
    for element in list(root.iter(*_COMMENTS, *_FOREIGN)):
        _remove(element)
    for binding in list(
        root.iter(w("dataBinding"))
    ):  # what is bound to other parts stays as it reads
        _remove(binding)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _without_outside(members: Mapping[str, bytes], main: str, file: str) -> dict[str, bytes]:
    """The members without pointers outside that are no links: a template on a drive, a mail merge's list."""
    kept = dict(members)
    for name in filter(_is_rels, members):
        outside = list(_outside(members[name], file, name))
        if name == rels_name(main):
            _refuse_linked_pictures(outside, file)
        if outside:
            kept[name] = without_relations(members[name], {each.id for each in outside})
    return kept


def _is_rels(name: str) -> bool:
    return name.lower().endswith(".rels")


def _refuse_linked_pictures(outside: Sequence[PartRelation], file: str) -> None:
    if any("image" in each.kind for each in outside):
        raise UnreadableFileError(
            _("Tệp “{file}” có ảnh nằm ngoài tệp; hãy nhúng ảnh vào tệp rồi lưu lại.", file=file)
        )


def _outside(content: bytes, file: str, name: str) -> Iterator[PartRelation]:
    for relation in read_relations(content, file, name).values():
        if relation.external and relation.kind != HYPERLINK:
            yield relation
