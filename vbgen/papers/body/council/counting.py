"""Votes counted: which of them holds for each proposal, and whether it carries it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.council import Vote
from vbgen.papers.body.council.ballots import Ballot, BallotGroup, Poll
from vbgen.papers.body.council.cast_votes import CastVotes, cast_votes
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.body.honour_list import HonourList
from vbgen.words.numbers import count_of

_WHOLE_LIST = "Cả danh sách đề nghị"
_THE_REST = "Các đề nghị còn lại"


@dataclass(frozen=True, slots=True)
class Tally:
    """Who counts for a vote, and by which law it is judged."""

    members: int
    casting: int  # valid ballots; by hand who came or sent a vote in writing
    law: LawOfDay

    def ballot(self, entry: HonourEntry, vote: Vote) -> Ballot:
        """One nomination under one vote."""
        carried = self.law.carries(entry.honour, Fraction(vote.votes_for, self.members))
        silent = vote.abstained or max(0, self.casting - vote.votes_for - vote.votes_against)
        return Ballot(entry, vote.votes_for, vote.votes_against, self.members, silent, carried)


@dataclass(frozen=True, slots=True)
class CountedVotes:
    """Every vote on the proposals of a phase."""

    groups: tuple[BallotGroup, ...]  # by name
    polls: tuple[Poll, ...]  # together


def outcome(campaign: Campaign, phase: int, proposed: HonourList, tally: Tally) -> CountedVotes:
    """How each of the proposals fared; those that nobody voted on stand in neither."""
    cast = cast_votes(campaign.votes, phase, lambda name: tally.law.honour(name).name)
    return CountedVotes(
        tuple(_by_name(proposed, cast, tally)), tuple(_together(proposed, cast, tally))
    )


def _by_name(proposed: HonourList, cast: CastVotes, tally: Tally) -> Iterator[BallotGroup]:
    for group in proposed.groups:
        found = [(one, cast.by_name(one.nominee.id, one.honour.name)) for one in group.entries]
        ballots = tuple(tally.ballot(one, vote[1]) for one, vote in found if vote)
        if ballots:
            yield BallotGroup(group, ballots)


def _together(proposed: HonourList, cast: CastVotes, tally: Tally) -> Iterator[Poll]:
    polled: dict[int, list[tuple[str, Ballot]]] = {}
    votes: dict[int, Vote] = {}
    for noun, one in _with_nouns(proposed):
        case = one.nominee.id, one.honour.name
        if not cast.by_name(*case) and (found := cast.on(*case)):
            votes[found[0]] = found[1]
            polled.setdefault(found[0], []).append((noun, tally.ballot(one, found[1])))
    others = len(proposed.entries) - max(map(len, polled.values()), default=0)
    for number, (row, ballots) in enumerate(sorted(polled.items()), 1):
        yield _poll(number, votes[row], ballots, is_rest=others > 0)


def _with_nouns(proposed: HonourList) -> Iterator[tuple[str, HonourEntry]]:
    yield from ((group.noun, one) for group in proposed.groups for one in group.entries)


def _poll(number: int, vote: Vote, found: list[tuple[str, Ballot]], *, is_rest: bool) -> Poll:
    counts = Counter(noun for noun, _ballot in found)
    whole = _THE_REST if is_rest else _WHOLE_LIST
    title = found[0][1].entry.honour.name if vote.award else whole
    counted = count_of(*((many, noun) for noun, many in counts.items()))
    return Poll(number, title, counted, tuple(ballot for _noun, ballot in found))
