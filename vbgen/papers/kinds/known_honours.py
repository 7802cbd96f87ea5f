"""Before papers are made: every title and commendation form that the campaign names is one that the law knows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.law.honour import UnknownHonourError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered, Record
from vbgen.model.references import offering
from vbgen.papers.kinds.kind import Kind

PlaceOf = Callable[[str, int, str], Place]  # of a table, a row from 0 and a field

_ALONE = frozenset({"nominations", "awards"})
_EARLIER = frozenset({"past_awards", "confirmations"})  # decided by others, by laws of other days


@dataclass(frozen=True, slots=True)
class HonoursRead:
    """Which rows some papers read honours of: those of their phase, and of the tables that they are made from."""

    kinds: Sequence[Kind]
    phase: int | None = None

    def reads(self, table: str, row: Record) -> bool:
        """Whether any of the papers does; a table that has no phases is read by all."""
        phase = getattr(row, "phase", None)
        if phase is None:
            return True
        return self.phase in {None, phase} and any(_reads(kind, table) for kind in self.kinds)


def _reads(kind: Kind, table: str) -> bool:
    """A paper of what was proposed needs no awards, one of what was awarded no proposals; others may need both."""
    return kind.needs not in _ALONE or table in {kind.needs, *kind.also_needs}


def refuse_unknown_honours(
    campaign: Campaign,
    law: LawOfDay,
    place_of: PlaceOf | None = None,
    read: HonoursRead | None = None,
) -> None:
    """Raise ProblemsFoundError with each row whose title or form has no rule, and the nearest name; of what is read."""
    problems = tuple(_problems(campaign, law, place_of or row_of, read))
    if problems:
        message = _(
            "Có {count} chỗ ghi danh hiệu, hình thức khen thưởng không có.", count=len(problems)
        )
        raise ProblemsFoundError(message, problems)


def refuse_unread(
    campaign: Campaign,
    kinds: Sequence[Kind],
    phase: int | None,
    law: LawOfDay,
    place_of: PlaceOf | None = None,
) -> None:
    """ProblemsFoundError where papers of those kinds read honours that the law does not know."""
    needing = [kind for kind in kinds if kind.needs]
    if needing:
        refuse_unknown_honours(campaign, law, place_of, HonoursRead(needing, phase))


def has_unknown_honours(campaign: Campaign, law: LawOfDay) -> bool:
    """Whether papers would be refused for that."""
    return any(True for _problem in _problems(campaign, law, row_of))


def row_of(table: str, row: int, field: str) -> Place:
    """Where a row stands, for who does not know the files that the data came from."""
    return Place(sheet=Campaign.title_of(table), path=f"{table}[{row}].{field}")


def _problems(
    campaign: Campaign, law: LawOfDay, place_of: PlaceOf, read: HonoursRead | None = None
) -> Iterator[Problem]:
    names = [honour.name for honour in law.honours]
    for table, number, field, name in _named(campaign, read):
        if not _is_known(name, law):
            message = str(UnknownHonourError(name))
            place = place_of(table, number, field)
            yield Problem("unknown-honour", message, place, hint=_near(name, names))


def _named(campaign: Campaign, read: HonoursRead | None) -> Iterator[tuple[str, int, str, str]]:
    """Every honour that a row names: table, row, field and name; of what is read."""
    for table, field in offering(Offered.HONOURS):
        for number, row in enumerate(() if table in _EARLIER else getattr(campaign, table)):
            name = getattr(row, field)
            if name and (read is None or read.reads(table, row)):
                yield table, number, field, name


def _is_known(name: str, law: LawOfDay) -> bool:
    try:
        law.honour(name)
    except UnknownHonourError:
        return False
    return True


def _near(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return (
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Hãy chọn trong danh sách thả xuống của ô.")
    )
