"""One class name, one meaning in the whole house."""

import ast
from collections import Counter

from tests.house.test_promises import texts


def classes(source: str) -> list[str]:
    """Every class of a source, inner ones too."""
    return [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]


def test_no_two_classes_of_the_house_have_one_name() -> None:
    named = Counter(name for text in texts("vbgen/*.py").values() for name in classes(text))
    assert [name for name, count in named.items() if count > 1] == []


def test_inner_classes_are_seen() -> None:
    assert classes("class A:\n class B: ...\ndef f():\n class A: ...") == ["A", "B", "A"]
