"""The template-field reference: every name that a template may use, with what a clerk calls it.

The campaign's fields carry their titles; those of computed values stand in `titles.toml`.
"""

import inspect
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vbgen.messages import _
from vbgen.model.field import Choice
from vbgen.papers.views import views

_DEEPEST = 6  # views refer to each other; no template goes deeper


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its path (`awards.entries[].name`), its Vietnamese title."""

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
    elif issubclass(shape, Choice):
        yield "label", _("Chữ in ra"), str
    else:
        types = attributes(shape)
        for name, title in titles().get(shape.__name__, {}).items():
            yield name, title, types[name]


def attributes(shape: type) -> dict[str, Any]:
    """Name → type of the fields and properties of a view's class."""
    found = get_type_hints(shape) if is_dataclass(shape) else {}
    computed = inspect.getmembers(shape, lambda member: isinstance(member, property))
    return found | {name: get_type_hints(member.fget).get("return") for name, member in computed}


@cache
def titles() -> dict[str, dict[str, str]]:
    """Class → name → Vietnamese title, as `titles.toml` states them."""
    return tomllib.loads(files("vbgen.papers").joinpath("titles.toml").read_text("utf-8"))


def _without_none(shape: Any) -> Any:  # noqa: ANN401 - any annotation
    if get_origin(shape) in {Union, UnionType}:
        rest = [part for part in get_args(shape) if part is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return shape


def _item_of(shape: Any) -> Any:  # noqa: ANN401 - any annotation
    return get_args(shape)[0] if get_origin(shape) in {tuple, list} else None
