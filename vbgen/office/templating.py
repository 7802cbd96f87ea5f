"""Looking at templates: their faults, the names they use, and proof that what they print arrives."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import Problem, TemplateError
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.template_source import names_of
from vbgen.office.stored.paper import PaperValues
from vbgen.papers.context import context
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.papers import agenda
from vbgen.papers.reference import known, names
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Field, Fragments, Template
from vbgen.words.filters import filters


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name that a template uses, with what a clerk calls it and where it stands."""

    path: str
    title: str
    places: tuple[str, ...]


def faults(drafter: Drafter, kind: Kind) -> tuple[Problem, ...]:
    """Every fault of a kind's template: tags, and names that no data has."""
    try:
        return drafter.template(kind).check(known())
    except TemplateError as fault:
        return fault.problems


def file_faults(drafter: Drafter, path: Path) -> tuple[Problem, ...]:
    """Every fault of a Word file as a template; UnreadableFileError for a file that is refused."""
    try:
        return _open(drafter, path).check(known())
    except TemplateError as fault:
        return fault.problems


def losses(drafter: Drafter, kind: Kind, campaign: Campaign, law: LawOfDay) -> Iterator[Problem]:
    """What a kind's papers cannot print, values that they were to show and do not, and why Word would not open them.

    Each paper of the campaign is rendered and read back.
    """
    template = drafter.template(kind, campaign.agency.size_set)
    for scene in agenda(campaign, [kind], phase=None, law=law).scenes:
        values = PaperValues(context(scene, names_of(template))).as_read().values
        try:
            proved = template.render_with_proof(values)
        except TemplateError as fault:
            yield from fault.problems
            continue
        yield from template.verify(proved.document, proved.shown)
        yield from unsound(proved.document, template.name)


def used_names(drafter: Drafter, kind: Kind) -> list[UsedName]:
    """The names that a kind's template uses, in the order of their first use."""
    titles = {name.path: name.title for name in names()}
    return [_used(field, titles) for field in drafter.template(kind).fields()]


def _used(field: Field, titles: dict[str, str]) -> UsedName:
    return UsedName(
        field.path, titles.get(field.path, ""), tuple(str(place) for place in field.places)
    )


def _open(drafter: Drafter, path: Path) -> Template:
    return Template.open(path, fragments=Fragments(drafter.library.fragments()), filters=filters())
