"""A paper's files signed beside the server, with a PIN that is in no row and no file."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from vbgen.messages import _
from vbgen.office import (
    DeskJob,
    KeyWish,
    Office,
    PapersSigned,
    SigningHand,
    SigningWish,
    SignPapers,
)
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.wording import told

if TYPE_CHECKING:
    from collections.abc import Mapping


def sign_work(office: Office, job: DeskJob, attempt: JobAttempt) -> dict[str, object]:
    """What came of each file; what was signed before a desk died is passed over."""
    asked: Mapping[str, Any] = job.asked
    links = [[_("Về trang ký số của văn bản"), f"/signing/{asked['id']}"]]
    if not attempt.secrets:
        message = _("Mã PIN không được lưu lại nên lượt ký đã dừng; hãy nhập mã và ký tiếp.")
        return {"message": message, "links": links}
    wish = SigningWish(
        SigningHand(asked["hand"]),
        KeyWish(attempt.pin, otp=attempt.otp),
        as_text=asked["as_text"],
        stop_at_failure=asked["stop"],
    )
    done = office.do(SignPapers(asked["reference"], wish, asked["year"]))
    problems = [asdict(problem) for problem in told(done.problems)]
    return {
        "message": _said(done),
        "rows": _rows(done),
        "problems": problems,
        "links": links,
        "is_cut": bool(done.left),
    }


def _said(done: PapersSigned) -> str:
    count, left = len(done.done), len(done.failed) + len(done.left)
    signed = _("Đã ký {count} tệp bằng chứng thư của {signer}.", count=count, signer=done.signer)
    return " ".join((signed, _("Còn {count} tệp chưa ký.", count=left))) if left else signed


def _rows(done: PapersSigned) -> list[list[str]]:
    """What failed first, with the reason."""
    signed = [[name, _("đã ký")] for name in done.done]
    left = [[name, _("chưa ký")] for name in done.left]
    return [*(list(failed) for failed in done.failed), *left, *signed]
