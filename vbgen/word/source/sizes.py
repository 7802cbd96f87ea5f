"""The other size set of the decree, put into a template that uses the house styles."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_STYLES = "word/styles.xml"


def resize(template: bytes, sizes: Mapping[str, float]) -> bytes:
    """`template` with each named style at its size in points; styles that it lacks are passed over."""
    source, target = ZipFile(BytesIO(template)), BytesIO()
    with source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for member in source.infolist():
            content = source.read(member)
            archive.writestr(
                member,
                _resized(content.decode(), sizes).encode()
                if member.filename == _STYLES
                else content,
            )
    return target.getvalue()


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
