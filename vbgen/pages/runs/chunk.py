"""Rows of a big run, cut into chunks that can be made anywhere and in any order."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

MOST = 1000  # rows of a chunk: few enough to lose little when a worker is lost
_LEAST = 100  # rows that are worth a worker of their own
_ENOUGH = 8  # chunks for a few workers to share, and for a clerk to see how it goes


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One paper of a run: what it says beside what all of them say."""

    key: str  # the same in every run, and no other row's
    name: str  # what must be read on its first page
    title: str  # of its PDF file
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that are made together; `key` follows from what they say alone."""

    number: int  # from 0, in print order
    key: str
    rows: tuple[BatchRow, ...]


def chunk_size(count: int) -> int:
    """How many of `count` rows go into a chunk: all chunks about equal, enough of them for a few workers.

    It follows from the count alone, so that a run taken up on another machine finds its own chunks again.
    """
    if not count:
        return 1
    wanted = max(-(-count // MOST), min(_ENOUGH, -(-count // _LEAST)))
    return -(-count // wanted)


def chunks(
    rows: Iterable[BatchRow],
    size: int,
    digests: Callable[[Sequence[BatchRow]], Iterable[str]],
    settings: str = "",
) -> Iterator[Chunk]:
    """The rows in chunks of `size`, in their order.

    `digests` tells what each row of a chunk says; `settings` what else changes the result. A row more or less changes
    the keys of its own chunk and of those behind it only.
    """
    left = iter(rows)
    number = 0
    while members := tuple(islice(left, size)):
        said = zip(members, digests(members), strict=True)
        words = [settings, *(f"{row.key} {row.title} {digest}" for row, digest in said)]
        yield Chunk(number, hashlib.sha256("\n".join(words).encode()).hexdigest(), members)
        number += 1


Attempt = Callable[[Sequence[range]], Mapping[range, str]]


def halved_until_good(
    ranges: Sequence[range], attempt: Attempt
) -> tuple[list[range], dict[int, str]]:
    """Which pieces of `ranges` came out well, in order, and why single rows did not.

    `attempt` is given ranges to make and answers with those that failed and why. What failed is halved and tried
    again until the rows at fault stand alone; one that stands alone is tried once more before it is given up.
    """
    good: list[range] = []
    lost: dict[int, str] = {}
    left, is_again = list(ranges), set[range]()
    while left:
        failed = attempt(left)
        good += [each for each in left if each not in failed]
        lost |= {each.start: failed[each] for each in is_again & failed.keys()}
        alone = {each for each in failed.keys() - is_again if len(each) == 1}
        left = [*alone, *chain.from_iterable(_halves(each) for each in failed if len(each) > 1)]
        is_again = alone
    return sorted(good, key=lambda each: each.start), lost


def _halves(whole: range) -> tuple[range, range]:
    middle = (whole.start + whole.stop) // 2
    return range(whole.start, middle), range(middle, whole.stop)
