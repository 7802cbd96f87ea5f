"""The moments that a PDF file holds, so that the same pages made again are the same file."""

import struct
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_XMP_MOMENTS = {
    f"{{http://ns.adobe.com/xap/1.0/}}{name}"
    for name in ("CreateDate", "ModifyDate", "MetadataDate")
}
_ICC_DATE = 24  # where an ICC profile keeps its date, ISO 15076-1, 7.2


def mend_moments(pdf: "pikepdf.Pdf") -> None:
    """XMP's moments of the year 0, as LibreOffice 25 writes them, become that of the document information."""
    from pikepdf.models.metadata import decode_pdf_date

    said = pdf.open_metadata()
    void = [key for key in _XMP_MOMENTS & said.keys() if str(said[key]).startswith("0000")]
    if not void or "/CreationDate" not in pdf.docinfo:
        return
    moment = decode_pdf_date(str(pdf.docinfo["/CreationDate"])).isoformat()
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in void:
            metadata[key] = moment


def set_moments(pdf: "pikepdf.Pdf", day: date) -> None:
    """Every moment in the file set to the beginning of that day: document information, XMP, colour profile, file id."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in _XMP_MOMENTS & metadata.keys():
            metadata[key] = f"{day.isoformat()}T00:00:00+07:00"
    pdf.docinfo["/CreationDate"] = f"D:{day:%Y%m%d}000000+07'00'"
    for holder, key in (
        (pdf.docinfo, "/ModDate"),
        (pdf.trailer, "/ID"),
        (pdf.trailer, "/DocChecksum"),
    ):
        if key in holder:
            del holder[key]
    for intent in pdf.Root.get("/OutputIntents", ()):
        profile = intent.DestOutputProfile
        content = profile.read_bytes()
        when = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
        profile.write(content[:_ICC_DATE] + when + content[_ICC_DATE + len(when) :])
