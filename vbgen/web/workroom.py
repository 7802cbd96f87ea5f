"""Where long work is done: processes beside the server, so that pages stay quick; told about in the register."""

import gc
from collections.abc import Hashable, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from multiprocessing import active_children
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Generic, Self

from vbgen import office as office_door
from vbgen.crash_reports import write_crash_report
from vbgen.errors import OutsideProgramError, UsageError, VbgenError
from vbgen.messages import _, current_language, use_language
from vbgen.office import (
    AnswerT,
    EndJob,
    FindJob,
    FindUnfinishedJobs,
    JobState,
    MoveJob,
    Office,
    Progress,
    Request,
    Surroundings,
)
from vbgen.web.moment import now
from vbgen.web.tasks.attempts import STOPPED_FROM_OUTSIDE, JobAttempt
from vbgen.web.tasks.worker_pool import HALF_OF_CORES, WorkerPool, leaving_room_for_pages
from vbgen.web.wording import told

if TYPE_CHECKING:
    from concurrent.futures import Future

_LEAST_QUICK = 2  # one clerk saves while another's paper is drawn
_PATIENCE = 10  # of long work, which yields to pages
_WAITED_FOR_S = 120.0
_TOLD_EVERY_S = 0.4


@dataclass(frozen=True, slots=True)
class JobOrder:
    """A job for a worker."""

    place: Path
    environ: Mapping[str, str]
    id: str
    who: str  # whoever started the desk
    attempt: JobAttempt

    def office(self, who: str, telling: "Telling | None" = None) -> Office:
        """The office, opened for acting."""
        around = Surroundings(self.environ, who, now)
        if telling:
            around = replace(around, tell=telling.hear, is_stopped=telling.asked_to_stop)
        return Office.act(self.place, around)


@dataclass(slots=True)
class Workroom:
    """The workers of a desk, started when there is work for them."""

    place: Path
    environ: Mapping[str, str]
    who: str
    _long: "WorkerPool" = field(
        default_factory=lambda: WorkerPool(HALF_OF_CORES, patience=_PATIENCE)
    )
    _quick: "WorkerPool" = field(
        default_factory=lambda: WorkerPool(max(_LEAST_QUICK, HALF_OF_CORES))
    )
    _drawing: "WorkerPool" = field(default_factory=lambda: WorkerPool(HALF_OF_CORES))
    _under_way: "dict[Hashable, Future[Any]]" = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def take_up(self) -> None:
        """What a desk before this one left undone goes on; a worker gets ready for the first page."""
        self._quick.get_ready(get_ready)
        with suppress(VbgenError), self._office() as office:
            for job in office.do(FindUnfinishedJobs()).jobs:
                self.work_on(job.id, JobAttempt(is_again=True))

    def work_on(self, identity: str, attempt: JobAttempt) -> None:
        """Have a job done; its row tells how it goes. What the attempt holds goes to the worker alone."""
        environ = leaving_room_for_pages(self.environ)
        order = JobOrder(self.place, environ, identity, self.who, attempt)
        done = self._long.submit(do_job, order)
        done.add_done_callback(lambda done: self._ended(done, identity))

    def ask(self, request: Request[AnswerT], who: str) -> AnswerT:
        """The answer of an office opened for looking, in a process beside the server.

        Papers are drafted and drawn there, while a page waits; a worker that dies is replaced, and asked once more.
        What needs the converter goes where it is warm: any worker would start one of its own.
        """
        order = ActOrder(self.place, self.environ, request, who, current_language())
        try:
            return self._answer(order)
        except BrokenProcessPool:
            self._pool_of(order).forget()
            return self._answer(order)

    def foresee(self, request: Request[Any], who: str) -> None:
        """Have that begun which a page will ask for next; nobody waits for it, nor hears how it went."""
        order = ActOrder(self.place, self.environ, request, who, current_language())
        with suppress(BrokenProcessPool):  # the next that is asked for starts another
            self._begun(order)

    def do(self, request: Request[AnswerT], who: str) -> AnswerT:
        """The same of an office opened for acting, asked once."""
        order = ActOrder(self.place, self.environ, request, who, current_language(), is_act=True)
        try:
            return self._answer(order)
        except BrokenProcessPool as fault:
            self._pool_of(order).forget()
            raise OutsideProgramError(
                _("Việc này dừng giữa chừng; hãy xem lại rồi làm lại.")
            ) from fault

    def close(self) -> None:
        """What is under way is left, and goes on at the next start."""
        pools = (self._long, self._quick, self._drawing)
        for pool in pools:
            pool.is_closed = True
        for worker in active_children():
            worker.kill()
        for pool in pools:
            pool.forget(is_ended=True)

    def _answer(self, order: "ActOrder[AnswerT]") -> AnswerT:
        try:
            pool = self._pool_of(order)
            pool.wait_until_ready(_WAITED_FOR_S)
            found: AnswerT = self._begun(order).result(_WAITED_FOR_S)
        except TimeoutError as fault:
            message = _("Việc này lâu hơn bình thường nên trang không chờ nữa.")
            raise OutsideProgramError(message) from fault
        return found

    def _begun(self, order: "ActOrder[AnswerT]") -> "Future[AnswerT]":
        """Its answer to come; where it is the same whenever it is given, one that is under way already."""
        pool = self._pool_of(order)
        if not order.request.answers_alike:
            return pool.submit(do_act, order)
        key = (order.request, order.who, order.language)
        with self._lock:
            begun = self._under_way.get(key)
            if begun is None or begun.done():
                begun = self._under_way[key] = pool.submit(do_act, order)
        begun.add_done_callback(lambda done: self._ended_alike(key, done))
        return begun

    def _ended_alike(self, key: Hashable, done: "Future[Any]") -> None:
        with self._lock:
            if self._under_way.get(key) is done:
                del self._under_way[key]

    def _pool_of(self, order: "ActOrder[AnswerT]") -> "WorkerPool":
        return self._drawing if order.request.needs_converter else self._quick

    def _ended(self, done: "Future[None]", identity: str) -> None:
        """A worker that was killed has told nothing."""
        if self._long.is_closed or done.cancelled():
            return
        fault = done.exception()
        if fault is None:
            return
        self._long.forget()
        with suppress(VbgenError), self._office() as office:
            office.do(EndJob(identity, JobState.FAILED, _failure(fault, self.environ)))

    def _office(self) -> Office:
        return Office.act(self.place, Surroundings(self.environ, self.who, now))


