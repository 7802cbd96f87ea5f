"""A paper's body taken out of the paper: what stands between the frame's parts, computed blocks as tags again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.lenient import open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.xmlnames import value, w
from vbgen.word.template.fragments.including import BODY
from vbgen.word.template.fragments.marking import PREFIX, bookmark_name
from vbgen.word.template.values.closing_rows import free_closing_lines

HEAD = ("letterhead", "title", "addressees", "grounds", "decides")  # of the frame, before the body
END = ("signature", "minutes-signatures", "parties-signatures")  # … and after it
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"))
_REPEATED = 2  # the number that a second bookmark of one name bears


@dataclass(frozen=True, slots=True)
class TakenBody:
    """The body as a file of its own, and what its computed blocks said in the paper."""

    content: bytes
    blocks: Mapping[str, str] = field(default_factory=dict)  # name → words


def take_body(docx: bytes, file: str, fragments: Collection[str], own: str = "") -> TakenBody:
    """The body of a paper that was drafted here and may have been worked over in Word since.

    `own` is the fragment that lays the whole body out: its words become the body's. UnreadableFileError where the
    marks around the frame's parts are gone.
    """
    package = open_package(docx)
    root = package.xml(package.main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise _no_marks(file)
    free_closing_lines(body)
    ranges = list(_ranges(body, _names(fragments, own)))
    blocks = _between(body, ranges)
    if blocks is None:
        raise _no_marks(file)
    said = _fold(blocks, ranges)
    body[:] = [*blocks, *body.findall(w("sectPr"))]
    _drop_marks(body)
    members = {**package.members, package.main: serialised(root)}
    return TakenBody(pack(members), said)


@dataclass(frozen=True, slots=True)
class _Range:
    """The blocks of the text that a fragment put in place, its marks among them."""

    name: str
    blocks: list[_Element]

    @property
    def words(self) -> str:
        """What can be read in them."""
        return "\n".join(map(_words, self.blocks))


def _names(fragments: Collection[str], own: str) -> dict[str, str]:
    """Bookmark's name → fragment's, a second and third bookmark of one name included."""
    found = {bookmark_name(name): name for name in (*fragments, BODY) if name != own}
    repeated = {
        f"{mark}_{turn}": name for mark, name in found.items() for turn in range(_REPEATED, 10)
    }
    return {**repeated, **found}


def _ranges(body: _Element, names: Mapping[str, str]) -> Iterator[_Range]:
    """Each fragment that still has both its marks, in order."""
    blocks = list(body)
    ends = {value(each, "id"): each for each in body.iter(w("bookmarkEnd"))}
    for start in body.iter(w("bookmarkStart")):
        name, end = names.get(value(start, "name") or "", ""), ends.get(value(start, "id"))
        if name and end is not None:
            first, last = (blocks.index(_block_of(mark, body)) for mark in (start, end))
            yield _Range(name, blocks[first : last if _opens(end, body) else last + 1])


def _block_of(mark: _Element, body: _Element) -> _Element:
    """The mark, or the block of the text that it stands in."""
    while (parent := mark.getparent()) is not None and parent is not body:
        mark = parent
    return mark


def _opens(end: _Element, body: _Element) -> bool:
    """Whether a mark of an end stands at the beginning of a paragraph: Word moves it there from before it."""
    before = [each for each in end.itersiblings(preceding=True) if each.tag not in _MARKS]
    return end.getparent() is not body and all(each.tag == w("pPr") for each in before)


def _between(body: _Element, ranges: Sequence[_Range]) -> list[_Element] | None:
    """The blocks of the body; annexes behind the signature stay behind its tag. None without marks of the frame."""
    named = {each.name: each for each in reversed(ranges)}
    if BODY in named:
        return list(named[BODY].blocks)
    heads, ends = _named(named, HEAD), _named(named, END)
    if not heads or not ends:
        return None
    blocks = [each for each in body if each.tag != w("sectPr")]
    first = max(blocks.index(each.blocks[-1]) for each in heads) + 1
    last, behind = blocks.index(ends[0].blocks[0]), blocks.index(ends[0].blocks[-1]) + 1
    return [*blocks[first:last], *_with_tag(ends[0].name, blocks[behind:])]


def _named(ranges: Mapping[str, _Range], names: Sequence[str]) -> list[_Range]:
    return [ranges[name] for name in names if name in ranges]


def _with_tag(signature: str, annexes: list[_Element]) -> list[_Element]:
    """Annexes behind the tag of the signature; nothing where they say nothing."""
    says = any(_words(each).strip() for each in annexes)
    return [tag_line(signature), *annexes] if says else []


def _fold(blocks: list[_Element], ranges: Sequence[_Range]) -> dict[str, str]:
    """Each computed block among the body's turned into its tag; what it said."""
    said: dict[str, str] = {}
    for each in ranges:
        inside = [block for block in each.blocks if block in blocks]
        if each.name in {BODY, *HEAD, *END} or not inside:
            continue
        said[each.name] = each.words
        at = blocks.index(inside[0])
        blocks[at : at + len(inside)] = [tag_line(each.name)]
    return said


def _drop_marks(body: _Element) -> None:
    """Our own marks taken away; ends without a start too."""
    gone = set()
    for mark in list(body.iter(w("bookmarkStart"))):
        if (value(mark, "name") or "").startswith(PREFIX):
            gone.add(value(mark, "id"))
            _remove(mark)
    left = {value(mark, "id") for mark in body.iter(w("bookmarkStart"))}
    for mark in list(body.iter(w("bookmarkEnd"))):
        if value(mark, "id") in gone or value(mark, "id") not in left:
            _remove(mark)


def _remove(mark: _Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)


def _words(block: _Element) -> str:
    return "".join(text.text or "" for text in block.iter(w("t")))


def tag_line(fragment: str) -> _Element:
    """A paragraph that puts a shared part in its place."""
    paragraph = etree.Element(w("p"))
    text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    text.text = f'{{%p include "{fragment}" %}}'
    return paragraph


def _no_marks(file: str) -> UnreadableFileError:
    return UnreadableFileError(
        _(
            "Không nhận ra khung văn bản trong “{file}”; hãy dùng dự thảo do chương trình này làm, sửa và lưu"
            " bằng Word.",
            file=file,
        )
    )
