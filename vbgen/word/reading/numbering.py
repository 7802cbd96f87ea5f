"""Numbers that Word writes before paragraphs by itself: they stand in no text, yet a reader sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element

from vbgen.word.package.lenient import LenientPackage
from vbgen.word.reading.formats import Said, paragraph_said
from vbgen.word.reading.xmlnames import child, child_value, value, w, whole

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ALPHABET: Final = 26
_MAX_ROMAN: Final = 4000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, what is written."""

    start: int
    kind: str
    text: str
    paragraph: Said


@dataclass(slots=True)
class ListNumbering:
    """All lists of a file; `label` counts on as the document is read in order."""

    levels: Mapping[str, Mapping[int, Level]]  # by numbering id
    lists: Mapping[str, str]  # numbering id → the list it shares its counting with
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def level(self, number: tuple[str, int] | None) -> Level | None:
        """The level that a paragraph's numbering names, or `None`."""
        return None if number is None else self.levels.get(number[0], {}).get(number[1])

    def label(self, number: tuple[str, int] | None) -> str:
        """What Word writes before the next paragraph of this numbering."""
        level = self.level(number)
        if number is None or level is None or level.kind == "none":
            return ""
        counts = self._counts.setdefault(self.lists.get(number[0], number[0]), {})
        counts[number[1]] = counts.get(number[1], level.start - 1) + 1
        for deeper in [depth for depth in counts if depth > number[1]]:
            del counts[deeper]
        return self._filled(level, number[0], counts)

    def _filled(self, level: Level, identity: str, counts: Mapping[int, int]) -> str:
        if level.kind == "bullet":
            return level.text
        text = level.text
        for depth, other in self.levels.get(identity, {}).items():
            if f"%{depth + 1}" in text:
                text = text.replace(
                    f"%{depth + 1}", numeral(counts.get(depth, other.start), other.kind)
                )
        return text


def numeral(number: int, kind: str) -> str:
    """A number as Word's list formats write it; note that its letters are English (… d, e, f …)."""
    if kind in {"upperRoman", "lowerRoman"}:
        return roman(number) if kind == "upperRoman" else roman(number).lower()
    if kind in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)
        return letter.upper() if kind == "upperLetter" else letter
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def roman(number: int) -> str:
    """Roman numeral of a small positive number; other numbers stay Arabic."""
    if not 0 < number < _MAX_ROMAN:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def read_numbering(package: LenientPackage) -> ListNumbering:
    """The lists of a file; none when it has no numbering part."""
    root = package.xml(package.related("numbering"))
    if root is None:
        return ListNumbering({}, {})
    abstract = {
        value(item, "abstractNumId") or "": _levels(item) for item in root.findall(w("abstractNum"))
    }
    levels: dict[str, dict[int, Level]] = {}
    lists: dict[str, str] = {}
    for item in root.findall(w("num")):
        identity, shared = value(item, "numId") or "", child_value(item, "abstractNumId") or ""
        overrides = {whole(value(one, "ilvl")): one for one in item.findall(w("lvlOverride"))}
        levels[identity] = {
            **abstract.get(shared, {}),
            **_overridden(abstract.get(shared, {}), overrides),
        }
        lists[identity] = identity if overrides else f"shared {shared}"
    return ListNumbering(levels, lists)


def _levels(item: _Element) -> dict[int, Level]:
    return {whole(value(level, "ilvl")): _level(level) for level in item.findall(w("lvl"))}


def _level(level: _Element) -> Level:
    return Level(
        start=whole(child_value(level, "start"), 1),
        kind=child_value(level, "numFmt") or "decimal",
        text=child_value(level, "lvlText") or "",
        paragraph=paragraph_said(child(level, "pPr")),
    )


def _overridden(levels: Mapping[int, Level], overrides: Mapping[int, _Element]) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for depth, item in overrides.items():
        own, start = child(item, "lvl"), child_value(item, "startOverride")
        level = _level(own) if own is not None else levels.get(depth)
        if level is not None:
            first = whole(start, level.start) if start else level.start
            found[depth] = Level(first, level.kind, level.text, level.paragraph)
    return found
