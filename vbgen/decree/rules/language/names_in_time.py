"""Names of places and agencies that the document's date has outlived."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _

TWO_TIERS: Final = date(2025, 7, 1)  # Luật 72/2025/QH15, Nghị quyết 202/2025/QH15
_DISTRICT: Final = re.compile(r"\b(?:huyện|quận|thị xã|thị trấn)\s+\S", re.IGNORECASE)
_LETTERHEAD: Final = (Part.GOVERNING_BODY, Part.ISSUER, Part.DATE)


def check_names(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Districts and merged provinces in letterhead and place of a paper dated from 01/7/2025."""
    if paper.day is None or paper.day < TWO_TIERS:
        return
    for line in (line for part in _LETTERHEAD for line in paper.of(part)):
        found = _("ghi là “{text}”", text=line.text)
        if _DISTRICT.search(line.text):
            yield Hit("names-in-time.district", found, line)
        for old in _outlived(line.text.lower()):
            yield _merged(line, old, found)


def _outlived(text: str) -> Iterator[str]:
    for old in filter(text.__contains__, map(str.lower, merged_provinces())):
        if re.search(rf"(?:^|\btỉnh\s+|\bthành phố\s+|\bsở .*)\b{re.escape(old)}\b", text):
            yield old


def _merged(line: Line, lowered: str, found: str) -> Hit:
    old, new = next(pair for pair in merged_provinces().items() if pair[0].lower() == lowered)
    return Hit("names-in-time.province", found, line, {"old": old, "new": new})


@cache
def merged_provinces() -> Mapping[str, str]:
    """Old name of a province → the one that it is in, as a clerk writes it."""
    data = tomllib.loads(
        (Path(__file__).parent.parent / "words" / "provinces.toml").read_text("utf-8")
    )
    return {str(old): str(new) for old, new in data["merged"].items()}


@cache
def provinces() -> tuple[str, ...]:
    """The names of all provinces and cities under central government, of today and of before, the longest first."""
    path = Path(__file__).parent.parent / "words" / "provinces.toml"
    present = tomllib.loads(path.read_text("utf-8"))["present"]
    names = {*merged_provinces(), *present["cities"], *present["provinces"], "Hồ Chí Minh"}
    return tuple(sorted(names, key=len, reverse=True))


CHECKS: Final = (check_names,)
