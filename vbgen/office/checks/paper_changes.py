"""Which fault takes which paper: content one of equal form, form a công văn (Nghị định 30/2020/NĐ-CP, Điều 18.3)."""

from collections.abc import Iterator

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.afterwards.change import ChangeKind, FaultyPart, PaperChange
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot

_ARTICLE = "khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP"
_ON_CERTIFICATES = frozenset(
    {FaultyPart.NAME, FaultyPart.POST, FaultyPart.HONOUR, FaultyPart.MERIT}
)
_OF_POINTS = frozenset({ChangeKind.CORRECT, ChangeKind.AMEND})


def check(case: Case) -> Iterator[Finding]:
    """Each row whose paper cannot put right what is wrong, or that leaves out what its paper must say."""
    for number, row in enumerate(case.campaign.changes):
        yield from _of_form(row, number)
        yield from _left_out(row, number)


def _of_form(row: PaperChange, number: int) -> Iterator[Finding]:
    spot = Spot("changes", number, "change")
    if row.part is None:
        if row.change in _OF_POINTS:
            yield _unsaid(row, Spot("changes", number, "part"))
        return
    if row.part.is_of_content and row.change is ChangeKind.CORRECT:
        message = _(
            "Sai về nội dung ({part}) không đính chính bằng công văn được [{article}].",
            part=row.part.label.lower(),
            article=_ARTICLE,
        )
        todo = _("Chọn “{amend}” hoặc “{replace}”.", **_labels())
        yield Finding("content-by-letter", Severity.ERROR, message, todo, spots=(spot,))
    if not row.part.is_of_content and row.change is ChangeKind.AMEND:
        message = _(
            "Sai về thể thức ({part}) thì đính chính bằng công văn [{article}].",
            part=row.part.label.lower(),
            article=_ARTICLE,
        )
        todo = _("Chọn “{correct}”.", **_labels())
        yield Finding("form-by-decision", Severity.WARNING, message, todo, spots=(spot,))


def _unsaid(row: PaperChange, spot: Spot) -> Finding:
    message = _(
        "Chưa ghi phần sai của {paper}: sai nội dung thì sửa đổi, sai thể thức thì đính chính [{article}].",
        paper=row.paper,
        article=_ARTICLE,
    )
    return Finding("fault-unsaid", Severity.WARNING, message, _("Chọn phần sai."), spots=(spot,))


def _left_out(row: PaperChange, number: int) -> Iterator[Finding]:
    if row.change in _OF_POINTS and not (row.wrong or row.right):
        message = _("Chưa ghi sai thế nào và sửa thành gì.")
        todo = _("Ghi cột “Đã ghi” và cột “Sửa thành”.")
        spot = Spot("changes", number, "wrong")
        yield Finding("change-unsaid", Severity.ERROR, message, todo, spots=(spot,))
    if row.change is ChangeKind.WITHDRAW and not row.reason:
        message = _("Chưa ghi lý do thu hồi.")
        todo = _("Ghi cột “Lý do”: Điều 1 của quyết định nêu lý do.")
        spot = Spot("changes", number, "reason")
        yield Finding("withdrawal-without-reason", Severity.ERROR, message, todo, spots=(spot,))
    if _is_for_nobody(row):
        message = _("Chưa ghi giấy khen của ai phải cấp lại.")
        todo = _("Ghi cột “Mã đối tượng”: quyết định sửa đổi kèm giấy khen cấp lại.")
        spot = Spot("changes", number, "nominee")
        yield Finding("remade-for-nobody", Severity.WARNING, message, todo, spots=(spot,))


def _is_for_nobody(row: PaperChange) -> bool:
    """Whether what stands on a certificate changes, and nobody is named whose certificate is made anew."""
    is_amended = row.change is ChangeKind.AMEND and row.part in _ON_CERTIFICATES
    return is_amended and not row.nominee


def _labels() -> dict[str, str]:
    return {kind.name.lower(): kind.label for kind in ChangeKind}
