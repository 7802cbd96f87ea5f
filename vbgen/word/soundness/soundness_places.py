"""Where an element of a finished document stands, as a clerk counts: table, row, cell, paragraph."""

from collections.abc import Sequence

from lxml import etree

from vbgen.errors import Place
from vbgen.messages import _
from vbgen.word.package.xml import w

_FRAMES = {w(name) for name in ("tc", "txbxContent", "footnote", "endnote")}
_TABLE, _ROW, _CELL, _PARAGRAPH, _BOX = (
    w(name) for name in ("tbl", "tr", "tc", "p", "txbxContent")
)
_LEVELS = (_TABLE, _ROW, _CELL)


def place_of(element: etree._Element, part: Place) -> Place:
    """The place of an element, as far as the elements around it are still there."""
    around = [element, *element.iterancestors()]
    is_boxed = any(each.tag == _BOX for each in around)
    label = _("{part}, khung chữ", part=part.part) if is_boxed else part.part
    return part._replace(part=label, cell=_cell_of(around), paragraph=_paragraph_of(around))


def _cell_of(around: Sequence[etree._Element]) -> str:
    """The cells around an element, outermost first, and the table or row that it is."""
    cell = ""
    for each in reversed(around):
        if each.tag == _CELL or (each is around[0] and each.tag in _LEVELS):
            cell = _inside(cell, _counted(each))
    return cell


def _paragraph_of(around: Sequence[etree._Element]) -> int:
    nearest = next((each for each in around if each.tag in (_PARAGRAPH, *_FRAMES)), None)
    return _number(nearest) if nearest is not None and nearest.tag == _PARAGRAPH else 0


def _inside(outer: str, inner: str) -> str:
    return _("{outer}, trong đó {inner}", outer=outer, inner=inner) if outer else inner


def _counted(element: etree._Element) -> str:
    """`bảng 1, hàng 2, ô 3`, as far down as the element is."""
    line = [each for each in (element, *element.iterancestors()) if each.tag in _LEVELS]
    depth = _LEVELS.index(str(element.tag)) + 1
    table, row, cell = [_number(each) for each in reversed(line[:depth])] + [0] * (3 - depth)
    if depth == 1:
        return _("bảng {table}", table=table)
    if depth == 2:  # noqa: PLR2004 - a row
        return _("bảng {table}, hàng {row}", table=table, row=row)
    return _("bảng {table}, hàng {row}, ô {cell}", table=table, row=row, cell=cell)


def _number(element: etree._Element) -> int:
    """The place of an element among those of its name that stand in the same table, row, cell or part; from 1."""
    kinds = {_ROW: {_TABLE}, _CELL: {_ROW}}.get(str(element.tag), _FRAMES)
    frame = _nearest(element, kinds)
    top = element.getroottree().getroot() if frame is None else frame
    count = 0
    for each in top.iter(str(element.tag)):
        count += _nearest(each, kinds) is frame
        if each is element:
            break
    return count


def _nearest(element: etree._Element, names: set[str]) -> etree._Element | None:
    return next((each for each in element.iterancestors() if each.tag in names), None)
