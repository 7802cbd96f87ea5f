"""Values that a template shows as more than plain text: formatted text, lists, pictures, lines, page breaks."""

from pathlib import Path
from typing import Any

from vbgen.word.package.characters import escaped, listed
from vbgen.word.package.xml import R
from vbgen.word.template.printable import word
from vbgen.word.template.values.links import OWN_LINK
from vbgen.word.template.values.runs import run_properties


def is_empty(text: object) -> bool:
    """Whether there is nothing to show; zero is something."""
    return text is None or (isinstance(text, (str, bytes, RichText)) and not text)


def text_in(value: object) -> tuple[str, tuple[object, ...]]:
    """The words of what is put into a formatted value; what is no text, number or date is kept to be refused."""
    if isinstance(value, bytes):
        return value.decode(errors="replace"), ()
    found = str(value) if isinstance(value, (RichText, Listing)) else word(value)
    return ("", (value,)) if found is None else (str(found), ())


class RichText:
    """Text in one or several formats, for `{{r name }}`; takes what docxtpl's RichText takes, and `url`.

    BEL starts a new paragraph, a form feed a new page, a line feed a new line.
    """

    def __init__(self, text: object = None, **properties: Any) -> None:  # noqa: ANN401 - the names that `run_properties` knows
        self.xml = ""
        self.text = ""
        self.links: tuple[str, ...] = ()  # addresses, each as `vb-link:N` in `xml`
        self.refused: tuple[
            object, ...
        ] = ()  # what was added and is no text: an error where it is printed
        if not is_empty(text):
            self.add(text, **properties)

    def add(
        self,
        text: object,
        *,
        url: str | None = None,
        url_id: str | None = None,
        **properties: Any,  # noqa: ANN401 - the names that `run_properties` knows
    ) -> None:
        """Append `text` in a format; `url` makes it a hyperlink, `url_id` names one the template has."""
        if isinstance(text, RichText):
            self._append(text)
            return
        words, refused = text_in(text)
        self.refused += refused
        run = f'<w:r>{run_properties(**properties)}<w:t xml:space="preserve">{listed(escaped(words))}</w:t></w:r>'
        self.text += words
        if url:
            url_id, self.links = f"{OWN_LINK}{len(self.links)}", (*self.links, url)
        if url_id:
            run = f'<w:hyperlink xmlns:r="{R}" r:id="{escaped(url_id)}" w:tgtFrame="_blank">{run}</w:hyperlink>'
        self.xml += run

    def _append(self, other: "RichText") -> None:
        xml = other.xml
        for number in reversed(range(len(other.links))):
            xml = xml.replace(f'"{OWN_LINK}{number}"', f'"{OWN_LINK}{number + len(self.links)}"')
        self.xml, self.text, self.links = (
            self.xml + xml,
            self.text + other.text,
            self.links + other.links,
        )
        self.refused += other.refused

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.xml)


class RichTextParagraph:
    """Whole paragraphs, each of RichText, for `{{p name }}`."""

    def __init__(self, text: object = None, parastyle: str | None = None) -> None:
        self.paragraphs: list[tuple[RichText, str]] = []
        if not is_empty(text):
            self.add(text, parastyle)

    def add(self, text: object, parastyle: str | None = None) -> None:
        """Append a paragraph; `parastyle` is a style's id."""
        rich = text if isinstance(text, RichText) else RichText(text)
        self.paragraphs.append((rich, parastyle or ""))

    def __str__(self) -> str:
        return "\n".join(str(rich) for rich, _style in self.paragraphs)


class Listing:
    """Text with line feeds, tabs, BEL (new paragraph) and form feeds (new page), in the template's format."""

    def __init__(self, text: object) -> None:
        self.text, self.refused = text_in(text)

    def __str__(self) -> str:
        return self.text


class Picture:
    """A PNG, JPEG, SVG, GIF, BMP, TIFF or EMF picture in the line of text, given as its bytes or its path.

    With one measure given, the other keeps the proportions; a measure is over 0 and at most 558.8 mm.
    """

    def __init__(
        self,
        image: bytes | Path | str,
        width_mm: float | None = None,
        height_mm: float | None = None,
        alt: str = "",
    ) -> None:
        self.image = image
        self.width_mm, self.height_mm, self.alt = width_mm, height_mm, alt

    def __str__(self) -> str:
        return self.alt


class RuleLine:
    """A drawn horizontal black line, `width_mm` long, standing in the line of text."""

    def __init__(self, width_mm: float, weight_pt: float = 0.75) -> None:
        self.width_mm, self.weight_pt = width_mm, weight_pt

    def __str__(self) -> str:
        return ""


class PageBreak:
    """What follows starts on a new page."""

    def __str__(self) -> str:
        return ""


class Subdocument:
    """A whole document, put in place by `{{p name }}` as it is; `body` names other blocks to take from it."""

    def __init__(self, source: bytes | Path, *, body: bytes = b"") -> None:
        self.source, self.body = source, body

    def __str__(self) -> str:
        return ""
