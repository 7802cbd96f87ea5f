"""What a proposal tells of the dossiers that go with it: how many of which paper."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.dossier_files import OTHER, PAPERS, AttachedFile
from vbgen.words.numbers import two_digits


@dataclass(frozen=True, slots=True)
class DossierList:
    """The dossiers of one proposal."""

    lines: tuple[str, ...]  # "Báo cáo thành tích: 05 bản", without stroke and mark


def dossier_list(
    proposed: HonourList, files: Sequence[AttachedFile], reported: Collection[str] = ()
) -> DossierList:
    """The papers of everybody proposed, each nominee's counted once; `reported` have a report written here."""
    nominees = {entry.nominee.id for entry in proposed.entries}
    found = Counter(file.paper or OTHER for file in files if file.nominee in nominees)
    with_file = {file.nominee for file in files if file.paper == PAPERS[0]}
    found[PAPERS[0]] += len((nominees & set(reported)) - with_file)
    return DossierList(tuple(_lines(found)))


def _lines(found: Counter[str]) -> Iterator[str]:
    for name in (*PAPERS, OTHER):
        if found[name]:
            yield f"{name}: {two_digits(found[name])} bản"
