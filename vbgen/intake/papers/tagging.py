"""Values of a campaign found in a paper's text and replaced by the tags that give them; lists by computed blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from vbgen.errors import Place
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.word.body.taking import tag_line
from vbgen.word.package.lenient import LenientPackage, open_package
from vbgen.word.package.writing import pack, serialised
from vbgen.word.reading.xmlnames import w
from vbgen.word.template.values.closing_rows import free_closing_lines
from vbgen.words.names import fold

_SHORTEST = 4  # letters of a value that is looked for: `Sở` stands everywhere
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TAG_SIGNS = ("{{", "{%", "{#")


@dataclass(frozen=True, slots=True)
class TagPut:
    """A tag in the place of words, and where."""

    tag: str
    words: str
    place: Place

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"tag": self.tag, "words": self.words, "place": self.place.as_json()}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A body with its tags."""

    content: bytes
    put: tuple[TagPut, ...]


def tag_values(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    """What is looked for and the tag that gives it, the longest first."""
    movement, agency = campaign.movement, campaign.agency
    found = [
        (movement.name, "{{ movement.name }}"),
        (movement.theme, "{{ movement.theme }}"),
        (movement.aim, "{{ movement.aim }}"),
        (movement.period, "{{ movement.period }}"),
        (agency.full_name, "{{ agency.full_name }}"),
        (agency.council_name, "{{ agency.council_name }}"),
        (f"năm {movement.year}" if movement.year else "", "năm {{ movement.year }}"),
    ]
    kept = {text: tag for text, tag in found if len(text) >= _SHORTEST}
    return tuple(sorted(kept.items(), key=lambda each: -len(each[0])))


def tagged(body: bytes, values: Sequence[tuple[str, str]], name: str) -> Tagged:
    """The body with a tag for every value that stands in one paragraph as the data have it."""
    package, root = _opened(body)
    put: list[TagPut] = []
    for number, paragraph in enumerate(root.iter(w("p")), 1):
        place = Place(file=name, paragraph=number)
        put += [TagPut(tag, words, place) for words, tag in _tag(paragraph, values)]
    return Tagged(_packed(package, root), tuple(put))


def with_block(body: bytes, block: str, people: Sequence[str], name: str) -> Tagged | None:
    """The body with one computed block in the place of its tables of people; None where no table lists them."""
    package, root = _opened(body)
    free_closing_lines(root)
    main = root.find(w("body"))
    tables = (
        [] if main is None else [each for each in main.findall(w("tbl")) if _lists(each, people)]
    )
    if main is None or not tables:
        return None
    blocks = list(main)
    first, last = blocks.index(tables[0]), blocks.index(tables[-1])
    first = _head_of(blocks, first)
    words = " ".join(_text(each) for each in blocks[first : last + 1])
    for each in blocks[first : last + 1]:
        main.remove(each)
    tag = f'{{%p include "{block}" %}}'
    main.insert(first, tag_line(block))
    place = Place(file=name, cell=_("các bảng danh sách"))
    return Tagged(_packed(package, root), (TagPut(tag, words, place),))


def has_tags(body: bytes) -> bool:
    """Whether the text holds what would be read as tags already."""
    _package, root = _opened(body)
    text = "".join(each.text or "" for each in root.iter(w("t")))
    return any(sign in text for sign in TAG_SIGNS)


def _opened(body: bytes) -> tuple[LenientPackage, _Element]:
    package = open_package(body)
    root = package.xml(package.main)
    if root is None:
        raise LookupError(package.main)
    return package, root


def _packed(package: LenientPackage, root: _Element) -> bytes:
    return pack({**package.members, package.main: serialised(root)})


def _tag(paragraph: _Element, values: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Put the tags into one paragraph; what was put, in the order of the values."""
    for words, tag in values:
        pieces = list(paragraph.iter(w("t")))
        text = "".join(each.text or "" for each in pieces)
        places = list(_places(text, words))
        for at in reversed(places):
            _put(pieces, at, at + len(words), tag)
        yield from ((words, tag) for _at in places)


def _places(text: str, words: str) -> Iterator[int]:
    """Where the words stand, as whole words, and not inside a tag."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        is_whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        if is_whole and text.rfind("{{", 0, at) <= text.rfind("}}", 0, at):
            yield at
        at = text.find(words, end)


def _put(pieces: Sequence[_Element], start: int, end: int, tag: str) -> None:
    """Replace the letters from `start` to `end`, however runs divide them, by the tag in the first run's look."""
    at = 0
    for piece in pieces:
        text = piece.text or ""
        left, right = max(start - at, 0), max(min(end - at, len(text)), 0)
        at += len(text)
        if left < right:
            piece.text = text[:left] + tag + text[right:]
            piece.set(_XML_SPACE, "preserve")
            tag = ""


def _lists(table: _Element, people: Sequence[str]) -> bool:
    """Whether most rows of a table name one of the people."""
    rows = [fold(_text(row)) for row in table.iter(w("tr"))]
    named = sum(any(fold(name) in row for name in people) for row in rows)
    return named > 0 and named * 2 >= len(rows)


def _head_of(blocks: Sequence[_Element], at: int) -> int:
    """The group's headings right above a table of people: `I. TẬP THỂ`, `1. Giấy khen: 02 tập thể`."""
    while at and blocks[at - 1].tag == w("p") and _is_group(_text(blocks[at - 1])):
        at -= 1
    return at


def _is_group(text: str) -> bool:
    key = fold(text)
    return not key or (len(key) < _LONGEST_GROUP and ("tap the" in key or "ca nhan" in key))


_LONGEST_GROUP = 60


def _text(element: _Element) -> str:
    return "".join(each.text or "" for each in element.iter(w("t")))
