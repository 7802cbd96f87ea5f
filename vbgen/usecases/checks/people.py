"""Who is who: one person in two lists or under two spellings, people of one name, those who moved."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from vbgen.errors import Severity
from vbgen.law.arithmetic import full_months
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.usecases.checks.case import Case
from vbgen.usecases.checks.finding import Finding, Spot, breach
from vbgen.wording.dates import short_date
from vbgen.wording.names import fold, same_name
from vbgen.wording.numbers import two_digits


def check(case: Case) -> Iterator[Finding]:
    """Doubled persons, homonyms, transfers and secondments, units whose headcount does not fit."""
    for named in _alike(case.individuals).values():
        for first, second in combinations(named, 2):
            yield from _pair(case, first, second)
    for person in case.individuals:
        if person.id in case.by_nominee:
            yield from _moved(case, person)
            yield from _seconded(case, person)
    yield from _headcounts(case)


def _alike(people: Sequence[Nominee]) -> Mapping[str, list[Nominee]]:
    """Persons whose names are the same without marks; those who stand alone are left out."""
    found: dict[str, list[Nominee]] = {}
    for person in people:
        found.setdefault(fold(person.full_name).replace(" - ", "-"), []).append(person)
    return {name: named for name, named in found.items() if len(named) > 1}


def _pair(case: Case, first: Nominee, second: Nominee) -> Iterator[Finding]:
    """What two persons of one name, or nearly one, are to each other; nothing for two who merely look alike."""
    rule = case.law.principle("one-person-once")
    same_spelling, same_unit = same_name(first.full_name, second.full_name), first.unit == second.unit
    same_birth = first.birth_year is not None and first.birth_year == second.birth_year
    make: Callable[[str, str, int | None], tuple[str, str, str]]
    if same_spelling and same_birth:
        make = _twice if same_unit else _in_two_units
    elif same_spelling:
        make = _homonyms
    elif (same_birth or same_unit) and _may_be_one(first, second):
        make = _two_spellings
    else:
        return
    if rule is not None:
        id_, message, todo = make(case.who(first), case.who(second), first.birth_year)
        spots = tuple(Spot("nominees", case.rows[person.id], "full_name") for person in (first, second))
        people = tuple(dict.fromkeys((first.full_name, second.full_name)))
        weight = Severity.NOTE if id_ == "homonyms" else case.law.weight(rule)
        yield Finding(id_, weight, message, todo, rule, spots, people)


def _in_two_units(one: str, other: str, year: int | None) -> tuple[str, str, str]:
    message = _(
        "{one} và {other} cùng tên, cùng năm sinh {year}, ở danh sách của hai đơn vị.", one=one, other=other, year=year
    )
    return "same-person-two-units", message, _("Nếu là một người, hãy giữ một mã và một đơn vị đề nghị.")


def _twice(one: str, other: str, year: int | None) -> tuple[str, str, str]:
    message = _("{one} và {other} cùng tên, cùng năm sinh {year}, cùng đơn vị.", one=one, other=other, year=year)
    return "same-person-twice", message, _("Nếu là một người, hãy xóa một dòng.")


def _two_spellings(one: str, other: str, _year: int | None, /) -> tuple[str, str, str]:
    message = _("{one} và {other} có thể là một người viết hai cách.", one=one, other=other)
    return "two-spellings", message, _("Hãy kiểm tra theo hồ sơ rồi thống nhất cách viết, dùng một mã.")


def _homonyms(one: str, other: str, _year: int | None, /) -> tuple[str, str, str]:
    message = _("{one} và {other} trùng họ tên.", one=one, other=other)
    return "homonyms", message, _("Khi in giấy khen, ghi rõ chức vụ, đơn vị; kiểm tra không nhầm người.")


def _may_be_one(first: Nominee, second: Nominee) -> bool:
    """Nothing written of the two speaks against it."""
    births = {first.birth_year, second.birth_year} - {None}
    genders = {first.gender, second.gender} - {None}
    return len(births) < 2 and len(genders) < 2  # noqa: PLR2004 - two that differ


def _moved(case: Case, person: Nominee) -> Iterator[Finding]:
    rule = case.law.principle("transfer")
    if rule is None or not person.moved_from or person.moved_on is None or person.other_side_agrees:
        return
    months = full_months(date(case.year, 1, 1), person.moved_on - timedelta(days=1))
    if person.moved_on.year != case.year or months < (rule.months or 0):
        return
    message = _(
        "{who} chuyển đến từ {unit} ngày {day}, trong năm đã công tác ở đơn vị cũ {months} tháng, chưa có ý kiến của"
        " đơn vị cũ.",
        who=case.who(person),
        unit=person.moved_from,
        day=short_date(person.moved_on),
        months=two_digits(months),
    )
    yield breach(
        case.law, rule, "transferred", message, todo=_("Hãy xin ý kiến bằng văn bản rồi ghi “Đã có ý kiến nơi kia”."),
        spots=(Spot("nominees", case.rows[person.id], "moved_from"),), people=(person.full_name,),
    )  # fmt: skip


def _seconded(case: Case, person: Nominee) -> Iterator[Finding]:
    rule = case.law.principle("secondment")
    if rule is None or not person.seconded_to or person.other_side_agrees:
        return
    message = _(
        "{who} được biệt phái đến {place}, chưa có xác nhận của nơi tiếp nhận.",
        who=case.who(person),
        place=person.seconded_to,
    )
    yield breach(
        case.law, rule, "seconded", message, todo=_("Hãy xin xác nhận rồi ghi “Đã có ý kiến nơi kia”."),
        spots=(Spot("nominees", case.rows[person.id], "seconded_to"),), people=(person.full_name,),
    )  # fmt: skip


def _headcounts(case: Case) -> Iterator[Finding]:
    """Units with more people listed than they have: shares would be wrong."""
    for row, unit in enumerate(case.campaign.units):
        listed = sum(person.unit == unit.id for person in case.individuals)
        if listed > unit.headcount:
            message = _(
                "{unit} có {listed} người trong danh sách nhưng “Số người” là {headcount}.",
                unit=unit.name,
                listed=listed,
                headcount=unit.headcount,
            )
            todo = _("Hãy sửa “Số người” hoặc bỏ người không thuộc đơn vị.")
            yield Finding("headcount", Severity.WARNING, message, todo, None, (Spot("units", row, "headcount"),))
