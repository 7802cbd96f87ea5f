"""A template read as the paper that it makes: tags that say nothing are gone, a value is words of an unknown kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from vbgen.decree.filling.standins import MadeKind, stand_in
from vbgen.decree.filling.tags import TagKind, TemplateTag, tags_in
from vbgen.word.reading.values import (
    Cell,
    Document,
    Paragraph,
    Row,
    Run,
    Table,
    ValuePlace,
    flat,
)

Block = Paragraph | Table

# Whether a condition of vbgen's letterhead holds on a plain paper of one office of the state.
_OF_THE_STATE: Final = {
    "letterhead.motto": True,
    **dict.fromkeys(("letterhead.star", "letterhead.joint", "joint"), False),
    **dict.fromkeys(
        (f"marks.{name}" for name in ("circulation", "urgency", "draft", "drafter", "of_party")),
        False,
    ),
    **dict.fromkeys(("foot.star", "foot.of_party"), False),
}


def _holds(condition: str) -> bool | None:
    """Whether it does there; None where nobody knows. What begins with what does not hold (`… and …`) does not."""
    first, _and, more = condition.partition(" and ")
    known = _OF_THE_STATE.get(first)
    return None if known and more else known


@dataclass(slots=True)
class _OpenBranch:
    """An open `if`: whether what follows is seen, and which of its branches it is."""

    is_seen: bool
    other_is_seen: bool


@dataclass(slots=True)
class _TemplateWalk:
    """Where reading stands: open branches, names of loops, tags met; `other` sees the last branches, not the first."""

    other: bool
    made: MadeKind
    others: Sequence[bool]  # of each `if` in order: whether it has another branch
    branches: list[_OpenBranch] = field(default_factory=list)
    loops: dict[str, str] = field(default_factory=dict)
    met: int = 0  # ifs so far

    @property
    def is_seen(self) -> bool:
        return all(branch.is_seen for branch in self.branches)

    def pass_tag(self, tag: TemplateTag) -> None:
        """What the tag changes for all that follows."""
        if tag.loop:
            name, through = tag.loop
            self.loops[name] = f"{self._whole(through)}[]"
        if tag.kind is TagKind.BRANCH:
            self._open(tag.says)
        elif self.branches:
            self._go_on(tag)

    def _open(self, condition: str) -> None:
        has_other = self.others[self.met] if self.met < len(self.others) else False
        self.met += 1
        known = _holds(condition)
        sees_first = not (self.other and has_other) if known is None else known
        sees_other = self.other if known is None else not known
        self.branches.append(_OpenBranch(sees_first, sees_other))

    def _go_on(self, tag: TemplateTag) -> None:
        if tag.kind is TagKind.OTHER_BRANCH:
            self.branches[-1].is_seen = self.branches[-1].other_is_seen
        elif tag.kind is TagKind.END:
            self.branches.pop()

    def words_of(self, tag: TemplateTag, before: str) -> tuple[str, bool]:
        """What stands in for a tag, and whether it is known what kind of words will stand there."""
        if tag.kind is not TagKind.VALUE:
            return "", True
        return stand_in(self._whole(tag.says), before, self.made)

    def _whole(self, path: str) -> str:
        """The path with a loop's name put back to what it goes through."""
        first, _dot, rest = path.partition(".")
        return self.loops[path] if not rest and first in self.loops else path


def has_tags(document: Document) -> bool:
    """Whether the document is a template, or was one and is not filled in."""
    return any(next(tags_in(item.text), None) for item in document.paragraphs)


def includes_in(document: Document) -> tuple[str, ...]:
    """The names of fragments that stand nowhere yet."""
    tags = (tag for item in document.paragraphs for tag in tags_in(item.text))
    return tuple(dict.fromkeys(tag.says for tag in tags if tag.kind is TagKind.INCLUDE))


