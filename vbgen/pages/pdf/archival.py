"""PDF files fit for an archive: PDF/A-2b that says its title and language."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.messages import _
from vbgen.pages.pdf.document import holds_font_file, steady_pdf, unreadable
from vbgen.pages.pdf.moments import mend_moments, set_moments

if TYPE_CHECKING:
    import pikepdf

LANGUAGE = "vi-VN"


def titled(
    pdf: bytes, title: str, *, language: str = LANGUAGE, made_on: date | None = None
) -> bytes:
    """The PDF with that document title and language, still PDF/A; never for a signed file, whose seal would break.

    With a day, the moments of conversion give way to it: the same document converted again gives the same bytes.
    """
    with _opened(pdf) as opened:
        mend_moments(opened)
        _describe(opened, title, language)
        if made_on is not None:
            set_moments(opened, made_on)
        return steady_pdf(opened)


def archival_problems(
    pdf: bytes, *, title: str | None = None, language: str = LANGUAGE
) -> list[Problem]:
    """What keeps a PDF from being what the archive wants: PDF/A-2b, fonts embedded, title and language set.

    It looks at what conversion can get wrong; it is no full validator of ISO 19005-2.
    """
    import pikepdf

    try:
        with _opened(pdf) as opened:
            return [*_conformance(opened), *_words(opened, title, language), *_fonts(opened)]
    except (pikepdf.PdfError, pikepdf.PasswordError, OutsideProgramError) as fault:
        return [_problem("pdf-unreadable", _("Tệp PDF không đọc được: {fault}", fault=fault))]


def _opened(pdf: bytes) -> "pikepdf.Pdf":
    import pikepdf

    try:
        return pikepdf.open(BytesIO(pdf), attempt_recovery=False)
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        raise unreadable(fault) from fault


def _describe(pdf: "pikepdf.Pdf", title: str, language: str) -> None:
    """Title and language, in the catalogue, in the old document information and in XMP alike."""
    import pikepdf

    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}
    pdf.Root.Lang = pikepdf.String(language)
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences.DisplayDocTitle = True
    pdf.Root.ViewerPreferences = preferences


def _conformance(pdf: "pikepdf.Pdf") -> Iterator[Problem]:
    status = pdf.open_metadata().pdfa_status
    if status not in {"2B", "2U", "2A"}:
        message = _(
            "Tệp PDF không khai là PDF/A-2b (đang khai: {status}).", status=status or _("không có")
        )
        yield _problem("pdf-not-archival", message)
    if "/OutputIntents" not in pdf.Root:
        yield _problem(
            "pdf-not-archival", _("Tệp PDF thiếu hồ sơ màu (OutputIntents) mà PDF/A đòi hỏi.")
        )
    if pdf.is_encrypted:
        yield _problem("pdf-not-archival", _("Tệp PDF bị mã hóa; PDF/A không cho phép."))
    if _acts(pdf):
        yield _problem("pdf-not-archival", _("Tệp PDF có lệnh tự chạy; PDF/A không cho phép."))


def _acts(pdf: "pikepdf.Pdf") -> bool:
    """Whether opening the file does more than show a page (an array names only where to begin reading)."""
    import pikepdf

    on_open, names = pdf.Root.get("/OpenAction"), pdf.Root.get("/Names")
    return isinstance(on_open, pikepdf.Dictionary) or (names is not None and "/JavaScript" in names)


def _words(pdf: "pikepdf.Pdf", title: str | None, language: str) -> Iterator[Problem]:
    found = str(pdf.open_metadata().get("dc:title", ""))
    if not found or (title is not None and found != title):
        message = _(
            "Tiêu đề của tệp PDF là “{found}”, cần là “{title}”.",
            found=found,
            title=title or "…",
        )
        yield _problem("pdf-title", message)
    said = str(pdf.Root.get("/Lang", ""))
    if said != language:
        message = _(
            "Ngôn ngữ của tệp PDF là “{said}”, cần là “{language}”.",
            said=said,
            language=language,
        )
        yield _problem("pdf-language", message)


def _fonts(pdf: "pikepdf.Pdf") -> Iterator[Problem]:
    import pikepdf

    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != "/FontDescriptor":
            continue
        if not holds_font_file(font):
            name = str(font.get("/FontName", "?")).lstrip("/")
            yield _problem(
                "pdf-font-not-embedded", _("Phông chữ “{font}” không được nhúng.", font=name)
            )


def _problem(code: str, message: str) -> Problem:
    return Problem(code, message, Place(part=_("tệp PDF")))
