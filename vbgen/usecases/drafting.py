"""Drafting: from a campaign to the Word files of its papers, without numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vbgen.docx import Fragments, Template
from vbgen.files import write_all
from vbgen.forms import resize
from vbgen.kinds.certificates import Certificate, misfit_problems
from vbgen.kinds.context import context
from vbgen.kinds.kind import Kind
from vbgen.kinds.library import Library
from vbgen.kinds.papers import Agenda, agenda
from vbgen.kinds.scene import Scene
from vbgen.law.rulebook import Rulebook
from vbgen.model.agency import SizeSet
from vbgen.model.campaign import Campaign
from vbgen.model.document import Draft
from vbgen.wording.filters import filters

SMALL_SIZES = {"NationalName": 12, "Motto": 13, "PlaceDate": 13}  # Nghị định 30/2020, Phụ lục I, Mục V, note


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
        today: date,
        emblem: Path | None = None,
        rules: Rulebook | None = None,
    ) -> Agenda:
        """The papers to draft: of the named kinds, or of all; UsageError for a name or phase that there is not."""
        found = [self.library.find(name) for name in kinds or self.library.names()]
        chosen = [kind for kind in found if kinds or kind.is_drafted]
        return agenda(campaign, chosen, phase=phase, today=today, emblem=emblem, rules=rules)

    def drafts(self, planned: Agenda) -> Iterator[Draft]:
        """Each planned paper, rendered; TemplateError or ProblemsFoundError at the first that cannot be."""
        for scene in planned.scenes:
            yield self._draft(scene)

    def template(self, kind: Kind, sizes: SizeSet = SizeSet.LARGE) -> Template:
        """The compiled template of a kind, with the agency's size set."""
        key = (str(kind.template), sizes)
        if key not in self._templates:
            self._templates[key] = self._opened(kind, sizes)
        return self._templates[key]

    def _opened(self, kind: Kind, sizes: SizeSet) -> Template:
        source = kind.template.read_bytes()
        if sizes is SizeSet.SMALL:
            source = resize(source, SMALL_SIZES)
        fragments = Fragments(self.library.fragments())
        return Template.open(source, name=str(kind.template), fragments=fragments, filters=filters())

    def _draft(self, scene: Scene) -> Draft:
        template = self.template(scene.kind, scene.campaign.agency.size_set)
        values = context(scene, names_of(template))
        made = values.get("certificates", ())
        certificates = [entry for entry in made if isinstance(entry, Certificate)] if isinstance(made, tuple) else []
        return Draft(
            kind=scene.kind.id,
            variant=scene.variant.id,
            phase=scene.phase.number if scene.phase else None,
            docx=template.render(values),
            problems=tuple(misfit_problems(certificates)),
        )


def names_of(template: Template) -> frozenset[str]:
    """The names that a template asks its data for, without what stands behind their first dot."""
    return frozenset(re.split(r"[.\[]", field.path, maxsplit=1)[0] for field in template.fields())


def keep(draft: Draft, folder: Path) -> Path:
    """Write a draft to `folder`, whole or not at all; its file."""
    return keep_all([draft], folder)[0]


def keep_all(drafts: Iterable[Draft], folder: Path) -> list[Path]:
    """Write drafts to `folder`, all or none; their files."""
    files = {folder / f"{draft.stem}.docx": draft.docx for draft in drafts}
    write_all(files)
    return list(files)
