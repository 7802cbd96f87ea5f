"""How much a reader must hold in mind: the cyclomatic complexity of every function, as radon counts it.

`.ci/density.py` lists what is over eight; `.ci/density.py --shrink` takes from `.ci/dense.txt` what no longer is.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from radon.complexity import cc_visit
from radon.visitors import Class, Function

ROOT = Path(__file__).parent.parent
LIST = ROOT / ".ci" / "dense.txt"
PLAIN, MOST = 8, 10


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Each function, method and inner function of a source, by its name within it, with its complexity."""
    for block in cc_visit(text):
        if isinstance(block, Class) or not block.is_method:
            yield from _within(block, "")


def _within(block: Function | Class, owner: str) -> Iterator[tuple[str, int]]:
    name = owner + block.name
    if isinstance(block, Class):
        inner = [*block.methods, *block.inner_classes]
    else:
        yield name, block.complexity
        inner = block.closures
    for each in inner:
        yield from _within(each, f"{name}.")


def over(limit: int) -> dict[str, int]:
    """Functions of the house that are more complex than `limit`, by file and name."""
    return {
        f"{path.relative_to(ROOT).as_posix()} {name}": complexity
        for path in sorted((ROOT / "vbgen").rglob("*.py"))
        for name, complexity in functions(path.read_text("utf-8"))
        if complexity > limit
    }


def listed() -> list[str]:
    """What was over eight when the measure came, and has not been touched since."""
    return LIST.read_text("utf-8").split("\n")[:-1]


def main() -> None:
    """List what is over eight, or shrink the list of what may be."""
    dense = over(PLAIN)
    if "--shrink" in sys.argv:
        LIST.write_text(
            "".join(f"{name}\n" for name in listed() if name in dense), encoding="utf-8"
        )
    for name, complexity in sorted(dense.items(), key=lambda each: -each[1]):
        print(complexity, name)  # noqa: T201 - a script that lists


if __name__ == "__main__":
    main()
