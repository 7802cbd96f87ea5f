"""A template made ready: fragments put in, tags joined and patched, every fault reported, parts compiled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from lxml import etree

from vbgen.errors import Place, Problem, Severity, TemplateError
from vbgen.messages import _
from vbgen.word.drawing.drawing_ids import first_free_id, renumber
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.package import Package
from vbgen.word.package.parts import main_member, template_parts
from vbgen.word.package.xml import DECLARATION, xml_text
from vbgen.word.template.bindings import unbind
from vbgen.word.template.bounds.sandbox import Sandbox
from vbgen.word.template.compiling import CompiledPart, parse_part
from vbgen.word.template.fragments.including import Includer
from vbgen.word.template.fragments.library import Fragments
from vbgen.word.template.language.blocks import check_blocks
from vbgen.word.template.language.emit import Source, emit
from vbgen.word.template.language.join import join_tags
from vbgen.word.template.language.patch import Patcher
from vbgen.word.template.language.placing import place_text
from vbgen.word.template.language.repeated import unique_ranges
from vbgen.word.template.language.stream import Stream, Tag
from vbgen.word.template.notices import dropped_problems, other_notices
from vbgen.word.template.syntax import check_syntax, whole_fault

_UNPARSED = (TemplateSyntaxError, SyntaxError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Built:
    """What a template needs to be rendered."""

    contents: dict[str, bytes]  # every member, fragments' styles and pictures included
    parts: tuple[CompiledPart, ...]
    warnings: tuple[Problem, ...]
    first_id: int  # first number free for a drawing
    included: frozenset[str] = frozenset()  # fragments that were put in, those inside others too


def build(
    package: Package,
    name: str,
    env: Sandbox,
    fragments: Fragments | None,
    compressor: Compressor,
    *,
    is_known_good: bool = False,
) -> Built:
    """The template built, or `TemplateError` with every fault in it; the code of a good one is made later."""
    includer = Includer(dict(package.contents), name, fragments)
    problems: list[Problem] = []
    sources: list[tuple[str, str, Source]] = []
    roots = _roots(includer, name)
    changed = renumber(roots) | unbind(roots) | includer.touched
    labels = dict(template_parts(includer.contents, name))
    for member, label in labels.items():
        text = xml_text(roots[member])
        stream = _stream(
            unique_ranges(text) if member in includer.touched else text,
            name,
            label,
            includer.origins,
        )
        source, found = _source(stream)
        found += check_syntax(env, source.lines.values())
        problems += _in_order(found, stream)
        source.changed |= member in changed
        sources.append((member, label, source))
    problems += includer.problems
    _stop_on_errors(problems, name)
    parts = list(_parsed(sources, name, env, compressor, problems))
    if not is_known_good:
        problems += _without_code(parts)
    _stop_on_errors(problems, name)
    problems += dropped_problems(package, labels)
    problems += other_notices(package.contents, name, labels)
    return Built(
        includer.contents,
        tuple(parts),
        tuple(_once(problems)),
        first_free_id(roots.values()),
        frozenset(includer.included),
    )


def _roots(includer: Includer, name: str) -> dict[str, etree._Element]:
    """The parts that are rendered, fragments in place; the text first, which brings notes along for the others."""
    main = main_member(includer.contents, name)
    labels = dict(template_parts(includer.contents, name))
    roots = {main: includer.include(main, labels[main])} if main in labels else {}
    for member, label in template_parts(dict(includer.contents), name):
        if member not in roots:
            roots[member] = includer.include(member, label)
    return {member: roots[member] for member, _label in template_parts(includer.contents, name)}


def _stream(text: str, name: str, label: str, origins: Mapping[int, str]) -> Stream:
    stream = Stream.of(DECLARATION + text)
    place_text(stream, name, label, origins)
    return stream


def _source(stream: Stream) -> tuple[Source, list[Problem]]:
    tags, found = join_tags(stream)
    patcher = Patcher.of(stream)
    patcher.run(tags)
    source = emit(stream)
    once = map(_repeats_once, dict.fromkeys(source.once))
    return source, [*found, *patcher.problems, *once, *check_blocks(source.levels)]


def _repeats_once(loop: Tag) -> Problem:
    message = _("Khối thẻ này lặp lại một biểu đồ hay sơ đồ (SmartArt), mà Word chỉ nhận một lần.")
    hint = _("Hãy đặt biểu đồ ra ngoài khối, hoặc thay bằng hình ảnh.")
    return Problem("tag-repeats-chart", message, loop.place, hint=hint)


def _in_order(problems: Iterable[Problem], stream: Stream) -> list[Problem]:
    """The problems as a reader meets them in the document."""
    order = {place: index for index, place in reversed(stream.places.items())}
    last = len(stream.raw)
    return sorted(problems, key=lambda problem: order.get(problem.place._replace(quote=""), last))


def _parsed(
    sources: Sequence[tuple[str, str, Source]],
    name: str,
    env: Sandbox,
    compressor: Compressor,
    problems: list[Problem],
) -> Iterator[CompiledPart]:
    for member, label, source in sources:
        if not source.lines and not source.changed:
            continue
        place = Place(file=name, part=label)
        try:
            yield parse_part(env, member, place, source, compressor)
        except _UNPARSED as error:
            problems.append(_whole_fault(error, source, place))


def _without_code(parts: Iterable[CompiledPart]) -> Iterator[Problem]:
    """A problem for each part that can be parsed and yet has no code: nested too deep, say."""
    for part in parts:
        try:
            _ = part.code
        except _UNPARSED as error:
            yield _whole_fault(error, part.source, part.place)


def _whole_fault(error: Exception, source: Source, part: Place) -> Problem:
    tag = source.tag_at(error.lineno) if isinstance(error, TemplateSyntaxError) else None
    return whole_fault(error, tag.place if tag else part)


def _stop_on_errors(problems: Sequence[Problem], name: str) -> None:
    errors = [problem for problem in _once(problems) if problem.severity is Severity.ERROR]
    if errors:
        message = _("Mẫu “{name}” có {count} lỗi.", name=name, count=len(errors))
        raise TemplateError(message, tuple(_once(problems)))


def _once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Each problem once: Word keeps text boxes twice, in an old and a new form."""
    yield from dict.fromkeys(problems)
