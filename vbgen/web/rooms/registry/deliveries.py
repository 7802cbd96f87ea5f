"""A paper's sending: where it went, when, and who signed for it; written down when it is known."""

from collections.abc import Iterator

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, ProblemsFoundError, VbgenError
from vbgen.messages import _
from vbgen.office import (
    DeliveriesShown,
    DeliveryChange,
    DeliveryLine,
    DeliveryWay,
    NewDelivery,
    ShowDeliveries,
    WriteDeliveries,
)
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.tasks.wishes import typed_day
from vbgen.web.visit import Visit


def _lines(visit: Visit) -> Response:
    return _shown(visit)


def _shown(visit: Visit, fault: VbgenError | None = None) -> Response:
    """The lines, each to be completed, and the form for new ones as it was filled in."""
    with visit.looking() as office:
        shown = office.do(ShowDeliveries(visit.part("id")))
    problems = (*(fault.as_problems() if fault else ()), *shown.problems)
    today = visit.site.clock().date()
    page = {"shown": shown, "ways": list(DeliveryWay), "today": today}
    return visit.page("deliveries.html", page, status=422 if fault else 200, problems=problems)


def _write(visit: Visit) -> Response:
    """New lines, and what became known of earlier ones."""
    try:
        with visit.acting() as office:
            shown = office.do(ShowDeliveries(visit.part("id")))
            act = WriteDeliveries(shown.entry.id, tuple(_new(visit)), tuple(_changes(visit, shown)))
            if not act.new and not act.changes:
                message = _("Chưa chọn nơi nhận và chưa bổ sung dòng nào.")
                raise ProblemsFoundError(message, (Problem("no-delivery", message),))
            office.do(act)
    except VbgenError as fault:
        return _shown(visit, fault)
    return visit.onward(f"/register/{shown.entry.id}/deliveries")


def _new(visit: Visit) -> Iterator[NewDelivery]:
    """Those that were ticked, and those that were typed."""
    typed = (name.strip() for name in visit.word("others").split(";"))
    if not (recipients := (*visit.words("to"), *filter(None, typed))):
        return
    yield NewDelivery(
        recipients=recipients,
        moved_on=typed_day(visit.word("day")),
        way=_way(visit),
        copies=visit.count("copies") or None,
        received_by=visit.word("received_by"),
        note=visit.word("note"),
    )


def _way(visit: Visit) -> DeliveryWay:
    try:
        return DeliveryWay(visit.word("way"))
    except ValueError as fault:
        raise HTTPException(400) from fault


def _changes(visit: Visit, shown: DeliveriesShown) -> Iterator[DeliveryChange]:
    """Lines for which the form says something else than what stands; one that it does not hold stays."""
    for line in shown.lines:
        if visit.word(f"is-shown-{line.line}"):
            change = _change(visit, line)
            if change.applied(line) != line:
                yield change


def _change(visit: Visit, line: DeliveryLine) -> DeliveryChange:
    number = line.line
    return DeliveryChange(
        number,
        copies=visit.count(f"copies-{number}") or None,
        received_by=visit.word(f"received-{number}"),
        note=visit.word(f"note-{number}"),
        is_struck=bool(visit.word(f"struck-{number}")),
    )


ROUTES = (
    DeskRoute("GET", "/register/{id}/deliveries", DeskAct.SEE_REGISTER, _lines),
    DeskRoute("POST", "/register/{id}/deliveries", DeskAct.CHANGE_REGISTER, _write),
)
