"""A part as a flat run of mark-up and text, in which template tags are found and moved without a tree."""

import re
from dataclasses import dataclass, field

from vbgen.errors import Place

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([^\s/>]+)")
_ASSIGNMENT = re.compile(r"[\w\s.,()]+=(?!=)")

START, END, EMPTY, TEXT = range(4)


@dataclass(slots=True, eq=False)
class Tag:
    """One template tag as its author wrote it, with where it stands and how its value will be placed."""

    kind: str  # "expr", "stmt", "note"; "raw" for a raw mark that takes its paragraph, row or cell away
    prefix: str  # "", "p", "tr", "tc", "r"
    body: str  # the code, quotes and blanks made plain
    place: Place
    lead: bool = False  # {%-
    trail: bool = False  # -%}
    slot: str = "plain"  # text, run, block, raw, plain: where the printed value lands
    properties: tuple[str, str] = (
        "",
        "",
    )  # of the paragraph and the run around a run or block slot
    is_ours: bool = False  # put in by us, where no author wrote a tag
    up: int = 0  # levels of mark-up closed before the tag and opened after it

    @property
    def keyword(self) -> str:
        """First word of a statement: `if`, `endfor` …; nothing for an expression."""
        return self.body.split(None, 1)[0] if self.kind == "stmt" and self.body else ""

    @property
    def word(self) -> str:
        """The keyword; `set_block` for a `set` that is closed by `endset`."""
        if self.keyword == "set" and not _ASSIGNMENT.match(self.rest):
            return "set_block"
        return self.keyword

    @property
    def rest(self) -> str:
        """What follows the keyword."""
        return self.body[len(self.keyword) :].strip()


Piece = str | Tag


@dataclass(slots=True, eq=False)
class Stream:
    """The tokens of a part; what a token puts out can be replaced, and a token can be dropped."""

    raw: list[str]
    kinds: bytearray
    names: list[str]  # of the elements that tokens open or close; nothing for a text
    out: dict[int, list[Piece]] = field(default_factory=dict)
    dead: bytearray = field(default_factory=bytearray)
    places: dict[int, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Stream":
        """The tokens of `text`, which must be well-formed and without comments."""
        raw = _TOKEN.findall(text)
        known = {token: (_kind(token), _name(token)) for token in set(raw)}
        facts = [known[token] for token in raw]  # most tokens come again and again
        kinds, names = bytearray(fact[0] for fact in facts), [fact[1] for fact in facts]
        return cls(raw, kinds, names, dead=bytearray(len(raw)))

    def name(self, index: int) -> str:
        """Name of the element that token `index` opens or closes."""
        return self.names[index]

    def pieces(self, index: int) -> list[Piece]:
        """What token `index` puts out."""
        if index in self.out:
            return self.out[index]
        return [] if self.dead[index] else [self.raw[index]]

    def kill(self, first: int, last: int) -> None:
        """Drop the tokens from `first` to `last`, both included, with all they put out."""
        for index in range(first, last + 1):
            self.dead[index] = 1
            self.out.pop(index, None)

    def is_level(self, after: int, before: int) -> bool:
        """Whether the mark-up between two tokens closes exactly what it opens again."""
        closed: list[str] = []
        opened: list[str] = []
        for index in range(after + 1, before):
            if self.dead[index] or self.kinds[index] in (EMPTY, TEXT):
                continue
            if self.kinds[index] == START:
                opened.append(self.name(index))
            elif opened:
                opened.pop()
            else:
                closed.append(self.name(index))
        return closed[::-1] == opened


def _name(raw: str) -> str:
    match = _NAME.match(raw)
    return match.group(1) if match else ""


def _kind(raw: str) -> int:
    if raw[0] != "<":
        return TEXT
    if raw[1] == "/":
        return END
    return EMPTY if raw[-2] == "/" or raw[1] == "?" else START


@dataclass(slots=True, eq=False)
class Tree:
    """Which token opens and closes what: found once the tags have been joined."""

    parent: list[int]  # of each live token: the token that opens the element around it, or -1
    end: dict[int, int]  # of each opening token: the token that closes it

    @classmethod
    def of(cls, stream: Stream) -> "Tree":
        """The tree over the live tokens."""
        parent, end, open_now = [-1] * len(stream.raw), {}, [-1]
        for index, kind in enumerate(stream.kinds):
            if stream.dead[index]:
                continue
            if kind == END:
                end[open_now.pop()] = index
            parent[index] = open_now[-1]
            if kind == START:
                open_now.append(index)
        return cls(parent, end)

    def around(self, stream: Stream, index: int, name: str) -> int:
        """The nearest element called `name` around token `index`, or -1."""
        index = self.parent[index]
        while index >= 0 and stream.name(index) != name:
            index = self.parent[index]
        return index
