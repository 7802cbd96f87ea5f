"""The moments that a PDF file holds, so that the same pages made again are the same file."""

import re
import struct
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_XMP_MOMENTS = {
    f"{{http://ns.adobe.com/xap/1.0/}}{name}"
    for name in ("CreateDate", "ModifyDate", "MetadataDate")
}
_PDF_MOMENT = re.compile(r"D:(\d{14})(?:Z|([+-])(\d\d)'?(\d\d))?")
_ICC_DATE = 24  # where an ICC profile keeps its date, ISO 15076-1, 7.2


def mend_moments(pdf: "pikepdf.Pdf") -> None:
    """XMP's moments of the year 0, as LibreOffice 25 writes them, become that of the document information."""
    said = pdf.open_metadata()
    void = [key for key in _XMP_MOMENTS & said.keys() if str(said[key]).startswith("0000")]
    moment = _iso(str(pdf.docinfo.get("/CreationDate", "")))
    if not void or not moment:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in void:
            metadata[key] = moment


def _iso(moment: str) -> str:
    """`D:20220720083000+07'00'` as `2022-07-20T08:30:00+07:00`; nothing for what is no moment."""
    found = _PDF_MOMENT.match(moment)
    if not found:
        return ""
    when, sign, hours, minutes = found.groups()
    zone = f"{sign}{hours}:{minutes}" if sign else "Z"
    return f"{datetime.strptime(when, '%Y%m%d%H%M%S').isoformat()}{zone}"  # noqa: DTZ007 - the zone follows


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
