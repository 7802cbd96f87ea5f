"""Other looks of a template that uses the house styles: the other size set of the decree, the Party's papers."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from vbgen.word.package.compressor import Compressor
from vbgen.word.package.package import read_package
from vbgen.word.package.zipwriter import Member, write_zip
from vbgen.word.source.styles import party_styles, style_part, styles

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"
_STYLE = r'<w:style [^>]*w:styleId="{key}".*?</w:style>'
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_CLOSING = re.compile(
    r"(?<=[.}])/\.(?=$|\{)"
)  # behind a full stop, which the Party's papers end with
_ROMAN = re.compile(r"(Phụ lục(?:\{%.*?%\})? )(I{1,3})\b")


def resize(template: bytes, sizes: Mapping[str, float]) -> bytes:
    """`template` with each named style at its size in points; styles that it lacks are passed over."""
    return _changed(template, _STYLES, lambda text: _resized(text, sizes))


def as_party_paper(template: bytes) -> bytes:
    """`template` as the Party's papers look; a style that the office set otherwise than the house stays its own."""
    return party_worded(_changed(template, _STYLES, _restyled))


def party_worded(part: bytes) -> bytes:
    """A template or a fragment that ends by a full stop alone and counts its annexes in Arabic numerals."""
    return _changed(part, _DOCUMENT, lambda text: _TEXT.sub(_worded, text))


def _worded(found: re.Match[str]) -> str:
    text = _CLOSING.sub("", found[2])
    return f"{found[1]}{_ROMAN.sub(lambda one: f'{one[1]}{len(one[2])}', text)}{found[3]}"


def _changed(template: bytes, name: str, change: Callable[[str], str]) -> bytes:
    package = read_package(template, external_ok=True)  # whoever opens the template drops
    if name not in package:
        return template
    text = package.contents[name].decode()
    if (made := change(text)) == text:
        return template
    changed = Member.of(name, made.encode(), Compressor())
    return write_zip(changed if each.name == name else each for each in package.members)


def _restyled(text: str) -> str:
    for house, party in _party_parts():
        text = text.replace(house, party)
    return text


@cache
def _party_parts() -> tuple[tuple[str, str], ...]:
    """Each style as the house and as the Party sets it."""
    named = styles()
    return tuple(
        (style_part(key, named[key]), style_part(key, {**named[key], **changes}))
        for key, changes in party_styles().items()
    )


def _resized(text: str, sizes: Mapping[str, float]) -> str:
    for style, size in sizes.items():
        found = re.search(_STYLE.format(key=re.escape(style)), text, re.DOTALL)
        if found:
            text = text[: found.start()] + _with_size(found[0], size) + text[found.end() :]
    return text


def _with_size(style: str, size: float) -> str:
    return re.sub(r'(<w:szC?s? w:val=")\d+(")', rf"\g<1>{round(size * 2)}\g<2>", style)
