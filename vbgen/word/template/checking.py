"""The fields of a template, and whether the data it will get has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.template.lookalikes import same_name
from vbgen.word.template.missing_problems import nearest_hint
from vbgen.word.template.names import Use

_ITEM = "[]"
_ANY = "*"

Known = Mapping[str, object] | Iterable[str]


@dataclass(frozen=True, slots=True)
class Field:
    """A name that a template uses: `nominees[].name`, every place, whether each use lets it be absent."""

    path: str
    places: tuple[Place, ...]
    optional: bool


def fields_of(uses: Iterable[Use]) -> tuple[Field, ...]:
    """Each name once, in the order of its first use."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.path, []).append(use)
    return tuple(
        Field(
            path, tuple(dict.fromkeys(use.place for use in each)), all(use.optional for use in each)
        )
        for path, each in found.items()
    )


def check_fields(fields: Iterable[Field], known: Known) -> tuple[Problem, ...]:
    """A problem for every place of a name that `known` does not have.

    `known`: dotted paths (`campaign.name`, `nominees[].name`, `extra.*` for anything), or the same as nested
    mappings with a list of one item for a list. What lies under a known leaf is not looked into.
    """
    tree = _tree_of(known)
    problems = []
    for each in fields:
        fault = None if each.optional else _fault(each.path, tree)
        if fault:
            problems += [
                Problem("name-undefined", fault[0], place, hint=fault[1]) for place in each.places
            ]
    return tuple(problems)


def _fault(path: str, tree: dict[str, object]) -> tuple[str, str] | None:
    node, seen = tree, ""
    for step in _steps(path):
        if not node or _ANY in node:
            return None
        key = step if step in node else same_name(step, node)
        if key is None:
            return _sentence(step, seen, node)
        child = node[key]
        node = child if isinstance(child, dict) else {}
        seen = seen + step if step == _ITEM else f"{seen}.{step}".lstrip(".")
    return None


def _sentence(step: str, seen: str, node: Mapping[str, object]) -> tuple[str, str] | None:
    if step == _ITEM:
        return None  # a mapping or a value that is looped over: nothing to say about its items
    if _ITEM in node:
        message = _("“{seen}” là danh sách, không có trường “{name}”.", seen=seen, name=step)
        return message, _("Hãy dùng vòng lặp “for … in {seen}”.", seen=seen)
    if seen:
        message = _("“{seen}” không có trường “{name}”.", seen=seen, name=step)
    else:
        message = _("Không có trường “{name}” trong dữ liệu.", name=step)
    return message, nearest_hint(step, node)


def _steps(path: str) -> list[str]:
    return path.replace(_ITEM, f".{_ITEM}").split(".")


def _tree_of(known: Known) -> dict[str, object]:
    tree: dict[str, object] = {}
    if isinstance(known, Mapping):
        return {str(key): _branch(value) for key, value in known.items()}
    for path in known:
        node = tree
        for step in _steps(path):
            child = node.setdefault(step, {})
            node = child if isinstance(child, dict) else {}
    return tree


def _branch(value: object) -> dict[str, object]:
    if isinstance(value, Mapping):
        return {str(key): _branch(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return {_ITEM: _branch(value[0]) if value else {_ANY: {}}}
    return {}
