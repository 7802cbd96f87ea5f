"""One line of text in the template language: a subject in `kind.toml`, with values, filters and conditions only."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from vbgen.errors import Place, Problem, TemplateError
from vbgen.messages import _
from vbgen.word.package.limits import Limits
from vbgen.word.template.bounds.bounded import BOUNDED_OPERATORS
from vbgen.word.template.bounds.formatting import percent_values
from vbgen.word.template.failures import RENDERING_FAILURES
from vbgen.word.template.language.transform import WORDED_FILTER, worded
from vbgen.word.template.printable import Refusal, refusal, word

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
        if operator == "%" and isinstance(left, str):
            right = percent_values(left, right, lambda value, _instead: _worded(value))
        return super().call_binop(context, operator, left, right)


class _Unprintable(Exception):  # noqa: N818 - a step on the way to TemplateError
    """A value that is no text, number or date; carries why."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class _Joined(NodeTransformer):
    """Checks what `~` joins."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:  # noqa: N802 - the visitor's naming
        """Each of the joined values, checked."""
        self.generic_visit(node)
        node.nodes = [worded(each) for each in node.nodes]
        return node


def render_text(
    source: str,
    context: Mapping[str, object],
    *,
    name: str,
    filters: Mapping[str, Callable[..., object]],
) -> str:
    """The line for `context`, nothing escaped; TemplateError that names the file and quotes the line."""
    if "{" not in source:
        return " ".join(source.split())
    line = _Line(undefined=StrictUndefined, autoescape=False, finalize=_worded)
    line.filters = {**filters, WORDED_FILTER: _worded}
    try:
        tree = line.parse(source)
        if any(tree.find(kind) for kind in _REFUSED):
            raise _failed(name, source, _("dòng này chỉ được dùng giá trị, bộ lọc và điều kiện if"))
        joined = _Joined().visit(tree).set_environment(line)
        return " ".join(line.from_string(joined).render(context).split())
    except _Unprintable as fault:
        raise _failed(name, source, fault.why.message.rstrip("."), fault.why.hint) from fault
    except RENDERING_FAILURES as fault:
        raise _failed(name, source, _reason(fault)) from fault


def _worded(value: object) -> object:
    """The value, if it is text, a number or a date; an undefined one as it is, to be reported as such."""
    found = value if isinstance(value, Undefined) else word(value)
    if found is None:
        raise _Unprintable(refusal(value))
    return found


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


def _failed(name: str, source: str, reason: str, hint: str = "") -> TemplateError:
    message = _("Không tính được dòng chữ trong khai báo: {reason}.", reason=reason)
    problem = Problem(
        "text-failed",
        message,
        Place(file=name, quote=source),
        hint=hint or _("Hãy sửa dòng này trong tệp."),
    )
    return TemplateError(message, (problem,))
