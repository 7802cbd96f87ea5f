"""Who is who: one person in two lists or under two spellings, and people of one name."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from vbgen.errors import Severity
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot
from vbgen.words.names import same_name
from vbgen.words.numbers import listed


def check(case: Case) -> Iterator[Finding]:
    """Persons who seem to be one, and those who merely have one name; each group once."""
    for named in case.named.values():
        if len(named) > 1:
            spelled = _by_spelling(named)
            for group in spelled:
                yield from _of_one_spelling(case, group)
            for one, other in combinations(spelled, 2):
                yield from _of_two_spellings(case, one, other)


def _by_spelling(named: Sequence[Nominee]) -> list[list[Nominee]]:
    """Persons whose names are alike without marks, apart by how they are spelt."""
    groups: list[list[Nominee]] = []
    for person in named:
        fitting = next(
            (group for group in groups if same_name(group[0].full_name, person.full_name)), None
        )
        if fitting is None:
            groups.append([person])
        else:
            fitting.append(person)
    return groups


def _of_one_spelling(case: Case, group: list[Nominee]) -> Iterator[Finding]:
    doubled = [*_of_one_birth(group), *_of_one_unit(group)]
    for people in doubled:
        yield from _doubled(case, people)
    if len(group) > 1 and group not in doubled:
        message = _("{names} trùng họ tên.", names=_names(case, group))
        todo = _("Khi in giấy khen, ghi rõ chức vụ, đơn vị; kiểm tra không nhầm người.")
        yield from _told(case, "homonyms", message, todo, group)


def _of_one_birth(group: list[Nominee]) -> list[list[Nominee]]:
    years = dict.fromkeys(person.birth_year for person in group if person.birth_year)
    made = ([person for person in group if person.birth_year == year] for year in years)
    return [people for people in made if len(people) > 1]


def _of_one_unit(group: list[Nominee]) -> list[list[Nominee]]:
    """Those of one unit of whom one has no year of birth: nothing tells them apart."""
    units: dict[str, list[Nominee]] = {}
    for person in group:
        units.setdefault(person.unit, []).append(person)
    return [people for people in units.values() if len(people) > 1 and _lacks_a_year(people)]


def _lacks_a_year(people: list[Nominee]) -> bool:
    return not all(person.birth_year for person in people)


def _doubled(case: Case, people: list[Nominee]) -> Iterator[Finding]:
    names = _names(case, people)
    if len({person.unit for person in people}) > 1:
        message = _(
            "{names} cùng họ tên, cùng năm sinh, ở danh sách của các đơn vị khác nhau.", names=names
        )
        todo = _("Nếu là một người, hãy giữ một mã và một đơn vị đề nghị.")
        yield from _told(case, "same-person-two-units", message, todo, people)
    else:
        message = _("{names} cùng họ tên, cùng đơn vị, không có năm sinh khác nhau.", names=names)
        todo = _("Nếu là một người, xóa dòng thừa; nếu không, ghi năm sinh.")
        yield from _told(case, "same-person-twice", message, todo, people)


def _of_two_spellings(case: Case, one: list[Nominee], other: list[Nominee]) -> Iterator[Finding]:
    for first, second in product(one, other):
        if _may_be_one(first, second):
            message = _(
                "{names} có thể là một người viết hai cách.", names=_names(case, [first, second])
            )
            todo = _("Hãy kiểm tra theo hồ sơ rồi thống nhất cách viết, dùng một mã.")
            yield from _told(case, "two-spellings", message, todo, [first, second])


def _may_be_one(first: Nominee, second: Nominee) -> bool:
    """Year of birth or unit are the same, and nothing written of the two speaks against it."""
    births = {first.birth_year, second.birth_year} - {None}
    genders = {first.gender, second.gender} - {None}
    same_birth = first.birth_year is not None and first.birth_year == second.birth_year
    agree = len(births) < 2 and len(genders) < 2  # noqa: PLR2004 - two that differ
    return agree and (same_birth or first.unit == second.unit)


def _names(case: Case, people: Sequence[Nominee]) -> str:
    return listed([case.who(person) for person in people])


def _told(
    case: Case, id_: str, message: str, todo: str, people: Sequence[Nominee]
) -> Iterator[Finding]:
    rule = case.law.principle("one-person-once")
    if rule is not None:
        spots = tuple(Spot("nominees", case.rows[person.id], "full_name") for person in people)
        names = tuple(dict.fromkeys(person.full_name for person in people))
        weight = Severity.NOTE if id_ == "homonyms" else case.law.weight(rule)
        yield Finding(id_, weight, message, todo, rule, spots, names)
