"""What is to be seen of a signature, and where: the leader's picture, the seal at its left, or the text of an annex."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Final

from vbgen.errors import OutsideProgramError, Problem, UnreadableFileError
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY, form_of
from vbgen.office.signing.wished import SigningHand, SigningSettings
from vbgen.pages.converter.fonts import times_file
from vbgen.pages.pdf.layout import Box, PrintedLayout
from vbgen.pages.pdf.outlines import outlined
from vbgen.pages.pdf.signature_room import SignatureRoom, signature_room
from vbgen.register import Entry
from vbgen.signing.making import SignatureLook
from vbgen.words.widths import MM_PER_PT

_MOST_PICTURE_BYTES: Final = 8 * 1024**2
_MM: Final = 1 / MM_PER_PT
_WIDEST_MM: Final = 50.0  # of a hand signature
_AIR: Final = 0.92  # of the room between title and name
_TEXT_PT: Final = 10.0
_TOP_MM, _RIGHT_MM = 8.0, 15.0  # where the text of an annex begins
_VIETNAM: Final = timezone(timedelta(hours=7))
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class SigningPicture:
    """A PNG picture, and how broad it is to its height."""

    content: bytes
    ratio: float

    @classmethod
    def read(cls, path: Path) -> "SigningPicture":
        """The picture; UnreadableFileError for anything but a PNG picture with a transparent ground."""
        from PIL import Image

        content = read_bytes(path, most=_MOST_PICTURE_BYTES)
        if not content.startswith(_PNG):
            raise _no_picture(path)
        with Image.open(BytesIO(content)) as opened:
            if opened.mode not in {"RGBA", "LA"} and "transparency" not in opened.info:
                raise _no_picture(path)
            return cls(content, opened.width / opened.height)


def _no_picture(path: Path) -> UnreadableFileError:
    message = _("Hình chữ ký “{name}” phải là PNG có nền trong suốt.", name=path.name)
    return UnreadableFileError(message, (Problem("signature-picture", message),))


@dataclass(frozen=True, slots=True)
class LookMaker:
    """Makes the look of one paper's signatures."""

    entry: Entry
    settings: SigningSettings
    hand: SigningHand
    environ: Mapping[str, str]
    as_text: bool
    picture: SigningPicture | None

    def look(
        self, layout: PrintedLayout, now: datetime, leader: Box | None = None
    ) -> SignatureLook | None:
        """What the signature shows on those pages; None where there is no picture or no room for it.

        `leader`: where the leader's picture stands already; the seal covers its left third.
        """
        if self.as_text:
            return self._text(layout, now)
        room = room_for(layout, self.entry)
        if room is None or self.picture is None:
            return None
        box = self._leader(room) if self.hand is SigningHand.LEADER else self._seal(room, leader)
        height = layout.sizes[room.page][1]
        return SignatureLook(room.page, box, height, picture=self.picture.content)

    def _leader(self, room: SignatureRoom) -> Box:
        """Centred between title and name, as large as the room (Phụ lục I, Phần I, Mục II.7.d)."""
        ratio = self.picture.ratio if self.picture else 1.0
        width = min(_WIDEST_MM * _MM, room.height * _AIR * ratio)
        return _centred(room.centre, (room.box[1] + room.box[3]) / 2, width, width / ratio)

    def _seal(self, room: SignatureRoom, leader: Box | None) -> Box:
        """Real size, over the left third of the leader's picture (Mục II.8.a)."""
        side = self.settings.seal_mm * _MM
        ratio = self.picture.ratio if self.picture else 1.0
        left, _top, right, _bottom = leader or _leader_place(room)
        edge = left + (right - left) / 3
        middle = (room.box[1] + room.box[3]) / 2
        return _centred(edge - side / 2, middle, side, side / ratio)

    def _text(self, layout: PrintedLayout, now: datetime) -> SignatureLook:
        """Number and time in the upper right corner of the first page, no picture (Mục II.8.b)."""
        font = times_file(self.environ)
        if font is None:
            message = _("Không thấy phông Times New Roman để ghi số và giờ ký.")
            raise OutsideProgramError(message, (Problem("no-times-font", message),))
        local = now.astimezone(_VIETNAM)
        moment = f"{local:%d/%m/%Y}; {local:%H:%M:%S}+07:00"
        text = outlined([f"{self._named}; {moment}"], font, _TEXT_PT)
        width, height = layout.sizes[0]
        right, top = width - _RIGHT_MM * _MM, _TOP_MM * _MM
        box = (right - text.width, top, right, top + text.height)
        return SignatureLook(0, box, height, drawing=text.drawing)

    @property
    def _named(self) -> str:
        """What stands before the time: of a copy its form and the agency that copies (Phụ lục I, Phần II, I.3.c)."""
        entry = self.entry
        if entry.kind == COPY:
            return f"{form_of(entry.variant).word.capitalize()}; {entry.issuer}"
        return f"Số: {entry.code}"


def room_for(layout: PrintedLayout, entry: Entry) -> SignatureRoom | None:
    """The room between title and name of who signs the paper; of a copy at its own end."""
    return signature_room(layout, entry.signer_name, at_end=entry.kind == COPY)


def _leader_place(room: SignatureRoom) -> Box:
    """Where a leader's picture would stand, or stands with ink on paper."""
    middle = (room.box[1] + room.box[3]) / 2
    return _centred(room.centre, middle, 40 * _MM, room.height * _AIR)


def _centred(x: float, y: float, width: float, height: float) -> Box:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
