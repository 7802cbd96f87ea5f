"""`%` and `str.format` in templates: bounded, and filled with nothing but text, numbers and dates."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from jinja2.sandbox import SandboxedFormatter

from vbgen.messages import _
from vbgen.word.template.bounds.bounded import bound_format, refuse
from vbgen.word.template.printable import Nothing

if TYPE_CHECKING:
    from vbgen.word.template.bounds.sandbox import Sandbox

Check = Callable[
    [object, object], object
]  # a value to fill in, what stands for it once it was refused

_PERCENT = re.compile(r"%(?:\([^)]*\))?[-#0 +]*[\d*]*(?:\.[\d*]+)?[hlL]?(.)", re.DOTALL)
_INSIDE = "ra"  # conversions that show how a program writes a value


def percent_values(text: str, values: object, check: Check) -> object:
    """The right side of `text % values`, each value checked that the text takes."""
    if any(match[1] in _INSIDE for match in _PERCENT.finditer(text)):
        _refuse_inside("%r")
    if isinstance(values, tuple):
        return tuple(check(value, Nothing()) for value in values)
    if isinstance(values, Mapping) and "%(" in text:
        return _Checked(values, check)
    return check(values, Nothing())


def _refuse_inside(sign: str) -> None:
    refuse(_("“{sign}” in cách chương trình ghi giá trị, không in giá trị", sign=sign))


class _Checked(Mapping[str, object]):
    """A mapping that checks what is read from it, and itself when it is shown as a whole."""

    def __init__(self, values: Mapping[str, object], check: Check) -> None:
        self._values, self._check = values, check

    def __getitem__(self, key: str) -> object:
        return self._check(self._values[key], Nothing())

    def __iter__(self) -> Any:  # noqa: ANN401 - an iterator over whatever keys there are
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __str__(self) -> str:
        return str(self._check(self._values, ""))


class _CheckedFormatter(SandboxedFormatter):
    """Jinja's safe `str.format`, each value checked before it is filled in."""

    _env: "Sandbox"

    def convert_field(self, value: Any, conversion: Any) -> Any:  # noqa: ANN401 - as in the base class
        """The value, if it is a word; `!r` and `!a` are refused."""
        if conversion and conversion in _INSIDE:
            _refuse_inside(f"!{conversion}")
        return super().convert_field(self._env.rendering.worded(value, Nothing()), conversion)


def checked_format(env: "Sandbox", text: str, *, takes_mapping: bool) -> Callable[..., str]:
    """`text.format` or, where it `takes_mapping`, `text.format_map`."""
    formatter, text = _CheckedFormatter(env), str(text)  # of what a block printed, its words

    def filled(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - values of any kind
        bound_format(env.rendering.limits, text, [*args, *kwargs.values()])
        if takes_mapping:
            (values,) = args
            return formatter.vformat(text, (), values)
        return formatter.vformat(text, args, kwargs)

    return filled
