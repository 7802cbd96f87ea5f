"""What a proofreader marks: blanks, marks, dashes, letters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.body import quoted_places
from vbgen.decree.parts.encodings import tells_of_legacy
from vbgen.decree.parts.line import whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.tones import ToneStyle, tone_style

DOUBLE: Final = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
BEFORE: Final = re.compile(r"(?<=[^\W_\s])[ \u00a0]+(?=[,;:!?](?![,;:!?.\d…])|\.(?=\s|$))")
SMALL: Final = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
LARGE: Final = SMALL[3:].upper() + "A-Z"
AFTER: Final = re.compile(
    rf"(?<=[^\W\d_])[,;:!?](?=[^\W\d_])|(?<=[{SMALL}]{{2}})\.(?=[{LARGE}][{SMALL}])"
)
BRACKETS: Final = re.compile(r"(?<=[(\[“])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]”])")
INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
REPEATED_MARK: Final = re.compile(r",{2,}|;{2,}|:{2,}|[.][,;]|,\.|(?<!\.)\.\.(?!\.)(?!/)")
_FUNCTION_WORDS: Final = (
    "của|các|và|những|được|là|cho|với|để|đã|sẽ|về|tại|bởi|do|vì|nhưng|trong|trên|"
    "theo|này|khi|mà|thì|cũng"
)
_REPEATED: Final = re.compile(
    rf"(?<![^\W_])({_FUNCTION_WORDS})\s+\1(?![^\W_])", re.IGNORECASE
)  # others begin new words
_REPEATED_PAIR: Final = re.compile(rf"(?<![^\W_])([{SMALL}]+ [{SMALL}]+) \1(?![^\W_]| chủ nghĩa)")
_PLACEHOLDER: Final = re.compile(
    r"\{\{[^{}]*\}{0,2}|\}\}|\{%[^%]*(?:%\})?|%\}|\bxxx+\b|\[(?:tên|họ|ngày|số|điền|nhập)[^\]]*\]|<<|>>|«|»|\bTODO\b",
    re.IGNORECASE,
)
_TONED: Final = re.compile(  # words that end in a marked oa, oe or uy
    r"(?<![^\W\d_])[^\W\d_]*(?:[òóỏõọ][ae]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", re.IGNORECASE
)
_DOTS: Final = re.compile(r"(?<!\w)\.\.|\.{3,}|_{2,}|…[.…]|\.…")
_ADDRESS: Final = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|\b\S+\.(?:vn|com|org|net|gov|edu)\b\S*", re.IGNORECASE
)
_TELLS_OF_ADDRESS: Final = re.compile(r"@|://|www\.|\.(?:vn|com|org|net|gov|edu)\b", re.IGNORECASE)
_MARGIN_ROLES: Final = frozenset(
    {Part.NUMBER, Part.DATE, Part.RULE_LINE, Part.EMPTY, Part.OTHER, Part.APPENDIX_REFERENCE}
)


_INITIALS: Final = frozenset({Part.RECIPIENT, Part.DRAFTER})  # "NC.Châu": a drafter's unit and name


def check_typing(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Slips within one paragraph; not where another charset's letters look like slips."""
    for role, paragraph in zip(paper.roles, paper.document.paragraphs, strict=True):
        text = paragraph.text
        if not text.strip() or tells_of_legacy(paragraph):
            continue
        yield from _slips_of(role, paragraph, text)
        yield from _letters(paragraph, text)


def _slips_of(role: Part, paragraph: Paragraph, text: str) -> Iterator[Hit]:
    """Slips of blanks and marks, where the part and the look of the line let them be told."""
    if role in _MARGIN_ROLES or _is_form_line(text):
        return
    for hit in _blanks(paragraph, text):
        if role not in _INITIALS or "no-blank" not in hit.rule:
            yield hit


