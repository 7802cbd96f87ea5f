"""Where words stand on a page, in millimetres from its upper left corner, as poppler reads it."""

import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

_NS = {"h": "http://www.w3.org/1999/xhtml"}
MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x: float
    y: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    def find(self, text: str) -> Word:
        return next(word for word in self.words if word.text == text)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def pages_in(pdf: bytes, folder: Path) -> list[Page]:
    """Every page of the file."""
    path = folder / "measured.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-bbox", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    clean = "".join(letter for letter in said if letter >= " " or letter in "\n\t")
    return [_page(page) for page in ET.fromstring(clean).iterfind(".//h:page", _NS)]  # noqa: S314 - our own pdftotext


def _page(page: ET.Element) -> Page:
    words = tuple(
        Word(
            word.text or "",
            *(float(word.attrib[key]) * MM for key in ("xMin", "yMin", "xMax", "yMax")),
        )
        for word in page.iterfind("h:word", _NS)
    )
    return Page(float(page.attrib["width"]) * MM, float(page.attrib["height"]) * MM, words)
