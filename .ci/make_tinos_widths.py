"""Writes vbgen/words/tinos-widths.txt from the Tinos fonts of this machine (Debian: fonts-croscore).

Run after a new release of the fonts: `python .ci/make_tinos_widths.py`. Needs fontTools.
"""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
BLOCKS = (
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x036F),  # modifiers and combining marks
    (0x0370, 0x03FF),  # Greek, for formulas and units
    (0x1E00, 0x1EFF),  # Vietnamese
    (0x2000, 0x22FF),  # punctuation, currency, fractions, arrows, signs
    (0x2460, 0x24FF),  # numbers in circles
    (0x25A0, 0x27BF),  # boxes, stars and ticks
)
TABLE = Path(__file__).parent.parent / "vbgen" / "words" / "tinos-widths.txt"
HEADING = """\
# Advance widths of Tinos (metrics of Times New Roman) in 1/2048 em, made by .ci/make_tinos_widths.py.
# Character, then regular, bold, italic, bold italic.
"""


def font_file(style: str) -> Path:
    """Where fontconfig finds that style of Tinos; ends the program when it does not."""
    command = ["fc-list", f"Tinos:style={style}", "file"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    files = sorted(line.rstrip(": ") for line in found.splitlines() if line)
    if not files:
        sys.exit(f"Tinos {style} is not installed; on Debian: apt install fonts-croscore")
    return Path(files[0])


def advances(path: Path) -> dict[int, int]:
    """Advance width of each character of a font, in 1/2048 em."""
    font = TTFont(path)
    if font["head"].unitsPerEm != 2048:  # noqa: PLR2004 - the unit of the table
        sys.exit(f"{path}: expected 2048 units an em")
    widths = font["hmtx"].metrics
    return {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}


def rows() -> Iterator[str]:
    """One line of the table for each character that all four styles have."""
    fonts = [advances(font_file(style)) for style in STYLES]
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            shown = not unicodedata.category(chr(code)).startswith("C")
            if shown and all(code in font for font in fonts):
                yield f"{code:04X} " + " ".join(str(font[code]) for font in fonts)


def table() -> str:
    """The whole table, as it stands in the file."""
    return HEADING + "\n".join(rows()) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="ascii")
