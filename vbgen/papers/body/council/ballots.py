"""How the council voted: name by name, on all of one title or form, or on the whole list at once."""

from dataclasses import dataclass

from vbgen.papers.body.honour_entry import HonourEntry, HonourGroup
from vbgen.words.numbers import percent_of


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote that counts for one nomination; the share is of all voting members, present or not."""

    entry: HonourEntry
    votes_for: int
    votes_against: int
    members: int
    not_voting: int  # who came and cast no vote on it
    is_carried: (
        bool  # whether the honour's threshold is reached; more than half where the law names none
    )

    @property
    def share(self) -> str:
        """`92,3%`."""
        return percent_of(self.votes_for, self.members)

    @property
    def verdict(self) -> str:
        """`Thông qua` or `Không thông qua`."""
        return "Thông qua" if self.is_carried else "Không thông qua"


@dataclass(frozen=True, slots=True)
class BallotGroup:
    """Ballots by name on one honour for one kind of subject."""

    group: HonourGroup
    ballots: tuple[Ballot, ...]

    @property
    def title(self) -> str:
        """The group's title."""
        return self.group.title


@dataclass(frozen=True, slots=True)
class Poll:
    """One vote on several nominations at once, with each of them as a ballot."""

    number: int
    title: str  # "Giấy khen", "Cả danh sách đề nghị"
    count: str  # "03 tập thể và 20 cá nhân": on how many it was
    ballots: tuple[Ballot, ...]

    @property
    def one(self) -> Ballot:
        """The figures, which are the same for each of them."""
        return self.ballots[0]

    @property
    def verdict(self) -> str:
        """`Thông qua`; of honours with different thresholds, those that are carried."""
        carried = [ballot for ballot in self.ballots if ballot.is_carried]
        if 0 < len(carried) < len(self.ballots):
            names = dict.fromkeys(ballot.entry.honour.quoted for ballot in carried)
            return f"Chỉ thông qua {', '.join(names)}"
        return self.one.verdict
