"""Letters made otherwise than the decree knows: struck through, stretched, hidden, shaded, small capitals, symbols."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import whole
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import text_of
from vbgen.messages import _
from vbgen.word.reading.formats import RunFormat
from vbgen.word.reading.values import Paragraph

_NARROW, _WIDE = 90, 110  # per cent of a letter's width that nobody sees
_APART_PT: Final = 1.0
_NO_SHADE: Final = frozenset({"", "auto", "FFFFFF"})
_SYMBOLS: Final = ("wingdings", "webdings", "symbol")
_FEW: Final = 3  # letters of a tick or an arrow, which a symbol font may show


def check_effects(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """One hit a paragraph and effect."""
    for item in paper.document.paragraphs:
        yield from _effects(item)
        if item.hidden:
            yield Hit("font.hidden", _("chữ ẩn “{text}”", text=item.hidden), item)


def _effects(item: Paragraph) -> Iterator[Hit]:
    pieces = [(text, look) for text, look in whole(item).pieces if re.search(r"[^\W_]", text)]
    for rule, holds in _EFFECTS:
        if any(holds(look) for _text, look in pieces):
            yield Hit(rule, _seen(rule), item)
    if any(_is_symbol(text, look) for text, look in pieces):
        yield Hit("font.symbol", _("chữ đặt phông ký hiệu"), item)


def _is_stretched(look: RunFormat) -> bool:
    return not _NARROW <= look.scale <= _WIDE or abs(look.apart_pt) >= _APART_PT


def _is_shaded(look: RunFormat) -> bool:
    return look.shade.upper() not in _NO_SHADE and look.shade != "auto"


def _is_struck(look: RunFormat) -> bool:
    return look.strike


def _is_symbol(text: str, look: RunFormat) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > _FEW and look.font.lower().startswith(_SYMBOLS)


def check_small_capitals(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Small capitals in the text, which is written in small letters."""
    for _role, item in text_of(paper):
        if any(look.small_caps for text, look in whole(item).pieces if text.strip()):
            yield Hit("font.small-capitals", _("chữ hoa nhỏ (Small caps)"), item)


def _seen(rule: str) -> str:
    return {
        "font.strike": _("chữ bị gạch ngang"),
        "font.stretched": _("chữ bị ép hoặc giãn"),
        "font.highlight": _("chữ có màu nền"),
    }[rule]


_EFFECTS: Final = (
    ("font.strike", _is_struck),
    ("font.stretched", _is_stretched),
    ("font.highlight", _is_shaded),
)

CHECKS: Final = (check_effects, check_small_capitals)
