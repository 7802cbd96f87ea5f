"""What a unit does by its link: lay its list in, see at once what is wrong in it, hand it in; and nothing else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from vbgen.archive.store import digest_of
from vbgen.errors import Problem, ProblemsFoundError
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.model.dossier import Stamp
from vbgen.office.acts import Answer, Request
from vbgen.office.receiving.inbox import (
    MOST_BYTES,
    DroppedFile,
    folder_of,
    hand_over,
    lay_in_of_unit,
    throw_away,
)
from vbgen.register.access.unit_links import (
    LinkState,
    UnitLink,
    hand_in,
    link_of,
    note_lot,
    note_try,
)

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class UnitLinkFound(Answer):
    """The link, and whether a list may still be handed in by it."""

    link: UnitLink
    is_open: bool


@dataclass(frozen=True)
class FindUnitLink(Request[UnitLinkFound]):
    """What a link opens: its unit and campaign; one by which a list was handed in tells that."""

    token: str

    def carry_out(self, office: "Office") -> UnitLinkFound:
        """ProblemsFoundError, the same for one that never was, was taken back, or has ended."""
        database = office.desk_to_look().register.database
        link = link_of(database, self.token)
        state = link.state(office.surroundings.clock()) if link else LinkState.CLOSED
        if link is None or state in {LinkState.CLOSED, LinkState.EXPIRED}:
            _refuse(
                "link-not-open",
                _("Đường dẫn này không mở được: đã hết hạn, đã được thu hồi hoặc ghi chưa đúng."),
                _("Hãy xin cơ quan tổ chức phong trào một đường dẫn mới."),
            )
        return UnitLinkFound(link, state is LinkState.OPEN)


@dataclass(frozen=True)
class LayInByLink(Request[Answer]):
    """Lay a list in to be looked at; what was laid in by the link before is gone."""

    token: str
    files: tuple[DroppedFile, ...]

    def carry_out(self, office: "Office") -> Answer:
        """ProblemsFoundError for a link that is not open, one that was tried too often, and for no file."""
        database, now = office.desk_to_act().register.database, office.surroundings.clock()
        link = _open_link(office, self.token)
        if not note_try(database, link, now):
            _refuse(
                "too-many-tries",
                _("Đường dẫn này đã gửi thử quá nhiều lần."),
                _("Hãy xin cơ quan tổ chức phong trào một đường dẫn mới."),
            )
        lot = lay_in_of_unit(office, self.files, link.campaign, link.unit, link.unit_name)
        is_noted = note_lot(database, link, lot.id, now)
        throw_away(office, link.lot if is_noted else lot.id)
        return Answer()


@dataclass(frozen=True)
class HandInByLink(Request[Answer]):
    """Hand in what was laid in: clerks see it from here on, and the link takes nothing more."""

    token: str
    lot: str  # what the unit has seen

    def carry_out(self, office: "Office") -> Answer:
        """Handed in once; ProblemsFoundError where other files were laid in meanwhile, or the link is not open."""
        desk, link = office.desk_to_act(), _open_link(office, self.token)
        folder = folder_of(office, link.lot)
        files = {
            path.name: digest_of(read_bytes(path, most=MOST_BYTES))
            for path in sorted(folder.iterdir())
        }
        desk.enter_archive()
        stamp = Stamp(link.unit_name, office.surroundings.clock(), "")
        is_same = self.lot == link.lot
        if not is_same or not hand_in(
            desk.register.database, link, files, stamp, lambda: hand_over(office, link.lot)
        ):
            _refuse("other-files", _("Tệp đã được thay trong lúc xem. Hãy xem lại rồi nộp."))
        desk.mirror()
        return Answer()


def _open_link(office: "Office", token: str) -> UnitLink:
    found = office.do(FindUnitLink(token))
    if not found.is_open:
        _refuse("handed-in", _("Danh sách đã được nộp qua đường dẫn này."))
    return found.link


def _refuse(code: str, message: str, hint: str = "") -> NoReturn:
    raise ProblemsFoundError(message, (Problem(code, message, hint=hint),))
