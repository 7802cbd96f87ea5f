"""The body of one rendered document as text: cut out of its part, ended by its own section, its numbers made unique."""

import re
from dataclasses import dataclass

from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.template.language.repeated import without_control_ids, without_paragraph_ids

_BODY = re.compile(r"<w:body(?: [^>]*)?>")
_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?(?<!/)>|<w:p(?: [^>]*)?/>|</w:p>")
_SAME_PAGE = re.compile(r'<w:type w:val="(?:continuous|nextColumn)"\s*/>')
_PAGE_NUMBER = re.compile(r"<w:pgNumType\b([^>]*?)/>")
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(?=")')
_VML = re.compile(r'(<v:(?!shapetype\b)[a-z]+\b[^>]*?\bid="[^"]*)(?=")')
_BOOKMARK = re.compile(r'(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(?=")')
_BOOKMARK_NAME = re.compile(r'<w:bookmarkStart\b[^>]*?w:name="([^"]*)"')
_NOTES = re.compile(r"<w:(?:footnote|endnote|comment)Reference\b")
# What stands before w:pgNumType in a section, in the order of the schema.
_BEFORE_NUMBER = re.compile(
    r"(?:<w:(?:headerReference|footerReference|footnotePr|endnotePr|type|pgSz|pgMar|paperSrc|pgBorders|lnNumType)\b"
    r"(?:[^>]*/>|[^>]*>.*?</w:(?:footnotePr|endnotePr|pgBorders)>))*",
    re.DOTALL,
)
# Ends a document whose last block is a table: as low as a paragraph can be.
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a body and the properties of its last section."""

    blocks: str
    section: str

    def ended(self) -> str:
        """The blocks, their section closed in the last paragraph, so that no page is added."""
        section = self.section or "<w:sectPr/>"
        opening = _last_paragraph(self.blocks)
        if opening is None or "<w:sectPr" in self.blocks[opening.start() :]:
            return f"{self.blocks}<w:p><w:pPr>{_LOW}{section}</w:pPr></w:p>"
        if opening.group().endswith("/>"):
            return f"{self.blocks[: opening.end() - 2]}><w:pPr>{section}</w:pPr></w:p>"
        return _with_section(self.blocks, opening.end(), section)


def cut(part: str) -> tuple[str, Body, str]:
    """What stands before the body, the body, and what stands after it."""
    opening, end = _BODY.search(part), part.rfind("</w:body>")
    if opening is None or end < 0:
        raise OutputError(_("Văn bản không có thân nên không ghép được vào tệp in."))
    inside = part[opening.end() : end].rstrip()
    start = inside.rfind("<w:sectPr")
    last = _SECTION.fullmatch(inside, start) if start >= 0 else None
    body = Body(inside[:start], inside[start:]) if last else Body(inside, "")
    return part[: opening.end()], body, part[end:]


def on_new_page(body: Body, *, restart: bool) -> Body:
    """The body, its first section on a new page; `restart`: its pages are counted from 1."""
    first = _SECTION.search(body.blocks) if "<w:sectPr" in body.blocks else None
    if first is None:
        return Body(body.blocks, _first_section(body.section, restart=restart))
    section = _first_section(first.group(), restart=restart)
    return Body(body.blocks[: first.start()] + section + body.blocks[first.end() :], body.section)


def _first_section(section: str, *, restart: bool) -> str:
    paged = _SAME_PAGE.sub("", section)
    if not restart or "w:start=" in paged:
        return paged
    if _PAGE_NUMBER.search(paged):
        return _PAGE_NUMBER.sub(r'<w:pgNumType\1 w:start="1"/>', paged, count=1)
    opened = paged if paged and not paged.endswith("/>") else "<w:sectPr></w:sectPr>"
    place = _BEFORE_NUMBER.match(opened, opened.index(">") + 1)
    at = place.end() if place else opened.index(">") + 1
    return f'{opened[:at]}<w:pgNumType w:start="1"/>{opened[at:]}'


def _last_paragraph(blocks: str) -> "re.Match[str] | None":
    """The opening tag of the paragraph that ends the blocks; nothing when another block does."""
    depth, tokens = 0, list(_PARAGRAPH.finditer(blocks))
    if not tokens or tokens[-1].end() != len(blocks.rstrip()):
        return None
    for token in reversed(tokens):
        tag = token.group()
        depth += 1 if tag == "</w:p>" else 0 if tag.endswith("/>") else -1
        if depth == 0:
            return token
    return None


def _with_section(blocks: str, at: int, section: str) -> str:
    """The blocks with a section in the paragraph that opens before `at`."""
    if blocks.startswith("<w:pPr/>", at):
        return f"{blocks[:at]}<w:pPr>{section}</w:pPr>{blocks[at + 8 :]}"
    if not blocks.startswith(("<w:pPr>", "<w:pPr "), at):
        return f"{blocks[:at]}<w:pPr>{section}</w:pPr>{blocks[at:]}"
    end, changed = blocks.index("</w:pPr>", at), blocks.find("<w:pPrChange", at)
    place = min(end, changed) if changed >= 0 else end
    return blocks[:place] + section + blocks[place:]


class FreshNumbers:
    """Gives drawings and bookmarks of many documents numbers and names that none of the others has."""

    def __init__(self, first_drawing: int) -> None:
        self._drawing = first_drawing
        self._bookmark = 0
        self._document = 0

    def unique(self, text: str) -> str:
        """One more document's blocks."""
        self._document += 1
        text = _DRAWING.sub(self._next_drawing, without_control_ids(without_paragraph_ids(text)))
        if "<v:" in text:
            text = _VML.sub(rf"\g<1>-{self._document}", text)
        return self._bookmarks(text) if "<w:bookmarkStart" in text else text

    def _next_drawing(self, match: "re.Match[str]") -> str:
        self._drawing += 1
        return f"{match[1]}{self._drawing - 1}"

    def _bookmarks(self, text: str) -> str:
        numbers: dict[str, int] = {}
        for old in dict.fromkeys(match[2] for match in _BOOKMARK.finditer(text)):
            numbers[old] = self._bookmark
            self._bookmark += 1
        text = _BOOKMARK.sub(lambda match: f"{match[1]}{numbers[match[2]]}", text)
        for name in dict.fromkeys(match[1] for match in _BOOKMARK_NAME.finditer(text)):
            text = _renamed(text, name, f"{name}_{self._document}")
        return text


def _renamed(text: str, old: str, new: str) -> str:
    """A bookmark's name changed where it is made and where fields and links point to it."""
    text = re.sub(rf'(w:(?:name|anchor)="){re.escape(old)}(?=")', rf"\g<1>{new}", text)
    field = re.compile(rf"(<w:instrText\b[^>]*>[^<]*(?<!\w)){re.escape(old)}(?!\w)")
    return field.sub(rf"\g<1>{new}", text)


def has_notes(text: str) -> bool:
    """Whether footnotes, endnotes or comments hang on the text."""
    return _NOTES.search(text) is not None
