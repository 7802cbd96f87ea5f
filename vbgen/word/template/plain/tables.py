"""The house's filters as tables of words: what each gave for each value, so that no program of ours is needed.

`{{ entry.merit|sentence }}` becomes `{{ filters.sentence[entry.merit|string] }}`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from vbgen.word.template.plain.data import as_word

TABLES = "filters"  # the name under which a template finds them
_OPENED = {")": "(", "]": "[", "}": "{"}
_OPENERS, _CLOSERS = frozenset(_OPENED.values()), frozenset(_OPENED)

Filter = Callable[..., object]
Token = tuple[str, str]  # its kind as Jinja calls it, its letters


@dataclass(slots=True)
class Tables:
    """Filters that write down what they give."""

    filters: Mapping[str, Filter]
    found: dict[str, dict[str, object]] = field(default_factory=dict)

    def recording(self) -> dict[str, Filter]:
        """The same filters; each call is written down."""
        return {name: self._recorded(name, act) for name, act in self.filters.items()}

    def _recorded(self, name: str, act: Filter) -> Filter:
        def recorded(value: object, *args: object, **kwargs: object) -> object:
            found = act(value, *args, **kwargs)
            self.found.setdefault(name, {})[_key(value, *args, *kwargs.values())] = found
            return found

        return recorded

    def rewrite(self, tag: str) -> str:
        """A tag whose house filters are looked up in their tables."""
        while (place := self._first_filter(tokens := _tokens(tag))) is not None:
            tag = _looked_up(tokens, place)
        return tag

    def _first_filter(self, tokens: list[Token]) -> int | None:
        """Where the name of the first house filter stands."""
        names = (
            at
            for at, (kind, word) in enumerate(tokens)
            if kind == "name" and word in self.filters and _before(tokens, at) == "|"
        )
        return next(names, None)


def _key(value: object, *others: object) -> str:
    """The value as `|string` shows it in a plain template; several as a list."""
    return str([as_word(value), *map(as_word, others)]) if others else str(as_word(value))


def _tokens(tag: str) -> list[Token]:
    """The tag as Jinja reads it, nothing left out; its prefix for docxtpl (`{%p`, `{{r`) is a name like any other."""
    return [(kind, word) for _line, kind, word in Environment(autoescape=True).lex(tag)]


def _before(tokens: list[Token], at: int) -> str:
    """The token before, blanks left out."""
    return next((word for kind, word in reversed(tokens[:at]) if kind != "whitespace"), "")


def _looked_up(tokens: list[Token], name: int) -> str:
    """The tag with the filter at `name` looked up in its table."""
    pipe = max(at for at in range(name) if tokens[at][1] == "|")
    start = _operand_start(tokens, pipe)
    after, arguments = _arguments(tokens, name)
    operand = _text(tokens[start:pipe]).strip()
    key = f"[{operand}, {arguments}]" if arguments else operand
    found = f"{TABLES}.{tokens[name][1]}[{key}|string]"
    return _text(tokens[:start]) + found + _text(tokens[after:])


def _text(tokens: list[Token]) -> str:
    return "".join(word for _kind, word in tokens)


def _arguments(tokens: list[Token], name: int) -> tuple[int, str]:
    """Where the tag goes on after the filter, and its arguments, those with a keyword as if without."""
    if name + 1 >= len(tokens) or tokens[name + 1][1] != "(":
        return name + 1, ""
    end = _closing(tokens, name + 1)
    inside = tokens[name + 2 : end]
    kept = [token for at, token in enumerate(inside) if not _is_keyword(inside, at)]
    return end + 1, _text(kept).strip()


def _is_keyword(tokens: list[Token], at: int) -> bool:
    """Whether the token is `decimals` or `=` of `decimals=2`."""
    words = [word for _kind, word in tokens[at : at + 2]]
    return words[0] == "=" or words[1:] == ["="]


def _closing(tokens: list[Token], opening: int) -> int:
    depth = 0
    for at in range(opening, len(tokens)):
        depth += (tokens[at][1] in _OPENERS) - (tokens[at][1] in _CLOSERS)
        if depth == 0:
            return at
    raise ValueError(_text(tokens))


def _operand_start(tokens: list[Token], pipe: int) -> int:
    """Where the value that a filter is put on begins: a name with its dots, brackets and earlier filters."""
    at = pipe
    while True:
        at = _skipped_back(tokens, at - 1)
        if tokens[at][1] in _CLOSERS:
            at = _opening(tokens, at)
            if _calls(tokens, at):
                continue
        if _before(tokens, at) not in (".", "|"):
            return at
        at = _skipped_back(tokens, at - 1)


def _skipped_back(tokens: list[Token], at: int) -> int:
    while tokens[at][0] == "whitespace":
        at -= 1
    return at


def _calls(tokens: list[Token], opening: int) -> bool:
    """Whether a bracket opens right behind a name or another bracket, and so belongs to it."""
    kind, word = tokens[opening - 1]
    return kind == "name" or word in _CLOSERS


def _opening(tokens: list[Token], closing: int) -> int:
    depth = 0
    for at in range(closing, -1, -1):
        depth += (tokens[at][1] in _CLOSERS) - (tokens[at][1] in _OPENERS)
        if depth == 0:
            return at
    raise ValueError(_text(tokens))
