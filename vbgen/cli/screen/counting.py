"""A bar for long work of which the office tells how much is done."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from vbgen.cli.screen.show import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbgen.office import Progress


@contextmanager
def counted(screen: Screen, what: str) -> "Iterator[Callable[[Progress], None]]":
    """A bar in hundredths, since the whole is known only when the work has begun."""
    with screen.progress(what, 100) as step:
        shown = 0

        def move(progress: "Progress") -> None:
            nonlocal shown
            hundredths = progress.done * 100 // max(progress.total, 1)
            for _hundredth in range(shown, hundredths):
                step()
            shown = max(shown, hundredths)

        yield move
