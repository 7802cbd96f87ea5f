"""Work that outlives the page which asked for it: asked for once, told about, ended, taken up again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _, current_language
from vbgen.office.acts import Answer, Request
from vbgen.register.access.jobs import (
    DeskJob,
    JobState,
    add_job,
    job_ended,
    job_moved,
    job_of,
    stop_asked,
    unfinished_jobs,
)

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class JobFound(Answer):
    """A job as it stands."""

    job: DeskJob


@dataclass(frozen=True)
class JobAsked(JobFound):
    """A job that was asked for, and whether it was the first time."""

    is_new: bool


@dataclass(frozen=True)
class AskForJob(Request[JobAsked]):
    """Have some work done; asked again under the same id it is the same job."""

    id: str
    work: str
    asked: Mapping[str, object] = field(default_factory=dict)
    account: str = ""

    def carry_out(self, office: "Office") -> JobAsked:
        """The job, waiting for a worker."""
        around, database = office.surroundings, office.desk_to_act().register.database
        job = DeskJob(self.id, self.work, self.asked, self.account, around.who, current_language())
        is_new = add_job(database, job, around.clock())
        return JobAsked(_found(office, self.id), is_new)


@dataclass(frozen=True)
class FindJob(Request[JobFound]):
    """How a job stands; UsageError where there is none of that id."""

    id: str

    def carry_out(self, office: "Office") -> JobFound:
        """Looked up."""
        return JobFound(_found(office, self.id))


@dataclass(frozen=True)
class JobsFound(Answer):
    """Jobs, the oldest first."""

    jobs: tuple[DeskJob, ...]


@dataclass(frozen=True)
class FindUnfinishedJobs(Request[JobsFound]):
    """What was asked for and has not ended: a desk that starts takes it up again."""

    def carry_out(self, office: "Office") -> JobsFound:
        """Looked up."""
        return JobsFound(tuple(unfinished_jobs(office.desk_to_look().register.database)))


@dataclass(frozen=True)
class MoveJob(Request[Answer]):
    """Tell how far a job has come."""

    id: str
    done: int
    whole: int

    def carry_out(self, office: "Office") -> Answer:
        """Written down."""
        database = office.desk_to_act().register.database
        job_moved(database, self.id, self.done, self.whole)
        return Answer()


@dataclass(frozen=True)
class StopJob(Request[JobFound]):
    """Ask a job to stop where it can; what is done stays done."""

    id: str

    def carry_out(self, office: "Office") -> JobFound:
        """The job, which stops soon, or has ended meanwhile."""
        stop_asked(office.desk_to_act().register.database, self.id)
        return JobFound(_found(office, self.id))


@dataclass(frozen=True)
class EndJob(Request[Answer]):
    """Tell what came of a job."""

    id: str
    state: JobState
    came_of_it: Mapping[str, object] = field(default_factory=dict)

    def carry_out(self, office: "Office") -> Answer:
        """Written down."""
        database, now = office.desk_to_act().register.database, office.surroundings.clock()
        job_ended(database, self.id, self.state, self.came_of_it, now)
        return Answer()


def _found(office: "Office", identity: str) -> DeskJob:
    desk = office.desk_to_look()
    if (job := job_of(desk.register.database, identity)) is None:
        raise UsageError(_("Không có công việc mang mã “{id}”.", id=identity))
    return job