def check_left_open(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Paragraphs with places that wait to be filled in, but for templates whose values are never left."""
    for paragraph in () if paper.is_filled_later else paper.document.paragraphs:
        if not tells_of_legacy(paragraph):  # whose letters may look like the brackets of a place
            yield from _left_open(paragraph)


def _is_form_line(text: str) -> bool:
    """Whether the line is one of dots to be filled in, or set in columns with tabs."""
    return (
        bool(_DOTS.search(text)) or "\t" in text.strip() or bool(re.search(r" {4,}", text.strip()))
    )


def _blanks(paragraph: Paragraph, text: str) -> Iterator[Hit]:
    bare = without_addresses(text)
    for pattern, rule in (
        (DOUBLE, "typing.double-blank"),
        (BEFORE, "typing.blank-before-mark"),
        (AFTER, "typing.no-blank-after-mark"),
        (BRACKETS, "typing.brackets"),
        (REPEATED_MARK, "typing.repeated-mark"),
    ):
        match = pattern.search(bare)
        if match:
            yield Hit(rule, _("“{text}”", text=around(text, match.start(), match.end())), paragraph)
    for match in (*_REPEATED.finditer(bare), *_REPEATED_PAIR.finditer(bare)):
        yield Hit("typing.repeated-word", _("lặp “{text}”", text=match[0]), paragraph)


def without_addresses(text: str) -> str:
    """The text with mail and web addresses blotted out, letter for letter: their marks follow other rules."""
    if not _TELLS_OF_ADDRESS.search(text):
        return text
    return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)


def around(text: str, start: int, end: int) -> str:
    """The words around a place, for a quote."""
    return re.sub(r"[\n\t]", " ", text[max(0, start - 12) : end + 12]).strip()


def _letters(paragraph: Paragraph, text: str) -> Iterator[Hit]:
    if unicodedata.normalize("NFC", text) != text:
        yield Hit(
            "typing.decomposed", _("chữ và dấu thanh gõ rời nhau (Unicode tổ hợp)"), paragraph
        )
    match = INVISIBLE.search(text)
    if match:
        yield Hit(
            "typing.invisible", _("ký tự ẩn U+{code}", code=f"{ord(match[0]):04X}"), paragraph
        )


def _left_open(paragraph: Paragraph) -> Iterator[Hit]:
    """A paragraph with places to be filled in, of a template or by their looks: one hit, all its places named."""
    tags = [value.tag for value in paragraph.values if value.end > value.start]
    match = None if tags else _PLACEHOLDER.search(paragraph.text)
    if match:
        tags = [_whole_word(paragraph.text, match.start(), match.end())]
    if tags:
        yield Hit("typing.placeholder", _("còn “{text}”", text=" ".join(tags)), paragraph)


def _whole_word(text: str, start: int, end: int) -> str:
    """The words that hold a place, none of them cut."""
    first = max(text.rfind(" ", 0, start), text.rfind("\t", 0, start)) + 1
    last = text.find(" ", end)
    return text[first : last if last >= 0 else len(text)].strip()


def check_consistency(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Two ways of the same thing in one paper: dashes, tone marks, quotes."""
    yield from _odd_quotes(paper)
    yield from _odd_dashes(paper)
    yield from _odd_tones(paper)
    quotes = [item for item in paper.document.paragraphs if '"' in item.text]
    if quotes and any("“" in item.text for item in paper.document.paragraphs):
        for paragraph in quotes:
            yield Hit("typing.quotes-mixed", _('dấu " lẫn với dấu “ ”'), paragraph)


def _odd_quotes(paper: Paper) -> Iterator[Hit]:
    """Quotes without their partner, but for a quotation that runs over several paragraphs."""
    paragraphs = paper.document.paragraphs
    quoted = quoted_places(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        odd = paragraph.text.count("“") != paragraph.text.count("”") and place not in quoted
        if odd or paragraph.text.count('"') % 2:
            yield Hit("typing.quotes", _("dấu ngoặc kép không đủ đôi"), paragraph)


def _odd_dashes(paper: Paper) -> Iterator[Hit]:
    items = [
        item
        for role, item in zip(paper.roles, paper.document.paragraphs, strict=True)
        if role in {Part.ITEM, Part.RECIPIENT, Part.ADDRESSEES}
        and re.match(r"[-–—−]\s*\S", item.plain)
    ]
    counts = Counter(item.plain[0] for item in items)
    if len(counts) < 2:  # noqa: PLR2004 - one way is no mixture
        return
    usual = "-" if "-" in counts else counts.most_common(1)[0][0]
    for item in items:
        if item.plain[0] != usual:
            yield Hit(
                "typing.dashes-mixed", _("gạch đầu dòng “{dash}”", dash=item.plain[0]), whole(item)
            )


def _odd_tones(paper: Paper) -> Iterator[Hit]:
    words = [
        (tone_style(match[0]), match[0], item)
        for role, item in zip(paper.roles, paper.document.paragraphs, strict=True)
        if role is not Part.NATIONAL_NAME
        for match in _TONED.finditer(item.plain)
        if tone_style(match[0]) is not ToneStyle.NONE
    ]
    counts = Counter(style for style, _word, _item in words)
    if len(counts) < 2:  # noqa: PLR2004 - as above
        return
    usual = counts.most_common(1)[0][0]
    for style, word, item in words:
        if style is not usual:
            yield Hit(
                "typing.tone-marks-mixed",
                _("ghi là “{text}”", text=word),
                item,
                {"words": turned(word, usual)},
            )


def turned(word: str, style: ToneStyle) -> str:
    """The word with its tone mark placed the other way."""
    bare = unicodedata.normalize("NFD", word)
    mark = next((letter for letter in bare if letter in "\u0300\u0301\u0303\u0309\u0323"), "")
    letters = unicodedata.normalize("NFC", bare.replace(mark, "", 1))
    place = len(letters) - 1 if style is ToneStyle.OLD else len(letters)
    return unicodedata.normalize("NFC", letters[:place] + mark + letters[place:])


CHECKS: Final = (check_typing, check_left_open, check_consistency)
