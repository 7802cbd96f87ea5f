"""A design of certificates: its paper, its zones and sizes, its ornament and type, as its file declares them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from vbgen.model.emphasis import USUAL_FONT
from vbgen.model.field import Record
from vbgen.model.stock import PAPERS, Length, Millimetres

_A4 = PAPERS["A4"]
_Colour = Annotated[str, Field(pattern=r"^[0-9A-F]{6}$")]
LINE_PITCH = 1.22  # height of a line of name or title, in sizes: room for two marks over a capital
NOTE_SHRINK = 0.9  # of the line with number and day, where its column is narrow
_LONG = 0.72  # of the largest size, where a name takes two lines
_LONG_TITLE = 0.64  # the same of a title
_SMALL = 0.54  # of the largest size, where a very long name stays small on two lines or takes three


class DesignFamily(StrEnum):
    """What a design is for; NĐ 98/2023 Đ104 binds the first two."""

    COMMENDATION = "commendation"  # Giấy khen
    HONOUR = "title"
    SCHOOL = "school"


class DesignInks(Record):
    """Colours of the ornament, RRGGBB."""

    main: _Colour
    second: _Colour
    pale: _Colour = "F1F1F1"


class DesignZones(Record):
    """Heights in millimetres from the upper margin on, and the width of the lines."""

    width: Length = 235.0
    emblem: Length = 18.5  # the part of the head that an emblem takes
    head: Length = 75.5  # down to the title
    closed_up: Millimetres = (
        5.0  # that the head leaves to the room below the title where no emblem stands
    )
    body: Length = 46.3  # caption, name, position, merit
    foot: Length = 43.0  # number, place and day, signature
    signature: Length = 25.4  # room for signature and seal
    left: Length = 118.0  # column of the number, beside that of the signer


class DesignSizes(Record):
    """Largest sizes in points; what does not fit shrinks from there."""

    nation: float = 15.0
    motto: float = 16.0
    authority: float = 21.0
    given: float = 18.0
    title: float = 46.0
    caption: float = 16.0
    name: float = 30.0
    text: float = 17.0
    note: float = 13.0
    sign: float = 14.0


class ChosenFonts(Record):
    """Fonts that an office chooses apart from a design; empty for the design's own."""

    title: str = ""
    name: str = ""


class CertificateDesign(Record):
    """One design."""

    title: str
    about: str = ""
    family: DesignFamily = DesignFamily.COMMENDATION
    paper: tuple[Length, Length] = _A4
    margins: tuple[Millimetres, Millimetres, Millimetres, Millimetres] = (22.0, 31.0, 18.0, 31.0)
    border: str = "none"
    inks: DesignInks = DesignInks(main="000000", second="000000")
    flags: bool = True  # red flags beside the emblem, for the honours that have them
    red: _Colour = "C00000"  # of the authority and the title
    name_colour: _Colour = "000000"
    title_font: str = ""
    name_font: str = ""
    name_as_typed: bool = False  # else in capitals
    zones: DesignZones = DesignZones()
    sizes: DesignSizes = DesignSizes()

    def lettered(self, lettering: ChosenFonts) -> "CertificateDesign":
        """The design with those fonts."""
        chosen = {"title_font": lettering.title, "name_font": lettering.name}
        fonts = {key: "" if font == USUAL_FONT else font for key, font in chosen.items() if font}
        return self.model_copy(update=fonts)

    def name_pitch(self, size_pt: float, lines: int) -> float:
        """The size whose line height the style holds that a name is set in."""
        if self.is_small_name(size_pt):
            return self.small_name
        return self.long_name if self.is_long_name(size_pt, lines) else self.sizes.name

    def is_long_name(self, size_pt: float, lines: int) -> bool:
        """Whether a name is set in the style of two lines."""
        return lines > 1 or size_pt <= self.long_name

    def is_small_name(self, size_pt: float) -> bool:
        """Whether a name is so small that its lines stand closer."""
        return size_pt <= self.small_name

    @property
    def long_name(self) -> float:
        """The largest size of a name on two lines."""
        return self.sizes.name * _LONG

    @property
    def small_name(self) -> float:
        """The largest size of a name whose lines stand closer, to half points."""
        return round(2 * self.sizes.name * _SMALL) / 2

    @property
    def long_title(self) -> float:
        """The largest size of a title on two lines."""
        return self.sizes.title * _LONG_TITLE
