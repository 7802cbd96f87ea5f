"""What became of a mended file, on a terminal: what was mended, what was left and why, how the pages look."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FormFinding, LeftForPages, Linted, LookAtPages

_MOST: Final = 8  # kinds of a thing that are named; the rest is counted


def mending_told(linted: "Linted") -> Iterator[str]:
    """A sentence for each thing to know; nothing where the file was not mended."""
    if linted.mended_copy is None:
        return
    if linted.is_narrow:
        yield _(
            "Chưa chắc là văn bản hành chính nên chỉ sửa khổ giấy, lề và lỗi gõ phím; phần còn lại giữ nguyên."
        )
    if linted.mended:
        yield _("Đã sửa {count} chỗ: {what}.", count=len(linted.mended), what=_kinds(linted.mended))
    yield from _left(linted)
    if linted.look is not None:
        yield from _pages(linted.look, linted)


def _left(linted: "Linted") -> Iterator[str]:
    for why in dict.fromkeys(each.why for each in linted.left if not each.why.is_of_pages):
        findings = [each.finding for each in linted.left if each.why is why]
        yield _(
            "Giữ nguyên {count} chỗ vì {reason}: {what}.",
            count=len(findings),
            reason=why.sentence,
            what=_kinds(findings),
        )


def _pages(look: "LookAtPages", linted: "Linted") -> Iterator[str]:
    if look.looked:
        yield _(
            "Đã xem trang in trước và sau khi sửa: {before} trang, {after} trang.",
            before=look.pages_before,
            after=look.pages_after,
        )
    elif linted.mended:
        yield _("Chưa xem trang in trước và sau khi sửa: {why}", why=look.why_not)
    yield from (_harmful(one, linted) for one in look.left_out)


def _harmful(one: "LeftForPages", linted: "Linted") -> str:
    findings = [each.finding for each in linted.left if each.finding.rule in one.rules]
    return _(
        "Giữ nguyên {count} chỗ vì sửa thì trang in xấu đi ({faults}): {what}.",
        count=len(findings),
        faults=", ".join(fault.sentence for fault in one.faults),
        what=_kinds(findings) or _folded(one.rules),
    )


def _kinds(findings: "Iterable[FormFinding]") -> str:
    counts = Counter(finding.required for finding in findings)
    return _folded(f"{what} ({number})" for what, number in counts.most_common())


def _folded(names: Iterable[str]) -> str:
    found = list(names)
    shown = "; ".join(found[:_MOST])
    rest = len(found) - _MOST
    return _("{shown}; … và {count} loại khác", shown=shown, count=rest) if rest > 0 else shown
