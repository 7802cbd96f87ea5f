"""The names a template takes from its data, followed through loops and assignments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from vbgen.errors import Place
from vbgen.word.template.language.emit import Source

_BY_FIRST = frozenset(
    {"selectattr", "rejectattr", "groupby"}
)  # filters whose first argument names an attribute
_BY_KEYWORD = frozenset({"sort", "unique", "map", "sum", "min", "max"})  # `attribute=` names it
_PASSING = _BY_FIRST | {"sort", "list", "unique", "reverse", "select", "reject", "dictsort"}
_ITEM = "[]"
_TOLERANT = frozenset({"default", "d"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a name: its dotted path (`nominees[].name`), its place, whether it may be absent."""

    path: str
    place: Place
    optional: bool


@dataclass(slots=True, eq=False)
class _Scope:
    """What the names of a block stand for: a path of the data, or nothing of it."""

    names: dict[str, str | None]
    outer: "_Scope | None" = None

    def find(self, name: str) -> tuple[bool, str | None]:
        scope: _Scope | None = self
        while scope:
            if name in scope.names:
                return True, scope.names[name]
            scope = scope.outer
        return False, name

    def inner(self, **names: str | None) -> "_Scope":
        return _Scope(dict(names), self)


@dataclass(slots=True, eq=False)
class NameCollector:
    """Collects the uses of names in one part."""

    source: Source
    part: Place
    known: frozenset[str]  # globals of the engine
    uses: list[Use] = field(default_factory=list)
    _tolerant: int = 0
    _guarded: frozenset[str] | set[str] = frozenset()

    def of(self, tree: nodes.Template) -> tuple[Use, ...]:
        """All uses in the part's syntax tree, in the order of the document."""
        self._body([tree], _Scope({}))
        return tuple(self.uses)

    def _body(self, body: list[nodes.Node], scope: _Scope) -> None:
        for node in body:
            self._visit(node, scope)

    def _visit(self, node: nodes.Node, scope: _Scope) -> None:
        acts: dict[type[nodes.Node], Callable[..., None]] = {
            nodes.For: self._for,
            nodes.Assign: self._assign,
            nodes.Macro: self._macro,
            nodes.CallBlock: self._macro,
            nodes.AssignBlock: self._assign_block,
            nodes.With: self._with,
            nodes.If: self._if,
        }
        act = acts.get(type(node))
        if act:
            act(node, scope)
        elif isinstance(node, nodes.Expr):
            self._path(node, scope)
        else:
            self._body(list(node.iter_child_nodes()), scope)

    def _if(self, node: nodes.If, scope: _Scope) -> None:
        """Within `if x is defined`, `x` is there."""
        self._path(node.test, scope)
        before, self._guarded = self._guarded, self._guarded | set(_defined(node.test))
        self._body([*node.body], scope)
        self._guarded = before
        self._body([*node.elif_, *node.else_], scope)

    def _for(self, node: nodes.For, scope: _Scope) -> None:
        path = self._path(node.iter, scope)
        inner = scope.inner(loop=None)
        self._bind(node.target, path and path + _ITEM, node.iter, inner)
        if node.test:
            self._path(node.test, inner)
        self._body([*node.body], inner)
        self._body([*node.else_], scope.inner())

    def _bind(
        self, target: nodes.Node, path: str | None, source: nodes.Node, scope: _Scope
    ) -> None:
        """Give the target of a loop or an assignment what it stands for."""
        if isinstance(target, nodes.Name):
            scope.names[target.name] = path
        elif isinstance(target, nodes.Tuple):
            parts = _unpacked(path, source, len(target.items))
            for item, part in zip(target.items, parts, strict=True):
                self._bind(item, part, nodes.Const(None), scope)

    def _assign(self, node: nodes.Assign, scope: _Scope) -> None:
        self._bind(node.target, self._path(node.node, scope), nodes.Const(None), scope)

    def _assign_block(self, node: nodes.AssignBlock, scope: _Scope) -> None:
        self._body([*node.body], scope.inner())
        self._bind(node.target, None, nodes.Const(None), scope)

    def _with(self, node: nodes.With, scope: _Scope) -> None:
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self._path(value, scope), nodes.Const(None), inner)
        self._body([*node.body], inner)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: _Scope) -> None:
        if isinstance(node, nodes.Macro):
            scope.names[node.name] = None
        else:
            self._path(node.call, scope)
        names: dict[str, str | None] = {argument.name: None for argument in node.args}
        inner = scope.inner(**names, caller=None, varargs=None, kwargs=None)
        self._body([*node.defaults, *node.body], inner)

    def _path(self, node: nodes.Node, scope: _Scope) -> str | None:
        """The path an expression stands for; its uses are kept on the way."""
        chain = _chain(node)
        if chain:
            return self._use(chain, node, scope)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            return self._method(node, node.node, scope)
        if isinstance(node, (nodes.Filter, nodes.Test)):
            return self._filtered(node, scope)
        found = self._paths_within(node, scope)
        return found[0] if isinstance(node, (nodes.Or, nodes.Getitem)) and found else None

    def _paths_within(self, node: nodes.Node, scope: _Scope) -> list[str | None]:
        """What the expressions in it stand for, then uses in all else."""
        children = list(node.iter_child_nodes())
        found = [self._path(child, scope) for child in children if isinstance(child, nodes.Expr)]
        for child in children:
            if not isinstance(child, nodes.Expr):
                self._visit(child, scope)
        return found

    def _method(self, node: nodes.Call, method: nodes.Getattr, scope: _Scope) -> str | None:
        path = self._path(method.node, scope)
        for child in [*node.args, *(keyword.value for keyword in node.kwargs)]:
            self._path(child, scope)
        return path if method.attr in ("values", "items") else None

    def _filtered(self, node: nodes.Filter | nodes.Test, scope: _Scope) -> str | None:
        tolerant = node.name in (
            _TOLERANT if isinstance(node, nodes.Filter) else ("defined", "undefined")
        )
        self._tolerant += tolerant
        path = self._path(node.node, scope) if isinstance(node.node, nodes.Expr) else None
        self._tolerant -= tolerant
        for child in [*node.args, *(keyword.value for keyword in node.kwargs)]:
            self._path(child, scope)
        if path and isinstance(node, nodes.Filter):
            self._attribute(node, path)
        return path if tolerant or node.name in _PASSING else None

    def _attribute(self, node: nodes.Filter, path: str) -> None:
        """The attribute of the items that a filter goes by."""
        named = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
        found = (
            node.args[:1] if node.name in _BY_FIRST else named if node.name in _BY_KEYWORD else []
        )
        for each in found:
            if isinstance(each, nodes.Const) and isinstance(each.value, str):
                self._keep(f"{path}{_ITEM}.{each.value}", node, optional=False)

    def _use(self, chain: list[str], node: nodes.Node, scope: _Scope) -> str | None:
        bound, base = scope.find(chain[0])
        if base is None or (not bound and base in self.known):
            return None
        path = ".".join([base, *chain[1:]]).replace(f".{_ITEM}", _ITEM)
        optional = any(".".join(chain).startswith(each) for each in self._guarded)
        self._keep(path, node, optional=optional)
        return path

    def _keep(self, path: str, node: nodes.Node, *, optional: bool) -> None:
        tag = self.source.tag_at(node.lineno)
        place = tag.place if tag else self.part
        self.uses.append(Use(path, place, optional or bool(self._tolerant)))


