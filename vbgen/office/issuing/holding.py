"""What is said when a step fails whose number is taken already, or whose act stands in the journal already."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from vbgen.errors import OutsideProgramError, VbgenError
from vbgen.messages import _
from vbgen.model.afterwards.copy_form import COPY
from vbgen.model.document import Numbered
from vbgen.register import EndedMeanwhileError
from vbgen.ways import GiveUpNumber, Resume, ResumeWithoutPdf, WayOut

_Fault = TypeVar("_Fault", bound=VbgenError)


@contextmanager
def number_told(numbered: Numbered) -> Iterator[None]:
    """A fault of any part, told with the number that is held and the ways on; one that tells ways itself stays."""
    try:
        yield
    except EndedMeanwhileError:  # nothing is held any more
        raise
    except VbgenError as fault:
        if any(isinstance(way, GiveUpNumber) for way in fault.ways):
            raise
        sentence = _("Số {code} vẫn được giữ.", code=numbered.code)
        is_copy = numbered.intent.particulars.kind == COPY  # which is a PDF file or nothing
        is_outside = isinstance(fault, OutsideProgramError) and not is_copy
        without = (ResumeWithoutPdf(numbered.code),) if is_outside else ()
        raise _saying(
            fault, sentence, (Resume(numbered.code), *without, GiveUpNumber(numbered.code))
        ) from fault


@contextmanager
def issue_told(code: str) -> Iterator[None]:
    """A fault after the paper was settled: it is issued, and what is left to do is done by resuming."""
    try:
        yield
    except VbgenError as fault:
        sentence = _(
            "Văn bản số {code} đã cấp số và đã lưu; chỉ còn chép sang kho nhật ký hoặc thư mục để ký.",
            code=code,
        )
        raise _saying(fault, sentence, (Resume(),)) from fault


@contextmanager
def others_told(codes: Sequence[str]) -> Iterator[None]:
    """A fault of one paper, told with those that were issued just before it."""
    try:
        yield
    except VbgenError as fault:
        if not codes:
            raise
        sentence = _("Trước đó đã cấp số xong: {codes}.", codes=", ".join(codes))
        raise _saying(fault, sentence, ()) from fault


@contextmanager
def act_told() -> Iterator[None]:
    """A fault of the archive after an act was written into the journal."""
    try:
        yield
    except VbgenError as fault:
        sentence = _(
            "Việc vừa làm đã ghi vào sổ đăng ký; bản lưu trong kho lưu trữ sẽ được ghi ở lần làm việc sau."
        )
        raise _saying(fault, sentence, (Resume(),)) from fault


def _saying(fault: _Fault, sentence: str, ways: tuple[WayOut, ...]) -> _Fault:
    """The same fault, with a sentence more and further ways."""
    told = type(fault).__new__(type(fault))
    told.__dict__.update(fault.__dict__)
    VbgenError.__init__(told, f"{fault.message} {sentence}", fault.problems, (*fault.ways, *ways))
    return told
