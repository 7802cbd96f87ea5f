"""What a run and a paragraph look like once everything that applies has been applied."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.xmlnames import children, half_points, is_on, twips, value, w

Said = Mapping[str, object]  # what one level says: names of the fields below, with their values

TOGGLES: Final = frozenset({"bold", "italic", "caps", "small_caps", "strike", "hidden"})
_ALIGNMENTS: Final = {"start": "left", "end": "right", "distribute": "both", "justify": "both"}
_SLOTS: Final = (
    ("ascii", "font"),
    ("hAnsi", "font_hansi"),
    ("cs", "font_cs"),
    ("eastAsia", "font_ea"),
)
_TOGGLE_TAGS: Final = (
    ("b", "bold"),
    ("i", "italic"),
    ("caps", "caps"),
    ("smallCaps", "small_caps"),
    ("strike", "strike"),
    ("vanish", "hidden"),
)


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How the letters of one run look; `font` serves plain ASCII, `font_hansi` the accented letters."""

    font: str = "Times New Roman"
    font_hansi: str = "Times New Roman"
    font_cs: str = ""
    font_ea: str = ""
    size_pt: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    hidden: bool = False
    color: str = "auto"
    raised: str = "baseline"
    highlight: str = "none"
    shade: str = ""  # colour behind the letters, by w:shd
    scale: float = 100.0  # width of the letters, per cent
    apart_pt: float = 0.0  # white added between the letters; negative where they are squeezed
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph stands: indents in twips, spacing in points."""

    alignment: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0  # first line against the others; negative when it hangs
    before_pt: float = 0.0
    after_pt: float = 0.0
    contextual: bool = False
    line: float = 240.0
    line_rule: str = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    border_top: bool = False
    border_bottom: bool = False
    border_left: bool = False
    border_right: bool = False
    outline: int = 9
    style: str = ""

    @property
    def first_line_mm(self) -> float:
        """Where the first line begins, from the margin."""
        return (self.left + self.first) * 25.4 / 1440

    @property
    def lines(self) -> float | None:
        """Line spacing as a multiple of single; `None` when it is an exact height."""
        return self.line / 240 if self.line_rule == "auto" else None

    @property
    def boxed(self) -> bool:
        """Whether a border stands on all four sides."""
        return self.border_top and self.border_bottom and self.border_left and self.border_right


RUN_FIELDS: Final = frozenset(item.name for item in fields(RunFormat))
PARAGRAPH_FIELDS: Final = frozenset(item.name for item in fields(ParagraphFormat))


def run_said(properties: _Element | None, theme: Mapping[str, str]) -> dict[str, object]:
    """What a `w:rPr` says, and nothing that it leaves open."""
    if properties is None or not len(properties):
        return {}
    own = children(properties)
    said: dict[str, object | None] = {name: is_on(own.get(w(tag))) for tag, name in _TOGGLE_TAGS}
    said["size_pt"] = half_points(value(own.get(w("sz"))))
    said["underline"] = value(own.get(w("u")))
    said["color"] = value(own.get(w("color")))
    said["raised"] = value(own.get(w("vertAlign")))
    said["highlight"] = value(own.get(w("highlight")))
    said["lang"] = value(own.get(w("lang")))
    said["shade"] = value(own.get(w("shd")), "fill")
    said["scale"] = twips((value(own.get(w("w"))) or "").removesuffix("%"))
    apart = twips(value(own.get(w("spacing"))))
    said["apart_pt"] = None if apart is None else apart / 20
    said.update(_fonts(own.get(w("rFonts")), theme))
    return {name: found for name, found in said.items() if found is not None}


def _fonts(element: _Element | None, theme: Mapping[str, str]) -> dict[str, str]:
    if element is None:
        return {}
    found: dict[str, str] = {}
    for slot, name in _SLOTS:
        themed = theme.get(value(element, "cstheme" if slot == "cs" else f"{slot}Theme") or "")
        plain = value(element, slot)
        if themed or plain:
            found[name] = themed or plain or ""
    return found


def paragraph_said(properties: _Element | None) -> dict[str, object]:
    """What a `w:pPr` says, and nothing that it leaves open."""
    if properties is None or not len(properties):
        return {}
    own = children(properties)
    said: dict[str, object | None] = {
        "keep_next": is_on(own.get(w("keepNext"))),
        "keep_lines": is_on(own.get(w("keepLines"))),
        "page_break_before": is_on(own.get(w("pageBreakBefore"))),
        "contextual": is_on(own.get(w("contextualSpacing"))),
    }
    frame = value(
        own.get(w("framePr")), "xAlign"
    )  # a frame stands where it is told, whatever its text does
    alignment = frame or value(own.get(w("jc")))
    said["alignment"] = _ALIGNMENTS.get(alignment, alignment) if alignment else None
    said["outline"] = twips(value(own.get(w("outlineLvl"))))
    said.update(_indents(own.get(w("ind"))))
    said.update(_spacing(own.get(w("spacing"))))
    said.update(_borders(own.get(w("pBdr"))))
    return {name: found for name, found in said.items() if found is not None}


def _indents(element: _Element | None) -> dict[str, float | None]:
    if element is None:
        return {}
    hanging, first = twips(value(element, "hanging")), twips(value(element, "firstLine"))
    left, right = twips(value(element, "left")), twips(value(element, "right"))
    return {
        "left": twips(value(element, "start")) if left is None else left,
        "right": twips(value(element, "end")) if right is None else right,
        "first": first if hanging is None else -hanging,
    }


def _spacing(element: _Element | None) -> dict[str, object | None]:
    if element is None:
        return {}
    said: dict[str, object | None] = {"line": twips(value(element, "line"))}
    if said["line"] is not None:
        said["line_rule"] = value(element, "lineRule") or "auto"
    for side in ("before", "after"):
        points = twips(value(element, side))
        said[f"{side}_pt"] = None if points is None else points / 20
        lines = twips(value(element, f"{side}Lines"))
        if lines:
            said[f"{side}_pt"] = lines / 100 * 12
        if (value(element, f"{side}Autospacing") or "0") in {"1", "true", "on"}:
            said[f"{side}_pt"] = 14.0
    return said


def _borders(element: _Element | None) -> dict[str, bool | None]:
    if element is None:
        return {}
    found: dict[str, bool | None] = {}
    for side in ("top", "bottom", "left", "right"):
        border = element.find(w(side))
        if border is None and side in {"left", "right"}:
            border = element.find(w({"left": "start", "right": "end"}[side]))
        if border is not None:
            found[f"border_{side}"] = (value(border) or "none") not in {"none", "nil"}
    return found
