"""Styles of a body that looks as in its own file: its defaults become the host's, the host's own are said outright."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from vbgen.word.package.relations import NUMBERING, STYLES
from vbgen.word.package.xml import W, parse_xml, w
from vbgen.word.template.fragments.carrying_styles import (
    StylesTaken,
    host_styles,
    reached,
    related_part,
    styles_by_id,
)

FRAME = "FrameNormal"  # what the host's paragraphs stand on from then on
_FRAME_NAME = "Khung văn bản"
_POINTERS: Final = ("basedOn", "link", "next")
_USES: Final = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_APART = " (thân văn bản)"
# What holds where nothing is said; the body's defaults must not reach the host's paragraphs.
_NEUTRAL: Final = f"""
<w:style xmlns:w="{W}" w:type="paragraph" w:customStyle="1" w:styleId="{FRAME}"><w:name w:val="{_FRAME_NAME}"/>
<w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:widowControl/>
<w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" w:line="240" w:lineRule="auto"/>
<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:contextualSpacing w:val="0"/><w:jc w:val="left"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" \
w:cs="Times New Roman"/><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/>
<w:color w:val="auto"/><w:spacing w:val="0"/><w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>
<w:lang w:val="vi-VN"/></w:rPr></w:style>"""
_WORDS_OWN: Final = (  # Word's defaults for a file that names none
    f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="20"/>'
    '<w:szCs w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


def carry_styles_apart(
    blocks: Sequence[etree._Element], source: Mapping[str, bytes], file: str, host: dict[str, bytes]
) -> StylesTaken:
    """The host's styles with the body's defaults and styles; what bears a name that the host has is renamed."""
    theirs = related_part(source, file, STYLES)
    given = source[theirs] if theirs else f'<w:styles xmlns:w="{W}"/>'.encode()
    root, part = host_styles(host, file, given)
    their_root = parse_xml(given, file, theirs)
    styles, ours = styles_by_id(their_root), styles_by_id(root)
    same = {name for name, style in styles.items() if name in ours and _is_same(style, ours[name])}
    defaults = {name for name, style in styles.items() if style.get(w("default")) == "1"}
    _set_apart(root)
    _take_defaults(root, their_root)
    used = _used(blocks) | _of_lists(source, file) | defaults
    names = list(reached(styles, used, same - defaults - {_default_of(ours), FRAME}))
    renamed = _renamed(names, styles, root)
    came = [_copy(styles[name], renamed, root) for name in names]
    root.extend(came)
    _point(blocks, renamed)
    return StylesTaken(root, part, came, renamed)


def _used(blocks: Sequence[etree._Element]) -> set[str]:
    return {str(use.get(w("val"))) for block in blocks for use in block.iter(*_USES)}


def _of_lists(source: Mapping[str, bytes], file: str) -> set[str]:
    """Styles that the lists stand on."""
    part = related_part(source, file, NUMBERING)
    root = parse_xml(source[part], file, part) if part else None
    links = root.iter(w("numStyleLink")) if root is not None else ()
    return {str(link.get(w("val"))) for link in links}


def _default_of(styles: Mapping[str, etree._Element]) -> str:
    """The id of the default paragraph style."""
    found = (
        name
        for name, style in styles.items()
        if style.get(w("default")) == "1" and style.get(w("type")) == "paragraph"
    )
    return next(found, "")


def _is_same(one: etree._Element, other: etree._Element) -> bool:
    """Whether two styles say the same, of the host's own before and after they were set apart."""
    return _said(one) == _said(other)


def _said(style: etree._Element) -> bytes:
    copy = deepcopy(style)
    copy.tail = None
    for base in copy.findall(w("basedOn")):
        if base.get(w("val")) in {FRAME, "Normal"}:
            copy.remove(base)
    etree.cleanup_namespaces(copy)
    return etree.tostring(copy, method="c14n")


