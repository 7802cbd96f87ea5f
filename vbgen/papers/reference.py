"""The template-field reference: every name that a template may use, with what a clerk calls it.

The campaign's fields carry their titles; those of computed values stand in `titles.toml`.
"""

import inspect
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vbgen.messages import _
from vbgen.model.field import Choice, InForm, Offered, in_form
from vbgen.model.vocabulary import Vocabulary
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.views import views

_DEEPEST = 6  # views refer to each other; no template goes deeper


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its path (`awards.entries[].name`), its Vietnamese title, and what it may say where that is a list."""

    path: str
    title: str
    choices: tuple[str, ...] = ()


def names(words: Vocabulary, kinds: Iterable[Kind] = ()) -> Iterator[Name]:
    """Every name, each after the one that it is part of; `values` of each kind, where they are given."""
    for key, view in views().items():
        yield Name(key, view.title)
        yield from _inside(view.shape, key, words, depth=0)
        if key == "values":
            yield from _values(kinds)


def known() -> dict[str, object]:
    """The same names as nested mappings, with `[]` for the items of a list."""
    return {key: _tree(view.shape, 0) for key, view in views().items()}


@cache
def _tree(shape: Any, depth: int) -> dict[str, object]:  # noqa: ANN401 - any annotation
    """The names within a shape; a list of values without names is a leaf."""
    shape = _without_none(shape)
    item = _item_of(shape)
    if item is not None:
        within = _tree(item, depth)
        return {"[]": within} if within else {}
    if depth < _DEEPEST and inspect.isclass(shape):
        return {part.name: _tree(part.shape, depth + 1) for part in _parts(shape)}
    return {}


def _values(kinds: Iterable[Kind]) -> Iterator[Name]:
    """What each kind declares for its own template alone."""
    owners: dict[str, list[str]] = {}
    for kind in kinds:
        for key in {**kind.values, **{key: "" for each in kind.variants for key in each.values}}:
            owners.setdefault(key, []).append(kind.title)
    for key, titles_of_kinds in owners.items():
        title = _(
            "Giá trị riêng của {kinds}", kinds=", ".join(f"“{each}”" for each in titles_of_kinds)
        )
        yield Name(f"values.{key}", title)


def _inside(shape: Any, path: str, words: Vocabulary, depth: int) -> Iterator[Name]:  # noqa: ANN401 - any annotation
    shape = _without_none(shape)
    item = _item_of(shape)
    if item is not None:
        yield from _inside(item, f"{path}[]", words, depth)
    elif depth < _DEEPEST and inspect.isclass(shape):
        for part in _parts(shape):
            inner = f"{path}.{part.name}"
            yield Name(inner, part.title, part.choices(words))
            yield from _inside(part.shape, inner, words, depth + 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """A field or a property of a view."""

    name: str
    title: str
    shape: Any  # an annotation
    closed: tuple[str, ...] = ()  # what it may say
    offers: Offered | None = None

    def choices(self, words: Vocabulary) -> tuple[str, ...]:
        """What it may say: labels of a closed list, words of an open one."""
        return self.closed or words.words(self.offers).titles


def _parts(shape: type) -> Iterator[_Part]:
    computed = _computed(shape)
    if issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            yield _Part(name, field.title or "", field.annotation, offers=in_form(field).offers)
        yield from computed
    elif issubclass(shape, Choice):
        yield _Part("label", _("Chữ in ra"), str, tuple(choice.label for choice in shape))
    else:
        yield from computed


@cache  # a class stands in many places of the tree
def _computed(shape: type) -> tuple[_Part, ...]:
    """What `titles.toml` states of a class: all of a view, of a record what is computed from its cells."""
    stated = titles().get(shape.__name__, {})
    types = attributes(shape) if stated else {}
    return tuple(
        _Part(name, title, types[name], offers=_offered(shape, name))
        for name, title in stated.items()
    )


def _offered(shape: type, name: str) -> Offered | None:
    """The open list that a field of a computed value names."""
    annotation = shape.__annotations__.get(name)
    form = [each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, InForm)]
    return form[0].offers if form else None


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
