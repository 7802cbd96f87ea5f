"""What workers are asked for while they are at it already."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from vbgen.office.acts import Answer, Request
from vbgen.web.workroom import Workroom

if TYPE_CHECKING:
    from vbgen.office import Office


@dataclass(frozen=True)
class Counted(Request[Answer]):
    """Writes down that it was done; it says nothing of what it looks at."""

    list: Path

    def carry_out(self, office: "Office") -> Answer:
        assert not office.may_write
        with self.list.open("a", encoding="ascii") as times:
            times.write("done\n")
        time.sleep(1)
        return Answer()


@dataclass(frozen=True)
class CountedAlike(Counted):
    """The same, whose answer comes from nothing but what it says."""

    answers_alike: ClassVar[bool] = True


@pytest.fixture
def workroom(tmp_path: Path) -> Iterator[Workroom]:
    made = Workroom(tmp_path, {}, "Lan")
    yield made
    made.close()


@pytest.mark.parametrize(("request_of", "times"), [(CountedAlike, 1), (Counted, 3)])
def test_what_is_alike_whenever_it_is_done_is_under_way_once(
    workroom: Workroom, tmp_path: Path, request_of: type[Counted], times: int
) -> None:
    wanted = request_of(tmp_path / "list")
    workroom.foresee(wanted, "Lan")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _each: workroom.ask(wanted, "Lan"), range(2)))
    assert answers == [Answer(), Answer()]
    assert wanted.list.read_text("ascii") == "done\n" * times


def test_what_has_ended_is_done_anew(workroom: Workroom, tmp_path: Path) -> None:
    wanted = CountedAlike(tmp_path / "list")
    workroom.ask(wanted, "Lan")
    workroom.ask(wanted, "Lan")
    assert wanted.list.read_text("ascii") == "done\n" * 2
