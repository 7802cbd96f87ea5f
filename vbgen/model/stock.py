"""Pre-printed stock (phôi): its paper, what is printed on it already, and where a certificate goes on it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, field_validator, model_validator

from vbgen.model.field import Choice, Record

PAPERS = {
    "A4": (297.0, 210.0),
    "A3": (420.0, 297.0),
    "360x270": (360.0, 270.0),
    "400x300": (400.0, 300.0),
}
CERTIFICATE_MM = PAPERS["A4"]  # the page that certificates are laid out on
Millimetres = Annotated[float, Field(ge=0, le=2000)]
Length = Annotated[float, Field(gt=0, le=2000)]


class Printed(Choice):
    """A part of a certificate that stock may carry already; what it carries is not printed again."""

    BORDER = "border", "khung viền"
    EMBLEM = "emblem", "biểu trưng"
    NATIONAL_NAME = "national_name", "quốc hiệu, tiêu ngữ"
    TITLE = "title", "chữ GIẤY KHEN"
    AUTHORITY = "authority", "thẩm quyền"
    GIVEN = "given", "chữ TẶNG"
    CAPTIONS = "captions", "lời dẫn “Quyết định số”, “Vào sổ vàng số”"


class Box(Record):
    """A rectangle in millimetres from the upper left corner of the paper."""

    x: Millimetres = 0
    y: Millimetres = 0
    width: Length
    height: Length


class Margins(Record):
    """How near to each edge the printer can print, in millimetres."""

    top: Millimetres = 0
    right: Millimetres = 0
    bottom: Millimetres = 0
    left: Millimetres = 0


class Stock(Record):
    """One kind of paper in the tray; `printed` is empty for blank paper."""

    name: str
    title: Annotated[str, Field(title="Tên phôi")]
    paper: Annotated[Box, Field(title="Khổ giấy")]
    printed: Annotated[frozenset[Printed], Field(title="Đã in sẵn")] = frozenset()
    margins: Annotated[Margins, Field(title="Lề máy in")] = Margins()
    place: Annotated[Box | None, Field(title="Chỗ đặt nội dung")] = None
    outlines: Annotated[tuple[Box, ...], Field(title="Đường viền khi in thử")] = ()
    picture: Annotated[str, Field(title="Ảnh chụp phôi")] = ""

    @field_validator("paper", mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:  # noqa: ANN401 - what a file may hold
        """A paper by its name, or by its width and height."""
        if isinstance(value, str) and value in PAPERS:
            value = PAPERS[value]
        if isinstance(value, list | tuple) and len(value) == 2:  # noqa: PLR2004 - width, height
            return {"width": value[0], "height": value[1]}
        return value

    @field_validator("place", "margins", mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:  # noqa: ANN401 - what a file may hold
        return dict(value) if isinstance(value, Mapping) else value

    @model_validator(mode="after")
    def _inside(self) -> "Stock":
        """The place of the certificate lies on the paper."""
        place = self.place
        if place and (
            place.x + place.width > self.paper.width or place.y + place.height > self.paper.height
        ):
            raise ValueError("place")
        return self

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it yet."""
        return not self.printed

    def carries(self, part: Printed) -> bool:
        """Whether that part is printed on it already."""
        return part in self.printed


BLANK_A4 = Stock(name="a4", title="Giấy trắng A4 ngang", paper=Box(width=297, height=210))