def as_made(document: Document, made: MadeKind, *, other: bool = False) -> Document:
    """The document as the paper that it makes, with the first of all branches, or the last."""
    walk = _TemplateWalk(other, made, _others(document))
    return replace(document, body=tuple(_blocks(document.body, walk)))


def _others(document: Document) -> tuple[bool, ...]:
    """Of each `if` in order: whether it has another branch."""
    found: list[bool] = []
    open_ones: list[int] = []
    for item in document.paragraphs:
        for tag in tags_in(item.text):
            if tag.kind is TagKind.BRANCH:
                open_ones.append(len(found))
                found.append(False)
            elif tag.kind is TagKind.OTHER_BRANCH and open_ones:
                found[open_ones[-1]] = True
            elif tag.kind is TagKind.END and open_ones:
                open_ones.pop()
    return tuple(found)


def _blocks(blocks: Sequence[Block], walk: _TemplateWalk) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(block, walk)
        else:
            rows = tuple(row for row in block.rows for row in _row(row, walk))
            if rows:
                yield replace(block, rows=rows)


def _row(row: Row, walk: _TemplateWalk) -> Iterator[Row]:
    """The row as it is made; none where it holds only tags, or stands in a branch that is not seen."""
    was_seen = walk.is_seen
    made = replace(row, cells=tuple(_cell(cell, walk) for cell in row.cells))
    is_only_tags = _has_tags(row) and not any(item.plain for item in _paragraphs_of(made))
    if (was_seen or walk.is_seen) and not is_only_tags:
        yield made


def _has_tags(row: Row) -> bool:
    return any(next(tags_in(item.text), None) for item in _paragraphs_of(row))


def _paragraphs_of(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        yield from flat(cell.blocks)


def _cell(cell: Cell, walk: _TemplateWalk) -> Cell:
    return replace(cell, blocks=tuple(_blocks(cell.blocks, walk)))


def _paragraph(paragraph: Paragraph, walk: _TemplateWalk) -> Iterator[Paragraph]:
    """The paragraph as it is made; none where it holds only tags that say nothing, or is not seen."""
    tags = list(tags_in(paragraph.text))
    if not tags:
        if walk.is_seen:
            yield paragraph
        return
    made = _made(paragraph, tags, walk)
    if made.plain or made.shapes:
        yield made


@dataclass(slots=True)
class _ParagraphMaking:
    """A paragraph's runs made anew, piece by piece, and where values stand in it."""

    paragraph: Paragraph
    runs: list[Run] = field(default_factory=list)
    values: list[ValuePlace] = field(default_factory=list)
    length: int = 0

    def keep(self, start: int, end: int) -> None:
        """The letters from `start` to `end`, as they look."""
        for run in self.paragraph.runs:
            letters = run.text[max(0, start - run.start) : max(0, end - run.start)]
            self._add(letters, run)

    def put(self, words: str, is_known: bool, tag: TemplateTag) -> None:
        """Words for a value, in the look of the tag's first letters."""
        runs = self.paragraph.runs
        run = next((run for run in runs if run.start <= tag.start < run.end), None)
        if run is not None:
            written = self.paragraph.text[tag.start : tag.end]
            end = self.length + len(words)
            self.values.append(ValuePlace(self.length, end, written, is_known))
            self._add(words, run)

    def _add(self, letters: str, run: Run) -> None:
        if letters:
            self.runs.append(replace(run, text=letters, start=self.length))
            self.length += len(letters)


def _made(paragraph: Paragraph, tags: Sequence[TemplateTag], walk: _TemplateWalk) -> Paragraph:
    making = _ParagraphMaking(paragraph)
    place = 0
    for tag in tags:
        if walk.is_seen:
            making.keep(place, tag.start)
            making.put(*walk.words_of(tag, paragraph.text[: tag.start]), tag)
        walk.pass_tag(tag)
        place = tag.end
    if walk.is_seen:
        making.keep(place, len(paragraph.text))
    text = "".join(run.text for run in making.runs)
    return replace(paragraph, runs=tuple(making.runs), text=text, values=tuple(making.values))
