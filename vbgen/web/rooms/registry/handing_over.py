"""Handing over: a campaign's issued papers as files, the lists and minutes of that, and that it was done."""

from starlette.responses import Response

from vbgen.office import NoteHandover, SeeHandover, TakeHandoverPaper
from vbgen.web.downloads import sent_file
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _files(visit: Visit) -> Response:
    """The files as they would go, and when papers went before."""
    campaign = visit.part("campaign")
    seen = visit.asked(SeeHandover(campaign))
    shown = {"campaign": campaign, "seen": seen, "receiver": visit.word("receiver")}
    return visit.page("handing_over.html", shown, problems=seen.problems)


def _paper(visit: Visit) -> Response:
    """A list, or the minutes, to be opened in Word."""
    name = visit.part("name")
    wanted = TakeHandoverPaper(visit.part("campaign"), name, visit.word("receiver"))
    return sent_file(name, visit.asked(wanted).content)


def _note(visit: Visit) -> Response:
    """Written down; back to the files."""
    campaign, receiver = visit.part("campaign"), visit.word("receiver")
    visit.done(NoteHandover(campaign, receiver))
    return visit.onward(visit.request.url.path)


_HERE = "/campaigns/{campaign}/hand-over"
ROUTES = (
    DeskRoute("GET", _HERE, DeskAct.CHANGE_REGISTER, _files),
    DeskRoute("POST", _HERE, DeskAct.CHANGE_REGISTER, _note),
    DeskRoute("GET", f"{_HERE}/{{name}}", DeskAct.CHANGE_REGISTER, _paper),
)
