"""Papers planned kind by kind and phase by phase: a row that stops one paper stops no other."""

from collections.abc import Sequence
from pathlib import Path

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.papers.body.council.impossible import impossible_counts
from vbgen.papers.body.quotas import impossible_targets
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.known_honours import PlaceOf, refuse_unread, row_of
from vbgen.papers.papers import Agenda, StoppedPapers, agenda

_PRINTED = {
    "votes": {"meetings", "tellers"},
    "meetings": {"meetings", "tellers"},
    "quotas": {"launch", "report_paragraphs"},
    "quota_results": {"report_paragraphs"},
}  # table of a count → tables by which the papers are known that print it


def agenda_apart(  # noqa: PLR0913 - what papers are planned from
    campaign: Campaign,
    kinds: Sequence[Kind],
    *,
    phase: int | None,
    law: LawOfDay,
    place_of: PlaceOf | None = None,
    emblem: Path | None = None,
    expected: bool = False,
    known: KnownPapers = NOTHING_KNOWN,
) -> Agenda:
    """What `agenda` gives, with the papers that cannot be planned told beside the others."""
    found: list[Agenda] = []
    for kind in kinds:
        for number in _asked_apart(campaign, kind, phase, law):
            try:
                refuse_unread(campaign, [kind], number, law, place_of)
                _refuse_impossible(campaign, kind, number, place_of)
                found.append(
                    agenda(
                        campaign,
                        [kind],
                        phase=number,
                        law=law,
                        emblem=emblem,
                        expected=expected,
                        known=known,
                    )
                )
            except ProblemsFoundError as fault:
                found.append(Agenda((), (), (StoppedPapers(kind.id, number, fault),)))
    return _joined(found)


def _joined(found: Sequence[Agenda]) -> Agenda:
    """All papers of several agendas; what several note is noted once."""
    notes = dict.fromkeys(note for each in found for note in each.notes)
    return Agenda(
        tuple(scene for each in found for scene in each.scenes),
        tuple(notes),
        tuple(stopped for each in found for stopped in each.stopped),
    )


def _asked_apart(
    campaign: Campaign, kind: Kind, phase: int | None, law: LawOfDay
) -> list[int | None]:
    """The phases in which a kind is planned apart from the others; all at once where nothing stops it."""
    if phase is not None or kind.per == "campaign":
        return [phase]
    try:
        refuse_unread(campaign, [kind], None, law)
        _refuse_impossible(campaign, kind, None)
    except ProblemsFoundError:
        return [each.number for each in campaign.each_phase]
    return [None]


def _refuse_impossible(
    campaign: Campaign, kind: Kind, phase: int | None, place_of: PlaceOf | None = None
) -> None:
    """ProblemsFoundError where a paper of that kind would print a count that cannot be."""
    tables = {kind.needs, *kind.comes_with}
    counts = (*impossible_targets(campaign), *impossible_counts(campaign))
    found = [each for each in counts if tables & _PRINTED[each.table]]
    at = place_of or row_of
    problems = tuple(
        Problem(each.code, each.message, at(each.table, each.row, each.field), hint=each.hint)
        for each in found
        if _is_of(getattr(campaign, each.table)[each.row], phase)
    )
    if problems:
        raise ProblemsFoundError(_("Có {count} số không thể có.", count=len(problems)), problems)


def _is_of(row: Record, phase: int | None) -> bool:
    return phase is None or getattr(row, "phase", phase) == phase
