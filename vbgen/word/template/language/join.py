"""Tags put whole into one run, and paragraphs merged by `{%-` and `-%}`."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from vbgen.errors import Problem
from vbgen.word.template.language.scan import (
    PlaceAt,
    Span,
    Text,
    attribute_tags,
    find_spans,
    literal,
)
from vbgen.word.template.language.stream import START, TEXT, Piece, Stream, Tag

_HEAVY = re.compile(
    r"<(?:w:drawing|w:pict|w:object|w:tbl)\b"
)  # not to be lost when paragraphs merge


def join_tags(stream: Stream) -> tuple[list[Tag], list[Problem]]:
    """The tags of a part, each now one piece of one token; what is wrong with the marks."""
    tags, problems = attribute_tags(stream)
    text = Text.of(stream)
    spans, found = find_spans(text.joined, PlaceAt(stream, text))
    _TagJoiner(stream, text).run(spans)
    _mark_preserved(stream)
    return tags + [span.tag for span in spans if span.tag], problems + found


@dataclass(slots=True, eq=False)
class _TagJoiner:
    stream: Stream
    text: Text
    cuts: dict[int, list[tuple[int, int, Tag | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    sink: dict[int, int] = field(default_factory=dict)  # token → token that took its text over

    def run(self, spans: list[Span]) -> None:
        for span in spans:
            self._cut(span)
        for index, cuts in self.cuts.items():
            self.stream.out[index] = self._pieces(index, cuts)
        for span in spans:
            self._join(span)
        for position in self._dashed(spans):
            self._merge(*position)

    def _reach(self, span: Span) -> tuple[int, int]:
        return self.text.token(span.start), self.text.token(span.end - 1)

    def _cut(self, span: Span) -> None:
        first, last = self._reach(span)
        for position in range(first, last + 1):
            index, start = self.text.tokens[position], self.text.starts[position]
            here = max(span.start - start, 0), min(span.end - start, len(self.stream.raw[index]))
            self.cuts[index].append((*here, span.tag if position == first else None))

    def _pieces(self, index: int, cuts: list[tuple[int, int, Tag | None]]) -> list[Piece]:
        raw, at, pieces = self.stream.raw[index], 0, list[Piece]()
        for start, end, tag in cuts:
            pieces += [literal(raw[at:start])] if start > at else []
            pieces += [tag] if tag else []
            at = end
        return pieces + ([literal(raw[at:])] if at < len(raw) else [])

    def _join(self, span: Span) -> None:
        first, last = self._reach(span)
        if first != last:
            self._fuse(self.text.tokens[first], self.text.tokens[last])

    def _fuse(self, left: int, right: int) -> bool:
        """Move the text of token `right` behind that of `left` if only level mark-up lies between."""
        home = self._home(left)
        if home == right or not self.stream.is_level(home, right):
            return False
        moved = self.stream.pieces(right)
        if home not in self.stream.out:
            self.stream.out[home] = [literal(self.stream.raw[home])]
        self.stream.out[home] += moved
        self.stream.kill(home + 1, right)
        self.sink[right] = home
        return True

    def _home(self, index: int) -> int:
        while index in self.sink:
            index = self.sink[index]
        return index

    def _dashed(self, spans: list[Span]) -> list[tuple[int, int, Tag, str]]:
        """Pairs of texts to merge: the one with the tag and the one before or after it."""
        pairs = []
        for span in spans:
            if not span.tag or span.tag.kind != "stmt":
                continue
            first, last = self._reach(span)
            if span.tag.lead and first > 0:
                pairs.append((first - 1, first, span.tag, "lead"))
            if span.tag.trail and last + 1 < len(self.text.tokens):
                pairs.append((last, last + 1, span.tag, "trail"))
        return pairs

    def _merge(self, left: int, right: int, tag: Tag, side: str) -> None:
        home = self._home(self.text.tokens[right])
        if self._home(self.text.tokens[left]) == home or not self._stands_at_edge(
            left, home, tag, side
        ):
            return
        if self._fuse(self.text.tokens[left], home):
            setattr(tag, side, False)

    def _stands_at_edge(self, left: int, home: int, tag: Tag, side: str) -> bool:
        """Whether no words and no picture lie between the tag and the text it merges with."""
        start = self._home(self.text.tokens[left])
        between = "".join(self.stream.raw[start + 1 : home])
        if _HEAVY.search(between):
            return False
        pieces = self.stream.pieces(home if side == "lead" else start)
        at = pieces.index(tag)
        words = pieces[:at] if side == "lead" else pieces[at + 1 :]
        return all(isinstance(piece, str) and not piece.strip() for piece in words)


def _mark_preserved(stream: Stream) -> None:
    """Texts with tags keep their blanks."""
    for index in stream.out:
        opener = index - 1
        is_text = stream.kinds[index] == TEXT and opener >= 0 and stream.kinds[opener] == START
        if is_text and stream.name(opener) == "w:t" and "xml:space" not in stream.raw[opener]:
            stream.raw[opener] = '<w:t xml:space="preserve">'
