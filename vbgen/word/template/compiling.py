"""A part of a template compiled: its code, the way back from a line of code to a tag, its fixed texts."""

import re
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import TYPE_CHECKING, cast

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, nodes

from vbgen.errors import Place
from vbgen.word.package.compressor import Compressor
from vbgen.word.template.language.emit import Source
from vbgen.word.template.language.stream import Tag
from vbgen.word.template.language.transform import Guard
from vbgen.word.template.values.captured import Captured

if TYPE_CHECKING:
    from vbgen.word.template.bounds.sandbox import Sandbox

_PIECE_CHARS = 64  # fixed texts shorter than this go with the values around them


@dataclass(slots=True, eq=False)
class CompiledPart:
    """One part of a template, ready to be rendered."""

    member: str  # name in the zip
    place: Place  # of the part as a whole
    source: Source
    tree: nodes.Template
    root: Callable[..., Generator[str, None, None]]
    file_name: str
    debug: list[tuple[int, int]]  # (line of code, line of source), sorted
    puts_out_blocks: bool = False  # what a macro or a recursive loop gives is put out as it is
    pieces: dict[str, tuple[bytes, bytes]] = field(
        default_factory=dict
    )  # fixed text → (as it is, deflated)

    def tag_at_code(self, line: int) -> Tag | None:
        """The tag that line `line` of the compiled code came from."""
        position = bisect_right(self.debug, (line, 1 << 60)) - 1
        return self.source.tag_at(self.debug[position][1]) if position >= 0 else None


def compile_part(
    env: "Sandbox", member: str, place: Place, source: Source, compressor: Compressor
) -> CompiledPart:
    """The part compiled; `jinja2.TemplateSyntaxError` where a fault got past the checks of single tags."""
    file_name = f"<vbgen:{member}>"
    tree = env.parse(source.text)
    guarded = Guard(source.lines).visit(env.parse(source.text))
    code = env.compile(guarded, member, file_name)
    template = JinjaTemplate.from_code(env, code, dict(env.globals))
    root = cast("Callable[..., Generator[str, None, None]]", template.root_render_func)
    names = template.root_render_func.__globals__
    names["escape"] = _as_it_is  # `finalize` has escaped by then
    names["Markup"] = Captured
    debug = sorted((code_line, line) for line, code_line in template.debug_info)
    part = CompiledPart(member, place, source, tree, root, file_name, debug)
    part.puts_out_blocks = any(
        getattr(node, "recursive", True) for node in tree.find_all((nodes.CallBlock, nodes.For))
    )
    if compressor.prepared:
        part.pieces = {text: _piece(text, compressor) for text in _fixed_texts(code)}
    return part


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
