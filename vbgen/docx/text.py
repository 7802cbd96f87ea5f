"""One line of text in the template language: a subject in `kind.toml`, with values, filters and conditions only."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vbgen.docx.bounded import BOUNDED_OPERATORS
from vbgen.docx.failures import RENDERING_FAILURES
from vbgen.docx.limits import Limits
from vbgen.errors import Place, Problem, TemplateError
from vbgen.messages import _

_REFUSED: tuple[type[nodes.Node], ...] = (
    nodes.For,
    nodes.Macro,
    nodes.Call,
    nodes.CallBlock,
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
)
_LIMITS = Limits(text_chars=10_000)


class _Line(ImmutableSandboxedEnvironment):
    """A sandbox without loops and calls, so that a line can neither run long nor grow big."""

    intercepted_binops = frozenset(BOUNDED_OPERATORS)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as in the base class
        """What the operator gives, refused beforehand where it would be too big."""
        BOUNDED_OPERATORS[operator](_LIMITS, left, right)
        return super().call_binop(context, operator, left, right)


def render_text(
    source: str, context: Mapping[str, object], *, name: str, filters: Mapping[str, Callable[..., object]]
) -> str:
    """The line for `context`, nothing escaped; TemplateError that names the file and quotes the line."""
    line = _Line(undefined=StrictUndefined, autoescape=False)
    line.filters = {**filters}
    try:
        tree = line.parse(source)
        if any(tree.find(kind) for kind in _REFUSED):
            raise _failed(name, source, _("dòng này chỉ được dùng giá trị, bộ lọc và điều kiện if"))
        return " ".join(line.from_string(source).render(context).split())
    except RENDERING_FAILURES as fault:
        raise _failed(name, source, _reason(fault)) from fault


def _reason(fault: Exception) -> str:
    match fault:
        case UndefinedError():
            return _("có tên không tồn tại")
        case SecurityError():
            return _("có phép tính không được phép")
        case TemplateSyntaxError():
            return _("thẻ viết sai hoặc chưa đóng, hoặc có bộ lọc không tồn tại")
        case ArithmeticError():
            return _("có phép chia cho 0 hoặc số quá lớn")
        case _:
            return _("có giá trị không dùng được với bộ lọc")


def _failed(name: str, source: str, reason: str) -> TemplateError:
    message = _("Không tính được dòng chữ trong khai báo: {reason}.", reason=reason)
    problem = Problem("text-failed", message, Place(file=name, quote=source), hint=_("Hãy sửa dòng này trong tệp."))
    return TemplateError(message, (problem,))
