"""The whole workbook out of the desk and in again, and its versions: what would change is shown before it does."""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.messages import _
from vbgen.office import (
    CompareWorkbook,
    ListVersions,
    ReplaceWorkbook,
    TakeWorkbook,
    WorkbookCompared,
)
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_MOST_UPLOAD = 60_000_000


def _workbook(visit: Visit) -> Response:
    return _sent(visit, TakeWorkbook(visit.part("campaign")))


def _version(visit: Visit) -> Response:
    return _sent(visit, TakeWorkbook(visit.part("campaign"), visit.part("version")))


def _sent(visit: Visit, wanted: TakeWorkbook) -> Response:
    with visit.looking() as office:
        taken = office.do(wanted)
    return sent_file(taken.name, taken.content)


def _versions(visit: Visit) -> Response:
    return _listed(visit)


def _listed(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    campaign = visit.part("campaign")
    with visit.looking() as office:
        versions = office.do(ListVersions(campaign)).versions
    shown = {"campaign": campaign, "versions": versions, "problems": problems}
    return visit.page("versions.html", shown, status=422 if problems else 200)


def _upload(visit: Visit) -> Response:
    """What the file would change; nothing is changed yet."""
    file = visit.file("file")
    if file is None:
        message = _("Chưa chọn tệp Excel để gửi lên.")
        return _listed(visit, (Problem("no-file", message),))
    content = file.file.read()
    return _compared(visit, CompareWorkbook(visit.part("campaign"), file.filename or "", content))


def _back(visit: Visit) -> Response:
    """What going back to a version would change."""
    version = visit.part("version")
    return _compared(visit, CompareWorkbook(visit.part("campaign"), version, version=version))


def _compared(visit: Visit, wanted: CompareWorkbook) -> Response:
    try:
        found: WorkbookCompared = visit.done(wanted)
    except VbgenError as fault:
        return _listed(visit, fault.as_problems())
    shown = {"campaign": visit.part("campaign"), "found": found, "problems": found.problems}
    return visit.page("compared.html", shown)


def _replace(visit: Visit) -> Response:
    """The file that was compared takes the workbook's place."""
    campaign = visit.part("campaign")
    wanted = ReplaceWorkbook(
        campaign, visit.word("offered"), visit.word("base"), visit.word("name")
    )
    try:
        visit.done(wanted)
    except VbgenError as fault:
        return _listed(visit, fault.as_problems())
    return visit.onward(f"/campaigns/{quote(campaign)}/versions")


ROUTES = (
    DeskRoute("GET", "/campaigns/{campaign}/workbook", DeskAct.SEE_DATA, _workbook),
    DeskRoute(
        "POST",
        "/campaigns/{campaign}/workbook",
        DeskAct.CHANGE_DATA,
        _upload,
        _MOST_UPLOAD,
        again=_listed,
    ),
    DeskRoute("POST", "/campaigns/{campaign}/workbook/replace", DeskAct.CHANGE_DATA, _replace),
    DeskRoute("GET", "/campaigns/{campaign}/versions", DeskAct.SEE_DATA, _versions),
    DeskRoute("GET", "/campaigns/{campaign}/versions/{version}", DeskAct.SEE_DATA, _version),
    DeskRoute("POST", "/campaigns/{campaign}/versions/{version}", DeskAct.CHANGE_DATA, _back),
)
