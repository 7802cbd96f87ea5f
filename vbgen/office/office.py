"""The office, opened once for looking or for acting: the only door of every face."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from vbgen.errors import Problem, UsageError
from vbgen.folders import access_told
from vbgen.messages import _, current_language
from vbgen.office.acts import AnswerT, Request
from vbgen.office.setting.absence import Absence
from vbgen.office.setting.state import glance_at, state_of
from vbgen.office.setting.workspace import (
    DESK_FILES,
    LAW,
    SETTINGS,
    Workspace,
    find_workspace,
    need_workspace,
    output_of,
)
from vbgen.pages.runs.progress import Progress

if (
    TYPE_CHECKING
):  # what opens the register is brought in when it is opened: not every act needs a database
    from vbgen.archive import Archive
    from vbgen.decree import Settings
    from vbgen.model.vocabulary import Vocabulary
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.setting.addresses import Addresses
    from vbgen.office.setting.workshops import Copying

KeptT = TypeVar("KeptT")


def _silent(_progress: Progress) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that a face brings along; no act reads the environment, the account or the clock by itself."""

    environ: Mapping[str, str]
    who: str  # who acts, for the journal
    clock: Callable[[], datetime]  # gives a time with its offset
    tell: Callable[[Progress], object] = _silent  # how far long work has come
    is_stopped: Callable[[], bool] = bool  # whether whoever asked for long work wants no more of it


