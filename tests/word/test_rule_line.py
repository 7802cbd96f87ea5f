"""The drawn line, as LibreOffice draws it."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.word.docx_making import of_paragraphs
from vbgen.word.template import RuleLine, Template

DPI = 200


def drawn(tmp_path: Path, *lines: RuleLine) -> list[float]:
    """Lengths in millimetres of the dark lines on the page, from above."""
    tags = ["{{ lines[%d] }}" % number for number in range(len(lines))]  # noqa: UP031 - braces of the template
    (tmp_path / "line.docx").write_bytes(
        Template.open(of_paragraphs(*tags)).render({"lines": lines})
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*convert, str(tmp_path / "line.docx")], check=True, capture_output=True, timeout=120
    )
    pages = [
        "pdftoppm",
        "-r",
        str(DPI),
        "-gray",
        str(tmp_path / "line.pdf"),
        str(tmp_path / "page"),
    ]
    subprocess.run(pages, check=True, capture_output=True, timeout=60)
    page = Image.open(next(tmp_path.glob("page*")))
    return [length * 25.4 / DPI for length in _runs(page)]


def _runs(page: Image.Image) -> list[int]:
    """The longest dark run of each dark band."""
    longest, bands = 0, []
    for y in range(page.height):
        row = bytes(page.crop((0, y, page.width, y + 1)).tobytes())
        dark = max((len(match) for match in re.findall(rb"[\x00-\x8c]+", row)), default=0)
        if longest and not dark:
            bands.append(longest)
        longest = max(longest, dark) if dark else 0
    return bands


def test_a_rule_line_is_as_long_as_asked(tmp_path: Path) -> None:
    assert drawn(tmp_path, RuleLine(50), RuleLine(35.5, 1.5), RuleLine(90)) == pytest.approx(
        [50, 35.5, 90], abs=0.3
    )
