"""Each printed value as the XML that stands for it at its place."""

import re
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import Undefined
from markupsafe import Markup

from vbgen.messages import _
from vbgen.word.package import characters as chars
from vbgen.word.package.xml import R
from vbgen.word.template.printable import Refusal, refusal, word
from vbgen.word.template.values.adapting import from_docxtpl, is_of_docxtpl
from vbgen.word.template.values.captured import Captured, captured
from vbgen.word.template.values.links import OWN_LINK, url_of
from vbgen.word.template.values.measures import unfit_colour, unfit_format, unfit_span
from vbgen.word.template.values.rich import (
    Listing,
    PageBreak,
    Picture,
    RichText,
    RichTextParagraph,
    RuleLine,
    Subdocument,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbgen.word.template.language.stream import Tag
    from vbgen.word.template.rendering import Rendering

_WORDED = (RichText, RichTextParagraph, Listing)  # of which words can be taken
_SPECIAL = (RichText, RichTextParagraph, Listing, Picture, RuleLine, PageBreak, Subdocument)
_LINK = re.compile(r'(<w:hyperlink\b[^<>]*?\br:id=")([^"<>]*)"')
_AGAIN = '<w:t xml:space="preserve">'


class ReadyXml(Markup):
    """XML that is ready as it is."""

    __slots__ = ()


class ValuePrinter:
    """Prints the values of one rendering."""

    def __init__(self, rendering: "Rendering") -> None:
        self._rendering = rendering

    def text(self, value: str) -> str:
        """Plain text with breaks, inside `w:t`."""
        simple = chars.escaped_text(value)
        if simple is not None:
            return simple
        return chars.shown_breaks(chars.escaped(self._clean(value)))

    def _clean(self, value: str, allowed: str = "") -> str:
        """`value`, or nothing once a character was noted that no Word file can hold."""
        bad = chars.forbidden_in(value, allowed)
        if not bad:
            return value
        at = value.index(bad)
        words = value[max(at - 20, 0) : at]
        message = _(
            "Giá trị có ký tự điều khiển {sign}, ngay sau “{words}”.",
            sign=chars.visible(bad),
            words=words,
        )
        self._rendering.note("control-character", message, _("Hãy xóa ký tự này trong dữ liệu."))
        return ""

    def other(self, value: object) -> object:
        """What a value that is no plain `str` shows inside `w:t`."""
        if value.__class__ is ReadyXml:
            return value
        value = self._known(value)
        if isinstance(value, Captured):
            return self._printed(value)
        if isinstance(value, _SPECIAL):
            return ReadyXml(self._in_text(value))
        return self.text(self._words(value))

    def _printed(self, value: Captured) -> str:
        """What a block printed, as it is."""
        if value.xml.isprintable():
            return value.xml
        return str(chars.shown_breaks(self._clean(value.xml)))

    def _known(self, value: object) -> object:
        if isinstance(value, Markup):
            return captured(value)
        return value if isinstance(value, (str, int, float, *_SPECIAL)) else from_docxtpl(value)

    def _words(self, value: object) -> str:
        """A value as plain words; what must not be printed is noted."""
        if isinstance(value, Undefined):
            return str(value)
        found = word(value)
        if found is None:
            tag = self._rendering.tag()
            self._refuse(refusal(value, tag.body if tag else ""))
            return ""
        return str(found)

    def worded(self, value: object, instead: object = "") -> object:
        """What a tag joins, formats or changes as text; `instead`, once a value that is no text was noted."""
        if isinstance(value, (RichText, Listing)):
            self._refuse_inside(value)
        if (
            value.__class__ is str
            or isinstance(value, (Undefined, *_WORDED))
            or is_of_docxtpl(value)
        ):
            return value
        if isinstance(value, _SPECIAL):
            self._misplaced(
                _("Ảnh, đường kẻ và tài liệu con không ghép được với chữ trong cùng một thẻ.")
            )
            return instead
        found = word(value)
        if found is None:
            self._refuse(refusal(value))
            return instead
        return found

    def words_of(self, value: object) -> object:
        """What a filter changes as text: of what a block printed, its words."""
        value = captured(value) if isinstance(value, Markup) else value
        if not isinstance(value, Captured):
            return self.worded(value)
        if not value.is_words:
            self._misplaced(
                _("Khối này có ảnh, bảng, trường hoặc chú thích nên không đổi được như chữ.")
            )
        return str(value)

    def _refuse(self, why: Refusal) -> None:
        self._rendering.note(why.code, why.message, why.hint)

    def slot(self, value: object, tag: "Tag") -> Markup:
        """A value at a place other than text: around a run, a paragraph, in an attribute."""
        value = self._known(value)
        if tag.slot == "run" and isinstance(value, RichText):
            self._rendering.record(value.text, tag)
        acts: dict[str, Callable[[object, Tag], str]] = {
            "run": self._in_run,
            "block": self._in_block,
            "raw": self._raw,
            "colour": self._colour,
            "span": self._span,
        }
        return ReadyXml(acts.get(tag.slot, self._plain)(value, tag))

    def _plain(self, value: object, _tag: "Tag") -> str:
        if isinstance(value, Captured):
            return self._words_only(value.xml)
        return chars.escaped(
            self._clean(str(value) if isinstance(value, _SPECIAL) else self._words(value))
        )

    def _colour(self, value: object, tag: "Tag") -> str:
        """A cell's colour; none where there is none to show."""
        colour = self._plain(value, tag).removeprefix("#")
        return self._fit(colour, unfit_colour(colour)) if colour else "auto"

    def _span(self, value: object, tag: "Tag") -> str:
        """How many columns a cell takes."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        words = self._plain(value, tag)
        is_told = not words and not isinstance(value, str)  # what is no word was refused already
        return words if is_told else self._fit(words, unfit_span(words))

    def _fit(self, words: str, refused: Refusal | None) -> str:
        if refused is None:
            return words
        self._refuse(refused)
        return ""

    def _words_only(self, value: str) -> str:
        """Escaped text fit for an attribute; mark-up is noted."""
        if "<" in value:
            self._misplaced(_("Thẻ ở chỗ này chỉ in được chữ, không in được định dạng."))
            return ""
        return self._clean(value.replace('"', "&quot;"))

    def _raw(self, value: object, tag: "Tag") -> str:
        if isinstance(value, Captured):
            return value.xml
        if not isinstance(value, Undefined):
            self._misplaced(_("Thẻ có tiền tố “{prefix}” chỉ in được đoạn XML.", prefix=tag.prefix))
        return ""

    def _in_text(self, value: object) -> str:
        inline = self._inline(value)
        if inline:
            return f"</w:t>{inline}{_AGAIN}"
        if isinstance(value, RichText):
            self._rendering.marked = True
            again = f"<w:r>{chars.RUN_AGAIN_MARK}{_AGAIN}"
            return f"{chars.RUN_MARK}</w:t></w:r>{self._runs(value)}{again}"
        if isinstance(value, Listing):
            return self._listing(value)
        self._misplaced(
            _("Giá trị gồm cả đoạn phải đặt trong thẻ {{{{p …}}}}, một mình trong một đoạn.")
        )
        return ""

    def _misplaced(self, message: str) -> None:
        self._rendering.note("value-misplaced", message, _("Hãy sửa thẻ trong mẫu."))

    def _in_run(self, value: object, tag: "Tag") -> str:
        if isinstance(value, RichText):
            return self._runs(value)
        if isinstance(value, Undefined):
            return str(value)
        if isinstance(value, Captured) and value.xml.startswith("<w:"):
            return value.xml
        inside = self._inline(value) or f"{_AGAIN}{self._text_of(value)}</w:t>"
        return f"<w:r>{tag.properties[1]}{inside}</w:r>"

    def _in_block(self, value: object, tag: "Tag") -> str:
        if isinstance(value, Subdocument):
            self._rendering.has_blocks = True
            return self._rendering.additions.blocks(value)
        if isinstance(value, RichTextParagraph):
            return "".join(self._paragraph(rich, style) for rich, style in value.paragraphs)
        if isinstance(value, Undefined):
            return str(value)
        if isinstance(value, Captured) and value.xml.startswith("<w:"):
            return value.xml
        return f"<w:p>{tag.properties[0]}{self._in_run(value, tag)}</w:p>"

    def _paragraph(self, rich: RichText, style: str) -> str:
        properties = f'<w:pPr><w:pStyle w:val="{chars.escaped(style)}"/></w:pPr>' if style else ""
        return f"<w:p>{properties}{self._runs(rich)}</w:p>"

    def _text_of(self, value: object) -> str:
        if isinstance(value, Listing):
            return self._listing(value)
        if isinstance(value, Captured):
            return self._printed(value)
        return self.text(self._words(value))

    def _listing(self, value: Listing) -> str:
        self._refuse_inside(value)
        text = chars.listed(chars.escaped(self._clean(value.text, "\a\f")))
        self._rendering.marked |= "<vb-" in text
        return text

    def _refuse_inside(self, value: RichText | Listing) -> None:
        """Note what was put into a formatted value and is no text."""
        for each in value.refused[:1]:
            self._refuse(refusal(each))

    def _runs(self, value: RichText) -> str:
        self._refuse_inside(value)
        if refused := unfit_format(value.xml):
            self._refuse(refused)
        if not self._clean(value.text, "\a\f") and value.text:
            return ""
        self._rendering.marked |= "<vb-" in value.xml
        return _LINK.sub(lambda link: self._linked(value, link), value.xml)

    def _linked(self, value: RichText, link: "re.Match[str]") -> str:
        """The opening of a hyperlink, its relationship there in the part at hand."""
        named = unescape(link[2])
        is_own = named.startswith(OWN_LINK)
        url = value.links[int(named.removeprefix(OWN_LINK))] if is_own else url_of(named)
        number = self._link(url) if url else self._rendering.additions.known_link(named)
        space = "" if "xmlns:r=" in link[1] else f' xmlns:r="{R}"'
        opening = link[1].replace("<w:hyperlink", f"<w:hyperlink{space}", 1)
        return f'{opening}{number}"'

    def _link(self, url: str) -> str:
        clean = self._clean(url)
        return self._rendering.additions.link(clean) if clean else ""

    def _inline(self, value: object) -> str:
        """XML that stands inside a run; nothing for other values."""
        if isinstance(value, PageBreak):
            return '<w:br w:type="page"/>'
        if isinstance(value, RuleLine):
            return self._rendering.additions.line(value)
        if isinstance(value, Picture):
            alt = str(self.worded(value.alt or ""))
            return self._rendering.additions.picture(value, self._clean(alt))
        return ""
