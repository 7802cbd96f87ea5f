"""Looking at templates: their faults, the names they use, and proof that what they print arrives."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import Problem, TemplateError
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.vocabulary import Vocabulary
from vbgen.office.making.drafting import Drafter
from vbgen.office.making.template_source import names_of
from vbgen.office.stored.paper import PaperValues
from vbgen.papers.context import context
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.reference import Name, known, names
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Field, Fragments, Template
from vbgen.words.filters import filters


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name that a template uses or may use: what a clerk calls it, what it may say, and where it stands."""

    path: str
    title: str
    choices: tuple[str, ...] = ()  # of a list; empty for anything else
    places: tuple[str, ...] = ()


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


def usable_names(library: Library, words: Vocabulary) -> list[UsedName]:
    """Every name that a template may use, those of `values` in the declarations of the kinds at hand among them."""
    kinds = [kind for name in library.names() for kind in library.declared(name)[:1]]
    return [UsedName(name.path, name.title, name.choices) for name in names(words, kinds)]


def used_names(drafter: Drafter, kind: Kind, words: Vocabulary) -> list[UsedName]:
    """The names that a kind's template uses, in the order of their first use."""
    told = {name.path: name for name in names(words, [kind])}
    return [_used(field, told.get(field.path)) for field in drafter.template(kind).fields()]


def _used(field: Field, told: Name | None) -> UsedName:
    title, choices = (told.title, told.choices) if told else ("", ())
    return UsedName(field.path, title, choices, tuple(str(place) for place in field.places))


def _open(drafter: Drafter, path: Path) -> Template:
    return Template.open(path, fragments=Fragments(drafter.library.fragments()), filters=filters())
