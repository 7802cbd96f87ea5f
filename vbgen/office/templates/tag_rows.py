"""Every name that a template may use as the tag to be copied, lists with the loops around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.messages import _
from vbgen.office.templates.checking import UsedName

_ITEM = "[]"
_LABEL = ".label"
_MOST_STEPS = 3  # of a name outside lists; what lies deeper is said by a view of its own


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag, and what it prints or does."""

    tag: str
    meaning: str


@dataclass(slots=True)
class _ListOfNames:
    """The fields of the items of one list."""

    path: str
    title: str
    fields: list[UsedName] = field(default_factory=list)


def rows_by_view(names: Sequence[UsedName]) -> dict[str, list[TagRow]]:
    """Title of a view → its tags; the fields of lists once, wherever they come again."""
    titles = {name.path: name.title for name in names if "." not in name.path}
    rows: dict[str, list[TagRow]] = {}
    seen: set[tuple[str, ...]] = set()
    for view, title in titles.items():
        own = [name for name in names if name.path.partition(".")[0].removesuffix(_ITEM) == view]
        found = [*_plain(own), *_of_lists(own, seen)]
        if found:
            rows.setdefault(f"{title} ({view})", []).extend(found)
    return rows


def _plain(names: Sequence[UsedName]) -> Iterator[TagRow]:
    """Names outside lists that print something themselves."""
    titles = {name.path: name.title for name in names}
    parents = {name.path.rpartition(".")[0].removesuffix(_ITEM) for name in names}
    for name in names:
        is_leaf = name.path not in parents and f"{name.path}{_ITEM}" not in parents
        if is_leaf and _ITEM not in name.path and name.path.count(".") < _MOST_STEPS:
            yield TagRow(f"{{{{ {name.path} }}}}", _meaning(name, titles))


def _meaning(name: UsedName, titles: Mapping[str, str]) -> str:
    """What a clerk calls it; a choice's label by the name of the choice."""
    return titles.get(name.path.removesuffix(_LABEL), name.title)


def _of_lists(names: Sequence[UsedName], seen: set[tuple[str, ...]]) -> Iterator[TagRow]:
    """Each list with its loop; one whose items have the fields of another is not shown again."""
    for found in _lists(names):
        shape = tuple(name.path.rpartition(".")[2] for name in found.fields)
        if shape not in seen:
            seen.add(shape)
            yield from _loop(found)


def _lists(names: Sequence[UsedName]) -> list[_ListOfNames]:
    titles = {name.path: name.title for name in names}
    lists: dict[str, _ListOfNames] = {}
    for name in names:
        path, mark, last = name.path.rpartition(f"{_ITEM}.")
        if mark and "." not in last:
            lists.setdefault(path, _ListOfNames(path, titles.get(path, ""))).fields.append(name)
    return list(lists.values())


def _loop(found: _ListOfNames) -> Iterator[TagRow]:
    """`{%p for entry in group.entries %}`, the fields of an entry, `{%p endfor %}`."""
    *outer, own = _loops(found.path)
    inside = _(" (đặt trong {loops})", loops=" ".join(outer)) if outer else ""
    yield TagRow(own, f"{found.title}{inside}")
    for name in found.fields:
        field_name = name.path.rpartition(".")[2]
        yield TagRow(f"{{{{ {_called(found.path)}.{field_name} }}}}", name.title)
    yield TagRow("{%p endfor %}", "")


def _loops(path: str) -> list[str]:
    """The loop over a list, and before it those that it must stand in, the outermost first."""
    outer, _mark, last = path.rpartition(f"{_ITEM}.")
    source = f"{_called(outer)}.{last}" if outer else path
    around = _loops(outer) if outer else []
    return [*around, f"{{%p for {_called(path)} in {source} %}}"]


def _called(path: str) -> str:
    """What one item of a list is called: `entry` of `entries`, `line` of `lines`."""
    last = path.rpartition(".")[2]
    if last.endswith("ies"):
        return f"{last[:-3]}y"
    return last[:-1] if last.endswith("s") else f"{last}_item"
