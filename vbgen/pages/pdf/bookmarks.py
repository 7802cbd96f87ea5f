"""PDF files put together as one to leaf through: a bookmark for each chapter, one below it for each paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vbgen.pages.pdf.document import unreadable


@dataclass(frozen=True, slots=True)
class BookmarkedPart:
    """One paper: what its bookmark says, and its file."""

    title: str
    pdf: Path


@dataclass(frozen=True, slots=True)
class BookmarkedChapter:
    """Papers of one subject."""

    title: str
    parts: tuple[BookmarkedPart, ...]


def bound(chapters: Sequence[BookmarkedChapter], target: Path) -> int:
    """Number of pages of the file made at `target`; OutsideProgramError for a part that cannot be read."""
    import pikepdf

    with pikepdf.new() as whole:
        items = []
        for chapter in chapters:
            first = len(whole.pages)
            inner = []
            for part in chapter.parts:
                inner.append(pikepdf.OutlineItem(part.title, len(whole.pages)))
                try:
                    with pikepdf.open(part.pdf) as opened:
                        whole.pages.extend(opened.pages)
                except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
                    raise unreadable(fault) from fault
            item = pikepdf.OutlineItem(chapter.title, first)
            item.children.extend(inner)
            items.append(item)
        with whole.open_outline() as outline:
            outline.root.extend(items)
        whole.save(target, deterministic_id=True)
        return len(whole.pages)
