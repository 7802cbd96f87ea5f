"""Operators and methods of texts that could make too much: refused before they do."""

import re
from collections.abc import Callable, Iterable, Mapping, Sized

from jinja2.exceptions import SecurityError

from vbgen.messages import _
from vbgen.word.package.limits import Limits

_PADDING = ("center", "ljust", "rjust", "zfill")
_WIDTH = re.compile(r"\d+")
_NESTED = re.compile(r"\{[^{}]*\{")
_NUMBER_BITS = 10_000  # of a whole number that `**` or `*` makes
_WIDTH_MOST = 10_000  # of a padding or a format
_SEPARATOR_MOST = 100  # between items of unknown number
_DEPTH = 4  # to which the arguments of a format are measured


def refuse(sentence: str) -> None:
    """Stop the tag at work."""
    raise SecurityError(sentence)


def bound_size(limits: Limits, size: float) -> None:
    """Refuse a text of `size` characters that is too long."""
    if size > limits.text_chars:
        refuse(_("kết quả dài hơn {most} ký tự", most=limits.text_chars))


def bound_width(width: object) -> None:
    """Refuse a padding that is too wide."""
    if isinstance(width, int) and abs(width) > _WIDTH_MOST:
        refuse(_("độ rộng lớn hơn {most}", most=_WIDTH_MOST))


def measured(value: object, limits: Limits, depth: int = 0) -> int:
    """About how many characters `value` shows."""
    if isinstance(value, (str, bytes)):
        return len(value)
    if depth >= _DEPTH:
        return limits.text_chars
    if isinstance(value, Mapping):
        return sum(measured(each, limits, depth + 1) for pair in value.items() for each in pair)
    if isinstance(value, (list, tuple, set, frozenset)):
        return sum(measured(each, limits, depth + 1) for each in value)
    return 64


def bound_format(limits: Limits, text: str, values: Iterable[object]) -> None:
    """Refuse a format whose widths are big or come from data, or which repeats its values too often."""
    if "*" in text or any(len(number) >= len(str(_WIDTH_MOST)) for number in _WIDTH.findall(text)):
        refuse(_("độ rộng lớn hơn {most}", most=_WIDTH_MOST))
    if _NESTED.search(text.replace("{{", "")):
        refuse(_("độ rộng lấy từ dữ liệu"))
    holes = max(text.count("%"), text.count("{"))
    longest = max((measured(value, limits) for value in values), default=0)
    bound_size(limits, len(text) + holes * longest)


def _times(limits: Limits, left: object, right: object) -> None:
    for text, times in ((left, right), (right, left)):
        if isinstance(text, (list, tuple)):
            refuse(_("không nhân được một danh sách"))
        if isinstance(times, int) and isinstance(text, (str, bytes)):
            bound_size(limits, len(text) * times)
    if isinstance(left, int) and isinstance(right, int):
        _bound_bits(left.bit_length() + right.bit_length())


def _power(_limits: Limits, left: object, right: object) -> None:
    if isinstance(left, int) and isinstance(right, int):
        _bound_bits(left.bit_length() * right)


def _bound_bits(bits: int) -> None:
    if bits > _NUMBER_BITS:
        refuse(_("con số quá lớn"))


def _plus(limits: Limits, left: object, right: object) -> None:
    if isinstance(left, (str, bytes, list, tuple)) and isinstance(right, Sized):
        bound_size(limits, len(left) + len(right))


def _remainder(limits: Limits, left: object, right: object) -> None:
    if isinstance(left, (str, bytes)):
        text = left if isinstance(left, str) else left.decode("latin-1")
        values = (
            right.values()
            if isinstance(right, Mapping)
            else right
            if isinstance(right, tuple)
            else (right,)
        )
        bound_format(limits, text, values)


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
    if name in ("translate", "maketrans"):
        refuse(_("phương thức “{name}” không được dùng trong mẫu", name=name))
    if not args:
        return
    if name in _PADDING:
        bound_width(args[0])
    elif name == "expandtabs" and isinstance(args[0], int):
        bound_size(limits, len(owner) * max(args[0], 1))
    elif name == "replace" and len(args) > 1:
        bound_replace(limits, str(owner), str(args[0]), str(args[1]))
    elif name == "join":
        bound_join(limits, str(owner), args[0])


def bound_replace(limits: Limits, text: str, old: str, new: str) -> None:
    """Refuse a replacement that makes a text too long."""
    times = text.count(old) if old else len(text) + 1
    bound_size(limits, len(text) + times * max(len(new) - len(old), 0))


def bound_join(limits: Limits, separator: str, items: object) -> None:
    """Refuse joining too much."""
    if isinstance(items, (list, tuple, str)):
        bound_size(limits, len(separator) * len(items) + sum(len(str(item)) for item in items))
    elif len(separator) > _SEPARATOR_MOST:
        refuse(_("dấu nối dài hơn {most} ký tự", most=_SEPARATOR_MOST))
