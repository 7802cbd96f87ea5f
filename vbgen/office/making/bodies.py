"""The body that the office typed in Word, made ready for the frame of its paper, and proved to have arrived in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.paper import BodyForm
from vbgen.papers.frame.letterhead import is_of_party
from vbgen.papers.scene import Scene
from vbgen.word.body.arrival import Lost, lost_in
from vbgen.word.body.preparing import PreparedBody, prepare_body
from vbgen.word.reading.plain import plain_text

PREPARED = ".body.docx"  # ends the name under which the body is kept as a paper takes it
TYPED = ".typed.docx"  # … and as it lay in the campaign's folder
DOUBTS = frozenset(
    {"body-revisions", "body-data-changed", "body-has-frame"}
)  # codes of what is asked about before a number is taken
_FRAME = re.compile(
    r"CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|^\s*Nơi nhận\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = 20  # losses of one paper; with more it is wrong as a whole


@dataclass(frozen=True, slots=True)
class TypedBody:
    """A body with its file."""

    file: str  # `papers/ke-hoach.docx`
    typed: bytes
    prepared: PreparedBody

    @property
    def content(self) -> bytes:
        """As a paper takes it."""
        return self.prepared.content


def body_of(scene: Scene) -> TypedBody | None:
    """What was typed in Word for the paper; None where it is laid out from data."""
    body = scene.body
    if body is None:
        return None
    typed = body.content()
    as_typed = scene.plan.body_form is BodyForm.AS_TYPED
    prepared = _prepared(typed, body.shown, as_typed, is_of_party(scene.agency))
    return TypedBody(body.shown, typed, prepared)


@lru_cache(maxsize=8)
def _prepared(typed: bytes, file: str, as_typed: bool, bare_end: bool) -> PreparedBody:
    return prepare_body(typed, file, as_typed=as_typed, bare_end=bare_end)


def told_of(body: TypedBody, paper: bytes) -> Iterator[Problem]:
    """Everything to tell of a body in its paper."""
    yield from _arrival(body, paper)
    yield from _remarks(body)


def _arrival(body: TypedBody, paper: bytes) -> Iterator[Problem]:
    """An error for each word, table, picture and number of a list that did not come into the paper."""
    for number, lost in enumerate(lost_in(body.content, paper)):
        if number == _TOLD:
            return
        yield _lost(body, lost)


def _lost(body: TypedBody, lost: Lost) -> Problem:
    message = _("Nội dung của thân văn bản không vào tới văn bản: {what}.", what=lost.shown)
    hint = _("Hãy báo cho người phát triển chương trình; chưa dùng văn bản này.")
    return Problem("body-lost", message, Place(file=body.file, quote=lost.quote), hint=hint)


def _remarks(body: TypedBody) -> Iterator[Problem]:
    """What a paper does not take over from the file, and what it was given."""
    place, prepared = Place(file=body.file), body.prepared
    if prepared.revisions:
        message = _(
            "Thân văn bản còn {count} thay đổi đang theo dõi; văn bản lấy như đã chấp nhận hết.",
            count=prepared.revisions,
        )
        hint = _("Hãy mở tệp bằng Word, chấp nhận hoặc từ chối từng thay đổi rồi lưu lại.")
        yield Problem("body-revisions", message, place, Severity.WARNING, hint)
    if frame := _FRAME.search(plain_text(prepared.content)):
        message = _("Thân văn bản có cả phần khung nên khung sẽ in hai lần.")
        hint = _("Hãy bỏ phần đầu, chữ ký, nơi nhận khỏi tệp; chương trình tự vẽ các phần đó.")
        at = place._replace(quote=frame[0].strip())
        yield Problem("body-has-frame", message, at, Severity.WARNING, hint)
    if prepared.comments:
        message = _(
            "Thân văn bản có {count} bình luận; văn bản không in bình luận.",
            count=prepared.comments,
        )
        yield Problem("body-comments", message, place, Severity.NOTE)
    if prepared.changed:
        message = _("Thân văn bản được đưa về thể thức: {changes}.", changes=_changes(prepared))
        hint = _("Muốn giữ như đã gõ thì ghi ở trang “{sheet}”.", sheet=Campaign.title_of("papers"))
        yield Problem("body-in-form", message, place, Severity.NOTE, hint)
    if prepared.has_margins:
        message = _("Đầu trang, chân trang của tệp không đưa vào văn bản.")
        yield Problem("body-margins", message, place, Severity.NOTE)


def _changes(prepared: PreparedBody) -> str:
    """`phông chữ (12 chỗ), khổ giấy, lề (1 chỗ)`."""
    names = {
        "fonts": _("phông chữ"),
        "sizes": _("cỡ chữ"),
        "colours": _("màu chữ"),
        "headings": _("đề mục in đậm"),
        "paragraphs": _("canh lề, thụt dòng, giãn cách"),
        "pages": _("khổ giấy, lề"),
        "ends": _("dấu kết thúc"),
    }
    told = [(names[key], count) for key, count in prepared.changed.items()]
    return ", ".join(_("{what} ({count} chỗ)", what=what, count=count) for what, count in told)
