"""Templates of kinds, compiled."""

from dataclasses import dataclass, field

from vbgen.model.agency import SizeSet
from vbgen.office.making.template_source import template_source
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.kinds.library import Library
from vbgen.word.template import Fragments, Template
from vbgen.words.filters import filters


@dataclass(frozen=True, slots=True)
class CompiledTemplates:
    """The templates of a library's kinds, each compiled once."""

    library: Library
    _templates: dict[tuple[str, SizeSet], Template] = field(default_factory=dict)

    def of(self, kind: Kind, sizes: SizeSet = SizeSet.LARGE) -> Template:
        """The compiled template of a kind, with the agency's size set."""
        key = (str(kind.template), sizes)
        if key not in self._templates:
            self._templates[key] = self._opened(kind, sizes)
        return self._templates[key]

    def _opened(self, kind: Kind, sizes: SizeSet) -> Template:
        source, fragments = template_source(kind, sizes), Fragments(self.library.fragments())
        return Template.open(
            source, name=str(kind.template), fragments=fragments, filters=filters()
        )
