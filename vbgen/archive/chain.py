"""The journal's links: every entry that is missing, was changed, or is not tied to the one before it."""

from collections.abc import Iterable, Iterator

from vbgen.archive.ledger import BEGINNING, Head, JournalEntry
from vbgen.errors import Place, Problem
from vbgen.messages import _


def broken_links(entries: Iterable[JournalEntry], head: Head | None = None) -> Iterator[Problem]:
    """A problem for each broken link; with a head, for entries cut off at the end too.

    The head may have been read a moment before the entries: what was written since is no fault.
    """
    expected, previous = 1, BEGINNING
    for entry in entries:
        if not entry.is_aside:
            yield from _faults_of(entry, expected, previous, head)
            expected, previous = entry.seq + 1, entry.stated
    if head and head.seq >= expected:
        yield _missing(expected, head.seq)


def _faults_of(
    entry: JournalEntry, expected: int, previous: str, head: Head | None
) -> Iterator[Problem]:
    if entry.seq != expected:
        yield _missing(expected, entry.seq - 1)
    elif entry.previous != previous:
        yield _untied(entry)
    if entry.computed != entry.stated:
        yield _changed(entry)
    if head and entry.seq == head.seq and entry.stated != head.digest:
        yield _wrong_head(head)


def _missing(first: int, last: int) -> Problem:
    numbers = f"{first}" if first >= last else f"{first}–{last}"
    message = _("Nhật ký thiếu mục số {numbers}, hoặc các mục không theo thứ tự.", numbers=numbers)
    return _problem("journal-entry-missing", message)


def _untied(entry: JournalEntry) -> Problem:
    message = _(
        "Mục nhật ký số {seq} ({label}) không khớp với mục số {before}.",
        seq=entry.seq,
        label=entry.label,
        before=entry.seq - 1,
    )
    return _problem("journal-link-broken", message)


def _changed(entry: JournalEntry) -> Problem:
    message = _(
        "Mục nhật ký số {seq} ({label}) không khớp: nội dung khác với khi ghi.",
        seq=entry.seq,
        label=entry.label,
    )
    return _problem("journal-entry-changed", message)


def _wrong_head(head: Head) -> Problem:
    message = _("Mục nhật ký số {seq} không khớp với mục mà sổ đăng ký đã ghi.", seq=head.seq)
    return _problem("journal-head-wrong", message)


def _problem(code: str, message: str) -> Problem:
    hint = _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
    return Problem(code, message, Place(file=_("Nhật ký")), hint=hint)
