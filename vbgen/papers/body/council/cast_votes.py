"""Which vote counts for a proposal: one by name, else one on all of its title or form, else one on the whole list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vbgen.model.council import Vote


@dataclass(frozen=True, slots=True)
class CastVotes:
    """The votes of one phase: nominee and honour → row and vote; an empty word stands for any."""

    by_case: Mapping[tuple[str, str], tuple[int, Vote]]

    def by_name(self, nominee: str, honour: str) -> tuple[int, Vote] | None:
        """The vote on one nominee; None where nobody voted by name."""
        return self._first((nominee, honour), (nominee, ""))

    def on(self, nominee: str, honour: str) -> tuple[int, Vote] | None:
        """The vote that counts for a proposal; None where there was none."""
        return self.by_name(nominee, honour) or self._first(("", honour), ("", ""))

    def together(self) -> Iterator[Vote]:
        """The votes on several proposals at once, as they were entered."""
        yield from (
            vote for (nominee, _honour), (_row, vote) in self.by_case.items() if not nominee
        )

    def _first(self, *cases: tuple[str, str]) -> tuple[int, Vote] | None:
        return next((self.by_case[case] for case in cases if case in self.by_case), None)


def cast_votes(votes: Iterable[Vote], phase: int, named: Callable[[str], str]) -> CastVotes:
    """The votes of a phase; `named` gives an honour's own name for any accepted spelling."""
    found = {
        (vote.nominee, named(vote.award) if vote.award else ""): (row, vote)
        for row, vote in enumerate(votes)
        if vote.phase == phase
    }
    return CastVotes(found)
