"""Styles, document defaults and theme fonts, folded into what applies to a run or paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Final

from lxml.etree import _Element

from vbgen.word.package.lenient import LenientPackage
from vbgen.word.reading.formats import (
    PARAGRAPH_FIELDS,
    RUN_FIELDS,
    TOGGLES,
    ParagraphFormat,
    RunFormat,
    Said,
    paragraph_said,
    run_said,
)
from vbgen.word.reading.tableparts import SEPARATOR
from vbgen.word.reading.xmlnames import A, child, child_value, value, w

_SCHEMES: Final = (("major", "majorFont"), ("minor", "minorFont"))
_MAX_CHAIN: Final = 40


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written: what it says itself, and the style it is based on."""

    based_on: str
    run: Said
    paragraph: Said
    number: tuple[str, int] | None = None  # numbering id and level
    parts: Mapping[str, "Style"] = field(
        default_factory=dict
    )  # of a table: its first row, its bands …


@dataclass(slots=True)
class StyleSheet:
    """All styles of a file, each read when it is first asked for; resolved formats are remembered."""

    elements: Mapping[str, _Element]
    default_paragraph: str
    default_run_said: Said
    default_paragraph_said: Said
    theme: Mapping[str, str]
    bordered: frozenset[str] = frozenset()  # table styles that draw borders
    _styles: dict[str, Style] = field(default_factory=dict)
    _paragraphs: dict[tuple[object, ...], ParagraphFormat] = field(default_factory=dict)
    _runs: dict[tuple[object, ...], RunFormat] = field(default_factory=dict)

    def chain(self, style: str) -> list[Style]:
        """The style and those that it is based on, the farthest first; a ring is cut."""
        found: list[Style] = []
        seen: set[str] = set()
        while style in self.elements and style not in seen and len(found) < _MAX_CHAIN:
            seen.add(style)
            found.append(self._style(style))
            style = found[-1].based_on
        return found[::-1]

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = _style(self.elements[name], self.theme)
        return self._styles[name]

    def number(self, style: str) -> tuple[str, int] | None:
        """Numbering that a paragraph has from its style."""
        return next((item.number for item in reversed(self.chain(style)) if item.number), None)

    def paragraph(self, style: str, table: str, numbered: Said, direct: Said) -> ParagraphFormat:
        """Format of a paragraph: defaults, table style, style, numbering, then its own words."""
        key = (style, table, *_key(numbered), "|", *_key(direct))
        if key not in self._paragraphs:
            levels = [
                self.default_paragraph_said,
                *(item.paragraph for item in self._table_chain(table)),
            ]
            levels += [*(item.paragraph for item in self.chain(style)), numbered, direct]
            said = {
                name: found
                for level in levels
                for name, found in level.items()
                if name in PARAGRAPH_FIELDS
            }
            self._paragraphs[key] = ParagraphFormat(**{**said, "style": style})  # type: ignore[arg-type] # filled by field name
        return self._paragraphs[key]

    def run(self, style: str, paragraph: str, table: str, direct: Said) -> RunFormat:
        """Format of a run: toggles of paragraph and character styles cancel each other, as in Word."""
        key = (style, paragraph, table, *_key(direct))
        if key not in self._runs:
            tabled = _folded(self._table_chain(table))
            levels = [tabled, *(_folded(self.chain(name)) for name in (paragraph, style))]
            toggled = {
                name: _toggled(levels, name)
                for name in TOGGLES
                if any(name in level for level in levels)
            }
            said: dict[str, object] = dict(self.default_run_said)
            for level in (*levels, toggled, direct):
                said.update(level)
            self._runs[key] = _complete(said)
        return self._runs[key]

    def _table_chain(self, table: str) -> list[Style]:
        """The table style's chain, then what it says of the parts that the cell belongs to."""
        name, *parts = table.split(SEPARATOR)
        chain = self.chain(name)
        return chain + [item.parts[part] for part in parts for item in chain if part in item.parts]


def _folded(chain: Sequence[Style]) -> Said:
    """What the runs of a chain of styles say, the last one's word standing."""
    return reduce(lambda folded, item: {**folded, **item.run}, chain, {})


def _key(said: Said) -> Iterator[object]:
    return iter(sorted(said.items(), key=lambda item: item[0]))


