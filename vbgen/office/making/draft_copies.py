"""PDF files beside drafts: papers as they lie, certificates by the thousand in chunks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from vbgen.archive import Archive
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import PdfMaker
from vbgen.office.making.batching import Batch, Press, make_whole
from vbgen.office.making.paper_making import paper_to_make
from vbgen.outputs import make_room, remember, write_own
from vbgen.pages.converter.convert import Progress
from vbgen.papers.kinds.library import Library
from vbgen.papers.scene import Scene


def draft_copies(
    drafts: Mapping[Path, Scene],
    library: Library,
    find_maker: Callable[[], PdfMaker],
    press: Press,
    progress: Progress = lambda _done, _all: None,
) -> list[Path]:
    """The PDF file beside each Word file.

    Raises OutsideProgramError with the papers that could not be made; the others of their sort stand.
    """
    many = {path: batch for path, batch in _batches(drafts, library) if batch.rows}
    _make_plain([path for path in drafts if path not in many], find_maker, progress)
    for path, batch in many.items():
        write_own({path.with_suffix(".pdf"): _certificates(batch, press)})
    return [path.with_suffix(".pdf") for path in drafts]


def _batches(drafts: Mapping[Path, Scene], library: Library) -> Iterator[tuple[Path, Batch]]:
    """The papers of which each row of the list fills a page."""
    for path, scene in drafts.items():
        if scene.kind.page_filling:
            yield path, paper_to_make(scene, library).batch(made_on=None)


def _make_plain(
    plain: Sequence[Path], find_maker: Callable[[], PdfMaker], progress: Progress
) -> None:
    if plain:
        make_room(path.with_suffix(".pdf") for path in plain)
        made = find_maker().to_pdf(plain, plain[0].parent, progress=progress)
        remember({path: path.read_bytes() for path in made})


def _certificates(batch: Batch, press: Press) -> bytes:
    with temporary_folder("draft") as name:
        return make_whole(batch, press(Archive.open(Path(name), environ={})))[0]
