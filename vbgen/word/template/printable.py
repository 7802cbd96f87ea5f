"""Which values are words that a document can show: text, numbers and dates; everything else is refused with a way out.

Formatted text, lists and pictures (`values.py`) are no words: each place that can show them takes them by itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from numbers import Rational, Real

from jinja2.runtime import LoopContext

from vbgen.messages import _

_CHAIN = re.compile(r"[\w.]+(?:\s*\|\s*\w+(?:\([^()]*\))?)*")  # a field, and filters
_BYTES = (bytes, bytearray, memoryview)
_LISTED = 12  # fields in a hint


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a value is not printed, and what to write instead."""

    code: str
    message: str
    hint: str


class Nothing(int):
    """Stands for a value that was refused, so that the rest of its tag can still be worked out."""

    __slots__ = ()

    def __str__(self) -> str:
        return ""

    def __format__(self, spec: str) -> str:
        return ""


def word(value: object) -> object | None:
    """`value` if it is text, a number or a date; the text or number inside an enumeration; `None` for all else.

    Truth values are no numbers, nor is what a calculation gives that has no result (NaN, infinity).
    """
    if isinstance(value, Enum):
        return value.value if isinstance(value, (str, int, float)) else None
    if isinstance(value, (str, date, time, Nothing)):
        return value
    return value if _is_number(value) else None


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, Rational) or (isinstance(value, Real) and isfinite(value))


def refusal(value: object, code: str = "") -> Refusal:
    """Why a value that is no word is refused; `code` of the tag that gives it makes the hint exact."""
    if value is None:
        hint = _(
            "Điền dữ liệu còn thiếu, hoặc xóa thẻ. Nếu được để trống, viết “… or ''” trong thẻ."
        )
        return Refusal("value-empty", _("Chưa có dữ liệu cho chỗ này nên không in được."), hint)
    if isinstance(value, bool):
        message = _("Giá trị của thẻ này là đúng/sai, không phải là chữ hay số nên không in được.")
        return Refusal("value-not-text", message, _("Hãy viết “{{{{ 'có' if … else 'không' }}}}”."))
    if isinstance(value, (float, Decimal)):
        message = _(
            "Kết quả của thẻ này không phải là một con số ({value}) nên không in được.", value=value
        )
        return Refusal("value-not-text", message, _("Hãy kiểm tra lại số liệu và phép tính."))
    message = _("Giá trị của thẻ này không phải là chữ hay số nên không in được.")
    return Refusal("value-not-text", message, _way_out(value, code.strip()))


def _way_out(value: object, code: str) -> str:
    simple = code if _CHAIN.fullmatch(code) else "…"
    if isinstance(value, LoopContext):
        return _("Hãy viết “{{{{ loop.index }}}}” để in số thứ tự.")
    if names := _field_names(value):
        return _of_record(names, simple)
    if isinstance(value, Iterable) and not isinstance(value, _BYTES):
        return _of_list(value, simple)
    return _("Hãy kiểm tra tên trường trong thẻ.")


def _of_record(names: Sequence[str], code: str) -> str:
    """How a field of a record is printed."""
    field = "name" if "name" in names else names[0]
    listed = ", ".join(names[:_LISTED]) + (" …" if names[_LISTED:] else "")
    return _(
        "Hãy ghi rõ trường cần in, ví dụ “{{{{ {item}.{field} }}}}”. Các trường có: {listed}.",
        item=code,
        field=field,
        listed=listed,
    )


def _of_list(value: Iterable[object], code: str) -> str:
    """How the items of a list are printed."""
    first = next(iter(value), None) if isinstance(value, (list, tuple)) else None
    names = _field_names(first)
    if names and "|" not in code:
        field = "name" if "name" in names else names[0]
        code = f"{code}|map(attribute='{field}')"
    example = f"{{{{ {code}|join(', ') }}}}"
    return _("Đây là danh sách: hãy viết “{example}”, hoặc dùng vòng lặp “for”.", example=example)


def _field_names(value: object) -> list[str]:
    """The names of what a record holds; none for anything else."""
    if isinstance(value, Mapping):
        return [str(key) for key in value if str(key).isidentifier()]
    if callable(value):
        return []
    names = (
        _declared(type(value)) or getattr(value, "_fields", ()) or getattr(value, "__dict__", ())
    )
    return [str(name) for name in names if not str(name).startswith("_")]


def _declared(kind: type) -> Iterable[object]:
    """The fields of a dataclass or a Pydantic model."""
    return getattr(kind, "__dataclass_fields__", ()) or getattr(kind, "model_fields", ())
