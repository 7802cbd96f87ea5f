"""How the letters of a body look in the form of the decree: Times New Roman, black, of one size."""

from copy import deepcopy
from typing import Final

from lxml.etree import _Element

from vbgen.word.elements import drop, properties, put, switch
from vbgen.word.reading.formats import RunFormat
from vbgen.word.reading.xmlnames import XML, child, w

FONT: Final = "Times New Roman"
SIZE_PT: Final = 14.0
BARE: Final = "Own"  # ends the id of a style of the file that the frame has too
HEADING_STYLES: Final = {  # the frame's styles that a body takes → what they say of letters
    "Body": frozenset[str](),
    "BodyLast": frozenset[str](),
    "Heading1Roman": frozenset({"bold", "caps"}),
    "Heading2Arabic": frozenset({"bold"}),
    "Heading3": frozenset[str](),
}
_TOGGLES: Final = {
    "bold": ("b", "bCs"),
    "italic": ("i", "iCs"),
    "caps": ("caps",),
    "small_caps": ("smallCaps",),
    "strike": ("strike",),
}
_TABLE_SIZES: Final = (11.0, 14.0)  # what letters of a table may have
_REFERENCES: Final = (
    w("footnoteReference"),
    w("endnoteReference"),
    w("footnoteRef"),
    w("endnoteRef"),
)
_SPACE: Final = f"{{{XML}}}space"
_BLACK: Final = frozenset({"auto", "000000"})
_DROPPED: Final = (
    "rStyle",
    "rFonts",
    "sz",
    "szCs",
    "color",
    "highlight",
    "shd",
    "spacing",
    "w",
    "kern",
    "u",
    "vertAlign",
)


def is_in_box(paragraph: _Element) -> bool:
    """Whether it stands in a text box or a drawing, which keep their own looks."""
    return next(paragraph.iterancestors(w("txbxContent")), None) is not None


def dress_run(run: _Element, look: RunFormat, target: str | None) -> list[str]:
    """The run in the looks of a paragraph of that style, in a table (None) of its own size; what was changed of it."""
    if any(run.find(name) is not None for name in _REFERENCES):
        return []
    size = SIZE_PT if target else _table_size(look.size_pt)
    if target is None:
        set_run(run, None if size == look.size_pt else size)
    else:
        _take_style(run, look, HEADING_STYLES[target])
    return _differences(look, size) if run.find(w("t")) is not None else []


def _differences(look: RunFormat, size: float) -> list[str]:
    """In what letters of that look were not as the decree has them."""
    found = {
        "fonts": {look.font, look.font_hansi} != {FONT},
        "sizes": look.raised == "baseline" and look.size_pt != size,
        "colours": look.color.lower() not in _BLACK or look.highlight != "none",
    }
    return [name for name, is_so in found.items() if is_so]


def _table_size(size_pt: float) -> float:
    """A table's letters keep their size where a table may have it."""
    least, most = _TABLE_SIZES
    return size_pt if least <= size_pt <= most else SIZE_PT - 1


def set_run(run: _Element, size: float | None) -> None:
    """Font and colour said outright; the size too where it must be another one."""
    own = properties(run, "rPr")
    put(own, "rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    put(own, "color", val="auto")
    for name in ("themeColor", "themeTint", "themeShade"):
        put(own, "color", **{name: None})
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        put(own, "rFonts", **{name: None})
    drop(own, "highlight")
    if size is not None:
        put(own, "sz", val=str(round(size * 2)))
        put(own, "szCs", val=str(round(size * 2)))


def _take_style(run: _Element, look: RunFormat, said: frozenset[str]) -> None:
    """What the style says is left to it; bold, italic and the like are said where it does not."""
    own = properties(run, "rPr")
    for name in _DROPPED:
        drop(own, name)
    for toggle, tags in _TOGGLES.items():
        _toggle(own, tags, on=bool(getattr(look, toggle)) and toggle not in said)
    if look.underline != "none":
        put(own, "u", val=look.underline)
    if look.raised != "baseline":
        put(own, "vertAlign", val=look.raised)
    if not len(own):
        run.remove(own)


def _toggle(own: _Element, tags: tuple[str, ...], *, on: bool) -> None:
    for tag in tags:
        drop(own, tag)
        if on:
            switch(own, tag, on=True)


def embolden(paragraph: _Element, letters: int) -> bool:
    """The first letters of a paragraph in bold, a run that goes on behind them divided there; whether any was not."""
    left, was_plain = letters, False
    for run in list(paragraph.iter(w("r"))):
        text = "".join(node.text or "" for node in run.findall(w("t")))
        if left <= 0:
            break
        if len(text) > left and len(run.findall(w("t"))) == 1:
            _divide(run, left)
        was_plain |= bool(text.strip()) and child(child(run, "rPr"), "b") is None
        _toggle(properties(run, "rPr"), _TOGGLES["bold"], on=True)
        left -= len(text)
    return was_plain


def _divide(run: _Element, letters: int) -> None:
    """The run cut behind so many of its letters; what follows goes on in a run of the same looks."""
    rest = deepcopy(run)
    run.addnext(rest)
    for one, piece in ((run, slice(None, letters)), (rest, slice(letters, None))):
        text = one.find(w("t"))
        if text is not None:
            text.text = (text.text or "")[piece]
            text.set(_SPACE, "preserve")
    kept = {w("rPr"), w("t")}
    for extra in [each for each in run if each.tag not in kept]:
        run.remove(extra)
