"""Names and titles in a design's own fonts, and what such a font has no letter for: `Ƀ` of the Ê Đê, the Gia Rai."""

from collections.abc import Iterator

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.design import CertificateDesign
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.words.names import upper_vn
from vbgen.words.person.doubt import cut
from vbgen.words.widths import foreign_signs


def name_as_set(entry: HonourEntry, design: CertificateDesign) -> str:
    """A name as the design writes it."""
    return entry.name if design.name_as_typed else upper_vn(entry.name)


def lettering_problems(scene: Scene) -> Iterator[Problem]:
    """An error for each certificate with a sign that its design's font lacks: in its PDF file another would stand."""
    design = scene.kind.design_used
    if design is None or not (design.name_font or design.title_font):
        return
    for entry in awards(scene).entries:
        yield from _lacking(entry, name_as_set(entry, design), design.name_font)
        yield from _lacking(entry, entry.honour.certificate_title, design.title_font)


def _lacking(entry: HonourEntry, text: str, font: str) -> Iterator[Problem]:
    if font and (signs := foreign_signs(text, font)):
        message = _(
            "Giấy khen của {name} có ký hiệu “{signs}” mà phông {font} không có.",
            name=cut(entry.name),
            signs=signs,
            font=font,
        )
        hint = _("Hãy chọn mẫu trang trí dùng phông Times New Roman.")
        place = Place(path="awards")
        yield Problem("certificate-font", message, place, Severity.ERROR, hint)
