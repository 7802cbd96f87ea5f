"""PDF files fit for an archive: PDF/A-2b that says its title and language, and single files cut from a long one."""

import struct
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.messages import _

if TYPE_CHECKING:
    import pikepdf

LANGUAGE = "vi-VN"
_XMP_MOMENTS = {f"{{http://ns.adobe.com/xap/1.0/}}{name}" for name in ("CreateDate", "ModifyDate", "MetadataDate")}
_ICC_DATE = 24  # where an ICC profile keeps its date, ISO 15076-1, 7.2
_KEPT_PARTS = ("/OutputIntents", "/Metadata")  # what makes a file PDF/A, besides its fonts


def titled(pdf: bytes, title: str, *, language: str = LANGUAGE, made_on: date | None = None) -> bytes:
    """The PDF with that document title and language, still PDF/A; never for a signed file, whose seal would break.

    With a day, the moments of conversion give way to it: the same document converted again gives the same bytes.
    """
    with _opened(pdf) as opened:
        _describe(opened, title, language)
        if made_on is not None:
            _date(opened, made_on)
        return _saved(opened)


def split(pdf: bytes, titles: Sequence[str], *, pages: int = 1, language: str = LANGUAGE) -> Iterator[bytes]:
    """One PDF/A file for each title, of `pages` pages each, in order; untagged, as a page cut out has to be.

    Raises OutsideProgramError when the long file does not have exactly the pages that the titles ask for:
    then some text has run over, and every file after it would be another's.
    """
    with _opened(pdf) as opened:
        found, wanted = len(opened.pages), pages * len(titles)
        if found != wanted:
            raise OutsideProgramError(_wrong_count(found, wanted, len(titles)))
        for number, title in enumerate(titles):
            yield _cut(opened, number * pages, pages, title, language)


def archival_problems(pdf: bytes, *, title: str | None = None, language: str = LANGUAGE) -> list[Problem]:
    """What keeps a PDF from being what the archive wants: PDF/A-2b, fonts embedded, title and language set.

    It looks at what conversion can get wrong; it is no full validator of ISO 19005-2.
    """
    import pikepdf

    try:
        with _opened(pdf) as opened:
            return [*_conformance(opened), *_words(opened, title, language), *_fonts(opened)]
    except (pikepdf.PdfError, OutsideProgramError) as fault:
        return [_problem("pdf-unreadable", _("Tệp PDF không đọc được: {fault}", fault=fault))]


def _opened(pdf: bytes) -> "pikepdf.Pdf":
    import pikepdf

    try:
        return pikepdf.open(BytesIO(pdf), attempt_recovery=False)
    except pikepdf.PdfError as fault:
        raise OutsideProgramError(_("Tệp PDF không đọc được: {fault}", fault=fault)) from fault


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


def _date(pdf: "pikepdf.Pdf", day: date) -> None:
    """Every moment in the file set to the beginning of that day: document information, XMP, colour profile, file id."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in _XMP_MOMENTS & metadata.keys():
            metadata[key] = f"{day.isoformat()}T00:00:00+07:00"
    pdf.docinfo["/CreationDate"] = f"D:{day:%Y%m%d}000000+07'00'"
    for holder, key in ((pdf.docinfo, "/ModDate"), (pdf.trailer, "/ID"), (pdf.trailer, "/DocChecksum")):
        if key in holder:
            del holder[key]
    for intent in pdf.Root.get("/OutputIntents", ()):
        profile = intent.DestOutputProfile
        content = profile.read_bytes()
        when = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
        profile.write(content[:_ICC_DATE] + when + content[_ICC_DATE + len(when) :])


def _cut(pdf: "pikepdf.Pdf", first: int, pages: int, title: str, language: str) -> bytes:
    import pikepdf

    with pikepdf.new() as single:
        single.pages.extend(pdf.pages[first : first + pages])
        for page in single.pages:
            for key in ("/StructParents", "/Tabs", "/Annots"):
                if key in page:
                    del page[key]
        for key in _KEPT_PARTS:
            if key in pdf.Root:
                single.Root[key] = single.copy_foreign(_indirect(pdf, pdf.Root[key]))
        for name, value in pdf.docinfo.items():
            single.docinfo[name] = str(value)
        single.remove_unreferenced_resources()
        _describe(single, title, language)
        return _saved(single)


def _indirect(pdf: "pikepdf.Pdf", value: "pikepdf.Object") -> "pikepdf.Object":
    return value if value.is_indirect else pdf.make_indirect(value)


def _saved(pdf: "pikepdf.Pdf") -> bytes:
    import pikepdf

    target = BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _conformance(pdf: "pikepdf.Pdf") -> Iterator[Problem]:
    status = pdf.open_metadata().pdfa_status
    if status not in {"2B", "2U", "2A"}:
        message = _("Tệp PDF không khai là PDF/A-2b (đang khai: {status}).", status=status or _("không có"))
        yield _problem("pdf-not-archival", message)
    if "/OutputIntents" not in pdf.Root:
        yield _problem("pdf-not-archival", _("Tệp PDF thiếu hồ sơ màu (OutputIntents) mà PDF/A đòi hỏi."))
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
        message = _("Tiêu đề của tệp PDF là “{found}”, lẽ ra phải là “{title}”.", found=found, title=title or "…")
        yield _problem("pdf-title", message)
    said = str(pdf.Root.get("/Lang", ""))
    if said != language:
        message = _("Ngôn ngữ của tệp PDF là “{said}”, lẽ ra phải là “{language}”.", said=said, language=language)
        yield _problem("pdf-language", message)


def _fonts(pdf: "pikepdf.Pdf") -> Iterator[Problem]:
    import pikepdf

    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != "/FontDescriptor":
            continue
        if not any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            name = str(font.get("/FontName", "?")).lstrip("/")
            yield _problem("pdf-font-not-embedded", _("Phông chữ “{font}” không được nhúng.", font=name))


def _wrong_count(found: int, wanted: int, papers: int) -> str:
    return _(
        "Tệp PDF có {found} trang, lẽ ra phải có {wanted} trang cho {papers} văn bản: có chữ bị tràn sang trang sau."
        " Hãy rút gọn nội dung hoặc xem lại mẫu rồi chạy lại.",
        found=found,
        wanted=wanted,
        papers=papers,
    )


def _problem(code: str, message: str) -> Problem:
    return Problem(code, message, Place(part=_("tệp PDF")))
