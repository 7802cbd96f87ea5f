"""Names and titles in a design's own fonts, and what such a font has no letter for: `Ƀ` of the Ê Đê, the Gia Rai."""

from collections.abc import Iterator

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.design import CertificateDesign, ChosenFonts
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.words.fonts.display import DISPLAY_FONTS
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
    yield from _replaced(scene.kind.lettering)


def _replaced(chosen: ChosenFonts) -> Iterator[Problem]:
    """A note for each font that the office chose itself: what Word shows where it lacks it."""
    for name in dict.fromkeys(
        font for font in (chosen.title, chosen.name) if font in DISPLAY_FONTS
    ):
        font = DISPLAY_FONTS[name]
        message = _(
            "Word trên máy không có phông {font} hiện phông {instead}.",
            font=name,
            instead=font.instead,
        )
        hint = _("Tệp PDF luôn đúng phông; Word cần cài phông đó mới đúng.")
        yield Problem("certificate-font-word", message, severity=Severity.NOTE, hint=hint)


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
