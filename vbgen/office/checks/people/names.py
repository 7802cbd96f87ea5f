"""Names of honours that the law does not know or writes otherwise; collectives that nearly have a unit's name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vbgen.campaign.topics import nearest
from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.field import Offered
from vbgen.model.movement import RecipientKind
from vbgen.model.references import offering
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.words.names import fold
from vbgen.words.numbers import two_digits

if TYPE_CHECKING:
    from vbgen.law.history import PastHonour


def check(case: Case) -> Iterator[Finding]:
    """Unknown and old names of honours; collectives whose name is not quite that of their unit."""
    yield from _honours(case)
    yield from _collectives(case)


def _honours(case: Case) -> Iterator[Finding]:
    unknown: dict[str, list[Spot]] = {}
    old: dict[str, list[Spot]] = {}
    for name, spot in _named(case):
        honour = case.honour(name)
        if honour is None:
            unknown.setdefault(name, []).append(spot)
        elif honour.name != name:
            old.setdefault(name, []).append(spot)
    for name, spots in unknown.items():
        message = _("Không có danh hiệu hay hình thức khen thưởng nào tên “{name}”.", name=name)
        todo = _near(case, name)
        yield Finding("unknown-honour", Severity.ERROR, message, todo, None, tuple(spots))
    yield from (_old_name(case, name, spots) for name, spots in old.items())
    yield from _unknown_in_history(case)


def _named(case: Case) -> Iterator[tuple[str, Spot]]:
    """Every honour that a row names, with its place."""
    for table, column in offering(Offered.HONOURS):
        for row, record in enumerate(getattr(case.campaign, table)):
            if name := getattr(record, column):
                yield name, Spot(table, row, column)


def _near(case: Case, name: str) -> str:
    """The honours that the name is short for, or the one that is called almost so."""
    meant = _short_for(case, name) or [nearest(name, [each.name for each in case.law.honours])]
    if any(meant):
        return _("Có phải là {names}?", names=_(" hoặc ").join(f"“{each}”" for each in meant))
    return _("Hãy chọn tên trong danh sách thả xuống.")


def _short_for(case: Case, name: str) -> list[str]:
    """`LĐTT`, `lđ.tt`: blanks, dots and case do not count."""
    key = _short_key(name)
    honours = ((each.name, each.short_names) for each in case.law.honours)
    return [full for full, shorts in honours if key and key in map(_short_key, shorts)]


def _short_key(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _unknown_in_history(case: Case) -> Iterator[Finding]:
    """Names in lists and decisions of earlier years that the office's rules do not know: they count for nothing."""
    rows: dict[str, list[PastHonour]] = {}
    for row in case.imported:
        if case.honour(row.award) is None:
            rows.setdefault(row.award, []).append(row)
    for name, found in rows.items():
        where = [str(row.place) or row.decision_number for row in found]
        message = _(
            "Khen thưởng các năm trước có “{name}” ({where}), không có trong quy định đang dùng nên không được tính.",
            name=name,
            where=", ".join(dict.fromkeys(filter(None, where))),
        )
        todo = _("Nếu đó là danh hiệu, hình thức riêng của cơ quan thì ghi lại quy định đó.")
        yield Finding("history-unknown-honour", Severity.WARNING, message, todo)


def _old_name(case: Case, name: str, spots: list[Spot]) -> Finding:
    proper = case.rules.find(name).name
    message = _(
        "“{name}” được hiểu là “{proper}” ({count} chỗ); văn bản in theo tên trong luật.",
        name=name,
        proper=proper,
        count=two_digits(len(spots)),
    )
    rule = case.law.principle("statutory-name")
    return Finding(
        "old-spelling",
        Severity.NOTE,
        message,
        _("Nên ghi đúng tên trong luật."),
        rule,
        tuple(spots),
    )


def _collectives(case: Case) -> Iterator[Finding]:
    """Proposed collectives whose name is nearly, but not quite, that of a unit."""
    rule = case.law.principle("canonical-names")
    if rule is None:
        return
    for nominee in case.campaign.nominees:
        if (
            nominee.kind is not RecipientKind.COLLECTIVE
            or nominee.id not in case.by_nominee
            or case.is_whole_agency(nominee)
        ):
            continue
        unit = case.units.get(nominee.unit, "")
        if nominee.full_name != unit and _nearly(nominee.full_name, unit):
            message = _(
                "Tập thể “{name}” khác tên đơn vị “{unit}”.", name=nominee.full_name, unit=unit
            )
            todo = _("Hãy dùng đúng tên chính thức ở trang “Đơn vị”.")
            spot = Spot("nominees", case.rows[nominee.id], "full_name")
            yield breach(
                case.law,
                rule,
                "unit-name-differs",
                message,
                todo=todo,
                spots=(spot,),
                people=(nominee.full_name,),
            )


def _nearly(name: str, unit: str) -> bool:
    """Half of the words of one or the other stand in both: a sub-unit with a name of its own is no misspelling."""
    words, others = set(fold(name).split()), set(fold(unit).split())
    return len(words & others) * 2 >= max(len(words), len(others)) > 0
