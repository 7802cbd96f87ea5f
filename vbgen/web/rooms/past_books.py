"""The golden book of past years: a file sent, what it holds and what to decide first, then written over."""

from collections.abc import Sequence

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.messages import _
from vbgen.office import DroppedFile, LayPastBookIn, PastBookSeen, SeePastBook, TakePastBook
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.showing.reading_parts import told_place
from vbgen.web.visit import Visit

_MOST_UPLOAD = 40_000_000  # bytes of a form
_MOST_ROWS = 200  # that are shown


def _door(visit: Visit) -> Response:
    return _form(visit)


def _form(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    """Where the file is chosen."""
    status = 422 if problems else 200
    return visit.page("past_book.html", status=status, problems=problems)


def _send(visit: Visit) -> Response:
    """The file laid in; to what it holds."""
    file = visit.file("file")
    if file is None:
        return _form(visit, (Problem("no-file", _("Chưa chọn tệp Excel để gửi lên.")),))
    try:
        with visit.acting() as office:
            lot = office.do(LayPastBookIn(DroppedFile(file.filename or "", file.file.read())))
    except VbgenError as fault:
        return _form(visit, fault.as_problems())
    return visit.onward(f"/golden-book/past/{lot.id}", agency=visit.word("agency"))


def _book(visit: Visit) -> Response:
    try:
        return _seen(visit, visit.asked(_wanted(visit)))
    except VbgenError as fault:
        return _form(visit, fault.as_problems())


def _wanted(visit: Visit) -> SeePastBook:
    return SeePastBook(visit.part("lot"), visit.word("agency"))


def _seen(visit: Visit, seen: PastBookSeen, problems: Sequence[Problem] = ()) -> Response:
    """The first of its rows, and what is to be agreed to."""
    shown = {
        "seen": seen,
        "rows": seen.rows[:_MOST_ROWS],
        "told_place": told_place,
        "problems": problems,
    }
    return visit.page("past_book_seen.html", shown, status=422 if problems else 200)


def _take(visit: Visit) -> Response:
    """Written over, once a person has agreed to all that is in doubt; what has changed since is shown anew."""
    wanted = _wanted(visit)
    try:
        seen = visit.asked(wanted)
    except VbgenError as fault:
        return _form(visit, fault.as_problems())
    if seen.asked.doubts and not visit.word("agreed"):
        message = _("Có điều cần xác nhận; chưa có gì thay đổi.")
        return _seen(visit, seen, (Problem("not-agreed", message),))
    shown = visit.word("fingerprint")
    act = TakePastBook(wanted.id, seen.agency, fingerprint=shown, agreed=seen.asked.keys)
    try:
        taken = visit.done(act)
    except VbgenError as fault:
        return _seen(visit, seen, fault.as_problems())
    return visit.page("past_book_taken.html", taken=taken, problems=taken.problems)


ROUTES = (
    DeskRoute("GET", "/golden-book/past", DeskAct.CHANGE_REGISTER, _door),
    DeskRoute(
        "POST", "/golden-book/past", DeskAct.CHANGE_REGISTER, _send, _MOST_UPLOAD, again=_form
    ),
    DeskRoute("GET", "/golden-book/past/{lot}", DeskAct.CHANGE_REGISTER, _book),
    DeskRoute("POST", "/golden-book/past/{lot}", DeskAct.CHANGE_REGISTER, _take),
)
