"""Work that outlives the page which asked for it: one row a job, from asking to its end."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from vbgen.register import tables
from vbgen.register.database.engine import Database

_COLUMNS = tables.desk_jobs.c


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"  # somebody has asked it to stop
    DONE = "done"
    STOPPED = "stopped"  # somebody stopped it; what was done stays
    REFUSED = "refused"  # by the office, with its problems
    FAILED = "failed"  # by a fault of the program


UNFINISHED = (JobState.WAITING, JobState.RUNNING, JobState.STOPPING)


@dataclass(frozen=True, slots=True)
class DeskJob:
    """One job."""

    id: str
    work: str
    asked: Mapping[str, object]
    account: str
    who: str
    language: str
    state: JobState = JobState.WAITING
    done: int = 0
    whole: int = 0
    answer: Mapping[str, object] | None = None
    asked_at: str = ""
    ended_at: str = ""

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in UNFINISHED


def add_job(database: Database, job: DeskJob, now: datetime) -> bool:
    """Whether it is new: asked twice, by a double click or from two tabs of one form, it is one job."""
    values = {
        "id": job.id,
        "work": job.work,
        "asked": json.dumps(job.asked, ensure_ascii=False),
        "account": job.account,
        "who": job.who,
        "language": job.language,
        "state": JobState.WAITING.value,
        "done": 0,
        "whole": 0,
        "answer": "{}",
        "asked_at": now.isoformat(),
    }
    with database.writing() as connection:
        try:
            with connection.begin_nested():
                connection.execute(insert(tables.desk_jobs).values(values))
        except IntegrityError:
            return False
    return True


def job_of(database: Database, identity: str) -> DeskJob | None:
    """That job, if there is one."""
    return next(iter(_jobs(database, _COLUMNS.id == identity)), None)


def unfinished_jobs(database: Database) -> list[DeskJob]:
    """What was asked for and has not ended, the oldest first."""
    return _jobs(database, _COLUMNS.state.in_([state.value for state in UNFINISHED]))


def job_moved(database: Database, identity: str, done: int, whole: int) -> None:
    """How far it has come; one that is to stop stays so."""
    _change(database, identity, done=done, whole=whole)
    _change(database, identity, JobState.WAITING, state=JobState.RUNNING.value)


def stop_asked(database: Database, identity: str) -> None:
    """The job is to stop; one that has ended stays as it ended."""
    for before in (JobState.WAITING, JobState.RUNNING):
        _change(database, identity, before, state=JobState.STOPPING.value)


def job_ended(
    database: Database,
    identity: str,
    state: JobState,
    answer: Mapping[str, object],
    now: datetime,
) -> None:
    """What came of it; what is done stays so, whatever a worker says that a killed desk has left behind."""
    written = json.dumps(answer, ensure_ascii=False)
    ended = update(tables.desk_jobs).where(
        _COLUMNS.id == identity, _COLUMNS.state != JobState.DONE.value
    )
    with database.writing() as connection:
        connection.execute(
            ended.values(state=state.value, answer=written, ended_at=now.isoformat())
        )


def _change(
    database: Database, identity: str, before: JobState | None = None, **values: object
) -> None:
    """The job's row changed, where its state is the one named."""
    moved = update(tables.desk_jobs).where(_COLUMNS.id == identity)
    if before is not None:
        moved = moved.where(_COLUMNS.state == before.value)
    with database.writing() as connection:
        connection.execute(moved.values(values))


def _jobs(database: Database, wanted: ColumnElement[bool]) -> list[DeskJob]:
    asked = select(tables.desk_jobs).where(wanted).order_by(_COLUMNS.asked_at, _COLUMNS.id)
    with database.reading() as connection:
        return [_job(row) for row in connection.execute(asked)]


def _job(row: Row[tuple[object, ...]]) -> DeskJob:
    state = JobState(row.state)
    return DeskJob(
        row.id,
        row.work,
        json.loads(row.asked),
        row.account,
        row.who,
        row.language,
        state,
        row.done,
        row.whole,
        json.loads(row.answer) if state not in UNFINISHED else None,
        row.asked_at,
        row.ended_at or "",
    )
