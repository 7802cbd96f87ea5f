"""A PDF file looked into: its pages, its fonts, its text, and whether they are what was asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from unicodedata import normalize

from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.messages import _
from vbgen.pages.pdf.rows import squeezed
from vbgen.words.fonts.display import DISPLAY_FONTS

if TYPE_CHECKING:
    import pikepdf

TIMES_FAMILIES = ("TimesNewRoman", "LiberationSerif", "Tinos")  # one design, one set of widths
ACCEPTED_FAMILIES = (*TIMES_FAMILIES, *(name.replace(" ", "") for name in DISPLAY_FONTS))
_OPENED = re.compile(r"^\W*(?:stream )?<[^>]*>:\s*")  # what a library calls bytes that it was given
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True, order=True)
class PdfFont:
    """A font that a PDF uses, without its subset mark: `LiberationSerif-Bold`."""

    name: str
    is_embedded: bool


def pages_of(pdf: Path | BinaryIO) -> int:
    """Number of pages of a complete PDF file; 0 when it is missing, cut short, damaged or locked."""
    import pikepdf

    try:
        with pikepdf.open(pdf, attempt_recovery=False) as opened:
            return sum("/Type" in page and page.mediabox is not None for page in opened.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return 0
    except (OSError, AttributeError, KeyError, TypeError, ValueError):
        return 0


def fonts_of(pdf: Path) -> tuple[PdfFont, ...]:
    """Every font that the file declares, sorted by name."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        found = {
            PdfFont(_SUBSET.sub("", str(font.get("/BaseFont", "/"))[1:]), _is_embedded(font))
            for font in opened.objects
            if isinstance(font, pikepdf.Dictionary)
            and font.get("/Type") == "/Font"
            and not str(font.get("/Subtype")).startswith("/CIDFont")
        }
    return tuple(sorted(found))


def _is_embedded(font: "pikepdf.Object") -> bool:
    inner = font.get("/DescendantFonts")
    described = inner[0] if inner is not None else font
    descriptor = described.get("/FontDescriptor")
    return descriptor is not None and holds_font_file(descriptor)


def texts_of(pdf: Path, numbers: Sequence[int] | None = None) -> tuple[str, ...]:
    """The text of each page, or of those with the numbers from 0, composed (NFC), in the order of its writing."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

    opened = PdfDocument(pdf)
    try:
        wanted = range(len(opened)) if numbers is None else numbers
        return tuple(
            _composed(opened[number].get_textpage().get_text_bounded()) for number in wanted
        )
    finally:
        opened.close()


def _composed(text: str) -> str:
    return normalize(
        "NFC", text.replace("\r\n", "\n").replace("\ufffe", "-")
    )  # U+FFFE: hyphen at a line end


def unreadable(fault: Exception) -> OutsideProgramError:
    """The error for a PDF file that a library cannot read."""
    reason = _OPENED.sub("", str(fault))
    return OutsideProgramError(_("Tệp PDF không đọc được: {fault}", fault=reason))


def steady_pdf(pdf: "pikepdf.Pdf") -> bytes:
    """An open PDF as a file: the same content gives the same bytes."""
    import pikepdf

    target = BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def holds_font_file(descriptor: "pikepdf.Object") -> bool:
    """Whether a font descriptor carries the font's file: then it is embedded."""
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def check_pdf(
    pdf: Path,
    *,
    pages: int | None = None,
    texts: Sequence[str] = (),
    page_texts: Sequence[str] = (),
    families: Sequence[str] = ACCEPTED_FAMILIES,
) -> list[Problem]:
    """What does not fit: the number of pages, the fonts, each of `texts` somewhere, `page_texts[n]` on page n + 1.

    Blanks, line ends and case are left out of the comparison of texts. `pages=None` asks for one page or more.
    """
    found = pages_of(pdf)
    if not found:
        return [_problem(pdf, "pdf-unreadable", _("Tệp PDF thiếu, dở dang hoặc hỏng."))]
    return [
        *_page_problems(pdf, found, pages),
        *_font_problems(pdf, families),
        *(_text_problems(pdf, texts, page_texts) if texts or page_texts else ()),
    ]


def _page_problems(pdf: Path, found: int, pages: int | None) -> Iterator[Problem]:
    if pages is not None and found != pages:
        message = _("Tệp PDF có {found} trang, cần có {pages} trang.", found=found, pages=pages)
        yield _problem(pdf, "pdf-page-count", message)


def _font_problems(pdf: Path, families: Sequence[str]) -> Iterator[Problem]:
    for font in fonts_of(pdf):
        if not font.is_embedded:
            yield _problem(
                pdf,
                "pdf-font-not-embedded",
                _("Phông chữ “{font}” không được nhúng.", font=font.name),
            )
        if not font.name.replace(" ", "").startswith(tuple(families)):
            message = _(
                "Tệp PDF dùng phông chữ “{font}”, cần là Times New Roman hoặc phông cùng cỡ.",
                font=font.name,
            )
            yield _problem(pdf, "pdf-font-foreign", message)


def page_problems(pdf: Path, wanted: Mapping[int, str]) -> list[Problem]:
    """A problem for each page, by its number from 0, that does not show its text."""
    found = dict(zip(wanted, texts_of(pdf, list(wanted)), strict=True))
    return [
        _missing_on(pdf, page, text)
        for page, text in wanted.items()
        if squeezed(text) not in squeezed(found[page])
    ]


def _text_problems(pdf: Path, texts: Sequence[str], page_texts: Sequence[str]) -> Iterator[Problem]:
    pages = [squeezed(page) for page in texts_of(pdf)]
    whole = "".join(pages)
    for text in texts:
        if squeezed(text) not in whole:
            yield _problem(
                pdf, "pdf-text-missing", _("Không thấy “{text}” trong tệp PDF.", text=text)
            )
    for number, text in enumerate(page_texts):
        if number >= len(pages) or squeezed(text) not in pages[number]:
            yield _missing_on(pdf, number, text)


def _missing_on(pdf: Path, page: int, text: str) -> Problem:
    message = _("Trang {number} của tệp PDF không có “{text}”.", number=page + 1, text=text)
    return _problem(pdf, "pdf-text-missing", message)


def _problem(pdf: Path, code: str, message: str) -> Problem:
    return Problem(code, message, Place(file=pdf.name))
