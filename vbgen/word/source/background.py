"""An office's own picture as the ground of a certificate: as large as the page, behind its text, for the border."""

import re
from functools import lru_cache

from vbgen.errors import TemplateError
from vbgen.messages import _
from vbgen.word.drawing.drawing import emu, fixed_to_page, picture_graphic
from vbgen.word.drawing.image import mime_type
from vbgen.word.drawing.images import read_image
from vbgen.word.package.package import read_package
from vbgen.word.package.zipwriter import zipped
from vbgen.word.source.ooxml import DECLARATION, NAMESPACES, paragraph, run

_HEADER, _RELS = "word/header3.xml", "word/_rels/header3.xml.rels"
_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_PAGE = re.compile(rb'<w:pgSz w:w="(\d+)" w:h="(\d+)"')
_MM_PER_TWIP = 25.4 / 1440
_OFFICE = "http://schemas.openxmlformats.org"
_NUMBER = 901


@lru_cache(maxsize=8)
def with_background(template: bytes, picture: bytes) -> bytes:
    """The template of a certificate with the picture on every page, but on stock that has a border.

    TemplateError for a template whose pages have no border to take the place of, and for no picture.
    """
    package, image = read_package(template, external_ok=True), read_image(picture)
    if _HEADER not in package or image is None:
        message = _("Mẫu giấy khen này không đặt được hình nền.")
        raise TemplateError(message)
    contents = dict(package.contents)
    width, height = (int(each) * _MM_PER_TWIP for each in _page(contents[_DOCUMENT]))
    name = f"background.{image.extension}"
    contents[_HEADER] = _header(width, height).encode()
    contents[_RELS] = _relations(name).encode()
    contents[f"word/media/{name}"] = picture
    contents[_TYPES] = _typed(contents[_TYPES].decode(), image.extension).encode()
    return zipped(contents)


def _page(document: bytes) -> tuple[bytes, ...]:
    found = _PAGE.search(document)
    return found.groups() if found else (b"16838", b"11906")


def _header(width: float, height: float) -> str:
    shown = paragraph("Spacer", _picture((emu(width), emu(height))))
    before, after = (
        paragraph("Spacer", run("{%p " + each + " %}")) for each in ("if not stock.border", "endif")
    )
    content = before + shown + after + paragraph("Spacer", "")
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


def _picture(size: tuple[int, int]) -> str:
    graphic = picture_graphic(size, _NUMBER, "rId1")
    return f"<w:r>{fixed_to_page(graphic, size, order=1, number=_NUMBER, name='Nền')}</w:r>"


def _relations(name: str) -> str:
    kind = f"{_OFFICE}/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="rId1" Type="{kind}" Target="media/{name}"/>'
    space = f"{_OFFICE}/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{relation}</Relationships>'


def _typed(types: str, extension: str) -> str:
    if f'Extension="{extension}"' in types:
        return types
    default = f'<Default Extension="{extension}" ContentType="{mime_type(extension)}"/>'
    at = types.index("<Default")
    return types[:at] + default + types[at:]