class Office:
    """An opened office. A context manager: the register is closed at its end.

    Opened by `look` it makes and writes nothing, and refuses what would; opened by `act` it makes the register only
    when an act has to write into it.
    """

    def __init__(self, place: Path, surroundings: Surroundings, *, may_write: bool) -> None:
        self.place = place
        self.surroundings = surroundings
        self.may_write = may_write
        self._closing = ExitStack()
        self._memory: tuple[object, Any] | None = None
        self._desks: dict[tuple[str, bool], Desk] = {}

    @classmethod
    def look(cls, place: Path, surroundings: Surroundings) -> Self:
        """The office that `place` (a workspace, or a folder within it) lies in, only to look at it."""
        return cls(place, surroundings, may_write=False)

    @classmethod
    def act(cls, place: Path, surroundings: Surroundings) -> Self:
        """The same, for acts that write."""
        return cls(place, surroundings, may_write=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the register."""
        self._desks.clear()
        self._closing.close()

    def do(self, request: Request[AnswerT]) -> AnswerT:
        """The answer to one request; VbgenError with every problem and its ways out where it is refused."""
        with access_told():
            return request.carry_out(self)

    def tell_done(self, done: int, whole: int) -> None:
        """Tell how much of a work is done."""
        self.surroundings.tell(Progress(done, whole, done, 0.0))

    @property
    def today(self) -> date:
        """The day of the face's clock."""
        return self.surroundings.clock().date()

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace that the place lies in; outside any, one without a root where the shipped templates serve."""
        return find_workspace(self.place)

    @cached_property
    def own_workspace(self) -> Workspace:
        """The same; UsageError outside any."""
        return need_workspace(self.place)

    @property
    def root(self) -> Path:
        """The folder of the workspace; UsageError outside any."""
        return self.own_workspace.root or self.place

    @property
    def desk_files(self) -> Path:
        """Where the desk keeps what is its own: pictures, prints, files that were laid in."""
        return output_of(self.own_workspace) / DESK_FILES

    @cached_property
    def words(self) -> "Vocabulary":
        """What may be written today where a list is open: honours and kinds of paper, the office's own among them."""
        return self.workspace.words(self.today)

    @property
    def form_settings(self) -> "Settings":
        """The office's own ranges and switches for the check of forms; ProblemsFoundError with all mistakes in them."""
        from vbgen.office.setting.linting import lint_settings

        return lint_settings(self.workspace)

    @property
    def addresses(self) -> "Addresses":
        """Where the register and the archive are."""
        from vbgen.office.setting.addresses import addresses_of

        return addresses_of(self.own_workspace, self.surroundings.environ)

    @property
    def archive(self) -> "Archive":
        """The office's archive; nothing is made or asked of it."""
        from vbgen.office.setting.stores import archive_at

        return archive_at(self.own_workspace, self.surroundings.environ)

    def desk_to_look(self, *, or_empty: bool = False) -> "Desk":
        """The registry's desk, to be read; NoRegisterError where there is no register, or an empty one."""
        is_there = ("look", False) in self._desks
        return self._kept("look", or_empty=or_empty and not is_there)

    def desk_to_prepare(self) -> "Desk":
        """The desk at which an act is prepared: nothing is written, whether there is a register or not."""
        return self.desk_to_begin() if self.may_write else self.desk_to_look(or_empty=True)

    def desk_to_act(self) -> "Desk":
        """The desk for acts on what was registered; NoRegisterError where there is no register."""
        return self._acting(Absence.TOLD)

    def desk_to_weigh(self) -> "Desk":
        """The desk at which an act on what was registered is asked about; NoRegisterError where there is none."""
        return self.desk_to_act() if self.may_write else self.desk_to_look()

    def desk_to_begin(self) -> "Desk":
        """The desk for acts that enter something new: the first that writes makes the register."""
        return self._acting(Absence.MADE)

    def desk_to_rebuild(self) -> "Desk":
        """The desk at which a lost register is made anew from what the archive knows."""
        return self._acting(Absence.REBUILT)

    def with_copies(
        self, desk: "Desk", *, wanted: bool | None, chosen: bool | None = None
    ) -> "Copying":
        """The desk with what makes PDF copies, as asked for (True, False) or as the machine can (None).

        `chosen` when the work was begun: it holds where nothing is asked for now.
        """
        from vbgen.office.setting.workshops import copying_desk

        return copying_desk(
            self.own_workspace,
            self.surroundings.environ,
            desk,
            self.surroundings.tell,
            wanted=wanted,
            chosen=chosen,
        )

    def state_of(self, campaign: Path, desk: "Desk") -> str:
        """What papers of a campaign come from, as it is now: its files, templates, settings, the journal, the day."""
        return state_of(*self._sources(campaign, desk.register.head))

    def glance_at(self, campaign: Path, registered: Sequence[object]) -> str:
        """The same without reading the files: enough to show what was made before, not to issue by.

        `registered` is what counts of the register.
        """
        return glance_at(*self._sources(campaign, registered))

    def _sources(
        self, campaign: Path, registered: Sequence[object]
    ) -> tuple[Sequence[Path], Sequence[Path], Sequence[object]]:
        workspace = self.own_workspace
        own = [workspace.root] if workspace.root else []
        folders = (campaign, *workspace.library.folders, *(root / LAW for root in own))
        files = (*(root / SETTINGS for root in own), *filter(None, (workspace.emblem,)))
        return folders, files, (*registered, self.today, current_language())

    def state_of_file(self, path: Path, desk: "Desk") -> str:
        """What comes of a file and the register, as they are now."""
        return state_of((), (path,), (*desk.register.head, self.today, current_language()))

    def remembered(self, state: object, make: Callable[[], KeptT]) -> KeptT:
        """What was made in that state, made once: an act that follows its preparation need not prepare again."""
        if self._memory is None or self._memory[0] != state:
            self._memory = (state, make())
        kept: KeptT = self._memory[1]
        return kept

    def confirm_may_write(self) -> None:
        """Does nothing in an office opened for acting; UsageError in one opened for looking."""
        if not self.may_write:
            message = _("Sổ chỉ đang được mở để xem; việc này cần ghi vào sổ nên chưa làm.")
            raise UsageError(message, (Problem("opened-for-looking", message),))

    def _acting(self, absent: Absence) -> "Desk":
        self.confirm_may_write()
        return self._kept(absent.name, or_empty=False)

    def _kept(self, how: str, *, or_empty: bool) -> "Desk":
        key = (how, or_empty)
        if key not in self._desks:
            desk = self._opened(how, or_empty=or_empty)
            self._closing.callback(desk.register.close)
            self._desks[key] = desk
        return self._desks[key]

    def _opened(self, how: str, *, or_empty: bool) -> "Desk":
        from vbgen.office.setting.stores import Actor, desk_at, looking_desk

        environ = self.surroundings.environ
        actor = Actor(self.surroundings.who, self.surroundings.clock)
        if how == "look":
            return looking_desk(self.own_workspace, environ, actor, or_empty=or_empty)
        return desk_at(self.own_workspace, environ, actor, Absence[how])
