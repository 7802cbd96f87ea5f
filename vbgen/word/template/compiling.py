"""A part of a template compiled: its code, the way back from a line of code to a tag, its fixed texts."""

import re
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import TYPE_CHECKING, cast

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, nodes

from vbgen.errors import Place
from vbgen.word.package.compressor import Compressor
from vbgen.word.template.language.emit import Source
from vbgen.word.template.language.stream import Tag
from vbgen.word.template.language.transform import Guard
from vbgen.word.template.names import NameCollector, Use
from vbgen.word.template.values.captured import Captured

if TYPE_CHECKING:
    from vbgen.word.template.bounds.sandbox import Sandbox

_PIECE_CHARS = 64  # fixed texts shorter than this go with the values around them


@dataclass(frozen=True, slots=True)
class Code:
    """What a part runs as."""

    root: Callable[..., Generator[str, None, None]]
    debug: list[tuple[int, int]]  # (line of code, line of source), sorted
    pieces: dict[str, tuple[bytes, bytes]]  # fixed text → (as it is, deflated)


@dataclass(eq=False)
class CompiledPart:
    """One part of a template, parsed and guarded; its code is made when it is needed first."""

    member: str  # name in the zip
    place: Place  # of the part as a whole
    source: Source
    uses: tuple[Use, ...]  # of names that it takes from its data
    puts_out_blocks: bool  # what a macro or a recursive loop gives is put out as it is
    _guarded: nodes.Template
    _env: "Sandbox"
    _compressor: Compressor

    @property
    def file_name(self) -> str:
        """The name of its code in tracebacks."""
        return f"<vbgen:{self.member}>"

    @cached_property
    def code(self) -> Code:
        """The code; `SyntaxError` and the like where the part is nested too deep for it."""
        code = self._env.compile(self._guarded, self.member, self.file_name)
        template = JinjaTemplate.from_code(self._env, code, dict(self._env.globals))
        root = cast("Callable[..., Generator[str, None, None]]", template.root_render_func)
        names = template.root_render_func.__globals__
        names["escape"] = _as_it_is  # `finalize` has escaped by then
        names["Markup"] = Captured
        debug = sorted((code_line, line) for line, code_line in template.debug_info)
        fixed = _fixed_texts(code) if self._compressor.prepared else ()
        return Code(root, debug, {text: _piece(text, self._compressor) for text in fixed})

    def tag_at_code(self, line: int) -> Tag | None:
        """The tag that line `line` of the compiled code came from."""
        debug = self.code.debug
        position = bisect_right(debug, (line, 1 << 60)) - 1
        return self.source.tag_at(debug[position][1]) if position >= 0 else None


def parse_part(
    env: "Sandbox", member: str, place: Place, source: Source, compressor: Compressor
) -> CompiledPart:
    """The part; `jinja2.TemplateSyntaxError` where a fault got past the checks of single tags."""
    tree = env.parse(source.text)
    uses = NameCollector(source, place, frozenset(env.globals)).of(tree)
    puts_out_blocks = any(
        getattr(node, "recursive", True) for node in tree.find_all((nodes.CallBlock, nodes.For))
    )
    guarded = Guard(source.lines).visit(tree)  # from here on the tree has our own names too
    return CompiledPart(member, place, source, uses, puts_out_blocks, guarded, env, compressor)


def _as_it_is(value: object) -> object:
    return value


def _piece(text: str, compressor: Compressor) -> tuple[bytes, bytes]:
    data = text.encode()
    return data, compressor.piece(data)


def _fixed_texts(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, str) and len(constant) >= _PIECE_CHARS:
            yield constant
        elif isinstance(constant, CodeType):
            yield from _fixed_texts(constant)


_EXPECTED = re.compile(r"expected token '(.+)', got '(.+)'")
_UNEXPECTED = re.compile(r"unexpected (?:char )?'(.+)'")


def syntax_words(error: TemplateSyntaxError) -> tuple[str, str]:
    """What the parser wanted and what it got, as far as it says so."""
    message = error.message or ""
    if match := _EXPECTED.search(message):
        return match.group(1), match.group(2)
    match = _UNEXPECTED.search(message)
    return "", match.group(1) if match else ""
