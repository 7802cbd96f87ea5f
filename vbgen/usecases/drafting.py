"""Drafting: from a campaign to the Word files of its papers, without numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.docx import Fragments, Template
from vbgen.files import write_all
from vbgen.kinds.certificates import Certificate, misfit_problems, unprintable_problems
from vbgen.kinds.context import context
from vbgen.kinds.kind import Kind
from vbgen.kinds.library import Library
from vbgen.kinds.papers import Agenda, agenda
from vbgen.kinds.scene import Scene
from vbgen.law.rulebook import LawOfDay
from vbgen.model.agency import SizeSet
from vbgen.model.campaign import Campaign
from vbgen.model.document import Draft
from vbgen.usecases.batching import word_print_file
from vbgen.usecases.certificate_rows import certificate_batch, certificates_in
from vbgen.usecases.template_source import names_of, template_source
from vbgen.wording.filters import filters


@dataclass(frozen=True, slots=True)
class Drafter:
    """Writes drafts; each kind's template is compiled once."""

    library: Library
    _templates: dict[tuple[str, SizeSet], Template] = field(default_factory=dict)

    def plan(
        self,
        campaign: Campaign,
        kinds: Sequence[str],
        *,
        phase: int | None,
        law: LawOfDay,
        emblem: Path | None = None,
    ) -> Agenda:
        """The papers to draft: of the named kinds, or of all; UsageError for a name or phase that there is not."""
        found = [self.library.find(name) for name in kinds or self.library.names()]
        chosen = [kind for kind in found if kinds or kind.is_drafted]
        return agenda(campaign, chosen, phase=phase, law=law, emblem=emblem)

    def drafts(self, planned: Agenda) -> Iterator[Draft]:
        """Each planned paper, rendered; TemplateError or ProblemsFoundError at the first that cannot be."""
        for scene in planned.scenes:
            yield self.draft(scene)

    def template(self, kind: Kind, sizes: SizeSet = SizeSet.LARGE) -> Template:
        """The compiled template of a kind, with the agency's size set."""
        key = (str(kind.template), sizes)
        if key not in self._templates:
            self._templates[key] = self._opened(kind, sizes)
        return self._templates[key]

    def _opened(self, kind: Kind, sizes: SizeSet) -> Template:
        source, fragments = template_source(kind, sizes), Fragments(self.library.fragments())
        return Template.open(source, name=str(kind.template), fragments=fragments, filters=filters())

    def draft(self, scene: Scene) -> Draft:
        """One paper, rendered."""
        docx, certificates = self._certificates(scene) if scene.kind.page_filling else (self._paper(scene), [])
        return Draft(
            kind=scene.kind.id,
            variant=scene.variant.id,
            phase=scene.phase.number if scene.phase else None,
            docx=docx,
            problems=(*unprintable_problems(certificates), *misfit_problems(certificates)),
        )

    def _paper(self, scene: Scene) -> bytes:
        template = self.template(scene.kind, scene.campaign.agency.size_set)
        return template.render(context(scene, names_of(template)))

    def _certificates(self, scene: Scene) -> tuple[bytes, list[Certificate]]:
        """All certificates as one print file, and what each of them says."""
        batch = certificate_batch(scene, self.library, made_on=None)
        docx = word_print_file(batch) if batch.rows else self._paper(scene)
        return docx, certificates_in(batch)


def keep(draft: Draft, folder: Path) -> Path:
    """Write a draft to `folder`, whole or not at all; its file."""
    return keep_all([draft], folder)[0]


def keep_all(drafts: Iterable[Draft], folder: Path) -> list[Path]:
    """Write drafts to `folder`, all or none; their files."""
    files = {folder / f"{draft.stem}.docx": draft.docx for draft in drafts}
    write_all(files)
    return list(files)
