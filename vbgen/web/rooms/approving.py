"""The signer's word on a draft, before it has a number: approved, or sent back with remarks."""

from starlette.responses import Response

from vbgen.web.roles import DeskAct
from vbgen.web.rooms.issuing import wanted_paper
from vbgen.web.rooms.jobs import asked_job
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _decide(visit: Visit) -> Response:
    """Have the draft made and the word on it journalled, beside the server."""
    seen, paper = wanted_paper(visit)
    asked = {
        "campaign": seen.folder,
        "kind": paper.alone,
        "phase": paper.phase,
        "day": visit.word("day"),
        "remarks": visit.word("remarks"),
        "is_approved": visit.word("verdict") == "approve",
    }
    return asked_job(visit, "approve", asked)


ROUTES = (DeskRoute("POST", "/campaigns/{campaign}/approve/{paper}", DeskAct.APPROVE, _decide),)
