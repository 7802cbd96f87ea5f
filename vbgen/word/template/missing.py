"""A name that the data does not have: noted with its place, and empty for the rest of the rendering."""

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Undefined

Note = Callable[["Missing"], None]


class Missing(Undefined):
    """What an undefined name stands for; every use of it but `is defined` and `default` is noted."""

    __slots__ = ("_note",)

    def __init__(
        self, note: Note, hint: str | None, obj: object, name: str | None, unsafe: bool
    ) -> None:
        super().__init__(hint=hint, obj=obj, name=name)
        self._note = note
        self._undefined_hint = "unsafe" if unsafe else hint

    @property
    def name(self) -> str:
        """The name that was not found."""
        return str(self._undefined_name)

    @property
    def owner(self) -> object:
        """The value that lacks it; `jinja2.utils.missing` for a name of the context itself."""
        return self._undefined_obj

    @property
    def is_unsafe(self) -> bool:
        """Whether it exists but may not be read."""
        return self._undefined_hint == "unsafe"

    def used(self) -> str:
        """Nothing, once noted."""
        self._note(self)
        return ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any attribute of nothing is nothing
        if name[:2] == "__":
            raise AttributeError(name)
        return self._same()

    def _same(self, *_args: object, **_kwargs: object) -> "Missing":
        self._note(self)
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same  # type: ignore[assignment] # one for all
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _same  # type: ignore[assignment]
    __mod__ = __rmod__ = __pow__ = __rpow__ = __pos__ = __neg__ = _same  # type: ignore[assignment]
    __call__ = __getitem__ = _same  # type: ignore[assignment]

    def _false(self, _other: object = None) -> bool:
        self._note(self)
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = _false  # type: ignore[assignment]
    __contains__ = _false

    def __ne__(self, other: object) -> bool:
        return not self._false(other)

    def __hash__(self) -> int:
        self._note(self)
        return 0

    def __bool__(self) -> bool:
        return self._false()

    def __str__(self) -> str:
        return self.used()

    def __len__(self) -> int:
        self._note(self)
        return 0

    def __int__(self) -> int:  # type: ignore[override]
        self._note(self)
        return 0

    def __float__(self) -> float:  # type: ignore[override]
        self._note(self)
        return 0.0

    def __iter__(self) -> Iterator[Any]:
        self._note(self)
        return iter(())
