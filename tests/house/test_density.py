"""What a reader must hold in mind at once: functions, files, folders."""

import runpy
from collections import Counter
from pathlib import Path

import pytest

from tests.house.test_promises import tracked

ROOT = Path(__file__).parents[2]
DENSITY = runpy.run_path(str(ROOT / ".ci" / "density.py"), run_name="density")
MOST_MODULES = 22


def test_no_function_is_more_complex_than_ten() -> None:
    assert DENSITY["over"](DENSITY["MOST"]) == {}


def test_no_function_is_more_complex_than_eight_but_those_of_the_list_that_shrinks() -> None:
    assert sorted(set(DENSITY["over"](DENSITY["PLAIN"])) - set(DENSITY["listed"]())) == []


def test_the_list_names_nothing_that_has_become_plain() -> None:
    dense = DENSITY["over"](DENSITY["PLAIN"])
    assert [name for name in DENSITY["listed"]() if name not in dense] == [], (
        "`.ci/density.py --shrink` takes it off"
    )


def test_no_folder_holds_more_modules_than_a_reader_can_look_over() -> None:
    """Twenty or so; a folder of more needs rooms."""
    modules = (path for path in tracked("vbgen/*.py") if path.name != "__init__.py")
    folders = Counter(path.parent for path in modules)
    crowded = {
        folder.relative_to(ROOT).as_posix(): count
        for folder, count in folders.items()
        if count > MOST_MODULES
    }
    assert crowded == {}


@pytest.mark.parametrize(
    ("source", "measured"),
    [
        ("def f(): return [x for x in y if x]", {"f": 3}),
        ("def f(): return a and b or c", {"f": 3}),
        ("def f(): return 1 if a else 2", {"f": 2}),
        ("class A:\n def m(self):\n  if a: pass", {"A.m": 2}),
        ("class A:\n class B:\n  def m(self):\n   while a: pass", {"A.B.m": 2}),
        ("def f():\n def g():\n  for a in b: pass", {"f": 1, "f.g": 2}),
    ],
)
def test_comprehensions_truths_and_inner_functions_count(
    source: str, measured: dict[str, int]
) -> None:
    assert dict(DENSITY["functions"](source)) == measured
