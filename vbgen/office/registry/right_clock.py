"""Living with acts that were made under a clock which ran ahead: stated once, by the right clock and with a reason."""

from collections.abc import Iterator

from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.messages import _
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.days import Known, clock_doubts
from vbgen.register import Register
from vbgen.register.clock import CORRECTED, WrongTime


def clock_doubts_at(desk: Desk) -> tuple[Problem, ...]:
    """Whether the desk's clock stands far ahead of the register's last act."""
    return tuple(clock_doubts(Known(desk.clock(), last_act=desk.register.last_act_at)))


def clock_to_correct(desk: Desk) -> Problem:
    """What a person agrees to who states that the clock is right now; ProblemsFoundError when nothing is amiss."""
    now = desk.clock()
    wrong = desk.register.wrong_time(now)
    if wrong is None:
        raise _nothing_amiss()
    message = _(
        "Mục nhật ký số {first} đến {last} ghi giờ đến {latest}; máy đang chỉ {now}. Nếu giờ "
        "của máy bây giờ là đúng thì các mục đó đã ghi theo đồng hồ chạy sai.",
        first=wrong.first,
        last=wrong.last,
        latest=f"{wrong.latest:%d/%m/%Y %H:%M}",
        now=f"{now:%d/%m/%Y %H:%M}",
    )
    return Problem("clock-to-correct", message, severity=Severity.WARNING)


def correct_clock(desk: Desk, why: str) -> WrongTime:
    """The journal says so, and goes on by the right clock; the acts themselves stay as they are."""
    wrong = desk.register.correct_clock(desk.stamp(why))
    if wrong is None:
        raise _nothing_amiss()
    desk.enter_archive()
    desk.mirror()
    return wrong


def corrections(register: Register) -> Iterator[Problem]:
    """A note for each time that the clock was stated to have been wrong."""
    for act in register.acts_about_no_document(CORRECTED):
        message = _(
            "Mục nhật ký số {first} đến {last} ghi theo đồng hồ chạy sai; {who} đã xác nhận: {why}.",
            first=act.detail.get("first"),
            last=act.detail.get("last"),
            who=act.who,
            why=act.why,
        )
        place = Place(file=_("Nhật ký, mục số {seq}", seq=act.seq))
        yield Problem("clock-corrected", message, place, Severity.NOTE)


def _nothing_amiss() -> ProblemsFoundError:
    message = _("Giờ của máy không sớm hơn việc gần nhất trong sổ: không có gì để xác nhận.")
    return ProblemsFoundError(message, (Problem("clock-in-order", message),))
