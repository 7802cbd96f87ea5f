"""Jinja's sandbox with our bounds: what a template may call, how much it may make, and how long it may take."""

from collections import deque
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence, MutableSet
from functools import lru_cache
from types import (
    AsyncGeneratorType,
    BuiltinMethodType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    TracebackType,
)
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from vbgen.word.template.bounds.bounded import BOUNDED_OPERATORS, check_call
from vbgen.word.template.bounds.bounded_filters import BOUNDED_FILTERS, bounded_range
from vbgen.word.template.bounds.formatting import checked_format, percent_values
from vbgen.word.template.language import emit
from vbgen.word.template.missing import Missing
from vbgen.word.template.values.captured import Captured, concat

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from vbgen.word.template.rendering import Rendering

# Filters that make other text from the same data at random, show how a program writes it, or mark-up that Word does
# not know.
_REFUSED_FILTERS = ("pprint", "random", "safe", "urlize", "xmlattr")
_DICT_METHODS = frozenset(dir(dict))
_METHODS = (MethodType, BuiltinMethodType)
_ABSENT = object()
# Whose public names Jinja's sandbox guards: inner parts of the program, and what can be changed.
_GUARDED = (
    *(FunctionType, MethodType, type, CodeType, TracebackType, FrameType),
    *(GeneratorType, CoroutineType, AsyncGeneratorType),
    *(MutableSet, MutableMapping, MutableSequence, deque),
)
_GLOBALS = ("range", "dict", "cycler", "joiner", "namespace")


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment in which templates are compiled; a rendering works in a copy of it bound to itself."""

    intercepted_binops = frozenset(BOUNDED_OPERATORS)
    concat = staticmethod(concat)
    rendering: "Rendering"

    def __init__(self, filters: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(
            block_start_string=emit.BLOCK,
            block_end_string=emit.BLOCK_END,
            variable_start_string=emit.VALUE,
            variable_end_string=emit.VALUE_END,
            comment_start_string=emit.NOTE,
            comment_end_string=emit.NOTE_END,
            autoescape=True,
            keep_trailing_newline=True,
            finalize=_not_yet,
        )
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        self.globals["range"] = bounded_range
        for name in _REFUSED_FILTERS:
            del self.filters[name]
        self.filters.update(BOUNDED_FILTERS)
        self.filters.update({name: _guarded(function) for name, function in filters.items()})

    def bound_to(self, rendering: "Rendering") -> "Sandbox":
        """This environment as one rendering uses it."""
        bound = object.__new__(Sandbox)
        bound.__dict__.update(self.__dict__)
        bound.rendering = rendering
        bound.undefined = rendering.undefined  # type: ignore[assignment] # called, never subclassed
        bound.finalize = rendering.finalize
        return bound

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as in the base class
        """`obj.attribute`, as the sandbox allows it; the common cases without its detours."""
        if obj.__class__ is dict:
            if attribute in obj and attribute not in _DICT_METHODS:
                return obj[attribute]
        elif attribute[:1] != "_" and _is_open((type(obj), obj.__class__)):
            value = getattr(obj, attribute, _ABSENT)
            if value is not _ABSENT and not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)

    def call(self, context: "Context", function: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in the base class
        """What `function` gives, once the call is counted and its sizes are bounded."""
        self.rendering.step()
        check_call(self.rendering.limits, function, args)
        args = self._checked_args(function, args)
        result = super().call(context, function, *args, **kwargs)
        if isinstance(result, Markup):
            result = Captured(result)
        if isinstance(result, str):
            self.rendering.check_text(result)
        is_put_out = "caller" in kwargs and isinstance(
            result, Captured
        )  # by a call block, as it is
        return result.xml if is_put_out else result

    def _checked_args(self, function: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """The arguments of `join` and `replace` of what a block printed, checked and made words."""
        if not isinstance(getattr(function, "__self__", None), Captured):
            return args
        part, name = self.rendering.worded, getattr(function, "__name__", "")
        if name == "join" and args:
            return ([str(part(item)) for item in args[0]],)
        return (*map(str, map(part, args[:2])), *args[2:]) if name == "replace" else args

    def call_binop(self, context: "Context", operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as in the base class
        """What the operator gives, refused beforehand where it would be too big."""
        BOUNDED_OPERATORS[operator](self.rendering.limits, left, right)
        if operator == "%" and isinstance(left, str):
            right = percent_values(left, right, self.rendering.worded)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: object) -> Callable[..., str] | None:
        """The sandbox's own `str.format`, with bounded widths and checked values."""
        if not isinstance(value, (MethodType, BuiltinMethodType)) or value.__name__ not in (
            "format",
            "format_map",
        ):
            return None
        text = value.__self__
        is_map = value.__name__ == "format_map"
        return checked_format(self, text, takes_mapping=is_map) if isinstance(text, str) else None


@lru_cache(maxsize=1024)
def _is_open(classes: tuple[type, type]) -> bool:
    """Whether the sandbox allows every public name of a thing of that class, which says that it is of the other."""
    return not any(issubclass(each, _GUARDED) for each in classes)


def _not_yet(_value: object) -> NoReturn:
    """Stops Jinja from printing constants at compile time, past our checks."""
    raise TypeError


def _guarded(function: Callable[..., object]) -> Callable[..., object]:
    """A filter that is not asked about a value that does not exist."""
    if getattr(function, "jinja_pass_arg", None) is not None:
        return function

    def filtered(value: object, *args: object, **kwargs: object) -> object:
        return value.used() if isinstance(value, Missing) else function(value, *args, **kwargs)

    return filtered
