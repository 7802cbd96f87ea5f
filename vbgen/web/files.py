"""What pages are drawn with: the few files of the package, by their names and no other."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response

from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit

_HERE = Path(__file__).parent
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOLDERS = ("static", "vendor/htmx", "vendor/tabulator")


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the package, and its address, which changes with it."""

    name: str
    content: bytes
    media_type: str

    @property
    def address(self) -> str:
        """Where a page finds it; a browser may keep it for good."""
        return f"/files/{hashlib.sha256(self.content).hexdigest()[:16]}/{self.name}"


def static_files() -> dict[str, StaticFile]:
    """Name → file, of all that pages may ask for."""
    paths = (path for folder in _FOLDERS for path in sorted((_HERE / folder).iterdir()))
    return {
        path.name: StaticFile(path.name, path.read_bytes(), _TYPES[path.suffix])
        for path in paths
        if path.suffix in _TYPES
    }


def routes(files: dict[str, StaticFile]) -> list[DeskRoute]:
    """A route for each file; and the picture that browsers ask for unasked."""
    sent = {each.address: each for each in files.values()} | {"/favicon.ico": files["desk.svg"]}
    return [
        DeskRoute("GET", address, DeskAct.COME_IN, _sent(file), is_file=True)
        for address, file in sent.items()
    ]


def _sent(file: StaticFile) -> Callable[[Visit], Response]:
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return lambda _visit: Response(file.content, media_type=file.media_type, headers=kept)
