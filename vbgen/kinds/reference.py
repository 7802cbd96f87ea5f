"""The template-field reference: every name that a template may use, with what a clerk calls it.

Names and titles are read off the model and the views, so that no list has to be kept beside them.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vbgen.kinds.views import views
from vbgen.model.field import Choice

_DEEPEST = 6  # views refer to each other; no template goes deeper
_EXAMPLE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its path (`awards.entries[].name`), its Vietnamese title or an example of its value."""

    path: str
    title: str


def names() -> Iterator[Name]:
    """Every name, each after the one that it is part of."""
    for key, view in views().items():
        yield Name(key, view.title)
        yield from _inside(view.shape, key, depth=0)


def known() -> dict[str, object]:
    """The same names as nested mappings, with `[]` for the items of a list."""
    tree: dict[str, object] = {}
    for name in names():
        node = tree
        for step in name.path.replace("[]", ".[]").split("."):
            child = node.setdefault(step, {})
            if isinstance(child, dict):
                node = child
    return tree


def _inside(shape: Any, path: str, depth: int) -> Iterator[Name]:  # noqa: ANN401 - any annotation
    shape = _without_none(shape)
    item = _item_of(shape)
    if item is not None:
        yield from _inside(item, f"{path}[]", depth)
    elif depth < _DEEPEST and inspect.isclass(shape):
        for name, title, inner in _parts(shape):
            yield Name(f"{path}.{name}", title)
            yield from _inside(inner, f"{path}.{name}", depth + 1)


def _parts(shape: type) -> Iterator[tuple[str, str, Any]]:
    if issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            yield name, field.title or "", field.annotation
        return
    if issubclass(shape, Choice):
        yield "label", "", str
        return
    if is_dataclass(shape):
        hints = get_type_hints(shape)
        for part in fields(shape):
            yield part.name, "", hints[part.name]
    yield from _computed(shape)


def _computed(shape: type) -> Iterator[tuple[str, str, Any]]:
    for name, member in inspect.getmembers(shape, lambda member: isinstance(member, property)):
        if shape.__module__.startswith("vbgen.kinds") and not name.startswith("_"):
            example = _EXAMPLE.search(member.__doc__ or "")
            yield name, example[1] if example else "", get_type_hints(member.fget).get("return")


def _without_none(shape: Any) -> Any:  # noqa: ANN401 - any annotation
    if get_origin(shape) in {Union, UnionType}:
        rest = [part for part in get_args(shape) if part is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return shape


def _item_of(shape: Any) -> Any:  # noqa: ANN401 - any annotation
    return get_args(shape)[0] if get_origin(shape) in {tuple, list} else None