def _set_apart(root: etree._Element) -> None:
    """The host's paragraph styles say for themselves what they took from defaults."""
    styles = styles_by_id(root)
    if FRAME in styles:
        return
    default = _default_of(styles)
    frame = etree.fromstring(_NEUTRAL)
    _overlay(frame, root.find(f"{w('docDefaults')}/{w('pPrDefault')}"), "pPr")
    _overlay(frame, root.find(f"{w('docDefaults')}/{w('rPrDefault')}"), "rPr")
    if default:
        _overlay(frame, styles[default], "pPr")
        _overlay(frame, styles[default], "rPr")
        root.remove(styles[default])
    for style in styles.values():
        if style.get(w("type")) == "paragraph":
            _base(style, default)
    root.insert(_after_defaults(root), frame)


def _after_defaults(root: etree._Element) -> int:
    heads = (w("docDefaults"), w("latentStyles"))
    return sum(1 for each in root if each.tag in heads)


def _base(style: etree._Element, default: str) -> None:
    """The style stands on the frame's own where it stood on the default style or on nothing."""
    base = style.find(w("basedOn"))
    if base is None:
        base = etree.Element(w("basedOn"))
        style.insert(1, base)
        base.set(w("val"), FRAME)
    elif base.get(w("val")) == default:
        base.set(w("val"), FRAME)


def _overlay(style: etree._Element, over: etree._Element | None, name: str) -> None:
    """What `over` says of paragraph or letters takes the place of what the style says."""
    theirs = None if over is None else over.find(w(name))
    ours = style.find(w(name))
    for said in theirs if theirs is not None else ():
        standing = None if ours is None else ours.find(said.tag)
        if standing is not None:
            standing.attrib.update(said.attrib)


def _take_defaults(root: etree._Element, theirs: etree._Element) -> None:
    for old in root.findall(w("docDefaults")):
        root.remove(old)
    found = theirs.find(w("docDefaults"))
    root.insert(0, etree.fromstring(_WORDS_OWN) if found is None else deepcopy(found))


def _renamed(
    names: Sequence[str], styles: Mapping[str, etree._Element], root: etree._Element
) -> dict[str, str]:
    """Id → new id of each style whose id the host has for another one."""
    taken = {*styles_by_id(root), *styles}
    found: dict[str, str] = {}
    ours = styles_by_id(root)
    for name in names:
        if name in ours:
            number = next(n for n in range(1, 10_000) if f"{name}Body{n}" not in taken)
            found[name] = f"{name}Body{number}"
            taken.add(found[name])
    return found


def _copy(
    style: etree._Element, renamed: Mapping[str, str], root: etree._Element
) -> etree._Element:
    copy = deepcopy(style)
    own = str(copy.get(w("styleId")))
    copy.set(w("styleId"), renamed.get(own, own))
    for pointer in copy.iterchildren(*map(w, _POINTERS)):
        pointer.set(w("val"), renamed.get(str(pointer.get(w("val"))), str(pointer.get(w("val")))))
    if copy.get(w("default")) == "1" and _has_default(root, str(copy.get(w("type")))):
        copy.attrib.pop(w("default"))
    name = copy.find(w("name"))
    if name is not None and str(name.get(w("val"))).casefold() in set(_names(root)):
        name.set(w("val"), f"{name.get(w('val'))}{_APART}")
    return copy


def _has_default(root: etree._Element, kind: str) -> bool:
    return any(
        style.get(w("default")) == "1" and style.get(w("type")) == kind
        for style in root.iterchildren(w("style"))
    )


def _names(root: etree._Element) -> Iterator[str]:
    for name in root.iterfind(f"{w('style')}/{w('name')}"):
        yield str(name.get(w("val"))).casefold()


def _point(blocks: Sequence[etree._Element], renamed: Mapping[str, str]) -> None:
    if not renamed:
        return
    for block in blocks:
        for use in block.iter(*_USES):
            use.set(w("val"), renamed.get(str(use.get(w("val"))), str(use.get(w("val")))))
