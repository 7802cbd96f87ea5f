"""Verify: any PDF file held against the register, its signatures judged; the file is not kept."""

from collections.abc import Sequence

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.messages import _
from vbgen.office import FileVerified, VerifyFile
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.signatures.uploads import MOST_PDF_BYTES, laid_aside
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _form(visit: Visit) -> Response:
    return _shown(visit)


def _shown(
    visit: Visit,
    found: FileVerified | None = None,
    name: str = "",
    problems: tuple[Problem, ...] = (),
) -> Response:
    shown = {"found": found, "name": name, "problems": problems}
    return visit.page("verify.html", shown, status=200 if found or not problems else 422)


def _again(visit: Visit, problems: Sequence[Problem]) -> Response:
    return _shown(visit, problems=tuple(problems))


def _verify(visit: Visit) -> Response:
    file = visit.file("file")
    if file is None:
        return _shown(visit, problems=(Problem("no-file", _("Chưa chọn tệp PDF.")),))
    try:
        with laid_aside(file) as path:
            found = visit.asked(VerifyFile(path))
    except VbgenError as fault:
        return _shown(visit, name=file.filename or "", problems=fault.as_problems())
    return _shown(visit, found, file.filename or "", found.problems)


ROUTES = (
    DeskRoute("GET", "/verify", DeskAct.SEE_REGISTER, _form),
    DeskRoute("POST", "/verify", DeskAct.SEE_REGISTER, _verify, MOST_PDF_BYTES, again=_again),
)
