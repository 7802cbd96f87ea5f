"""The pages of a signed file looked at: whether signatures stand where they should, and what a stamp says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import padded
from vbgen.office.signing.looks import room_for
from vbgen.pages.pdf.layout import Box, PrintedLayout
from vbgen.pages.pdf.signature_room import SignatureRoom, covered_lines
from vbgen.pages.pdf.stamps import AddedLine, shown_more
from vbgen.register import Entry
from vbgen.signing.found import FileSignature
from vbgen.signing.returning import ReturnedFile

_ASIDE_PT: Final = 45.0  # a leader's picture may stand off the middle of title and name
_BESIDE_PT: Final = 190.0  # a seal's middle from there, to the left
_LOOSE_PT: Final = 25.0  # a picture may reach over title and name
_TOP_PT: Final = 90.0  # the upper margin, for the text of an agency's signature
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageLook:
    """The pages of an issued paper, against which a signed file is looked at."""

    entry: Entry
    layout: PrintedLayout
    room: SignatureRoom | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "room", room_for(self.layout, self.entry))

    def problems(self, original: bytes, signed: bytes, back: ReturnedFile) -> Iterator[Problem]:
        """Pictures at the wrong place, hidden text, pictures that are lacking, stamps."""
        for one, party in zip(back.checked.persons, back.parties, strict=True):
            yield from self._placed(one, is_agency=bool(party and party.is_agency))
        if back.stamps:
            yield from self._stamped(original, signed, back)

    def _placed(self, one: FileSignature, *, is_agency: bool) -> Iterator[Problem]:
        name = one.certificate.name
        if not one.is_visible:
            if not is_agency:
                yield _no_picture(name)
            return
        if self.room and not (self._fits(one, self.room, is_agency=is_agency)):
            message = _(
                "Hình chữ ký của {name} ở trang {page} không nằm đúng chỗ ký.",
                name=name,
                page=one.page + 1,
            )
            yield Problem("signature-misplaced", message)
        yield from self._covered(one)
        if not is_agency and not one.pictures:
            yield _no_picture(name)

    def _fits(self, one: FileSignature, room: SignatureRoom, *, is_agency: bool) -> bool:
        """A leader's between title and name; an agency's beside it on the left, or as text in the upper margin."""
        if is_agency and self._in_corner(one):
            return True
        if one.page != room.page:
            return False
        x, y = _middle(one.box)
        is_level = room.box[1] - _LOOSE_PT <= y <= room.box[3] + _LOOSE_PT
        off = x - room.centre
        return is_level and (-_BESIDE_PT if is_agency else -_ASIDE_PT) <= off <= _ASIDE_PT

    def _in_corner(self, one: FileSignature) -> bool:
        width, _height = self.layout.sizes[0]
        return one.page == 0 and one.box[3] <= _TOP_PT and one.box[0] >= width / 2

    def _covered(self, one: FileSignature) -> Iterator[Problem]:
        band = (0.0, 0.0)
        if self.room and self.room.page == one.page:
            band = (self.room.box[1] - _LOOSE_PT * 2, self.room.box[3] + _LOOSE_PT)
        if hidden := covered_lines(self.layout, one.page, one.box, between=band):
            message = _(
                "Hình chữ ký của {name} ở trang {page} che chữ của văn bản.",
                name=one.certificate.name,
                page=one.page + 1,
            )
            yield Problem("signature-covers-text", message, Place(quote=hidden[0].text))

    def _stamped(self, original: bytes, signed: bytes, back: ReturnedFile) -> Iterator[Problem]:
        boxes: dict[int, list[Box]] = {}
        for one in back.checked.persons:
            if one.is_visible:
                boxes.setdefault(one.page, []).append(one.box)
        more = shown_more(original, signed, boxes)
        for page in more.pages:
            message = _("Trang {page} có hình vẽ thêm ngoài chữ ký số.", page=page + 1)
            yield Problem("page-drawn-over", message)
        for line in more.lines:
            yield _stamp(line, self.entry)


def _no_picture(name: str) -> Problem:
    message = _("Chữ ký số của {name} không có hình chữ ký trên trang.", name=name)
    return Problem("picture-missing", message, severity=Severity.WARNING)


def _stamp(added: AddedLine, entry: Entry) -> Problem:
    """What a tool wrote on a page: named where it says what the paper says, refused where it does not."""
    text, page = added.line.text, added.line.page + 1
    strange = _words(text) - _words(added.before) - _words(" ".join(_said_by(entry)))
    if strange:
        message = _("Trang {page} có chữ ghi thêm không khớp với văn bản.", page=page)
        return Problem("stamp-differs", message, Place(quote=text))
    message = _("Trang {page} có số hoặc ngày do công cụ ký ghi thêm, khớp với văn bản.", page=page)
    return Problem("stamped", message, Place(quote=text), Severity.NOTE)


def _said_by(entry: Entry) -> Sequence[str]:
    """Number, symbol and day as they may be written."""
    day = entry.day
    return (
        f"số {entry.number} {padded(entry.number)} {entry.code}",
        f"ngày {day.day} {day.day:02} tháng {day.month} {day.month:02} năm {day.year}",
    )


def _words(text: str) -> set[str]:
    return set(_WORD.findall(normalize("NFC", text).casefold()))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
