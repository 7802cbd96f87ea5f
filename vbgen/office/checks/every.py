"""Every check, in the order in which an officer goes through a dossier."""

from collections.abc import Callable, Iterator

from vbgen.office.checks import (
    deadlines,
    decisions,
    frame,
    levels,
    paper_changes,
    registering,
    scoring,
    signers,
)
from vbgen.office.checks.case import Case
from vbgen.office.checks.council import ballots, caps, papers, shares, votes
from vbgen.office.checks.finding import Finding
from vbgen.office.checks.launch import notice, targets, wording
from vbgen.office.checks.law import grounds, hints, money, powers, prerequisites, regimes, unproved
from vbgen.office.checks.people import changes, duplicates, moves, names, same_people

Check = Callable[[Case], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    regimes.check,
    unproved.check,
    names.check,
    powers.check,
    prerequisites.check,
    caps.check,
    targets.check,
    duplicates.check,
    same_people.check,
    signers.check,
    frame.check,
    moves.check,
    changes.check,
    ballots.check,
    votes.check,
    papers.check,
    notice.check,
    wording.check,
    grounds.check,
    shares.check,
    money.check,
    levels.check,
    decisions.check,
    paper_changes.check,
    deadlines.check,
    registering.check,
    scoring.check,
    hints.check,
)


def findings(case: Case) -> tuple[Finding, ...]:
    """What every check finds, in order."""
    return tuple(finding for check in CHECKS for finding in check(case))
