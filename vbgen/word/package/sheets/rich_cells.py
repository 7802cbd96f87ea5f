"""Bold, italics and colours within a cell: carried over to the words that stay when its text is changed."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import takewhile

from lxml import etree

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_TO_BE_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character

Look = etree._Element | None  # noqa: SLF001 - how lxml names its elements
Run = tuple[Look, str]


def plain_text_node(parent: etree._Element, text: str) -> None:
    """A text as Excel keeps it, below `parent`."""
    node = etree.SubElement(parent, _of(parent, "t"))
    node.set(_SPACE, "preserve")
    node.text = _TO_BE_CODED.sub("_x005F_", text)


def runs_of(cell: etree._Element, shared: Sequence[etree._Element]) -> list[Run]:
    """The pieces of a cell's text with their looks; none where it has but one look."""
    found = _item(cell, shared)
    if found is None:
        return []
    return [(run.find(_of(run, "rPr")), _text(run)) for run in found.findall(_of(found, "r"))]


def _item(cell: etree._Element, shared: Sequence[etree._Element]) -> etree._Element | None:
    if cell.get("t") == "inlineStr":
        return cell.find(_of(cell, "is"))
    number = cell.findtext(_of(cell, "v")) if cell.get("t") == "s" else None
    is_known = number is not None and number.isdecimal() and int(number) < len(shared)
    return shared[int(number)] if number is not None and is_known else None


def _text(run: etree._Element) -> str:
    text = "".join(node.text or "" for node in run.findall(_of(run, "t")))
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")


def carried_over(runs: Sequence[Run], text: str) -> list[Run]:
    """The new text with the looks of what stays at its beginning and end; what is new looks as what it follows.

    None where no word of it stays: then nobody knows which look is meant.
    """
    old = "".join(piece for _look, piece in runs)
    looks = [look for look, piece in runs for _letter in piece]
    begin = _alike(old, text)
    end = min(_alike(old[::-1], text[::-1]), min(len(old), len(text)) - begin)
    if not begin and not end:
        return []
    added = len(text) - begin - end
    among = [looks[max(begin - 1, 0)]] * added
    return list(_joined([*looks[:begin], *among, *looks[len(old) - end :]], text))


def _alike(one: str, other: str) -> int:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _pair in pairs)


def _joined(looks: Sequence[Look], text: str) -> Iterator[Run]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] is not looks[start]:
            yield looks[start], text[start:at]
            start = at


def write_runs(cell: etree._Element, runs: Sequence[Run]) -> None:
    """Put pieces with their looks into a cell that is empty."""
    cell.set("t", "inlineStr")
    item = etree.SubElement(cell, _of(cell, "is"))
    for look, text in runs:
        run = etree.SubElement(item, _of(cell, "r"))
        if look is not None:
            run.append(deepcopy(look))
        plain_text_node(run, text)


def _of(element: etree._Element, tag: str) -> str:
    return f"{{{etree.QName(element).namespace}}}{tag}"
