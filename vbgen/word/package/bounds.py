"""How far a file of others may go before it is refused: one table, a row for each use of the one door."""

from dataclasses import dataclass
from enum import Enum

_MIB = 1024**2


class Names(Enum):
    """Which names of members pass."""

    PLAIN = "plain"  # as Word writes them: no way out, no backslash, no drive, none twice
    INSIDE = "inside"  # no way out, none twice
    ANY = "any"  # nothing is ever written under them; of two, the last counts


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLimits:
    """Bounds of a package as a zip: as it declares itself and as it is read."""

    members: int = 5_000  # a file with hundreds of pictures is an ordinary one
    member_bytes: int = 32_000_000
    xml_bytes: int = 0  # of one member that ends in .xml; 0: as any other
    total_bytes: int = 128_000_000
    ratio: int = 200  # of the size read to the size stored; 0: not looked at …
    ratio_from_bytes: int = 1_000_000  # … for members at least this big
    dense_pictures: bool = True  # a picture of one colour deflates well: its ratio is not looked at
    names: Names = Names.PLAIN
    file_bytes: int = 0  # of the file as it lies; 0: not looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLimits:
    """Bounds of what stands in a workbook, counted in what an XML parser makes of it."""

    rows: int = 100_000  # of one sheet
    cells: int = 2_000_000  # of all sheets, with those that merged and linked ranges cover
    strings: int = 1_000_000  # shared texts
    loose: int = 1_000_000  # elements outside of rows and shared texts, or in one of them
    text_chars: int = 32_767  # of one cell: Excel's own limit


TEMPLATE = PackageLimits()  # a template, a fragment, a subdocument
PAPER = PackageLimits(  # any Word file that is read and measured, whoever made it: 500 pages stay far below
    members=4_000,
    member_bytes=400_000_000,
    xml_bytes=120_000_000,
    total_bytes=400_000_000,
    ratio=0,
    names=Names.ANY,
    file_bytes=200_000_000,
)
WORKBOOK = PackageLimits(  # an Excel workbook
    members=1_000,
    member_bytes=128 * _MIB,  # a sheet alone may be all: what it holds is counted
    total_bytes=128 * _MIB,
    ratio_from_bytes=_MIB,
    dense_pictures=False,
    names=Names.INSIDE,
    file_bytes=128 * _MIB,
)
OWN = PackageLimits(  # what vbgen made itself: a hundred thousand rows, thousands of pictures
    members=60_000, member_bytes=1_000_000_000, total_bytes=2_000_000_000, ratio=2_000
)
SHEETS = SheetLimits()
