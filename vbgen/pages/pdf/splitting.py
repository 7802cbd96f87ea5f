"""One long PDF/A file cut into single ones, a thousand a second: what they share is read once."""

import re
from collections.abc import Container, Iterator, Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError
from vbgen.messages import _
from vbgen.pages.pdf.archival import LANGUAGE
from vbgen.pages.pdf.document import unreadable
from vbgen.pages.pdf.moments import mend_moments

if TYPE_CHECKING:
    import pikepdf

_TITLE = "vbgen-title-of-one-file"
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")
_TAGGING = ("/StructParents", "/Tabs", "/Annots")  # point out of the page that is cut out
_TRIMMED = ("/Font", "/XObject")


def single_files(
    pdf: bytes, titles: Sequence[str], *, pages: int = 1, language: str = LANGUAGE
) -> Iterator[bytes]:
    """One PDF/A file for each title, of `pages` pages each, in order; untagged, as a page cut out has to be.

    Each holds its own title and language, the colour profile and description of the long file, and of its fonts
    and pictures those that its pages use. Raises OutsideProgramError when the long file does not have exactly the
    pages that the titles ask for.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf), attempt_recovery=False) as opened:
            if len(opened.pages) != pages * len(titles):
                raise OutsideProgramError(_wrong_count(len(opened.pages), pages * len(titles)))
            cutter = _Cutter(opened, language)
            for number, title in enumerate(titles):
                yield cutter.cut(number * pages, pages, title)
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        raise unreadable(fault) from fault


class _Cutter:
    """What all files cut from one long file have in common."""

    def __init__(self, pdf: "pikepdf.Pdf", language: str) -> None:
        self._pdf, self._language = pdf, language
        mend_moments(pdf)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = _TITLE
            metadata["dc:language"] = {language}
        self._xmp = pdf.Root.Metadata.read_bytes().decode()
        self._info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        intents = pdf.Root.get("/OutputIntents")
        self._intents = (
            intents if intents is None or intents.is_indirect else pdf.make_indirect(intents)
        )

    def cut(self, first: int, count: int, title: str) -> bytes:
        """Pages `first` and following as a file of their own."""
        import pikepdf

        with pikepdf.new() as single:
            for page in self._pdf.pages[first : first + count]:
                self._prepare(page)
                single.pages.append(page)
            self._describe(single, title)
            target = BytesIO()
            packed = pikepdf.ObjectStreamMode.generate
            single.save(
                target, deterministic_id=True, object_stream_mode=packed, fix_metadata_version=False
            )
            return target.getvalue()

    def _describe(self, single: "pikepdf.Pdf", title: str) -> None:
        import pikepdf

        xmp = self._xmp.replace(_TITLE, escape(title, quote=False)).encode()
        single.Root.Metadata = single.make_stream(
            xmp, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        single.Root.Lang = pikepdf.String(self._language)
        single.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if self._intents is not None:
            single.Root.OutputIntents = single.copy_foreign(self._intents)
        for key, value in {**self._info, "/Title": title}.items():
            single.docinfo[key] = pikepdf.String(value)

    def _prepare(self, page: "pikepdf.Page") -> None:
        """Take from the page what ties it to the others: tags, and fonts and pictures that it does not use."""
        import pikepdf

        for key in _TAGGING:
            if key in page:
                del page[key]
        names = [name.decode("latin-1") for name in _NAME.findall(_content(page))]
        if any("#" in name for name in names):
            return  # written with escapes: nothing is known of it
        used = {f"/{name}" for name in names}
        kept = pikepdf.Dictionary(dict(page.Resources.items()))
        for kind in _TRIMMED:
            if kind in kept:
                kept[kind] = _only(kept[kind], used)
        page.Resources = kept


def _only(resources: "pikepdf.Object", used: Container[str]) -> "pikepdf.Dictionary":
    """Those of the resources whose names are used."""
    import pikepdf

    return pikepdf.Dictionary({name: each for name, each in resources.items() if name in used})


def _content(page: "pikepdf.Page") -> bytes:
    """The page's drawing, inflated; its parts joined as a reader joins them."""
    import pikepdf

    contents = page.Contents
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _wrong_count(found: int, wanted: int) -> str:
    return _(
        "Tệp PDF có {found} trang, cần có {wanted} trang: có chữ bị tràn sang trang sau.",
        found=found,
        wanted=wanted,
    )
