"""Reading: files dropped, what was read of them beside their own pages, question by question; then into a campaign."""

from collections.abc import Iterator, Sequence

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.office import (
    AnswerReading,
    DropLot,
    FileReading,
    LayIn,
    ListCampaigns,
    ListLots,
    LotSeen,
    ReadValue,
    SeeLot,
    ShowSource,
    TakeLot,
)
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.showing.reading_parts import dropped_files, reading_words
from vbgen.web.visit import Visit

_MOST_UPLOAD = 120_000_000  # bytes of all files of a form


def _door(visit: Visit) -> Response:
    return _shown(visit)


def _shown(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    """Where files are dropped, and what waits."""
    with visit.looking() as office:
        names, lots = office.do(ListCampaigns()).names, office.do(ListLots()).lots
    shown = {"names": names, "lots": lots, "into": visit.word("into"), "problems": problems}
    return visit.page("reading.html", shown, status=422 if problems else 200)


def _drop(visit: Visit) -> Response:
    """Files laid in; to what was read of them."""
    try:
        with visit.acting() as office:
            lot = office.do(LayIn(dropped_files(visit), visit.word("into")))
    except VbgenError as fault:
        return _shown(visit, fault.as_problems())
    return visit.onward(f"/reading/{lot.id}")


def _lot(visit: Visit) -> Response:
    return _read(visit)


def _read(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    """One of the files, what was read of it beside its pages."""
    seen = visit.asked(SeeLot(visit.part("lot")))
    with visit.looking() as office:
        names = office.do(ListCampaigns()).names
    reading = _wanted(visit, seen)
    words = tuple(dict.fromkeys(each.words for each in _values(reading) if each.words))
    source = visit.asked(ShowSource(seen.lot.id, reading.file, words))
    shown = {
        "seen": seen,
        "reading": reading,
        "number": seen.files.index(reading) + 1,
        "source": source,
        "names": names,
        **reading_words(),
        "problems": (*problems, *seen.problems, *source.problems),
    }
    return visit.page("reading_lot.html", shown, status=422 if problems else 200)


def _wanted(visit: Visit, seen: LotSeen) -> FileReading:
    at = visit.count("file")
    return seen.files[at - 1 if 1 <= at <= len(seen.files) else 0]


def _values(reading: FileReading) -> Iterator[ReadValue]:
    for part in reading.paper.values():
        yield from (part,) if isinstance(part, ReadValue) else part
    for person in reading.people:
        yield from person.fields.values()


def _answer(visit: Visit) -> Response:
    """An answer; back to the file, which is read anew with it."""
    answer = visit.word("own") or visit.word("answer")
    try:
        with visit.acting() as office:
            office.do(AnswerReading(visit.word("key"), answer))
    except VbgenError as fault:
        return _read(visit, fault.as_problems())
    return visit.onward(f"/reading/{visit.part('lot')}", file=visit.word("file", "1"))


def _take(visit: Visit) -> Response:
    """Into the campaign; what was written, and what a person should look at there."""
    wanted = TakeLot(visit.part("lot"), visit.word("into"), visit.count("phase") or None)
    try:
        taken = visit.site.workroom.do(wanted, visit.visitor.who)
    except VbgenError as fault:
        return _read(visit, fault.as_problems())
    return visit.page("reading_taken.html", taken=taken, problems=taken.problems)


def _throw_away(visit: Visit) -> Response:
    with visit.acting() as office:
        office.do(DropLot(visit.part("lot")))
    return visit.onward("/reading")


ROUTES = (
    DeskRoute("GET", "/reading", DeskAct.CHANGE_DATA, _door),
    DeskRoute("POST", "/reading", DeskAct.CHANGE_DATA, _drop, _MOST_UPLOAD, again=_shown),
    DeskRoute("GET", "/reading/{lot}", DeskAct.CHANGE_DATA, _lot),
    DeskRoute("POST", "/reading/{lot}/answer", DeskAct.CHANGE_DATA, _answer),
    DeskRoute("POST", "/reading/{lot}/take", DeskAct.CHANGE_DATA, _take),
    DeskRoute("POST", "/reading/{lot}/discard", DeskAct.CHANGE_DATA, _throw_away),
)
