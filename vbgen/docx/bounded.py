"""Filters, operators and methods that could make too much: refused before they do."""

import re
from collections.abc import Callable, Iterable, Sized
from typing import TYPE_CHECKING, Any

from jinja2 import filters, pass_environment, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.sandbox import SecurityError

from vbgen.docx.limits import Limits
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.docx.sandbox import Sandbox

_PADDING = ("center", "ljust", "rjust", "zfill", "expandtabs")
_WIDTH = re.compile(r"\d+")
_NUMBER_BITS = 10_000  # of a whole number that `**` or `*` makes
_WIDTH_MOST = 10_000  # of a padding or a format


def _refuse(sentence: str) -> None:
    raise SecurityError(sentence)


def _bound_size(limits: Limits, size: float) -> None:
    if size > limits.text_chars:
        _refuse(_("kết quả dài hơn {most} ký tự", most=limits.text_chars))


def _bound_width(width: object) -> None:
    if isinstance(width, int) and abs(width) > _WIDTH_MOST:
        _refuse(_("độ rộng lớn hơn {most}", most=_WIDTH_MOST))


def check_format_spec(limits: Limits, text: str) -> None:
    """Refuse a format string with a width that is too big or comes from data."""
    _bound_size(limits, len(text))
    if "*" in text or any(len(number) > len(str(_WIDTH_MOST)) - 1 for number in _WIDTH.findall(text)):
        _refuse(_("độ rộng lớn hơn {most}", most=_WIDTH_MOST))
    if re.search(r"\{[^{}]*\{", text):
        _refuse(_("độ rộng lấy từ dữ liệu"))


def _times(limits: Limits, left: object, right: object) -> None:
    for text, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(text, (str, bytes)):
            _bound_size(limits, len(text) * times)
        elif isinstance(text, (list, tuple)):
            _refuse(_("không nhân được một danh sách"))
    if isinstance(left, int) and isinstance(right, int):
        _bound_bits(left.bit_length() + right.bit_length())


def _power(_limits: Limits, left: object, right: object) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _bound_bits(left.bit_length() * right)
    elif not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        _bound_bits(_NUMBER_BITS if abs(int(right)) < 64 else _NUMBER_BITS + 1)  # type: ignore[call-overload] # numbers of other kinds; 64: enough for any office


def _bound_bits(bits: int) -> None:
    if bits > _NUMBER_BITS:
        _refuse(_("con số quá lớn"))


def _plus(limits: Limits, left: object, right: object) -> None:
    if isinstance(left, (str, bytes, list, tuple)) and isinstance(right, Sized):
        _bound_size(limits, len(left) + len(right))


def _remainder(limits: Limits, left: object, _right: object) -> None:
    if isinstance(left, (str, bytes)):
        text = left if isinstance(left, str) else left.decode("latin-1")
        check_format_spec(limits, text)


BOUNDED_OPERATORS: dict[str, Callable[[Limits, object, object], None]] = {
    "*": _times,
    "**": _power,
    "+": _plus,
    "%": _remainder,
}


def check_call(limits: Limits, function: object, args: tuple[object, ...]) -> None:
    """Refuse a method of a text that would make it too long."""
    owner, name = getattr(function, "__self__", None), getattr(function, "__name__", "")
    if not isinstance(owner, (str, bytes)):
        return
    if name in _PADDING and args:
        _bound_width(args[0])
    elif name == "replace" and len(args) > 1:
        _bound_replace(limits, owner, args[0], args[1])
    elif name == "join" and args:
        _bound_join(limits, owner, args[0])
    elif name in ("translate", "maketrans"):
        _refuse(_("phương thức “{name}” không được dùng trong mẫu", name=name))


def _bound_replace(limits: Limits, text: Any, old: Any, new: Any) -> None:  # noqa: ANN401 - text or bytes
    times = text.count(old) if old else len(text) + 1
    _bound_size(limits, len(text) + times * max(len(new) - len(old), 0))


def _bound_join(limits: Limits, separator: Any, items: object) -> None:  # noqa: ANN401 - text or bytes
    if isinstance(items, (list, tuple, str)):
        _bound_size(limits, len(separator) * len(items) + sum(len(str(item)) for item in items))


def _center(value: str, width: int = 80) -> str:
    _bound_width(width)
    return filters.do_center(value, width)


def _indent(s: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    _bound_width(len(width) if isinstance(width, str) else width)
    return filters.do_indent(s, width, first, blank)


def _batch(value: Iterable[object], linecount: int, fill_with: object = None) -> object:
    _bound_width(linecount)
    return filters.do_batch(value, linecount, fill_with)


def _slice(value: Iterable[object], slices: int, fill_with: object = None) -> object:
    _bound_width(slices)
    return filters.sync_do_slice(value, slices, fill_with)  # type: ignore[arg-type] # any iterable


@pass_environment
def _format(env: "Sandbox", value: str, *args: object, **kwargs: object) -> str:
    check_format_spec(env.rendering.limits, str(value))
    return filters.do_format(value, *args, **kwargs)


@pass_eval_context
def _replace(context: EvalContext, s: str, old: str, new: str, count: int | None = None) -> str:
    limits = context.environment.rendering.limits  # type: ignore[attr-defined] # always our sandbox
    _bound_replace(limits, str(s), str(old), str(new))
    return filters.do_replace(context, s, old, new, count)


@pass_eval_context
def _join(context: EvalContext, value: Iterable[object], d: str = "", attribute: str | None = None) -> str:
    items = list(value)
    limits = context.environment.rendering.limits  # type: ignore[attr-defined] # always our sandbox
    if attribute is None:
        _bound_join(limits, d, items)
    return filters.sync_do_join(context, items, d, attribute)


@pass_environment
def _each(env: "Sandbox", items: Iterable[object], weight: int) -> Iterable[object]:
    """`items` for a loop, its turns paid for beforehand; `weight`: characters of fixed text a turn holds."""
    rendering = env.rendering
    if isinstance(items, Sized):
        rendering.spend(len(items), weight)
        return items
    return rendering.counted(items, weight)


@pass_environment
def bounded_range(env: "Sandbox", *args: int) -> range:
    """`range`, paid for when it is made."""
    numbers = range(*args)
    env.rendering.spend_range(len(numbers))
    return numbers


@pass_environment
def _sized(env: "Sandbox", text: str) -> str:
    env.rendering.check_text(text)
    return text


@pass_environment
def _fresh_id(env: "Sandbox", _zero: int) -> int:
    return env.rendering.fresh_id()


@pass_environment
def _slot(env: "Sandbox", value: object, line: int) -> object:
    """A printed value as the place of its tag wants it."""
    return env.rendering.placed(value, line)


BOUNDED_FILTERS: dict[str, Callable[..., object]] = {
    "center": _center,
    "indent": _indent,
    "batch": _batch,
    "slice": _slice,
    "format": _format,
    "replace": _replace,
    "join": _join,
    "_each": _each,
    "_sized": _sized,
    "_fresh_id": _fresh_id,
    "_slot": _slot,
}