def _toggled(levels: list[Said], name: str) -> bool:
    return sum(bool(level.get(name)) for level in levels) % 2 == 1


def _complete(said: Mapping[str, object]) -> RunFormat:
    known = {name: found for name, found in said.items() if name in RUN_FIELDS}
    if "font" in known and "font_hansi" not in known:
        known["font_hansi"] = known["font"]
    return RunFormat(**known)  # type: ignore[arg-type] # filled by field name from typed readers


def read_styles(package: LenientPackage) -> StyleSheet:
    """The style sheet of a file; an empty one when it has none."""
    theme = read_theme(package)
    root = package.xml(package.related("styles"))
    defaults = child(root, "docDefaults")
    items = [] if root is None else root.findall(w("style"))
    return StyleSheet(
        elements={_id_of(item): item for item in items},
        default_paragraph=_default_paragraph(items),
        default_run_said=run_said(child(child(defaults, "rPrDefault"), "rPr"), theme),
        default_paragraph_said=paragraph_said(child(child(defaults, "pPrDefault"), "pPr")),
        theme=theme,
        bordered=_bordered(items),
    )


def _id_of(item: _Element) -> str:
    return value(item, "styleId") or ""


def _default_paragraph(items: Sequence[_Element]) -> str:
    """The id of the paragraph style that holds where none is named."""
    paragraphs = (item for item in items if value(item, "type") in {"paragraph", None})
    return next((_id_of(item) for item in paragraphs if _is_default(item)), "")


def _is_default(item: _Element) -> bool:
    return value(item, "default") in {"1", "true", "on"}


def _bordered(items: Sequence[_Element]) -> frozenset[str]:
    """Table styles that draw borders, by themselves or through the style that they are based on."""
    tables = [item for item in items if value(item, "type") == "table"]
    own = {_id_of(item) for item in tables if _draws_borders(item)}
    through = {_id_of(item) for item in tables if (child_value(item, "basedOn") or "") in own}
    return frozenset(own | through)


def _draws_borders(item: _Element) -> bool:
    borders = child(child(item, "tblPr"), "tblBorders")
    return borders is not None and any(
        (value(side) or "none") not in {"none", "nil"} for side in borders
    )


def _style(item: _Element, theme: Mapping[str, str]) -> Style:
    properties = child(item, "pPr")
    return Style(
        based_on=child_value(item, "basedOn") or "",
        run=run_said(child(item, "rPr"), theme),
        paragraph=paragraph_said(properties),
        number=read_number(properties),
        parts={
            value(part, "type") or "": _style(part, theme) for part in item.findall(w("tblStylePr"))
        },
    )


def read_number(properties: _Element | None) -> tuple[str, int] | None:
    """Numbering id and level that a `w:pPr` names, or `None`."""
    from vbgen.word.reading.xmlnames import whole

    found = child(properties, "numPr")
    if found is None:
        return None
    return child_value(found, "numId") or "", whole(child_value(found, "ilvl"))


def read_theme(package: LenientPackage) -> dict[str, str]:
    """Font of each theme slot (`minorHAnsi` …); a Vietnamese document uses the theme's Vietnamese fonts."""
    root = package.xml(package.related("theme"))
    if root is None:
        return {}
    vietnamese = _theme_language(package).startswith("vi")
    found: dict[str, str] = {}
    for prefix, tag in _SCHEMES:
        scheme = root.find(f".//{{{A}}}{tag}")
        if scheme is not None:
            latin = _latin(scheme, vietnamese=vietnamese)
            found |= {f"{prefix}{slot}": latin for slot in ("HAnsi", "Ascii")}
            found |= {
                f"{prefix}EastAsia": _face(scheme, "ea"),
                f"{prefix}Bidi": _face(scheme, "cs"),
            }
    return {slot: name for slot, name in found.items() if name}


def _latin(scheme: _Element, *, vietnamese: bool) -> str:
    if vietnamese:
        for font in scheme.findall(f"{{{A}}}font"):
            if font.get("script") == "Viet":
                return font.get("typeface") or ""
    return _face(scheme, "latin")


def _face(scheme: _Element, slot: str) -> str:
    font = scheme.find(f"{{{A}}}{slot}")
    return "" if font is None else font.get("typeface") or ""


def _theme_language(package: LenientPackage) -> str:
    settings = package.xml(package.related("settings"))
    return child_value(settings, "themeFontLang") or ""
