"""The other size set of the decree, put into a template that uses the house styles."""

import re
from collections.abc import Mapping

from vbgen.word.package.compressor import Compressor
from vbgen.word.package.package import read_package
from vbgen.word.package.zipwriter import Member, write_zip

_STYLES = "word/styles.xml"


def resize(template: bytes, sizes: Mapping[str, float]) -> bytes:
    """`template` with each named style at its size in points; styles that it lacks are passed over."""
    package = read_package(template, external_ok=True)  # whoever opens the template drops
    if _STYLES not in package:
        return template
    styles = _resized(package.contents[_STYLES].decode(), sizes).encode()
    changed = Member.of(_STYLES, styles, Compressor())
    return write_zip(changed if each.name == _STYLES else each for each in package.members)


def _resized(styles: str, sizes: Mapping[str, float]) -> str:
    for style, size in sizes.items():
        found = re.search(
            rf'<w:style [^>]*w:styleId="{re.escape(style)}".*?</w:style>', styles, re.DOTALL
        )
        if found:
            styles = styles[: found.start()] + _with_size(found[0], size) + styles[found.end() :]
    return styles


def _with_size(style: str, size: float) -> str:
    return re.sub(r'(<w:szC?s? w:val=")\d+(")', rf"\g<1>{round(size * 2)}\g<2>", style)