def _chain(node: nodes.Node) -> list[str]:
    """`a.b["c"][0]` as its names; nothing for another kind of expression."""
    names: list[str] = []
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getattr):
            names.append(node.attr)
        elif isinstance(node.arg, nodes.Const):
            names.append(node.arg.value if isinstance(node.arg.value, str) else _ITEM)
        else:
            return []
        node = node.node
    if isinstance(node, nodes.Name) and node.ctx == "load":
        return [node.name, *reversed(names)]
    return []


def _defined(test: nodes.Node) -> Iterator[str]:
    """The names that a condition knows to be there."""
    if isinstance(test, nodes.And):
        yield from _defined(test.left)
        yield from _defined(test.right)
    elif (
        isinstance(test, nodes.Test)
        and test.name == "defined"
        and isinstance(test.node, nodes.Expr)
    ):
        yield from filter(None, [".".join(_chain(test.node))])


def _unpacked(path: str | None, source: nodes.Node, count: int) -> Iterator[str | None]:
    """What the names of `for a, b in …` stand for: values of a mapping, items of a group, or unknown."""
    is_items = isinstance(source, nodes.Call) and getattr(source.node, "attr", "") == "items"
    grouped = isinstance(source, nodes.Filter) and source.name in ("groupby", "dictsort")
    for number in range(count):
        if number == 0 or path is None:
            yield None
        elif grouped and getattr(source, "name", "") == "groupby":
            yield path.removesuffix(_ITEM)
        else:
            yield path if is_items or grouped else None
