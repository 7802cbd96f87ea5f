"""A template's syntax tree with our guards put in: paid loops, sized texts, values placed where they land."""

from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from vbgen.word.template.language.stream import Tag

SLOT_FILTER, WORDED_FILTER = "_slot", "_worded"


class Guard(NodeTransformer):
    """Puts the guards in; `lines` tells which tag stands on a line."""

    def __init__(self, lines: dict[int, Tag]) -> None:
        self._lines = lines
        self._captured = 0  # macros and other blocks whose output is kept in memory

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 - the visitor's naming
        """The root; every new node learns its environment."""
        self.generic_visit(node)
        if node.environment:
            node.set_environment(node.environment)
        return node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the visitor's naming
        """A loop whose turns are paid for before it starts."""
        self.generic_visit(node)
        weight = _weight(node) if self._captured else 0
        node.iter = _filter(node.iter, "_each", nodes.Const(weight), nodes.Const(node.lineno))
        return node

    def _capture(self, node: nodes.Node) -> nodes.Node:
        """A block whose output is kept."""
        self._captured += 1
        self.generic_visit(node)
        self._captured -= 1
        return node

    visit_Macro = visit_CallBlock = _capture  # noqa: N815 - as above

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> list[nodes.Node]:  # noqa: N802 - the visitor's naming
        """`{% set x|upper %}`: kept first, then filtered as any value is."""
        if node.filter is None:
            return [self._capture(node)]
        kept, filtered = self._kept(node.body, node.filter, node.lineno)
        return [kept, nodes.Assign(node.target, self.visit(filtered), lineno=node.lineno)]

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> list[nodes.Node]:  # noqa: N802 - the visitor's naming
        """`{% filter upper %}`: kept first, then printed through its filter as any value is."""
        kept, filtered = self._kept(node.body, node.filter, node.lineno)
        return [kept, self.visit_Output(nodes.Output([filtered], lineno=node.lineno))]

    def _kept(
        self, body: list[nodes.Node], chain: nodes.Filter, line: int
    ) -> tuple[nodes.Node, nodes.Expr]:
        """What a block prints, kept under a name of ours, and the filters over that name."""
        name, innermost = f"vbgen_kept_{line}", chain
        while isinstance(innermost.node, nodes.Filter):
            innermost = innermost.node
        innermost.node = nodes.Name(name, "load", lineno=line)
        target = nodes.Name(name, "store", lineno=line)
        return self._capture(nodes.AssignBlock(target, None, body, lineno=line)), chain

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - the visitor's naming
        """Joined texts: each of them text, a number or a date, their length checked."""
        self.generic_visit(node)
        node.nodes = [worded(each) for each in node.nodes]
        return _filter(node, "_sized")

    def _display(self, node: nodes.Expr) -> nodes.Expr:
        """A list or mapping written in a tag, weighed where it takes in what other tags made."""
        self.generic_visit(node)
        names = node.find(nodes.Name) if getattr(node, "ctx", "load") == "load" else None
        return _filter(node, "_weighed") if names else node

    visit_List = visit_Dict = visit_Tuple = _display  # noqa: N815 - as above

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802 - the visitor's naming
        """`x if y`: nothing, where `y` does not hold."""
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - the visitor's naming
        """Printed values, each made for the place where it lands."""
        self.generic_visit(node)
        node.nodes = [self._placed(child) for child in node.nodes]
        return node

    def _placed(self, child: nodes.Expr) -> nodes.Expr:
        tag = None if isinstance(child, nodes.TemplateData) else self._lines.get(child.lineno)
        if tag is not None and tag.slot != "text":
            child = _filter(child, SLOT_FILTER, nodes.Const(child.lineno))
        is_kept = self._captured and not isinstance(child, nodes.TemplateData)
        return _filter(child, "_kept") if is_kept else child


def worded(node: nodes.Expr) -> nodes.Expr:
    """What is joined to a text, checked; a constant text needs no check."""
    is_text = isinstance(node, nodes.Const) and isinstance(node.value, str)
    return node if is_text else _filter(node, WORDED_FILTER)


def _filter(node: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(
        cast("nodes.Expr", node), name, list(args), [], None, None, lineno=node.lineno
    )


def _weight(node: nodes.For) -> int:
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))
