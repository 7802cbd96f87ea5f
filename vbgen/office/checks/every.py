"""Every check, in the order in which an officer goes through a dossier."""

from collections.abc import Callable, Iterator

from vbgen.office.checks import (
    ballots,
    caps,
    changes,
    duplicates,
    grounds,
    hints,
    money,
    moves,
    names,
    notice,
    notice_wording,
    people,
    powers,
    prerequisites,
    regimes,
    shares,
    signers,
    targets,
    unproved,
    votes,
)
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding

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
    people.check,
    signers.check,
    moves.check,
    changes.check,
    ballots.check,
    votes.check,
    notice.check,
    notice_wording.check,
    grounds.check,
    shares.check,
    money.check,
    hints.check,
)


def findings(case: Case) -> tuple[Finding, ...]:
    """What every check finds, in order."""
    return tuple(finding for check in CHECKS for finding in check(case))
