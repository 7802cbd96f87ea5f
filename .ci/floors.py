"""Draw the house's floors and list the office's acts for the architecture page: `.ci/floors.py`.

Floors come from `.importlinter`, what each does from the page itself, acts from what `vbgen.office` gives.
"""

import configparser
import inspect
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PICTURE = ROOT / "docs" / "pictures" / "floors.svg"
ACTS = ("<!-- acts: .ci/floors.py -->\n", "<!-- end of acts -->\n")
WIDTH, HEIGHT, GAP, CHARS = 860, 44, 6, 6.0  # points; the last is a letter's width at most
SVG = "http://www.w3.org/2000/svg"
COLOURS = ("#e8f0fe", "#e6f4ea", "#fef7e0", "#fce8e6", "#f3e8fd", "#e4f7fb")


def floors() -> list[list[str]]:
    """The floors from the top, those of one line together."""
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    layers = rules["importlinter:contract:floors"]["layers"].split("\n")
    return [[name.strip() for name in layer.split("|")] for layer in layers if layer.strip()]


def sentences(page: str) -> dict[str, str]:
    """What each floor does, as the page says it."""
    table = page.split("## The floors\n")[1].split("\n## ", maxsplit=1)[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", table, re.MULTILINE))


def picture(page: str) -> str:
    """The floors one upon the other, as SVG that any forge shows."""
    stack, said = floors(), sentences(page)
    tall = len(stack) * (HEIGHT + GAP) + GAP
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="{SVG}" width="{WIDTH}" height="{tall}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{tall}" fill="#ffffff"/>',
    ]
    for number, layer in enumerate(stack):
        lines += _layer(layer, said, GAP + number * (HEIGHT + GAP), COLOURS[number % len(COLOURS)])
    return "\n".join((*lines, "</svg>")) + "\n"


def _layer(names: list[str], said: dict[str, str], top: int, colour: str) -> Iterator[str]:
    wide = (WIDTH - GAP) // len(names) - GAP
    for place, name in enumerate(names):
        left = GAP + place * (wide + GAP)
        words = _shortened(said[name], int((wide - 20) / CHARS))
        yield (
            f'<rect x="{left}" y="{top}" width="{wide}" height="{HEIGHT}" rx="4" '
            f'fill="{colour}" stroke="#5f6368"/>'
        )
        yield f'<text x="{left + 10}" y="{top + 18}" font-size="13" font-weight="bold">{name}</text>'
        yield f'<text x="{left + 10}" y="{top + 34}" font-size="11">{escape(words)}</text>'


def _shortened(text: str, most: int) -> str:
    plain = text.replace("`", "")
    return plain if len(plain) <= most else plain[: plain.rindex(" ", 0, most)].rstrip(",;:") + " …"


def acts() -> str:
    """A row for each request that `vbgen.office` gives, in the order of their names."""
    from vbgen import office

    given = (getattr(office, name) for name in sorted(office.__all__))
    asked = [
        each
        for each in given
        if inspect.isclass(each)
        and issubclass(each, office.Request)
        and not inspect.isabstract(each)
    ]
    rows = [f"| `{each.__name__}` | {_first_line(each)} |" for each in asked]
    return "\n".join(["| Act | What is asked |", "|---|---|", *rows]) + "\n"


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").split("\n")[0].replace("|", "\\|")


def filled(page: str) -> str:
    """The page with today's acts."""
    before, rest = page.split(ACTS[0])
    return before + ACTS[0] + acts() + ACTS[1] + rest.split(ACTS[1])[1]


def main() -> None:
    """Write page and picture."""
    page = filled(PAGE.read_text("utf-8"))
    PAGE.write_text(page, encoding="utf-8")
    PICTURE.write_text(picture(page), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
