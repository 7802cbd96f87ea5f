"""The journal of all acts: who, when, what, why; append-only, each entry tied to the one before by its digest.

An entry's digest is the SHA-256 of its own canonical JSON, which holds the digest of the entry before it. The same JSON
is put into the archive, where it lies under that very digest and cannot be changed: whoever rewrites the database's
journal, even consistently from end to end, leaves entries in the archive that the journal does not have.
"""

import getpass
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, insert, select, text, update

from vbgen.errors import Problem
from vbgen.files import canonical_json
from vbgen.messages import _
from vbgen.model.dossier import Stamp
from vbgen.register import tables
from vbgen.register.clock import check_clock
from vbgen.register.wording.act_words import act_words

BEGINNING = "0" * 64  # what the first entry is tied to
_SOME = 500  # documents asked for at a time


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the journal."""

    seq: int
    at: str  # ISO 8601 with offset
    who: str
    what: str
    why: str
    document: str | None
    detail: Mapping[str, object]
    previous: str
    login: str = (
        ""  # who the database, or on SQLite the machine, knows them to be; acts of 0.1 have none
    )

    @property
    def label(self) -> str:
        """What a clerk reads: `hủy số`."""
        return act_words(self.what)

    def as_json(self) -> bytes:
        """The entry's canonical form: sorted keys, no blanks, UTF-8."""
        plain = asdict(self)
        if not self.login:  # as 0.1 wrote it
            del plain["login"]
        return canonical_json(plain)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical form: the entry's address in the archive, and what the next one is tied to."""
        return hashlib.sha256(self.as_json()).hexdigest()


def append(
    connection: Connection,
    stamp: Stamp,
    what: str,
    *,
    document: str | None = None,
    detail: Mapping[str, object] | None = None,
) -> Act:
    """The act, written at the journal's end; ClockError when the clock has gone back."""
    check_clock(connection, stamp.at)
    return written(connection, stamp, what, document=document, detail=detail)


def written(
    connection: Connection,
    stamp: Stamp,
    what: str,
    *,
    document: str | None = None,
    detail: Mapping[str, object] | None = None,
) -> Act:
    """The act, written at the journal's end, whatever the clock says."""
    head = connection.execute(select(tables.journal)).one()
    at = stamp.at.isoformat(timespec="milliseconds")
    act = Act(
        head.seq + 1,
        at,
        stamp.who,
        what,
        stamp.why,
        document,
        dict(detail or {}),
        head.digest,
        login(connection),
    )
    connection.execute(insert(tables.acts), row_of(act))
    connection.execute(update(tables.journal).values(seq=act.seq, digest=act.digest))
    return act


def login(connection: Connection) -> str:
    """The account that works here: the database's own word for it, or on SQLite the machine's."""
    if connection.dialect.name == "sqlite":
        return _account()
    return str(connection.execute(text("SELECT session_user")).scalar_one())


def _account() -> str:
    """By the system, not by variables that anybody can set; the number of an account without a name."""
    if os.name == "nt":
        return getpass.getuser()
    import pwd

    number = os.getuid()
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def row_of(act: Act) -> dict[str, object]:
    """The act as the table has it."""
    written = json.dumps(act.detail, ensure_ascii=False, sort_keys=True)
    return {**asdict(act), "detail": written, "digest": act.digest}


def act_in(content: bytes) -> Act | None:
    """The act whose canonical form this is; None for anything else."""
    if not content.startswith(b'{"at":'):
        return None
    try:
        act = Act(**json.loads(content))
    except (ValueError, TypeError):
        return None
    return act if act.as_json() == content else None


def walk(connection: Connection, *, after: int = 0) -> Iterator[tuple[Act, str]]:
    """Every act after that one, with the digest that the journal states for it."""
    yield from _acts(connection, select(tables.acts).where(tables.acts.c.seq > after))


def walk_of(connection: Connection, documents: Sequence[str]) -> Iterator[tuple[Act, str]]:
    """Every act about those documents, in order."""
    for start in range(0, len(documents), _SOME):
        some = documents[start : start + _SOME]
        yield from _acts(connection, select(tables.acts).where(tables.acts.c.document.in_(some)))


def walk_what(connection: Connection, what: str) -> Iterator[tuple[Act, str]]:
    """Every act of that sort, in order."""
    yield from _acts(connection, select(tables.acts).where(tables.acts.c.what == what))


def _acts(connection: Connection, found: Select[tuple[object, ...]]) -> Iterator[tuple[Act, str]]:
    in_order = found.order_by(tables.acts.c.seq).execution_options(yield_per=1000)
    for row in connection.execute(in_order).mappings():
        values = {
            key: row[key]
            for key in ("seq", "at", "who", "what", "why", "document", "previous", "login")
        }
        yield Act(**values, detail=json.loads(row["detail"])), row["digest"]


def about_no_document(connection: Connection, *what: str) -> Iterator[Act]:
    """Acts of those sorts that are about no document of the register, in order; found by an index."""
    acts = tables.acts.c
    for act, _stated in _acts(
        connection, select(tables.acts).where(acts.document.is_(None), acts.what.in_(what))
    ):
        yield act


def broken_links(connection: Connection) -> Iterator[Problem]:
    """Every act that is missing, was changed, or is not tied to the one before it."""
    head = connection.execute(select(tables.journal)).one()
    expected, previous = 1, BEGINNING
    for act, stated in walk(connection):
        if act.seq != expected:
            yield _fault("act-missing", _("thiếu mục nhật ký số {seq}", seq=expected), expected)
        elif act.previous != previous:
            yield _fault(
                "chain-broken",
                _("mục nhật ký số {seq} không khớp với mục trước", seq=act.seq),
                act.seq,
            )
        if act.digest != stated:
            yield _fault(
                "act-changed",
                _("mục nhật ký số {seq} không khớp với khi ghi", seq=act.seq),
                act.seq,
            )
        expected, previous = act.seq + 1, stated
    if (head.seq, head.digest) != (expected - 1, previous):
        yield _fault(
            "act-missing", _("thiếu các mục nhật ký cuối cùng, từ số {seq}", seq=expected), expected
        )


def _fault(code: str, found: str, seq: int) -> Problem:
    hint = _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
    return Problem(code, _("Nhật ký: {found} (mã {seq}).", found=found, seq=seq), hint=hint)
