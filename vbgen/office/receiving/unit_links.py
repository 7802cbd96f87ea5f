"""Links by which units hand in their lists: made for a campaign's units, looked over, taken back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from vbgen.campaign import inspect_campaign
from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.model.movement import Movement
from vbgen.model.unit import Unit
from vbgen.office.access.entering import serving_of
from vbgen.office.acts import Answer, Request
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.receiving.inbox import ListLots
from vbgen.register.access.unit_links import (
    LinkState,
    LinkWish,
    UnitLink,
    close_link,
    links_of,
    make_links,
)
from vbgen.ways import SetServing

if TYPE_CHECKING:
    from vbgen.office.office import Office

_LONGEST_DAYS = 90
HAND_IN_PATH = "/hand-in/"


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link as the unit is to have it: told once, and nowhere kept."""

    unit: str
    unit_name: str
    url: str
    ends_at: datetime


@dataclass(frozen=True)
class UnitLinksMade(Answer):
    """The links, unit by unit."""

    campaign: str
    links: tuple[MadeLink, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "campaign": self.campaign,
            "links": [
                {
                    "unit": each.unit,
                    "name": each.unit_name,
                    "url": each.url,
                    "until": each.ends_at.isoformat(),
                }
                for each in self.links
            ],
        }


@dataclass(frozen=True)
class MakeUnitLinks(Request[UnitLinksMade]):
    """Make links for units of a campaign; a unit's earlier link, where it is unused, opens nothing then."""

    campaign: str
    units: tuple[str, ...] = ()  # codes; empty: all that have no open link and handed nothing in
    days: int = 14
    origin: str = ""  # of the desk that they lead to; empty: the address of the settings

    def carry_out(self, office: "Office") -> UnitLinksMade:
        """ProblemsFoundError with all that is wrong; no link is made then."""
        office.confirm_may_write()
        units, title = _units(office, self.campaign)
        origin = self.origin or serving_of(office.own_workspace).address.rstrip("/")
        _refuse(tuple(self._wrong(tuple(units), origin)))
        desk, now = office.desk_to_begin(), office.surroundings.clock()
        desk.enter_archive()
        database, ends = desk.register.database, now + timedelta(days=self.days)
        wanted = self.units or _without(links_of(database, self.campaign), units, now)
        wishes = [LinkWish(self.campaign, title, unit, units[unit], ends) for unit in wanted]
        tokens = make_links(database, wishes, desk.stamp())
        desk.mirror()
        made = (
            MadeLink(wish.unit, wish.unit_name, f"{origin}{HAND_IN_PATH}{token}", ends)
            for wish, token in zip(wishes, tokens, strict=True)
        )
        return UnitLinksMade(self.campaign, tuple(made))

    def _wrong(self, codes: Sequence[str], origin: str) -> Iterator[Problem]:
        if not 1 <= self.days <= _LONGEST_DAYS:
            message = _("Đường dẫn dùng được từ 1 đến {most} ngày.", most=_LONGEST_DAYS)
            yield Problem("link-days", message)
        if not codes:
            message = _("Phong trào chưa có đơn vị nào; hãy ghi các đơn vị trước.")
            yield Problem("no-units", message)
        if not origin:
            message = _("Chưa ghi địa chỉ mà trình duyệt của các máy khác dùng.")
            ways = (SetServing("address", '"https://thidua.example.vn"'),)
            yield Problem("no-address", message, ways=ways)
        for unit in self.units:
            if unit not in codes:
                near = ", ".join(get_close_matches(unit, codes) or codes[:3])
                message = _("Không có đơn vị mang mã “{unit}”.", unit=unit)
                yield Problem("unknown-unit", message, hint=_("Gần nhất: {codes}.", codes=near))


def _without(links: Sequence[UnitLink], units: Iterable[str], now: datetime) -> tuple[str, ...]:
    served = {
        link.unit for link in links if link.state(now) in {LinkState.OPEN, LinkState.HANDED_IN}
    }
    return tuple(unit for unit in units if unit not in served)


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit, and its newest link where it has any."""

    unit: str
    name: str
    link: UnitLink | None = None
    state: LinkState | None = None
    waits: bool = False  # what it handed in waits for the clerk's look

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        link = self.link
        handed_at = link.handed_at if link else None
        return {
            "unit": self.unit,
            "name": self.name,
            "link": link.id if link else None,
            "state": str(self.state) if self.state else None,
            "until": link.ends_at.isoformat() if link else None,
            "handed_in": handed_at.isoformat() if handed_at else None,
            "waits": self.waits,
        }


@dataclass(frozen=True)
class UnitLinksListed(Answer):
    """Unit by unit: which link it has, and whether it handed its list in."""

    campaign: str
    units: tuple[UnitStanding, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"campaign": self.campaign, "units": [each.as_json() for each in self.units]}


@dataclass(frozen=True)
class ListUnitLinks(Request[UnitLinksListed]):
    """The units of a campaign with their links, in the campaign's order; links of units that are no more stand last."""

    campaign: str

    def carry_out(self, office: "Office") -> UnitLinksListed:
        """Looked up; whatever is wrong with other data of the campaign."""
        named, now = _units(office, self.campaign)[0], office.surroundings.clock()
        desk = office.desk_to_look(or_empty=True)
        waiting = {lot.id for lot in office.do(ListLots()).lots}
        newest = dict[str, UnitLink]()
        for link in links_of(desk.register.database, self.campaign):
            newest.setdefault(link.unit, link)
        named |= {code: link.unit_name for code, link in newest.items() if code not in named}
        rows = (
            _standing(code, name, newest.get(code), now, waiting) for code, name in named.items()
        )
        return UnitLinksListed(self.campaign, tuple(rows))


def _standing(
    code: str, name: str, link: UnitLink | None, now: datetime, waiting: set[str]
) -> UnitStanding:
    if link is None:
        return UnitStanding(code, name)
    waits = link.handed_at is not None and link.lot in waiting
    return UnitStanding(code, name, link, link.state(now), waits)


@dataclass(frozen=True)
class CloseUnitLink(Request[Answer]):
    """Take a unit's link back: it opens nothing from here on."""

    campaign: str
    id: str

    def carry_out(self, office: "Office") -> Answer:
        """UsageError where there is none of that name that is open."""
        campaign_named(office, self.campaign)
        desk = office.desk_to_act()
        desk.enter_archive()
        database = desk.register.database
        found = [each for each in links_of(database, self.campaign) if each.id == self.id]
        if not found or not close_link(database, found[0], desk.stamp()):
            raise UsageError(_("Không có đường dẫn nào đang mở mang mã này."))
        desk.mirror()
        return Answer()


def _units(office: "Office", name: str) -> tuple[dict[str, str], str]:
    """The campaign's units, code → name, and the movement's name, whatever is wrong with its other data."""
    found = inspect_campaign(campaign_named(office, name), office.words)
    units = {unit.id: unit.name for unit in found.records("units", Unit)}
    movement = next(found.records("movement", Movement), None)
    return units, movement.name if movement else ""


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise ProblemsFoundError(problems[0].message, problems)