@dataclass(frozen=True, slots=True)
class ActOrder(Generic[AnswerT]):
    """A request for a worker."""

    place: Path
    environ: Mapping[str, str]
    request: Request[AnswerT]
    who: str
    language: str
    is_act: bool = False


def get_ready() -> None:
    """Load what pages are made with, before somebody waits for it."""
    for name in ("SeeCampaign", "SeeDraft", "JudgeDraft", "CheckNamedCampaign"):
        getattr(office_door, name)
    gc.collect()
    gc.freeze()  # the program stays: nobody need look through it again and again


def do_act(order: ActOrder[AnswerT]) -> AnswerT:
    """The answer."""
    use_language(order.language)
    opened = Office.act if order.is_act else Office.look
    with opened(order.place, Surroundings(order.environ, order.who, now)) as office:
        return office.do(order.request)


def do_job(order: JobOrder) -> None:
    """Do a job from its row, and write down what came of it."""
    with order.office(order.who) as office:
        job = office.do(FindJob(order.id)).job
    if job.has_ended:
        return
    use_language(job.language)
    with Telling(order, job.work) as telling:
        state, came_of_it = _done(order, telling)
    with order.office(order.who) as office:
        office.do(EndJob(order.id, state, came_of_it))


def _done(order: JobOrder, telling: "Telling") -> tuple[JobState, Mapping[str, object]]:
    from vbgen.web.tasks.works import WORKS  # half of the program, which pages do not need

    with order.office(order.who) as office:
        job = office.do(FindJob(order.id)).job
    try:
        with order.office(job.who, telling) as office:
            came_of_it = WORKS[job.work](office, job, order.attempt)
    except VbgenError as fault:
        shown = [asdict(problem) for problem in told(fault.as_problems())]
        state = JobState.STOPPED if telling.is_stopped() else JobState.REFUSED
        return state, {"message": fault.message, "problems": shown}
    except Exception as fault:  # noqa: BLE001 - the face: a fault of ours is told on the job's page
        return JobState.FAILED, _failure(fault, order.environ, order.attempt.secrets)
    is_cut = telling.is_stopped() and bool(came_of_it.get("is_cut"))
    return JobState.STOPPED if is_cut else JobState.DONE, came_of_it


def _failure(
    fault: BaseException, environ: Mapping[str, str], secrets: frozenset[str] = frozenset()
) -> dict[str, object]:
    """What the job's page says, with the report of what happened."""
    log = write_crash_report(fault, environ, secrets)
    message = _(
        "Việc này dừng giữa chừng vì lỗi của chương trình. Hãy gửi tệp {log} cho người phụ trách kỹ thuật.",
        log=log,
    )
    return {"message": message, "problems": []}


@dataclass(slots=True)
class Telling:
    """Writes down how far a job has come, beside the work and never in its way."""

    order: JobOrder
    work: str
    _latest: Progress | None = None
    _end: Event = field(default_factory=Event)
    _stop: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def hear(self, progress: Progress) -> None:
        """The newest word; the work ends here where somebody wants it to stop and it cannot by itself."""
        self._latest = progress
        if self.is_stopped() and self.work in STOPPED_FROM_OUTSIDE:
            raise UsageError(_("Đã dừng theo yêu cầu."))

    def is_stopped(self) -> bool:
        """Whether it was noticed that somebody wants the job to stop."""
        return self._stop.is_set()

    def asked_to_stop(self) -> bool:
        """The same, asked of the register now: for work that looks between its parts."""
        with suppress(VbgenError), self.order.office(self.order.who) as office:
            self._look(office)
        return self.is_stopped()

    def __enter__(self) -> Self:
        self._thread = Thread(target=self._tell, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._end.set()
        if self._thread:
            self._thread.join()

    def _tell(self) -> None:
        told_last: Progress | None = None
        while not self._end.wait(_TOLD_EVERY_S):
            latest = self._latest
            with suppress(VbgenError), self.order.office(self.order.who) as office:
                if latest is not None and latest is not told_last:
                    told_last = latest
                    office.do(MoveJob(self.order.id, latest.done, latest.total))
                self._look(office)

    def _look(self, office: "Office") -> None:
        if office.do(FindJob(self.order.id)).job.state is JobState.STOPPING:
            self._stop.set()
