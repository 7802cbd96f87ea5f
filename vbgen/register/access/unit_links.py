"""Links by which units hand in their lists: for one unit and one campaign each, to an end, handed in once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from secrets import token_hex, token_urlsafe

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from vbgen.messages import _
from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.access.sessions import digest_of, stored_moment
from vbgen.register.database.engine import Database

LINK_MADE, LINK_CLOSED = "unit-link-made", "unit-link-closed"  # acts
LIST_HANDED_IN = "list-handed-in"  # one too
LINK_ACTS = (LINK_MADE, LINK_CLOSED, LIST_HANDED_IN)
MOST_TRIES = 20  # files that a unit lays in until it hands one in
_COLUMNS = tables.unit_links.c
_UNUSED = (_COLUMNS.handed_at == "") & ~_COLUMNS.is_closed
_TOKEN_BYTES = 32


class LinkState(StrEnum):
    """Where a link stands."""

    OPEN = "open"
    HANDED_IN = "handed-in"
    CLOSED = "closed"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """What a clerk reads."""
        return {
            "open": _("đang mở"),
            "handed-in": _("đã nộp"),
            "closed": _("đã thu hồi"),
            "expired": _("đã hết hạn"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A unit's link into one campaign."""

    id: str
    campaign: str  # name of its folder
    title: str  # of the movement
    unit: str  # code
    unit_name: str
    made_by: str
    made_at: datetime
    ends_at: datetime
    is_closed: bool = False
    tries: int = 0
    lot: str = ""  # what was laid in last
    handed_at: datetime | None = None

    def state(self, now: datetime) -> LinkState:
        """What may be done by it; what was handed in stays so."""
        if self.handed_at:
            return LinkState.HANDED_IN
        if self.is_closed:
            return LinkState.CLOSED
        return LinkState.EXPIRED if self.ends_at <= now else LinkState.OPEN


@dataclass(frozen=True, slots=True)
class LinkWish:
    """A link that is to be made: for which campaign and unit, until when."""

    campaign: str
    title: str
    unit: str
    unit_name: str
    ends_at: datetime


def make_links(database: Database, wishes: Sequence[LinkWish], stamp: Stamp) -> list[str]:
    """A token for each, which nobody can read from the database again; a unit's earlier open link closes."""
    with database.writing() as connection:
        return [_made(connection, wish, stamp) for wish in wishes]


def _made(connection: Connection, wish: LinkWish, stamp: Stamp) -> str:
    earlier = (_COLUMNS.campaign == wish.campaign) & (_COLUMNS.unit == wish.unit)
    _close(connection, earlier)
    token, identity = token_urlsafe(_TOKEN_BYTES), token_hex(8)
    kept = {
        "id": identity,
        "digest": digest_of(token),
        **asdict(wish),
        "made_by": stamp.who,
        "made_at": stored_moment(stamp.at),
        "ends_at": stored_moment(wish.ends_at),
        "is_closed": False,
        "tries": 0,
        "lot": "",
        "handed_at": "",
    }
    connection.execute(insert(tables.unit_links).values(kept))
    shown = {"title": wish.title, "unit_name": wish.unit_name, "digest": kept["digest"]}
    told = {**_told(identity, wish), **shown, "until": wish.ends_at.isoformat()}
    journal.append(connection, stamp, LINK_MADE, detail=told)
    return token


def _told(identity: str, of: LinkWish | UnitLink) -> dict[str, object]:
    """What the journal says of a link."""
    return {"link": identity, "campaign": of.campaign, "unit": of.unit}


def links_of(database: Database, campaign: str) -> list[UnitLink]:
    """All of a campaign, the newest first."""
    asked = select(tables.unit_links).where(_COLUMNS.campaign == campaign)
    with database.reading() as connection:
        rows = connection.execute(asked.order_by(_COLUMNS.made_at.desc(), _COLUMNS.id)).all()
    return [_link(row) for row in rows]


def link_of(database: Database, token: str) -> UnitLink | None:
    """The link that a token opens, whatever its state."""
    asked = select(tables.unit_links).where(_COLUMNS.digest == digest_of(token))
    with database.reading() as connection:
        row = connection.execute(asked).one_or_none()
    return _link(row) if row else None


def close_link(database: Database, link: UnitLink, stamp: Stamp) -> bool:
    """Whether it was open: from here on it opens nothing; the journal tells by whom."""
    with database.writing() as connection:
        closed = _close(connection, _COLUMNS.id == link.id)
        if closed:
            told = _told(link.id, link)
            journal.append(connection, stamp, LINK_CLOSED, detail=told)
    return bool(closed)


def _close(connection: Connection, meant: ColumnElement[bool]) -> int:
    closed = update(tables.unit_links).where(meant & _UNUSED).values(is_closed=True)
    return connection.execute(closed).rowcount


def note_try(database: Database, link: UnitLink, now: datetime) -> bool:
    """Whether files may be laid in by it once more; counted before anything of them is read."""
    counted = update(tables.unit_links).where(_open(link, now) & (_COLUMNS.tries < MOST_TRIES))
    with database.writing() as connection:
        return bool(connection.execute(counted.values(tries=_COLUMNS.tries + 1)).rowcount)


def note_lot(database: Database, link: UnitLink, lot: str, now: datetime) -> bool:
    """Whether these files are now what the unit may hand in."""
    laid = update(tables.unit_links).where(_open(link, now)).values(lot=lot)
    with database.writing() as connection:
        return bool(connection.execute(laid).rowcount)


def hand_in(
    database: Database,
    link: UnitLink,
    files: Mapping[str, str],
    stamp: Stamp,
    keep: Callable[[], object],
) -> bool:
    """Whether it is handed in by this: once, with its files (name → SHA-256) in the journal.

    `keep` puts the files where clerks find them; what it raises undoes all.
    """
    handed = update(tables.unit_links).where(_open(link, stamp.at) & (_COLUMNS.lot == link.lot))
    with database.writing() as connection:
        done = connection.execute(handed.values(handed_at=stored_moment(stamp.at))).rowcount
        if done:
            told = {**_told(link.id, link), "files": dict(files)}
            journal.append(connection, stamp, LIST_HANDED_IN, detail=told)
            keep()
    return bool(done)


def _open(link: UnitLink, now: datetime) -> ColumnElement[bool]:
    return (_COLUMNS.id == link.id) & _UNUSED & (_COLUMNS.ends_at > stored_moment(now))


def _link(row: Row[tuple[object, ...]]) -> UnitLink:
    return UnitLink(
        row.id,
        row.campaign,
        row.title,
        row.unit,
        row.unit_name,
        row.made_by,
        _moment(row.made_at),
        _moment(row.ends_at),
        bool(row.is_closed),
        row.tries,
        row.lot,
        _moment(row.handed_at) if row.handed_at else None,
    )


def _moment(stored: str) -> datetime:
    return datetime.fromtimestamp(float(stored), UTC)
