"""Every sentence that a reader can meet stands in English too, with the same places for values."""

import ast
import re
import runpy
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"\{(\w+)[^}]*\}")


def sentences() -> set[str]:
    collect = runpy.run_path(str(ROOT / ".ci" / "messages.py"))["sentences"]
    return {str(entry.id) for entry in collect() if entry.id}


def english() -> dict[str, str]:
    with (ROOT / "vbgen" / "locale" / "en.po").open("rb") as source:
        return {str(entry.id): str(entry.string) for entry in read_po(source) if entry.id}


def test_every_sentence_has_its_english() -> None:
    catalogue = english()
    missing = sorted(sentence for sentence in sentences() if not catalogue.get(sentence))
    assert missing == [], (
        f"{len(missing)} are missing; `.ci/messages.py` adds them to the catalogue"
    )


def test_no_sentence_stands_within_an_f_string() -> None:
    """What gathers the sentences does not see them there, before Python 3.12."""
    hidden = [
        f"{path.relative_to(ROOT)}:{inner.lineno}"
        for path in (ROOT / "vbgen").rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id == "_"
    ]
    assert hidden == []


def test_no_english_is_left_of_a_sentence_that_is_gone() -> None:
    assert sorted(set(english()) - sentences()) == []


def test_both_languages_have_the_same_places() -> None:
    for vietnamese, translated in english().items():
        assert set(PLACE.findall(vietnamese)) == set(PLACE.findall(translated)), vietnamese
