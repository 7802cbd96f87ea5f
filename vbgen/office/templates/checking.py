"""Looking at templates: their faults, the names they use, and proof that what they print arrives."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, Severity, TemplateError
from vbgen.files import refuse_same
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.vocabulary import Vocabulary
from vbgen.office.acts import Answer, Request
from vbgen.office.making.paper_making import paper_of, paper_of_file
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_look import looked_at
from vbgen.office.making.template_source import PaperLook
from vbgen.office.setting.workspace import shipped_sample
from vbgen.office.stored.paper import PaperValues
from vbgen.outputs import write_output
from vbgen.papers.context import context
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.reference import Name, known, names
from vbgen.word.package.package import file_bytes
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Field

if TYPE_CHECKING:
    from vbgen.office.office import Office
    from vbgen.papers.scene import Scene

_NO_ROWS = "missing-rows"  # what a view says of sheets that have none


@dataclass(frozen=True)
class TemplatesChecked(Answer):
    """The faults of templates, and which were looked at."""

    checked: tuple[str, ...]
    copies: tuple[Path, ...] = ()  # with the faults as comments

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        told: dict[str, object] = {"ok": not self.errors, "checked": list(self.checked)}
        return {**told, "copies": [str(path) for path in self.copies]} if self.copies else told


@dataclass(frozen=True)
class CheckTemplates(Request[TemplatesChecked]):
    """Look for faults in the templates of kinds, or in Word files; every kind's without a name.

    Copies with the faults as Word comments go to a file for one template, to a folder for several.
    """

    what: tuple[str, ...] = ()  # names of kinds, and paths that end in .docx
    verify: bool = False  # fill in with the sample, and prove that every value arrives
    annotate: Path | None = None

    def carry_out(self, office: "Office") -> TemplatesChecked:
        """One after the other, every fault of each."""
        library = office.workspace.library
        named = self.what or tuple(library.names())
        found = {name: tuple(self._faults(office, library, name)) for name in named}
        copies = tuple(
            self._commented(library, name, faults, alone=len(found) == 1)
            for name, faults in found.items()
            if self.annotate is not None
        )
        problems = tuple(problem for faults in found.values() for problem in faults)
        return TemplatesChecked(named, copies, problems=problems)

    def _commented(
        self, library: Library, name: str, faults: Sequence[Problem], *, alone: bool
    ) -> Path:
        """The copy of one template with its faults."""
        from vbgen.office.templates.comments import commented_template

        is_file = name.endswith(".docx")
        source = Path(name) if is_file else library.find(name).template
        target = self.annotate or source
        if not (alone and target.suffix):
            target /= source.name if is_file else f"{name}.docx"
        refuse_same(source, target)
        called = source.name if is_file else str(source)
        write_output(target, commented_template(file_bytes(source), called, faults))
        return target

    def _faults(self, office: "Office", library: Library, name: str) -> Sequence[Problem]:
        if name.endswith(".docx"):
            return file_faults(library, Path(name))
        kind = library.find(name)
        found = faults(library, kind)
        if found or not self.verify:
            return found
        from vbgen.campaign import load_campaign

        sample, law = (
            load_campaign(shipped_sample(), office.words),
            office.workspace.law(office.today),
        )
        return tuple(losses(library, kind, sample.campaign, law))


@dataclass(frozen=True)
class NamesListed(Answer):
    """Names that templates use, or may use."""

    names: "tuple[UsedName, ...]"

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"names": [each.as_json() for each in self.names]}


@dataclass(frozen=True)
class ListTemplateNames(Request[NamesListed]):
    """The names that a kind's template uses; without a kind all that any may use."""

    kind: str | None = None

    def carry_out(self, office: "Office") -> NamesListed:
        """With what a clerk calls each."""
        library = office.workspace.library
        if self.kind is None:
            return NamesListed(tuple(usable_names(library, office.words)))
        kind = library.find(self.kind)
        return NamesListed(tuple(used_names(library, kind, office.words)))


@dataclass(frozen=True, slots=True)
class UsedName:
    """A name that a template uses or may use: what a clerk calls it, what it may say, and where it stands."""

    path: str
    title: str
    choices: tuple[str, ...] = ()  # of a list; empty for anything else
    places: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        row: dict[str, object] = {
            "name": self.path,
            "title": self.title,
            "places": list(self.places),
        }
        return {**row, "choices": list(self.choices)} if self.choices else row


def faults(library: Library, kind: Kind) -> tuple[Problem, ...]:
    """Every fault of a kind's template: tags, and names that no data has."""
    try:
        return paper_of(kind, PaperLook.LARGE, library).in_bounds(_checked)
    except TemplateError as fault:
        return fault.problems


def file_faults(library: Library, path: Path) -> tuple[Problem, ...]:
    """Every fault of a Word file as a template; UnreadableFileError for a file that is refused."""
    try:
        return paper_of_file(file_bytes(path), path.name, library).in_bounds(_checked)
    except TemplateError as fault:
        return fault.problems


def losses(library: Library, kind: Kind, campaign: Campaign, law: LawOfDay) -> Iterator[Problem]:
    """What a kind's papers cannot print, values that they were to show and do not, and why Word would not open them.

    Each paper of the campaign is rendered and read back, but for those of which it says nothing.
    """
    paper = paper_of(kind, PaperLook(campaign.agency.size_set.value), library)
    asked = looked_at(paper).names
    for scene in agenda(campaign, [kind], phase=None, law=law).scenes:
        values = _values_of(scene, asked)
        if values is None:
            continue
        try:
            yield from paper.in_bounds(_losses, values)
        except TemplateError as fault:
            yield from fault.problems


def _values_of(scene: "Scene", asked: Collection[str]) -> Mapping[str, object] | None:
    """What the paper says; None where its sheets have no rows."""
    try:
        return PaperValues(context(scene, asked)).as_read().values
    except ProblemsFoundError as fault:
        if {problem.code for problem in fault.problems} != {_NO_ROWS}:
            raise
        return None


def _checked(paper: PaperOfRun) -> tuple[Problem, ...]:
    """The faults of a template, in whatever process it may be opened."""
    return paper.opened().check(known())


def _losses(paper: PaperOfRun, values: Mapping[str, object]) -> tuple[Problem, ...]:
    """Of one paper, in whatever process its template may render."""
    template = paper.opened()
    proved = template.render_with_proof(values)
    lost = template.verify(proved.document, proved.shown)
    return *lost, *unsound(proved.document, template.name)


def usable_names(library: Library, words: Vocabulary) -> list[UsedName]:
    """Every name that a template may use, those of `values` in the declarations of the kinds at hand among them."""
    kinds = [kind for name in library.names() for kind in library.declared(name)[:1]]
    return [UsedName(name.path, name.title, name.choices) for name in names(words, kinds)]


def used_names(library: Library, kind: Kind, words: Vocabulary) -> list[UsedName]:
    """The names that a kind's template uses, in the order of their first use."""
    told = {name.path: name for name in names(words, [kind])}
    found = looked_at(paper_of(kind, PaperLook.LARGE, library)).fields
    return [_used(field, told.get(field.path)) for field in found]


def _used(field: Field, told: Name | None) -> UsedName:
    title, choices = (told.title, told.choices) if told else ("", ())
    return UsedName(field.path, title, choices, tuple(str(place) for place in field.places))
