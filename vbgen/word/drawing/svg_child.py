"""Run as a program of its own: an SVG file on standard input, the picture that is drawn of it on standard output.

Nothing but the file itself is drawn. What it would run or move is never looked at; what it would fetch, and pages of
HTML within it, are refused, because the picture would be another without them.
"""

import base64
import json
import re
import sys
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from vbgen.word.package.foreign.bounded import bind

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_HELD = re.compile(r"\s*(?:#|data:|$)", re.IGNORECASE)
_FETCHING = re.compile(
    r"""(?:@import\s+|url\(\s*)["']?\s*(?:url\(\s*["']?)?([^"')\s;]+)""", re.IGNORECASE
)
_SHEET = re.compile(r"""href\s*=\s*["']([^"']*)""")
_CSS_DPI = 96
_NATURAL_ZOOM = 2.0  # of a file that is drawn at its own size
_MOST_SIDE_PX = 10_000
_CPU_S = 20


class _FaultyError(Exception):
    """What the file asks for and does not get: the fault, and the words that name it."""

    def __init__(self, fault: str, *names: str) -> None:
        super().__init__(fault, *names)
        self.fault, self.names = fault, names


def main(width_px: int, height_px: int, dots_an_inch: int) -> None:
    """Write one JSON value: the picture as PNG, or the fault; 0 for a measure that follows from the other."""
    bind(_CPU_S)
    try:
        drawn = _drawn(_checked(sys.stdin.buffer.read()), width_px, height_px, dots_an_inch)
        answer: dict[str, object] = {"png": base64.b64encode(drawn).decode("ascii")}
    except _FaultyError as fault:
        answer = {"fault": fault.fault, "names": fault.names}
    except Exception:  # noqa: BLE001 - whatever parser and painter raise, the file is at fault
        answer = {"fault": "damaged", "names": ()}
    sys.stdout.write(json.dumps(answer))


def _checked(data: bytes) -> str:
    # lxml's own default resolves entities that the file itself declares, and no others
    parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.tag not in {"svg", f"{_SVG}svg"}:
        raise _FaultyError("damaged")
    if outside := list(dict.fromkeys(_outside(root))):
        raise _FaultyError("outside", *outside)
    if any(_is_shown(page) for page in root.iter(f"{_SVG}foreignObject")):
        raise _FaultyError("page")
    for script in list(root.iter(f"{_SVG}script")):
        script.clear()
    return etree.tostring(root, encoding="unicode")


def _is_shown(page: etree._Element) -> bool:
    """Whether nothing else stands for the page where it cannot be shown."""
    return not any(each.tag == f"{_SVG}switch" for each in page.iterancestors())


def _outside(root: etree._Element) -> Iterator[str]:
    """Everything that would be fetched, in the order of the file."""
    for sheet in root.itersiblings(etree.PI, preceding=True):
        yield from _SHEET.findall(str(sheet.text))
    for element in root.iter(etree.Element):
        yield from (each for each in _addresses(element) if not _HELD.match(each))


def _addresses(element: etree._Element) -> Iterator[str]:
    """What an element points to, in its attributes or its style sheet; a link that is clicked on shows nothing."""
    for name, value in element.items():
        if name in _HREFS and element.tag != f"{_SVG}a":
            yield str(value)
        yield from _FETCHING.findall(str(value))
    if element.tag == f"{_SVG}style":
        yield from _FETCHING.findall(element.text or "")


def _drawn(svg: str, width_px: int, height_px: int, dots_an_inch: int) -> bytes:
    from PIL import Image

    if max(width_px, height_px) > _MOST_SIDE_PX:
        raise _FaultyError("damaged")
    picture = Image.open(BytesIO(_painted(svg, width_px or None, height_px or None)))
    if picture.getbbox() is None:
        raise _FaultyError("empty")
    rate = dots_an_inch if width_px or height_px else _CSS_DPI * _NATURAL_ZOOM
    written = BytesIO()
    picture.save(written, "PNG", optimize=True, dpi=(rate, rate))
    return written.getvalue()


def _painted(svg: str, width_px: int | None, height_px: int | None) -> bytes:
    import resvg_py

    has_letters = "<text" in svg or ":text" in svg  # nothing else needs the fonts of the machine
    zoom = None if width_px or height_px else _NATURAL_ZOOM
    painted = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=not has_letters,
        zoom=zoom,
        width=width_px,
        height=height_px,
    )
    return bytes(painted)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
