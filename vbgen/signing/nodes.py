"""What stands in a PDF file, as the library gives it: dictionaries, arrays and references, looked into."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

PdfNode = Any  # the library ships no types for it

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader


def pages_of(reader: "PdfFileReader") -> Iterator[PdfNode]:
    """Every page's dictionary, in order."""
    count = int(reader.root["/Pages"]["/Count"])
    for number in range(count):
        yield reader.find_page_for_modification(number)[0].get_object()  # type: ignore[no-untyped-call]


def inside(node: PdfNode, *keys: str) -> PdfNode:
    """What a dictionary of the file holds under those keys, one within the other; None where one is lacking."""
    for key in keys:
        if key not in node:
            return None
        node = node[key]
    return node


def references(old: PdfNode, new: PdfNode) -> tuple[int, int] | None:
    """Numbers of two objects that are referred to; None where either stands in its place itself."""
    found = number_of(old), number_of(new)
    if found[0] is None and found[1] is None:
        return None
    return found[0] or 0, found[1] or 0


def number_of(one: PdfNode) -> int | None:
    """The number of the object that is referred to; None for what is no reference."""
    from pyhanko.pdf_utils.generic import IndirectObject

    return one.idnum if isinstance(one, IndirectObject) else None


def same_reference(one: PdfNode, other: PdfNode) -> bool:
    """Whether both refer to one object, or are equal values in their place."""
    return number_of(one) == number_of(other) and (number_of(one) is not None or one == other)


def kept_order(before: list[PdfNode], later: list[PdfNode]) -> list[tuple[PdfNode, PdfNode]] | None:
    """Each of the earlier members with what stands for it later, in their order; None where one is lacking."""
    rest = iter(later)
    pairs = [
        (one, next((each for each in rest if same_reference(one, each)), None)) for one in before
    ]
    return None if any(match is None for _one, match in pairs) else pairs


def raw(array: PdfNode) -> Iterator[PdfNode]:
    """The members of an array as they stand, references as such."""
    for number in range(len(array or ())):
        yield array.raw_get(number)


def got(one: PdfNode) -> PdfNode:
    """What is referred to; a value in its place is itself."""
    return one.get_object()


def streams_of(page: PdfNode) -> list[PdfNode]:
    """What the page draws, in its order."""
    from pyhanko.pdf_utils.generic import ArrayObject

    found = inside(page, "/Contents")
    if isinstance(found, ArrayObject):
        return [got(one) for one in raw(found)]
    return [] if found is None else [found]


def same_stream(one: PdfNode, other: PdfNode) -> bool:
    """Whether two streams say the same, however they are packed."""
    return bool(one.data == other.data)


def number_at(node: PdfNode) -> int:
    """The number of the object that a dictionary is; 0 for one that stands within another."""
    ref = node.container_ref
    return int(ref.idnum) if ref is not None else 0


def reference_in(reader: "PdfFileReader", ref: PdfNode) -> PdfNode:
    """The same reference, to the object of that file."""
    from pyhanko.pdf_utils.generic import IndirectObject

    return IndirectObject(ref.idnum, ref.generation, reader)  # type: ignore[no-untyped-call]


def page_parts(page: PdfNode) -> set[int]:
    """Numbers of what a page draws, draws with, and bears as notes."""
    found = {
        number_of(page.raw_get(key))
        for key in ("/Contents", "/Resources", "/Annots")
        if key in page
    }
    found |= {number_of(one) for one in raw(_array(page, "/Contents"))}
    resources: PdfNode = inside(page, "/Resources") or {}
    found |= {number_of(resources.raw_get(key)) for key in resources}
    return {number for number in found if number is not None}


def _array(page: PdfNode, key: str) -> PdfNode:
    from pyhanko.pdf_utils.generic import ArrayObject

    found = inside(page, key)
    return found if isinstance(found, ArrayObject) else ()


def numbers_within(node: PdfNode, depth: int) -> set[int]:
    """Numbers of all objects that a node refers to, so many steps deep."""
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject

    if depth < 0:
        return set()
    if (number := number_of(node)) is not None:
        return {number} | numbers_within(got(node), depth - 1)
    if isinstance(node, ArrayObject):
        parts = list(raw(node))
    elif isinstance(node, DictionaryObject):
        parts = [node.raw_get(key) for key in node]
    else:
        return set()
    return set().union(*(numbers_within(part, depth - 1) for part in parts))
