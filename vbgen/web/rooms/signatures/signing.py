"""Signing: what waits for it, one paper and its certificates with one PIN, and what was signed elsewhere taken back."""

from collections.abc import Sequence

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.messages import _
from vbgen.office import (
    AttachSigned,
    KeyWish,
    ListSigning,
    PaperInSigning,
    SendSigningCode,
    ShowSigning,
    SignedAttached,
    SigningHand,
    SigningWish,
)
from vbgen.web.guards import headers_of
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id
from vbgen.web.rooms.signatures.uploads import MOST_PDF_BYTES, laid_aside
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.tasks.signing_tool import TOOL_ADDRESS
from vbgen.web.visit import Visit

_RULES = "Content-Security-Policy"


def _room(visit: Visit) -> Response:
    wanted = ListSigning(visit.word("words"))
    with visit.looking() as office:
        found = office.do(wanted)
    return visit.page("signing.html", found=found, words=wanted.words, problems=found.problems)


def _paper(visit: Visit) -> Response:
    """The paper; after the tool brought a file, what came of it."""
    came = visit.site.handed.outcome(visit.word("handed"))
    if came is None:
        return shown(visit, standing(visit))
    return shown(visit, standing(visit), came.problems, said=came.said)


def standing(visit: Visit) -> PaperInSigning:
    """How the address's paper stands in signing."""
    with visit.looking() as office:
        return office.do(ShowSigning(visit.part("id")))


def shown(
    visit: Visit, paper: PaperInSigning, problems: Sequence[Problem] = (), *, said: str = ""
) -> Response:
    """Its page, with what there is to say."""
    told = (*problems, *paper.problems)
    shown = {"paper": paper, "job": new_job_id(), "said": said, "problems": told}
    page = visit.page("signing_paper.html", shown, status=422 if problems and not said else 200)
    page.headers[_RULES] = headers_of(visit.nonce, connections=(TOOL_ADDRESS,))[_RULES]
    return page


def _sign(visit: Visit) -> Response:
    """Have it done beside the server; the PIN goes to the worker and is written down nowhere."""
    paper, hand, places = standing(visit), visit.word("hand"), visit.word("places")
    if hand not in set(SigningHand):
        raise HTTPException(400)
    attempt = JobAttempt(pin=visit.secret("pin"), otp=visit.secret("otp"))
    if not attempt.secrets:
        message = _("Chưa nhập mã PIN hoặc mật khẩu của khóa.")
        return shown(visit, paper, [Problem("no-pin", message)])
    entry = paper.entry
    asked = {
        "id": entry.id,
        "hand": hand,
        "reference": f"{entry.code}:{places}" if places else entry.id,
        "year": entry.day.year if places else None,
        "as_text": bool(visit.word("as_text")),
        "stop": bool(visit.word("stop")),
    }
    return asked_job(visit, "sign", asked, attempt)


def _attach(visit: Visit) -> Response:
    """A file that was signed elsewhere: proved and kept, or refused with every reason."""
    paper, file = standing(visit), visit.file("file")
    if file is None:
        return shown(visit, paper, [Problem("no-file", _("Chưa chọn tệp PDF đã ký."))])
    try:
        kept = taken_back(visit, paper.entry.id, file, visit.visitor.who)
    except VbgenError as fault:
        return shown(visit, paper, fault.as_problems())
    return shown(visit, standing(visit), kept.problems, said=kept_sentence(kept))


def _send_code(visit: Visit) -> Response:
    """Have the service that holds the key send its signer a one-time code; the form then asks for it."""
    paper, hand = standing(visit), visit.word("hand")
    if hand not in set(SigningHand):
        raise HTTPException(400)
    wish = SigningWish(SigningHand(hand), KeyWish(""))
    try:
        sent = visit.site.workroom.do(SendSigningCode(paper.entry.id, wish), visit.visitor.who)
    except VbgenError as fault:
        return shown(visit, paper, fault.as_problems())
    said = _("Đã nhờ gửi mã OTP cho {signer}; nhập mã PIN và mã OTP rồi ký.", signer=sent.signer)
    return shown(visit, paper, said=said)


def shown_again(visit: Visit, problems: Sequence[Problem]) -> Response:
    """The page anew, with what was wrong of a form."""
    return shown(visit, standing(visit), problems)


def taken_back(visit: Visit, document: str, file: UploadFile, who: str) -> SignedAttached:
    """A signed file proved and kept beside the server, by whoever handed it over."""
    with laid_aside(file) as path:
        return visit.site.workroom.do(AttachSigned(document, path), who)


def kept_sentence(kept: SignedAttached) -> str:
    """What a person reads of it."""
    signers = ", ".join(kept.signers)
    return _("Đã nhận bản ký số ({signers}): {name}.", signers=signers, name=kept.name)


ROUTES = (
    DeskRoute("GET", "/signing", DeskAct.SIGN, _room),
    DeskRoute("GET", "/signing/{id}", DeskAct.SIGN, _paper),
    DeskRoute("POST", "/signing/{id}", DeskAct.SIGN, _sign),
    DeskRoute(
        "POST", "/signing/{id}/attach", DeskAct.SIGN, _attach, MOST_PDF_BYTES, again=shown_again
    ),
    DeskRoute("POST", "/signing/{id}/code", DeskAct.SIGN, _send_code),
)
