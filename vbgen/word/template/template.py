"""The template engine's door: a Word template opened once, rendered many times."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from jinja2.exceptions import SecurityError
from jinja2.runtime import new_context

from vbgen.errors import Problem, TemplateError, VbgenError
from vbgen.messages import _
from vbgen.word.package.bounds import TEMPLATE
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.limits import Limits
from vbgen.word.package.package import Package, read_package
from vbgen.word.reading.proof import Proved, Shown, verify
from vbgen.word.template.additions import Additions
from vbgen.word.template.assembling import Assembler
from vbgen.word.template.bounds.deadline import OutOfTimeError, within
from vbgen.word.template.bounds.sandbox import Sandbox
from vbgen.word.template.building import Built, build
from vbgen.word.template.checking import Field, Known, check_fields, fields_of
from vbgen.word.template.compiling import CompiledPart
from vbgen.word.template.failures import RENDERING_FAILURES, failure_problem, missing_elsewhere
from vbgen.word.template.fragments.library import Fragments
from vbgen.word.template.rendering import Rendering, TooManyProblemsError
from vbgen.word.template.values.captured import printed
from vbgen.word.template.values.links import name_of

_BATCH = 128  # pieces of text between two looks at their size: each may be as long as a text can be
_FAILURES = (*RENDERING_FAILURES, VbgenError)


@dataclass(frozen=True, slots=True)
class Options:
    """How a template was opened."""

    name: str
    fragments: Fragments | None
    filters: Mapping[str, Callable[..., object]]
    limits: Limits
    compressor: Compressor
    is_known_good: bool = False


class Template:
    """A Word template: parsed, patched and compiled once; each document is one rendering and one zip."""

    def __init__(self, package: Package, options: Options) -> None:
        self._package, self._options = package, options
        self._env = Sandbox(options.filters)
        self._built: Built = build(
            package,
            options.name,
            self._env,
            options.fragments,
            options.compressor,
            is_known_good=options.is_known_good,
        )
        self._assembler = Assembler(package, self._built, options.compressor)

    @classmethod
    def open(  # noqa: PLR0913 - the public door: each is a choice of its own
        cls,
        source: Path | bytes,
        *,
        name: str = "",
        fragments: Fragments | None = None,
        filters: Mapping[str, Callable[..., object]] | None = None,
        limits: Limits | None = None,
        compressor: Compressor | None = None,
        is_known_good: bool = False,
    ) -> "Template":
        """The template in a `.docx` file or its bytes, compiled in the calling process.

        What it takes to compile is bounded by the size of the file alone: see `render` for templates of strangers.
        Raises `UnreadableFileError` for a file that is refused, `TemplateError` with every fault of its tags. The code
        of one that `is_known_good`, with its fragments, is made when it renders first: looking at its names is quick.
        """
        package = read_package(source, name=name, limits=TEMPLATE)
        options = Options(
            package.name,
            fragments,
            filters or {},
            limits or Limits(),
            compressor or Compressor(),
            is_known_good,
        )
        return cls(package, options)

    def __reduce__(self) -> tuple[object, ...]:
        return Template, (self._package, self._options)

    @property
    def name(self) -> str:
        """The template's name in messages."""
        return self._options.name

    @property
    def compressor(self) -> Compressor:
        """How its documents are deflated."""
        return self._options.compressor

    @property
    def included(self) -> frozenset[str]:
        """The fragments that stand in it, those inside others too."""
        return self._built.included

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at in the template."""
        return self._built.warnings

    @property
    def parts(self) -> tuple[CompiledPart, ...]:
        """Its parts that have tags."""
        return self._built.parts

    def render(self, context: Mapping[str, object]) -> bytes:
        """The document for `context`, or `TemplateError` with everything that does not fit.

        It renders in the calling process, stopped in the middle when `Limits.time_s` is over. Memory is bounded by
        the sizes in `Limits` alone: a template of a stranger belongs into a process whose memory is bounded.
        """
        return self._render(context, record=False)[0]

    def render_with_proof(self, context: Mapping[str, object]) -> Proved:
        """The document, and every value that was printed into it."""
        document, rendering = self._render(context, record=True)
        shown = (Shown(member, text, place) for member, text, place in rendering.shown if text)
        return Proved(document, tuple(shown), tuple(rendering.additions.dropped))

    def verify(self, rendered: bytes, shown: Iterable[Shown]) -> tuple[Problem, ...]:
        """A problem for each value that is not found in the text of `rendered`."""
        return verify(rendered, tuple(shown))

    def build_url_id(self, url: str) -> str:
        """What `RichText(…, url_id=…)` takes for an address, as with docxtpl; it holds in every part."""
        return name_of(url)

    def fields(self) -> tuple[Field, ...]:
        """The names that the template takes from its data, with their places."""
        return fields_of(use for part in self._built.parts for use in part.uses)

    def check(self, known: Known) -> tuple[Problem, ...]:
        """A problem for each place of a name that `known` does not have, after the template's warnings.

        `known`: dotted paths (`nominees[].name`, `extra.*`), or nested mappings with lists of one item.
        """
        return self._built.warnings + check_fields(self.fields(), known)

    def _render(self, context: Mapping[str, object], *, record: bool) -> tuple[bytes, Rendering]:
        additions = Additions(self._built.first_id, self._built.contents)
        rendering = Rendering(context, self._options.limits, additions, record=record)
        try:
            document = within(self._options.limits.time_s, lambda: self._document(rendering))
        except OutOfTimeError as error:
            rendering.problems["failure", "time"] = self._late(rendering, error)
            raise self._failed(rendering) from error
        return document, rendering

    def _document(self, rendering: Rendering) -> bytes:
        env = self._env.bound_to(rendering)
        names = {**env.globals, **rendering.context}
        texts = [(part, self._part(part, env, names, rendering)) for part in self._built.parts]
        if rendering.problems:
            raise self._failed(rendering)
        return self._assembler.write(texts, rendering)

    def _part(
        self, part: CompiledPart, env: Sandbox, names: dict[str, object], rendering: Rendering
    ) -> Sequence[str]:
        rendering.part, rendering.loops = part, {}
        rendering.additions.enter(part.member)
        scope = new_context(env, part.member, {}, names, shared=True)  # what a part sets is its own
        chunks: list[str] = []
        pieces = part.code.root(scope, environment=env)
        try:
            shown = map(printed, pieces) if part.puts_out_blocks else pieces
            while batch := list(islice(shown, _BATCH)):
                chunks += batch
                rendering.spend_chars(sum(map(len, batch)))
                rendering.check_time()
        except OutOfTimeError:
            rendering.stopped_at = _line(pieces)
            raise
        except TooManyProblemsError:
            pass
        except _FAILURES as error:
            rendering.problems["failure", part.member] = failure_problem(error, part, _line(pieces))
        return chunks

    def _late(self, rendering: Rendering, error: OutOfTimeError) -> Problem:
        """The time is over: told at the tag that the rendering had come to."""
        late = SecurityError(_("mẫu chạy quá lâu (hơn {most} giây)", most=rendering.limits.time_s))
        part = rendering.part or self._built.parts[0]
        return failure_problem(late.with_traceback(error.__traceback__), part, rendering.stopped_at)

    def _failed(self, rendering: Rendering) -> TemplateError:
        problems = [*rendering.problems.values(), *missing_elsewhere(self._built.parts, rendering)]
        message = _(
            "Mẫu “{name}” không khớp dữ liệu: {count} lỗi.", name=self.name, count=len(problems)
        )
        return TemplateError(message, tuple(problems))


def _line(pieces: Generator[str, None, None]) -> int:
    """The line of code a part's rendering stands at."""
    frame = getattr(pieces, "gi_frame", None)
    return frame.f_lineno if frame else 0
