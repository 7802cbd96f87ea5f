"""Drafting: from a campaign to the Word files of its papers, without numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vbgen.errors import Problem, VbgenError
from vbgen.law.rulebook import LawOfDay
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.model.document import Draft
from vbgen.office.making.bodies import body_of, told_of
from vbgen.office.making.paper_making import paper_for, paper_to_make
from vbgen.office.making.taken_over import changed_since
from vbgen.office.making.template_look import looked_at
from vbgen.outputs import write_outputs, write_own
from vbgen.papers.asked import AskedPapers
from vbgen.papers.certificate.certificates import misfit_problems, unprintable_problems
from vbgen.papers.certificate.emblem import emblem_problems, paper_problems
from vbgen.papers.certificate.lettering import lettering_problems
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.known_honours import PlaceOf
from vbgen.papers.kinds.library import Library
from vbgen.papers.long_place import long_place_problems
from vbgen.papers.papers import Agenda
from vbgen.papers.planned_apart import agenda_apart
from vbgen.papers.scene import Scene
from vbgen.word.soundness.soundness import refuse_unsound


@dataclass(frozen=True, slots=True)
class Drafter:
    """Writes drafts."""

    library: Library
    place_of: PlaceOf | None = None  # a value's cell, for who knows the files

    def plan(
        self,
        campaign: Campaign,
        kinds: Sequence[str],
        *,
        phase: int | None,
        law: LawOfDay,
        emblem: Path | None = None,
        known: KnownPapers = NOTHING_KNOWN,
    ) -> Agenda:
        """The papers to draft: of the named kinds, or of all; UsageError for a name or phase that there is not.

        What a row stops is left apart; the refusal of it all where nothing else is planned.
        """
        asked, chosen = AskedPapers(tuple(kinds)), self.chosen(campaign, kinds)
        planned = agenda_apart(
            campaign,
            chosen,
            phase=phase,
            law=law,
            place_of=self.place_of,
            emblem=emblem,
            expected=not kinds,
            known=known,
        )
        if planned.stopped and not planned.scenes:
            raise joined([each.why for each in planned.stopped])
        return replace(planned, scenes=asked.chosen(planned.scenes))

    def chosen(self, campaign: Campaign, kinds: Sequence[str]) -> list[Kind]:
        """The named kinds, or all that may come of the campaign; UsageError for a name that there is not."""
        names = AskedPapers(tuple(kinds)).kinds or self.library.names()
        found = map(self.library.find, names)
        return [kind for kind in found if kinds or _may_come(kind, campaign)]

    def drafts(self, planned: Agenda) -> Iterator[Draft]:
        """Each planned paper, rendered; TemplateError or ProblemsFoundError at the first that cannot be."""
        for scene in planned.scenes:
            yield self.draft(scene)

    def draft(self, scene: Scene) -> Draft:
        """One paper, rendered from its values as they would be stored; TemplateError where Word would not open it."""
        made, body = paper_to_make(scene, self.library), body_of(scene)
        draft = Draft(
            kind=scene.kind.id,
            variant=scene.variant.id,
            phase=scene.phase.number if scene.phase else None,
            docx=(docx := made.docx()),
            problems=(
                *(told_of(body, docx) if body else ()),
                *looked_at(paper_for(scene, self.library)).of_its_papers,
                *changed_since(scene, self.library),
                *long_place_problems(scene),
                *unprintable_problems(made.certificates),
                *lettering_problems(scene),
                *misfit_problems(made.certificates),
                *emblem_problems(scene),
                *paper_problems(scene),
            ),
        )
        refuse_unsound(draft.docx, f"{draft.stem}.docx")
        return draft


def joined(refused: Sequence[VbgenError]) -> VbgenError:
    """The first refusal, with the problems of all."""
    first = refused[0]
    if len(refused) == 1:
        return first
    return type(first)(first.message, tuple(of_refusals(refused)), first.ways)


def of_refusals(refused: Iterable[VbgenError]) -> Iterator[Problem]:
    """Each once, whichever papers it stops."""
    yield from dict.fromkeys(each for fault in refused for each in fault.as_problems())


def _may_come(kind: Kind, campaign: Campaign) -> bool:
    """Whether a paper of the kind is expected: laid out from data, typed in Word, or named among the papers."""
    rows = (plan.kind.partition("/")[0] for plan in campaign.papers)
    return kind.is_drafted and (kind.lays_out or bool(kind.bodies) or kind.id in rows)


def keep(draft: Draft, folder: Path) -> Path:
    """Write a draft to `folder`, whole or not at all; its file."""
    return keep_all([draft], folder)[0]


def keep_all(
    drafts: Iterable[Draft],
    folder: Path,
    *,
    chosen: bool = False,
    aside: Callable[[Path], object] = lambda _path: None,
) -> list[Path]:
    """Write drafts to `folder`, all or none; their files.

    A draft that was changed by hand is kept beside, and `aside` told its new name; in a folder that somebody has
    chosen, OutputError instead.
    """
    files = {folder / f"{draft.stem}.docx": draft.docx for draft in drafts}
    if chosen:
        write_outputs(files)
    else:
        for path in write_own(files):
            aside(path)
    return list(files)
