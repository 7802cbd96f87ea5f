"""Rows cut into chunks, and pieces halved until the rows at fault stand alone."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runs.batch_papers import row
from vbgen.pages.runs.chunk import MOST, BatchRow, Chunk, chunk_size, chunks, halved_until_good
from vbgen.pages.runs.progress import Progress


def digests(members: Sequence[BatchRow]) -> list[str]:
    return [repr(sorted(member.values.items())) for member in members]


def cut(count: int, size: int, **changes: str) -> list[Chunk]:
    return list(chunks((row(number, **changes) for number in range(count)), size, digests))


def test_chunks_hold_all_rows_in_their_order() -> None:
    made = cut(7, 3)
    assert [[member.key for member in chunk.rows] for chunk in made] == [
        ["r0", "r1", "r2"],
        ["r3", "r4", "r5"],
        ["r6"],
    ]
    assert [chunk.number for chunk in made] == [0, 1, 2]


def test_the_key_follows_from_what_the_rows_say() -> None:
    assert [chunk.key for chunk in cut(7, 3)] == [chunk.key for chunk in cut(7, 3)]
    assert not {chunk.key for chunk in cut(7, 3)} & {chunk.key for chunk in cut(7, 3, merit="khác")}


def test_settings_change_every_key() -> None:
    rows = [row(0)]
    assert (
        next(chunks(rows, 1, digests)).key
        != next(chunks(rows, 1, digests, settings="PDF/A-3b")).key
    )


def test_a_longer_list_keeps_the_chunks_before_its_end() -> None:
    assert [chunk.key for chunk in cut(9, 3)][:3] == [chunk.key for chunk in cut(12, 3)][:3]


@given(st.integers(1, 60), st.integers(1, 20), st.sets(st.integers(0, 59)))
def test_bad_rows_are_found_alone_and_all_others_are_made(
    count: int, size: int, bad: set[int]
) -> None:
    asked: list[range] = []

    def attempt(ranges: Sequence[range]) -> Mapping[range, str]:
        asked.extend(ranges)
        return {each: "tràn trang" for each in ranges if bad & set(each)}

    pieces = [range(start, min(start + size, count)) for start in range(0, count, size)]
    good, lost = halved_until_good(pieces, attempt)
    assert set(lost) == {number for number in bad if number < count}
    assert [number for each in good for number in each] == [
        n for n in range(count) if n not in lost
    ]
    assert all(asked.count(range(number, number + 1)) == 2 for number in lost)


def test_what_fails_once_is_made_the_second_time() -> None:
    tries: list[range] = []

    def attempt(ranges: Sequence[range]) -> Mapping[range, str]:
        tries.extend(ranges)
        return {each: "sập" for each in ranges if tries.count(each) == 1}

    assert halved_until_good([range(1)], attempt) == ([range(1)], {})


@pytest.mark.parametrize(
    ("progress", "rate", "left"),
    [
        (Progress(0, 100, 0, 1.0), 0.0, None),
        (Progress(50, 100, 50, 2.0), 25.0, 2.0),
        (Progress(60, 100, 20, 4.0), 5.0, 8.0),  # forty were done before
        (Progress(100, 100, 0, 0.0), 0.0, None),
    ],
)
def test_progress_tells_rate_and_time_left(
    progress: Progress, rate: float, left: float | None
) -> None:
    assert (progress.per_second, progress.seconds_left) == (rate, left)
    assert progress.as_event() == {
        "event": "progress",
        "done": progress.done,
        "total": 100,
        "per_second": rate,
        "seconds_left": left,
    }


@given(st.integers(1, 200_000))
def test_chunks_are_about_equal_and_never_too_large(count: int) -> None:
    size = chunk_size(count)
    number = -(-count // size)
    last = count - (number - 1) * size
    assert 1 <= size <= MOST
    assert size - last < number
    assert number >= min(8, -(-count // 100)) - 1


@pytest.mark.parametrize(
    ("count", "size"), [(0, 1), (1, 1), (100, 100), (120, 60), (1200, 150), (10_000, 1000)]
)
def test_a_run_has_chunks_for_a_few_workers(count: int, size: int) -> None:
    assert chunk_size(count) == size
