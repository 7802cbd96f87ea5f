"""Jinja's filters with bounds, and the filters that our guards call."""

from collections.abc import Callable, Iterable, Sized
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import filters, pass_context, pass_environment, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, soft_str

from vbgen.messages import _
from vbgen.word.template.bounds.bounded import (
    bound_format,
    bound_join,
    bound_replace,
    bound_size,
    bound_width,
    refuse,
)
from vbgen.word.template.bounds.formatting import percent_values
from vbgen.word.template.bounds.text_filters import TEXT_FILTERS
from vbgen.word.template.language.minimum import cell_end
from vbgen.word.template.values.captured import Captured
from vbgen.word.template.values.shown import ReadyXml

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from vbgen.word.template.bounds.sandbox import Sandbox

_WRAP_MOST = 10  # characters that `wordwrap` puts at a line's end


@pass_environment
def _center(env: "Sandbox", value: object, width: int = 80) -> str:
    bound_width(width)
    return filters.do_center(_text(env, value), width)


@pass_environment
def _indent(
    env: "Sandbox", s: object, width: int | str = 4, first: bool = False, blank: bool = False
) -> str:
    s = _text(env, s)
    size = len(width) if isinstance(width, str) else width
    bound_size(env.rendering.limits, len(s) + size * (s.count("\n") + 1))
    return filters.do_indent(s, width, first, blank)


@pass_environment
def _wordwrap(
    env: "Sandbox",
    s: object,
    width: int = 79,
    break_long_words: bool = True,
    wrapstring: str | None = None,
    break_on_hyphens: bool = True,
) -> str:
    bound_width(len(wrapstring or "") * (10_000 // _WRAP_MOST))
    return filters.do_wordwrap(
        env, _text(env, s), width, break_long_words, wrapstring, break_on_hyphens
    )


@pass_context
def _map(context: "Context", value: Any, *args: Any, **kwargs: Any) -> Iterable[object]:  # noqa: ANN401 - as Jinja's
    """Jinja's `map`: what it makes is weighed as it comes, whoever collects it."""
    rendering = context.environment.rendering  # type: ignore[attr-defined] # always our sandbox
    made: Iterable[object] = rendering.paid(filters.sync_do_map(context, value, *args, **kwargs))
    return made


def _batch(value: Iterable[object], linecount: int, fill_with: object = None) -> object:
    bound_width(linecount)
    return filters.do_batch(value, linecount, fill_with)


def _slice(value: Any, slices: int, fill_with: object = None) -> object:  # noqa: ANN401 - any iterable
    bound_width(slices)
    return filters.sync_do_slice(value, slices, fill_with)


@pass_environment
def _sum(
    env: "Sandbox",
    iterable: Any,  # noqa: ANN401 - any iterable, any number
    attribute: str | int | None = None,
    start: Any = 0,  # noqa: ANN401 - any iterable, any number
) -> object:
    if isinstance(start, (list, tuple, str)):
        refuse(_("“sum” chỉ cộng các con số"))
    return filters.sync_do_sum(env, iterable, attribute, start)


@pass_eval_context
def _tojson(context: EvalContext, value: object, indent: int | None = None) -> object:
    bound_width((indent or 0) * 100)
    return filters.do_tojson(context, value, indent)


@pass_environment
def _format(env: "Sandbox", value: object, *args: object, **kwargs: object) -> str:
    text = _text(env, value)
    bound_format(env.rendering.limits, text, [*args, *kwargs.values()])
    if args and kwargs:
        return filters.do_format(text, *args, **kwargs)  # says that only one of both is taken
    return text % percent_values(text, kwargs or args, env.rendering.worded)


@pass_eval_context
def _replace(
    context: EvalContext, s: object, old: object, new: object, count: int | None = None
) -> str:
    env = _sandbox(context)
    text, before, after = (_text(env, each) for each in (s, old, new))
    bound_replace(env.rendering.limits, text, before, after)
    return filters.do_replace(context, text, before, after, count)


@pass_eval_context
def _join(
    context: EvalContext,
    value: Iterable[object],
    d: object = "",
    attribute: str | int | None = None,
) -> str:
    env = _sandbox(context)
    found = value if attribute is None else map(filters.make_attrgetter(env, attribute), value)
    worded = env.rendering.worded
    items, between = (
        [item if item.__class__ is str else worded(item) for item in found],
        _text(env, d),
    )
    bound_join(env.rendering.limits, between, items)
    joined = filters.sync_do_join(context, items, between)
    return Captured(joined) if isinstance(joined, Markup) else joined


def _sandbox(context: EvalContext) -> "Sandbox":
    return context.environment  # type: ignore[return-value] # always our sandbox


def _text(env: "Sandbox", value: object) -> str:
    """A value that is to be text."""
    return value if value.__class__ is str else soft_str(env.rendering.words_of(value))


@pass_environment
def _each(env: "Sandbox", items: Iterable[object], weight: int, line: int) -> Iterable[object]:
    """`items` for the loop on `line`, its turns paid for; `weight`: characters of fixed text a turn holds."""
    env.rendering.loops[line] = items
    if isinstance(items, Sized):
        env.rendering.spend(len(items), weight)
        return items
    return env.rendering.counted(items, weight)


@pass_environment
def bounded_range(env: "Sandbox", *args: int) -> range:
    """`range`, paid for when it is made."""
    numbers = range(*args)
    env.rendering.spend_range(len(numbers))
    return numbers


@pass_environment
def _sized(env: "Sandbox", text: str) -> str:
    """A joined text, its length checked."""
    joined = Captured(text) if isinstance(text, Markup) else text
    env.rendering.check_text(joined)
    return joined


@pass_environment
def _weighed(env: "Sandbox", items: object) -> object:
    """A list that a tag makes, with all that lies in it."""
    env.rendering.weigh(items)
    return items


@pass_environment
def _kept(env: "Sandbox", value: object) -> object:
    """A value printed into a macro or another captured block, paid for."""
    if isinstance(value, str):
        env.rendering.spend_chars(len(value.xml if isinstance(value, Captured) else value))
    return value


@pass_environment
def _fresh_id(env: "Sandbox", _zero: int) -> int:
    """A number for a drawing that a loop repeats."""
    return env.rendering.fresh_id()


@cache
def _cell_end(number: int) -> ReadyXml:
    """The mark before the end of a cell that may lack a paragraph."""
    return ReadyXml(cell_end(number))


@pass_environment
def _slot(env: "Sandbox", value: object, line: int) -> object:
    """A printed value as the place of its tag wants it."""
    return env.rendering.placed(value, line)


BOUNDED_FILTERS: dict[str, Callable[..., object]] = {
    **TEXT_FILTERS,
    "center": _center,
    "indent": _indent,
    "wordwrap": _wordwrap,
    "batch": _batch,
    "map": _map,
    "slice": _slice,
    "sum": _sum,
    "tojson": _tojson,
    "format": _format,
    "replace": _replace,
    "join": _join,
    "_each": _each,
    "_sized": _sized,
    "_weighed": _weighed,
    "_kept": _kept,
    "_cell_end": _cell_end,
    "_fresh_id": _fresh_id,
    "_slot": _slot,
}
