"""What a template asks for and warns of, learnt by opening it once, where strangers' templates may be opened."""

from dataclasses import dataclass
from functools import lru_cache

from vbgen.errors import Problem
from vbgen.messages import current_language
from vbgen.office.making.run_paper import PaperOfRun
from vbgen.office.making.template_source import PaperLook, names_of
from vbgen.word.template import Field

IN_EVERY_PAPER = frozenset({"dangerous-dropped", "tracked-changes"})


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """The names that a template uses, and its warnings."""

    fields: tuple[Field, ...]
    warnings: tuple[Problem, ...]
    included: frozenset[str] = frozenset()  # fragments that stand in it

    @property
    def names(self) -> frozenset[str]:
        """The names that it asks its data for, without what stands behind their first dot."""
        return names_of(self.fields)

    @property
    def of_its_papers(self) -> tuple[Problem, ...]:
        """The warnings that hold for every paper made from it, whatever its data."""
        return tuple(each for each in self.warnings if each.code in IN_EVERY_PAPER)


def looked_at(paper: PaperOfRun) -> TemplateLook:
    """The look at a paper's template; TemplateError with every fault of its tags."""
    return _looked(paper.template, paper.name, paper.fragments, paper.sizes, current_language())


@lru_cache(maxsize=64)
def _looked(
    template: bytes,
    name: str,
    fragments: tuple[tuple[str, bytes], ...],
    sizes: PaperLook,
    _language: str,
) -> TemplateLook:
    return PaperOfRun(template, name, fragments, sizes=sizes).in_bounds(_look)


def _look(paper: PaperOfRun) -> TemplateLook:
    template = paper.opened()
    return TemplateLook(template.fields(), template.warnings, template.included)
