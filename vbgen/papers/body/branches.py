"""Headings under each other whose parts may be missing: 1., below it 1.1.; what stands alone has no number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.papers.body.outline import INNER, ITEM, OutlineLine, heading, paragraphs


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading with what stands under it: paragraphs, then further branches."""

    heading: str
    texts: tuple[str, ...] = ()
    branches: tuple["Branch", ...] = ()

    @property
    def says(self) -> bool:
        """Whether anything stands under the heading."""
        return bool(self.texts) or any(branch.says for branch in self.branches)


def numbered_branches(
    branches: Sequence[Branch], above: str = "", depth: int = ITEM
) -> Iterator[OutlineLine]:
    """`1. …`, below it `1.1. …`: branches that say something, the only one without a number."""
    saying = [branch for branch in branches if branch.says]
    for number, branch in enumerate(saying, 1):
        own = f"{above}{number}." if len(saying) > 1 else ""
        yield from _itself(branch, own, depth)
        deeper = min(depth + 1, INNER) if own else depth
        yield from numbered_branches(branch.branches, own or above, deeper)


def _itself(branch: Branch, number: str, depth: int) -> Iterator[OutlineLine]:
    if branch.heading:
        yield heading(depth, number, branch.heading)
    for text in branch.texts:
        yield from paragraphs(text)
