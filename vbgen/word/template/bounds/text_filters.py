"""Jinja's filters that make text of what they are given: they take nothing but text, numbers and dates."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from jinja2 import filters, pass_environment
from jinja2.utils import missing as absent
from markupsafe import Markup, escape, soft_str

from vbgen.word.template.values.captured import Captured

if TYPE_CHECKING:
    from vbgen.word.template.bounds.sandbox import Sandbox


def _of_text(function: Callable[..., object]) -> Callable[..., object]:
    """A filter whose first value is text."""

    @pass_environment
    def filtered(env: "Sandbox", value: object, *args: object, **kwargs: object) -> object:
        text = value if value.__class__ is str else env.rendering.words_of(value)
        return function(text, *args, **kwargs)

    return filtered


def _as_text(function: Callable[..., object]) -> Callable[..., object]:
    """A filter that leaves text what it is: what a block printed keeps its format."""

    @pass_environment
    def filtered(env: "Sandbox", value: object) -> object:
        if value.__class__ is Captured:
            return value
        result = function(value if value.__class__ is str else env.rendering.worded(value))
        return Captured(result) if isinstance(result, Markup) else result

    return filtered


def _escaped(text: str) -> Captured:
    return Captured(escape(str(text)))


def _to_number(function: Callable[..., object]) -> Callable[..., object]:
    """A filter that makes a number: an empty field is no zero, unless the template says so."""

    @pass_environment
    def filtered(env: "Sandbox", value: object, default: object = absent, *args: object) -> object:
        if value is None and default is absent:
            return env.rendering.worded(value, 0)
        return function(value, *args) if default is absent else function(value, default, *args)

    return filtered


@pass_environment
def _truncate(env: "Sandbox", s: object, *args: object, **kwargs: object) -> object:
    return filters.do_truncate(env, env.rendering.words_of(s), *args, **kwargs)  # type: ignore[arg-type] # as given


@pass_environment
def _urlencode(env: "Sandbox", value: object) -> str:
    part = env.rendering.worded
    if isinstance(value, str) or not isinstance(value, Iterable):
        return filters.do_urlencode(str(part(value)))
    pairs = value.items() if isinstance(value, Mapping) else value
    return filters.do_urlencode([(part(key), part(each)) for key, each in pairs])  # type: ignore[misc] # as given


@pass_environment
def _worded(env: "Sandbox", value: object) -> object:
    """What `~` joins."""
    return value if value.__class__ is str else env.rendering.worded(value)


TEXT_FILTERS: dict[str, Callable[..., object]] = {
    "capitalize": _of_text(filters.do_capitalize),
    "e": _as_text(escape),
    "escape": _as_text(escape),
    "float": _to_number(filters.do_float),
    "forceescape": _of_text(_escaped),
    "int": _to_number(filters.do_int),
    "lower": _of_text(filters.do_lower),
    "string": _as_text(soft_str),
    "striptags": _of_text(filters.do_striptags),
    "title": _of_text(filters.do_title),
    "trim": _of_text(filters.do_trim),
    "truncate": _truncate,
    "upper": _of_text(filters.do_upper),
    "urlencode": _urlencode,
    "wordcount": _of_text(filters.do_wordcount),
    "_worded": _worded,
}
