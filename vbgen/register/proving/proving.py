"""Every table held against the journal: what has no act is forged, what has an act and no row was taken away."""

from collections.abc import Iterator

from sqlalchemy import Connection

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.register.database.index import index_problems
from vbgen.register.proving.desk_rows import desk_problems
from vbgen.register.proving.numbers import Numbers
from vbgen.register.proving.past import PastRows
from vbgen.register.proving.replay import Replay
from vbgen.register.proving.rows import (
    delivery_problems,
    file_problems,
    golden_problems,
    intent_problems,
    link_problems,
    signature_problems,
)


def table_problems(connection: Connection, replay: Replay, past: PastRows) -> Iterator[Problem]:
    """A problem for each row that the journal does not make, or makes otherwise; documents are compared elsewhere."""
    subjects = {one.id: str(one.entry["subject"]) for one in replay.documents.values() if one.entry}
    yield from golden_problems(connection, replay)
    yield from link_problems(connection, replay)
    yield from file_problems(connection, replay)
    yield from signature_problems(connection, replay)
    yield from delivery_problems(connection, replay)
    yield from intent_problems(connection, replay)
    yield from desk_problems(connection, replay.desk)
    yield from Numbers.of(connection, replay, past.numbers).problems(connection, replay)
    yield from past.left()
    yield from _early(replay)
    yield from index_problems(connection, subjects)


def _early(replay: Replay) -> Iterator[Problem]:
    for act in replay.early:
        message = _(
            "Mục nhật ký số {seq} ({what}) mang giờ {at}, sớm hơn mục trước.",
            seq=act.seq,
            what=act.what,
            at=act.at,
        )
        yield Problem("journal-time-back", message, Place(file=_("Nhật ký")), hint=_keep())


def _keep() -> str:
    return _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
