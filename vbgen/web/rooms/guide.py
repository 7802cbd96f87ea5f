"""Help: the pages of the guide, whole; the part of a room stands beside that room."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.messages import LANGUAGES, current_language
from vbgen.web.helping.guides import guides
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_A_DAY_S = 24 * 3600


def _contents(visit: Visit) -> Response:
    """The rooms' parts, and every page of the guide: the reader's language first."""
    language = current_language()
    languages = sorted(LANGUAGES, key=lambda each: each != language)
    lists = [(each, guides().listed(each)) for each in languages]
    return visit.page("help.html", rooms=guides().rooms(language), lists=lists)


def _page(visit: Visit) -> Response:
    page = guides().pages.get(visit.part("page"))
    if page is None:
        raise HTTPException(404)
    return visit.page("guide.html", page=page)


def _picture(visit: Visit) -> Response:
    picture = guides().pictures.get(visit.part("name"))
    if picture is None:
        raise HTTPException(404)
    kept = {"Cache-Control": f"private, max-age={_A_DAY_S}"}
    return Response(picture.content, media_type=picture.media_type, headers=kept)


ROUTES = (
    DeskRoute("GET", "/help", DeskAct.BE_HERE, _contents),
    DeskRoute("GET", "/help/{page}", DeskAct.BE_HERE, _page),
    DeskRoute("GET", "/help/pictures/{name}", DeskAct.BE_HERE, _picture),
)
