"""A template of certificates with its names or its title in another font than its design's."""

import re
from collections.abc import Mapping
from functools import lru_cache

from vbgen.model.design import ChosenFonts
from vbgen.word.package.package import read_package
from vbgen.word.package.zipwriter import zipped
from vbgen.word.source.package import font_table
from vbgen.word.source.styles import FONT
from vbgen.words.fonts.display import DISPLAY_FONTS

_STYLES, _FONTS = "word/styles.xml", "word/fontTable.xml"
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_STYLE = r'<w:style [^>]*w:styleId="{}".*?</w:style>'
_OLD = re.compile(r"<w:rFonts [^>]*/>|<w:bC?s?/>")
_NAMED = re.compile(r'<w:rFonts w:ascii="([^"]+)"')


@lru_cache(maxsize=16)
def with_lettering(template: bytes, lettering: ChosenFonts) -> bytes:
    """The template with its styles of title and name, and its table of fonts, in the fonts that are given."""
    package = read_package(template, external_ok=True)
    styles = package.contents[_STYLES].decode()
    for style, font in _fonts(lettering).items():
        found = re.search(_STYLE.format(style), styles, re.DOTALL)
        if found:
            styles = styles[: found.start()] + _lettered(found[0], font) + styles[found.end() :]
    named = dict.fromkeys(_NAMED.findall(styles))
    others = {name: DISPLAY_FONTS[name].instead for name in named if name in DISPLAY_FONTS}
    changed = {_STYLES: styles.encode(), _FONTS: font_table(others).encode()}
    return zipped({**package.contents, **changed})


def _fonts(lettering: ChosenFonts) -> Mapping[str, str]:
    """Style → font, for what is given."""
    styles = {"Title": lettering.title, "Name": lettering.name}
    return {
        f"Certificate{part}{kept_for}": font
        for part, font in styles.items()
        if font
        for kept_for in ("", "Long", "Small")  # where the template has such a style
    }


def _lettered(style: str, font: str) -> str:
    slots = " ".join(f'w:{slot}="{font}"' for slot in _SLOTS)
    is_bold = font == FONT or DISPLAY_FONTS[font].has_bold
    run = f"<w:rFonts {slots}/>" + ("<w:b/><w:bCs/>" if is_bold else "")
    return _OLD.sub("", style).replace("<w:rPr>", f"<w:rPr>{run}", 1)
