"""The desk as a program for the server: routes, guards, and the work that goes on behind the pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from vbgen.messages import use_language
from vbgen.web.files import StaticFile
from vbgen.web.guards import OwnAddressOnly, headers_of
from vbgen.web.rooms.touring import tour_place
from vbgen.web.routes import routes
from vbgen.web.routing import starlette_route, told_page
from vbgen.web.site import Site
from vbgen.web.visit import Visit

_PAGES = Path(__file__).parent / "pages"


def templates(static: dict[str, StaticFile]) -> Environment:
    """What pages are made from: every value escaped, every name known."""
    made = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["tour_place"] = tour_place
    made.globals["files"] = {name: each.address for name, each in static.items()}
    return made


def application(site: Site, static: dict[str, StaticFile]) -> Starlette:
    """The desk, for a server of its own."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(site.workroom.take_up)
        yield
        site.workroom.close()
        site.scans.close()

    app = Starlette(
        routes=[starlette_route(site, route) for route in routes(static)],
        middleware=[Middleware(OwnAddressOnly, origin=site.origin)],
        exception_handlers={HTTPException: partial(_told, site)},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False  # an address that the desk does not know leads nowhere
    return app


async def _told(site: Site, request: Request, fault: HTTPException) -> Response:
    visit = Visit.of(site, request)

    def page() -> Response:
        use_language(visit.language)
        return told_page(visit, fault.status_code)

    response = await run_in_threadpool(page)
    response.headers.update(headers_of(visit.nonce))
    return response
