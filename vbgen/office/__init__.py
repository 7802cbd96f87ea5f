"""One office behind every face: an opened Office, requests and answers that are plain and frozen.

    with Office.act(place, surroundings) as office:
        prepared = office.do(PrepareIssue(campaign, "award-decision", day, phase=1))

Names are brought in when they are first asked for, so that a face starts as fast as it can.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.office.acts import Answer, Request
    from vbgen.office.exporting import ExportTemplate, TemplateExported
    from vbgen.office.office import Office, Surroundings
    from vbgen.pages.runs.progress import Progress

_ROOMS = {
    "vbgen.office.acts": ("Answer", "Request"),
    "vbgen.office.exporting": ("ExportTemplate", "TemplateExported"),
    "vbgen.office.office": ("Office", "Surroundings"),
    "vbgen.pages.runs.progress": ("Progress",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Answer",
    "ExportTemplate",
    "Office",
    "Progress",
    "Request",
    "Surroundings",
    "TemplateExported",
]


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_ROOM_OF[name]), name)
    globals()[name] = value
    return value
