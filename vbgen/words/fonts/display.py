"""The fonts that names and titles of certificates may be set in: with all Vietnamese letters, and shipped by Debian."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DisplayFont:
    """A font: its table of widths, where Debian has it, and what Word shows on a machine without it."""

    table: str
    package: str
    instead: str
    has_bold: bool = True


DISPLAY_FONTS: Mapping[str, DisplayFont] = {
    "TeX Gyre Pagella": DisplayFont("pagella-widths.txt", "fonts-texgyre", "Palatino Linotype"),
    "TeX Gyre Bonum": DisplayFont("bonum-widths.txt", "fonts-texgyre", "Bookman Old Style"),
    "TeX Gyre Chorus": DisplayFont(
        "chorus-widths.txt", "fonts-texgyre", "Monotype Corsiva", has_bold=False
    ),
    "Linux Libertine O": DisplayFont(
        "libertine-widths.txt", "fonts-linuxlibertine", "Times New Roman"
    ),
}
