"""One office behind every face: an opened Office, requests and answers that are plain and frozen.

    with Office.act(place, surroundings) as office:
        prepared = office.do(PrepareIssue(campaign, "award-decision", day, phase=1))

Names are brought in when they are first asked for, so that a face starts as fast as it can.
"""

from importlib import import_module

from vbgen.office.rooms import ROOM_OF

__all__ = list(ROOM_OF)


def __getattr__(name: str) -> object:
    if name not in ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(ROOM_OF[name]), name)
    globals()[name] = value
    return value
