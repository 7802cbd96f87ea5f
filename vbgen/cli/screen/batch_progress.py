"""How far a big run has come: a bar with rate and time left on a terminal, or one JSON value a line."""

import json
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from vbgen.cli.screen.show import Screen, Step
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from vbgen.office import PaperProgress, PaperStage
    from vbgen.pages.runs.progress import Progress


@contextmanager
def batch_progress(screen: Screen, what: str) -> "Iterator[Callable[[Progress], object]]":
    """Takes what a run tells of itself.

    With `--json` each telling is a line on standard error, beside the one value on standard output; where there is
    no terminal, nothing is shown.
    """
    if screen.as_json:
        yield lambda progress: click.echo(
            json.dumps(progress.as_event(), ensure_ascii=False), err=True
        )
    elif sys.stderr.isatty():
        shown = _Shown(what)
        try:
            yield shown
        finally:
            shown.stop()
    else:
        yield lambda _progress: None


@contextmanager
def office_progress(screen: Screen, what: str) -> "Iterator[Callable[[Progress], object]]":
    """Takes what the office tells: of papers, a bar for each stage on a terminal; of big runs as `batch_progress`."""
    from vbgen.office import PaperProgress

    with ExitStack() as bars, batch_progress(screen, what) as big:
        papers = _Papers(screen, bars)

        def tell(progress: "Progress") -> None:
            if isinstance(progress, PaperProgress):
                papers(progress)
            else:
                big(progress)

        yield tell


class _Papers:
    """A bar for each stage, there from its first paper."""

    def __init__(self, screen: Screen, bars: ExitStack) -> None:
        self._screen, self._bars = screen, bars
        self._steps: dict[PaperStage, tuple[ExitStack, Step]] = {}
        self._done: dict[PaperStage, int] = {}

    def __call__(self, progress: "PaperProgress") -> None:
        bar, step = self._bar(progress)
        for _paper in range(self._done.get(progress.stage, 0), progress.done):
            step()
        self._done[progress.stage] = max(progress.done, self._done.get(progress.stage, 0))
        for sentence in progress.said if not self._screen.as_json else ():
            click.echo(sentence, err=True)
        if progress.done == progress.total:
            bar.close()

    def _bar(self, progress: "PaperProgress") -> tuple[ExitStack, Step]:
        if progress.stage not in self._steps:
            bar = self._bars.enter_context(ExitStack())
            step = bar.enter_context(self._screen.progress(_stage(progress.stage), progress.total))
            self._steps[progress.stage] = (bar, step)
        return self._steps[progress.stage]


def _stage(stage: "PaperStage") -> str:
    from vbgen.office import PaperStage

    words = {
        PaperStage.DRAFTING: _("Đang soạn văn bản"),
        PaperStage.CONVERTING: _("Đang chuyển sang PDF"),
        PaperStage.PRINTING: _("Đang in"),
    }
    return words[stage]


class _Shown:
    """The bar, there from the first telling to the last."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __call__(self, progress: "Progress") -> None:
        if self._bar is None or self._task is None:
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task(self._what, rate="")
        rate = _("{rate} tờ/giây", rate=f"{progress.per_second:.0f}") if progress.per_second else ""
        left = progress.seconds_left
        words = [rate, _("còn {time}", time=_clock(left)) if left else ""]
        self._bar.update(
            self._task,
            completed=progress.done,
            total=progress.total,
            rate=", ".join(filter(None, words)),
        )
        if progress.done == progress.total:
            self.stop()

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
        self._bar = self._task = None


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(
        *columns, TextColumn("{task.fields[rate]}"), console=Console(stderr=True), transient=True
    )


def _clock(seconds: float) -> str:
    """`1:05` for 65 seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
