"""Below the faces nobody has a day or the law of its own: both are handed down, so that neither can be forgotten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vbgen

PACKAGE = Path(vbgen.__file__).parent
FLOORS = ("law", "papers", "office")
LAW = {"Rulebook", "LawOfDay", "PhaseLaws"}
SHIPPED = {"shipped_rules", "shipped_files", "shipped_rows"}
MAY_READ_SHIPPED = {"law/reading.py", "law/office.py"}


def modules() -> list[Path]:
    return sorted(path for floor in FLOORS for path in (PACKAGE / floor).rglob("*.py"))


def named(annotation: ast.expr | None) -> set[str]:
    """Names of types in an annotation, quoted ones too."""
    if annotation is None:
        return set()
    words = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    quoted = [node.value for node in ast.walk(annotation) if isinstance(node, ast.Constant)]
    return words | {
        word for text in quoted if isinstance(text, str) for word in re.findall(r"\w+", text)
    }


def defaulted(tree: ast.AST) -> Iterator[tuple[int, str, set[str]]]:
    """Line, name and types of every parameter with a default."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            plain = [*node.args.posonlyargs, *node.args.args]
            pairs = list(
                zip(plain[len(plain) - len(node.args.defaults) :], node.args.defaults, strict=True)
            )
            pairs += [
                (each, default)
                for each, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
                if default
            ]
            yield from ((each.lineno, each.arg, named(each.annotation)) for each, _default in pairs)


def fields(tree: ast.AST) -> Iterator[tuple[int, str, set[str]]]:
    """Line, name and types of every field with a default."""
    for owner in ast.walk(tree):
        for node in owner.body if isinstance(owner, ast.ClassDef) else ():
            if (
                isinstance(node, ast.AnnAssign)
                and _has_default(node)
                and isinstance(node.target, ast.Name)
            ):
                yield node.lineno, node.target.id, named(node.annotation)


def _has_default(node: ast.AnnAssign) -> bool:
    """Whether the field may be left out: `field(kw_only=True)` is no default."""
    if isinstance(node.value, ast.Call):
        return any(word.arg in {"default", "default_factory"} for word in node.value.keywords)
    return node.value is not None


def faults(text: str) -> list[str]:
    tree = ast.parse(text)
    found = [f"{line}: {name}" for line, name, types in defaulted(tree) if types & ({"date"} | LAW)]
    found += [f"{line}: {name}" for line, name, types in fields(tree) if types & LAW]
    found += [
        f"{line}: {name}"
        for line, name, _types in fields(tree)
        if name in {"today", "law", "rules"}
    ]
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_day_and_no_law_has_a_default(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_shipped_rules_are_read_in_one_place_alone(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in MAY_READ_SHIPPED:
        return
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert not names & SHIPPED


@pytest.mark.parametrize(
    "text",
    [
        "def power(level, on: date | None = None): ...",
        "def bonus(*, rules: Rulebook | None = None): ...",
        "def minutes(law: 'LawOfDay | None' = None): ...",
        "class Scene:\n    rules: Rulebook = field(default_factory=shipped_rules)",
        "class Question:\n    today: date = date.min",
    ],
)
def test_the_test_sees_what_it_is_for(text: str) -> None:
    assert faults(text)
