"""The parts of a Word file that may hold template tags, and what a clerk calls them."""

from collections.abc import Iterator, Mapping

from vbgen.messages import _
from vbgen.word.package.relations import content_types

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
MAIN = _WORD + "document.main+xml"


def main_member(contents: Mapping[str, bytes], file: str) -> str:
    """The member with the body of the document."""
    types = content_types(contents["[Content_Types].xml"], file)
    return next((name for name, kind in types.items() if kind == MAIN), "word/document.xml")


def template_parts(contents: Mapping[str, bytes], file: str) -> Iterator[tuple[str, str]]:
    """Each member that is rendered with its label, in the order of the package."""
    types = content_types(contents["[Content_Types].xml"], file)
    counts: dict[str, int] = {}
    for member in contents:
        kind = types.get(member, "")
        counts[kind] = counts.get(kind, 0) + 1
        label = _label(kind, counts[kind])
        if label:
            yield member, label


def _label(kind: str, number: int) -> str:
    return {
        MAIN: _("thân văn bản"),
        _WORD + "header+xml": _("đầu trang {number}", number=number),
        _WORD + "footer+xml": _("chân trang {number}", number=number),
        _WORD + "footnotes+xml": _("chú thích cuối trang"),
        _WORD + "endnotes+xml": _("chú thích cuối văn bản"),
        _CORE: _("thuộc tính tệp"),
    }.get(kind, "")
