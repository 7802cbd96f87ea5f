"""Whom and what each vote decides on, whether it was cast by name, on one title or form, or on the whole list."""

from collections.abc import Iterator

from vbgen.law.honour import Honour
from vbgen.model.council import Vote
from vbgen.office.checks.case import Case
from vbgen.papers.body.council.cast_votes import CastVotes, cast_votes


def votes_cast(case: Case) -> Iterator[tuple[int, Vote, str, Honour]]:
    """Each vote with whom and what it decides on: one by name as it stands, one on several with each of them."""
    for row, vote in enumerate(case.campaign.votes):
        if vote.nominee and (honour := case.honour(vote.award)):
            yield row, vote, vote.nominee, honour
    yield from _together(case)


def _together(case: Case) -> Iterator[tuple[int, Vote, str, Honour]]:
    cast = {phase: _votes_of(case, phase) for phase in case.phases}
    for nomination in case.campaign.nominations:
        honour = case.honour(nomination.award)
        if honour and nomination.phase in cast:
            found = cast[nomination.phase].on(nomination.nominee, honour.name)
            if found and not _is_by_name(found[1]):
                yield *found, nomination.nominee, honour


def _is_by_name(vote: Vote) -> bool:
    return bool(vote.nominee and vote.award)


def _votes_of(case: Case, phase: int) -> CastVotes:
    def named(award: str) -> str:
        found = case.honour(award)
        return found.name if found else award

    return cast_votes(case.campaign.votes, phase, named)
