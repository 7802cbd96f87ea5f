"""What all papers of a run are rendered from, as plain values; it opens where templates of strangers may be opened."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial
from itertools import islice
from typing import TypeVar

from vbgen.office.making.bounded_child import in_bounds
from vbgen.office.making.template_source import PaperLook, parts_in, set_in
from vbgen.office.making.trust import is_trusted, template_digest
from vbgen.pages.runs.chunk import BatchRow
from vbgen.word.reading.proof import Shown
from vbgen.word.template import Fragments, Template
from vbgen.words.filters import filters

T = TypeVar("T")

_AT_ONCE = 32  # papers of a run that go to be rendered together


@dataclass(frozen=True, slots=True)
class PaperOfRun:
    """What all papers of a run have in common, as plain values that can go to another machine."""

    template: bytes
    name: str  # the template's, in messages
    fragments: tuple[tuple[str, bytes], ...] = ()
    common: Mapping[str, object] = field(default_factory=dict)  # values that all papers say
    made_on: date | None = (
        None  # the day that stands in the PDF files; without it that of their making
    )

    sizes: PaperLook = PaperLook.LARGE  # that the template is opened in

    @property
    def digests(self) -> tuple[str, ...]:
        """Of the template and of each fragment, for whoever asks whether they are trusted."""
        files = (self.template, *(content for _name, content in self.fragments))
        return tuple(map(template_digest, files))

    def opened(self) -> Template:
        """The template, compiled once in a process: work for `in_bounds`."""
        is_good = is_trusted(self.digests)
        return _opened(self.template, self.name, self.fragments, self.sizes, is_good)

    def in_bounds(self, work: Callable[..., T], *values: object) -> T:
        """What `work` makes of this paper and the values, where the template may be opened."""
        return in_bounds(self.digests, self.name, [partial(work, self, *values)])[0]

    def render(self, row: BatchRow) -> bytes:
        """The Word file of one row."""
        (document,) = self.documents([row])
        return document

    def documents(self, rows: Iterable[BatchRow]) -> Iterator[bytes]:
        """The Word file of each row; some at a time are held."""
        bare, left = replace(self, common={}), iter(rows)
        while some := list(islice(left, _AT_ONCE)):
            values = ({**self.common, **row.values} for row in some)
            works = [partial(_rendered, bare, each) for each in values]
            yield from in_bounds(self.digests, self.name, works)

    def shown(self, values: Mapping[str, object]) -> tuple[Shown, ...]:
        """Every value that is printed, in the order of the paper."""
        return self.in_bounds(_shown, values)

    def filled(self, values: Mapping[str, object]) -> bytes:
        """The Word file that says `values`; a template that nobody trusts is rendered in a bounded process."""
        return self.in_bounds(_rendered, values)


def _rendered(paper: PaperOfRun, values: Mapping[str, object]) -> bytes:
    return paper.opened().render(values)


def _shown(paper: PaperOfRun, values: Mapping[str, object]) -> tuple[Shown, ...]:
    return paper.opened().render_with_proof(values).shown


@lru_cache(maxsize=8)
def _opened(
    template: bytes,
    name: str,
    fragments: tuple[tuple[str, bytes], ...],
    sizes: PaperLook,
    is_known_good: bool,
) -> Template:
    source, carried = set_in(template, sizes), Fragments(parts_in(dict(fragments), sizes))
    return Template.open(
        source, name=name, fragments=carried, filters=filters(), is_known_good=is_known_good
    )
