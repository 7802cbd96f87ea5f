"""Every template tag in a part, put together from the runs that Word split it over."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.template.language.stream import EMPTY, END, START, TEXT, Piece, Stream, Tag
from vbgen.word.template.lookalikes import plain_code

_MARK = re.compile(r"\{[{%#]|\}\}|%\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX = re.compile(r"(tr|tc|p|r)\s+")
_ENDRAW = re.compile(r"\{%-?(?:(?:tr|tc|p|r)\s+|\s*)endraw\s*-?%\}")
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)
_QUOTES = {'"': '"', "'": "'", "“": '“”"', "”": '“”"', "‘": "‘’'", "’": "‘’'"}
_QUOTE_CHARS = 80  # of a tag in a message
_DELETED, _MOVED_AWAY = ("w:delText", "w:delInstrText"), "w:moveFrom"  # with tracked changes
_LITERALS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


@dataclass(frozen=True, slots=True)
class Span:
    """A tag from `start` to `end` in the joined text; a raw mark has no `tag`."""

    start: int
    end: int
    tag: Tag | None


@dataclass(slots=True, eq=False)
class Text:
    """The text of a part in one string, and which token each character came from."""

    joined: str
    starts: list[int]
    tokens: list[int]
    shown: list[bool]  # text of a run, not of a field's code

    @classmethod
    def of(cls, stream: Stream) -> "Text":
        """All texts of a part that are shown; a line break stands between paragraphs."""
        parts, starts, tokens, shown, at, name, away = [], [], [], [], 0, "", 0
        for index, kind in enumerate(stream.kinds):
            if kind == START:
                name = stream.names[index]
                away += name == _MOVED_AWAY
                if name == "w:p":
                    parts.append("\n")
                    at += 1
            elif kind == END:
                away -= stream.names[index] == _MOVED_AWAY
            elif kind == TEXT and not away and name not in _DELETED:
                starts.append(at)
                tokens.append(index)
                shown.append(name == "w:t")
                parts.append(stream.raw[index])
                at += len(stream.raw[index])
        return cls("".join(parts), starts, tokens, shown)

    def token(self, offset: int) -> int:
        """Position in `tokens` of the text that holds character `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def find_spans(text: str, place_at: "PlaceAt | OnePlace") -> tuple[list[Span], list[Problem]]:
    """The tags in `text`, in order, and what is wrong with those that never close or never opened."""
    spans: list[Span] = []
    problems: list[Problem] = []
    at = 0
    while match := _MARK.search(text, at):
        mark, start = match.group(), match.start()
        if mark not in _CLOSERS:
            if not place_at.is_shown(start):  # data of add-ins in fields, not a slip of the author
                at = match.end()
                continue
            problems.append(_stray(mark, _quoted(place_at(start), text, start)))
            at = match.end()
            continue
        end = _closing(text, match.end(), mark)
        if end < 0:
            problems.append(_unclosed(mark, _quoted(place_at(start), text, start)))
            at = match.end()
            continue
        at = end
        tag = _tag(mark, text[start:end], place_at(start))
        if tag.keyword == "raw":
            at = _skip_raw(text, Span(start, end, _as_raw(tag)), spans, problems, place_at)
        else:
            spans.append(Span(start, end, tag))
    return spans, problems


class PlaceAt:
    """Gives the place of a character of the joined text."""

    def __init__(self, stream: Stream, text: Text) -> None:
        self._stream, self._text = stream, text

    def __call__(self, offset: int) -> Place:
        """The place of the text that holds the character."""
        return self._stream.places.get(self._text.tokens[self._text.token(offset)], Place())

    def is_shown(self, offset: int) -> bool:
        """Whether the character is text that a reader sees."""
        return self._text.shown[self._text.token(offset)]


@dataclass(frozen=True, slots=True)
class OnePlace:
    """Gives the same place for every character: that of an attribute."""

    place: Place

    def __call__(self, _offset: int) -> Place:
        """The one place."""
        return self.place

    def is_shown(self, _offset: int) -> bool:
        """Never: an attribute is no text."""
        return False


def _skip_raw(
    text: str,
    opener: Span,
    spans: list[Span],
    problems: list[Problem],
    place_at: "PlaceAt | OnePlace",
) -> int:
    close = _ENDRAW.search(text, opener.end)
    if not close:
        problems.append(_unclosed("{% raw %}", _quoted(place_at(opener.start), text, opener.start)))
        return opener.end
    ending = _tag("{%", close.group(), place_at(close.start()))
    spans += [opener, Span(close.start(), close.end(), _as_raw(ending))]
    return close.end()


def _as_raw(tag: Tag) -> Tag | None:
    """A raw mark: nothing where it stands in its text; with a prefix, its paragraph, row or cell goes too."""
    return replace(tag, kind="raw") if tag.prefix else None


def _closing(text: str, at: int, mark: str) -> int:
    """Where the tag opened by `mark` ends, strings and brackets inside it respected; -1 for never."""
    close = _CLOSERS[mark]
    if mark == "{#":
        found = text.find(close, at)
        return found + 2 if found >= 0 else -1
    end = _closing_outside_strings(text, at, close)
    if end == 0:  # a quote without its pair: the first closing sign counts
        found, nested = text.find(close, at), _MARK.search(text, at)
        return found + 2 if found >= 0 and nested and nested.group() == close else -1
    return end


def _closing_outside_strings(text: str, at: int, close: str) -> int:
    """Where `close` ends; -1 where the tag cannot end; 0 where a string in it does not."""
    depth = 0
    while at < len(text):
        sign = text[at]
        if sign in _QUOTES:
            at = _end_of_string(text, at)
            if at < 0:
                return 0
        elif depth == 0 and text.startswith(close, at):
            return at + 2
        else:
            depth += (sign == "{") - (sign == "}")
            if depth < 0 or text.startswith(("{{", "{%"), at):
                return -1
        at += 1
    return -1


def _end_of_string(text: str, at: int) -> int:
    """Where the string that opens at `at` closes; -1 for never."""
    closing = _QUOTES[text[at]]
    return next((index for index in range(at + 1, len(text)) if text[index] in closing), -1)


def _tag(mark: str, raw: str, place: Place) -> Tag:
    inner = unescape(raw[2:-2])
    lead, trail = inner[:1] == "-", inner[-1:] == "-" and len(inner) > 1
    inner = plain_code(inner[1 if lead else 0 : -1 if trail else None].translate(_PLAIN))
    prefix = _PREFIX.match(inner)
    body = (inner[prefix.end() :] if prefix else inner).strip()
    quote = unescape(raw).replace("\n", " ")
    place = place._replace(quote=_shortened(quote))
    kind = {"{{": "expr", "{%": "stmt", "{#": "note"}[mark]
    return Tag(kind, prefix.group(1) if prefix else "", body, place, lead, trail)


def _quoted(place: Place, text: str, start: int) -> Place:
    line = text[start : start + _QUOTE_CHARS + 1].split("\n", 1)[0]
    return place._replace(quote=_shortened(unescape(line)))


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _QUOTE_CHARS else quote[: _QUOTE_CHARS - 1] + "…"


def _unclosed(mark: str, place: Place) -> Problem:
    close = _CLOSERS.get(mark, "{% endraw %}")
    message = _("Thẻ mở bằng “{mark}” nhưng không đóng bằng “{close}”.", mark=mark, close=close)
    hint = _("Hãy thêm “{close}” vào cuối thẻ.", close=close)
    if mark not in _CLOSERS:
        hint = _("Hãy thêm thẻ “endraw”, viết như thẻ mở, vào sau phần in nguyên.")
    return Problem("tag-not-closed", message, place, hint=hint)


def _stray(mark: str, place: Place) -> Problem:
    message = _("Có dấu đóng thẻ “{mark}” mà không có dấu mở.", mark=mark)
    literal = mark[0] + "_" + mark[1]
    hint = _(
        "Hãy viết đủ dấu mở, hoặc viết “{literal}” nếu muốn in đúng hai dấu này.", literal=literal
    )
    return Problem("tag-not-opened", message, place, hint=hint)


def attribute_tags(stream: Stream) -> tuple[list[Tag], list[Problem]]:
    """Tags inside attributes (alternative text, bookmarks …): cut out where they stand."""
    tags: list[Tag] = []
    problems: list[Problem] = []
    for index, place in stream.places.items():
        if stream.kinds[index] not in (START, EMPTY):
            continue
        raw = stream.raw[index]
        spans, found = find_spans(raw, OnePlace(place))
        problems += found
        if spans:
            stream.out[index] = list(
                _cut(raw, [(span.start, span.end, span.tag) for span in spans])
            )
            tags += [span.tag for span in spans if span.tag]
    return tags, problems


def _cut(raw: str, cuts: list[tuple[int, int, Tag | None]]) -> Iterator[Piece]:
    at = 0
    for start, end, tag in cuts:
        if start > at:
            yield literal(raw[at:start])
        if tag:
            yield tag
        at = end
    if at < len(raw):
        yield literal(raw[at:])


def literal(text: str) -> str:
    """Text of a template outside its tags, with docxtpl's signs for braces that are to be printed."""
    if "_" in text:
        for sign, braces in _LITERALS:
            text = text.replace(sign, braces)
    return text
