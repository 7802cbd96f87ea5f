"""The journal's clock: it may not go back, unless a clerk states that it had run ahead.

The guard compares with the last act. So one act that states which acts were made under a wrong clock, with the reason
and by the right clock, is enough to go on; the chain is whole, and the acts before it keep what they said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, desc, select

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.register import tables
from vbgen.ways import CorrectClock

TOLERANCE = timedelta(minutes=5)  # clocks of several machines differ a little
CORRECTED = "clock-corrected"  # what the act is called


class ClockError(ProblemsFoundError):
    """The machine's clock stands before the journal's last act."""


@dataclass(frozen=True, slots=True)
class WrongTime:
    """The acts at the journal's end that were made under a clock which ran ahead."""

    first: int  # sequence number of the first of them
    last: int
    latest: datetime  # what that clock said in the end


def last_act_at(connection: Connection) -> datetime | None:
    """When the last act was, by the clock of then; None for an empty journal."""
    seq = select(tables.journal.c.seq).scalar_subquery()
    last = connection.execute(
        select(tables.acts.c.at).where(tables.acts.c.seq == seq)
    ).scalar_one_or_none()
    return datetime.fromisoformat(last) if last else None


def check_clock(connection: Connection, now: datetime) -> None:
    """ClockError when `now` is before the last act."""
    last = last_act_at(connection)
    if last is None or now >= last - TOLERANCE:
        return
    message = _(
        "Đồng hồ của máy đang chỉ {now}, sớm hơn việc gần nhất đã ghi trong sổ ({last}). Chưa có gì thay đổi;"
        " hãy chỉnh lại ngày giờ của máy rồi chạy lại.",
        now=f"{now:%d/%m/%Y %H:%M}",
        last=f"{last:%d/%m/%Y %H:%M}",
    )
    raise ClockError(message, (Problem("clock-gone-back", message),), (CorrectClock(),))


def wrong_time(connection: Connection, now: datetime) -> WrongTime | None:
    """The last acts, as far as they are later than `now`; None when the clock may go on as it is."""
    ahead = list(_later_than(connection, now))
    if not ahead or ahead[0][1] <= now + TOLERANCE:
        return None
    return WrongTime(ahead[-1][0], ahead[0][0], max(at for _seq, at in ahead))


def _later_than(connection: Connection, now: datetime) -> Iterator[tuple[int, datetime]]:
    """Acts from the journal's end backwards, up to the first that is not later."""
    found = select(tables.acts.c.seq, tables.acts.c.at).order_by(desc(tables.acts.c.seq))
    with connection.execute(found.execution_options(yield_per=1000)) as rows:
        for row in rows:
            at = datetime.fromisoformat(row.at)
            if at <= now:
                return
            yield row.seq, at
