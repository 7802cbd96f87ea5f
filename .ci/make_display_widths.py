"""Writes vbgen/words/fonts/*-widths.txt from the display fonts of this machine, which certificates may name.

Run after a new release of the fonts: `python .ci/make_display_widths.py`. Needs fontTools.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from vbgen.words.fonts.display import DISPLAY_FONTS, DisplayFont

FOLDER = Path(__file__).parent.parent / "vbgen" / "words" / "fonts"
EM = 2048
BLOCKS = ((0x0020, 0x007E), (0x00A0, 0x024F), (0x1E00, 0x1EFF), (0x2010, 0x2026))
HEADING = "# Advance widths of {name} in 1/2048 em, made by .ci/make_display_widths.py.\n# Character, then {styles}.\n"


def font_file(name: str, style: str) -> Path:
    """Where fontconfig finds that style; ends the program when it does not."""
    command = ["fc-list", f"{name}:style={style}", "file"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    files = sorted(line.rstrip(": ") for line in found.splitlines() if line)
    if not files:
        sys.exit(
            f"{name} {style} is not installed; on Debian: apt install {DISPLAY_FONTS[name].package}"
        )
    return Path(files[0])


def advances(path: Path) -> dict[int, int]:
    """Advance width of each character of a font, in 1/2048 em."""
    font = TTFont(path)
    scale = EM / font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {code: round(widths[glyph][0] * scale) for code, glyph in font.getBestCmap().items()}


def styles(font: DisplayFont) -> tuple[str, ...]:
    """The styles that its table has."""
    return ("Regular", "Bold") if font.has_bold else ("Regular",)


def table(name: str) -> str:
    """The whole table of one font, as it stands in its file."""
    chosen = styles(DISPLAY_FONTS[name])
    return HEADING.format(name=name, styles=", ".join(chosen).lower()) + "".join(rows(name, chosen))


def rows(name: str, chosen: tuple[str, ...]) -> Iterator[str]:
    """One line for each character that all its styles have."""
    fonts = [advances(font_file(name, style)) for style in chosen]
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            if all(code in font for font in fonts):
                yield f"{code:04X} " + " ".join(str(font[code]) for font in fonts) + "\n"


def main() -> None:
    """Write every table."""
    for name, font in DISPLAY_FONTS.items():
        (FOLDER / font.table).write_text(table(name), encoding="ascii")


if __name__ == "__main__":
    main()
