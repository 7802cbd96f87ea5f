"""What making a paper would refuse, told at the cell that it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from vbgen.campaign import Inspection
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.office.checks.finding import PlaceOf, Spot
from vbgen.words.person.doubt import cut
from vbgen.words.widths import foreign_signs

UNPRINTABLE = "certificate-sign"


def unprintable_cells(campaign: Campaign, place_of: PlaceOf) -> Iterator[Problem]:
    """An error at each cell that puts a sign on a certificate which Times New Roman lacks."""
    told: set[Spot] = set()
    for spot, name, text in _printed(campaign):
        if spot not in told and (signs := foreign_signs(text)):
            told.add(spot)
            message = _(
                "Giấy khen của {name} có ký hiệu “{signs}” mà phông Times New Roman không có.",
                name=cut(name),
                signs=signs,
            )
            hint = _("Hãy bỏ ký hiệu đó hoặc thay bằng chữ.")
            place = place_of(spot.table, spot.row, spot.field)
            yield Problem(UNPRINTABLE, message, place, Severity.ERROR, hint)


def at_their_tables(problems: Iterable[Problem], inspection: Inspection) -> tuple[Problem, ...]:
    """The problems, those that name a table and no cell at the place where the table stands."""
    tables = {Campaign.title_of(name): name for name in Campaign.model_fields}
    return tuple(_placed(problem, tables, inspection) for problem in problems)


def _placed(problem: Problem, tables: Mapping[str, str], inspection: Inspection) -> Problem:
    place = problem.place
    name = tables.get(place.sheet, place.path)
    if place.file or place.cell or name not in tables.values():
        return problem
    found = inspection.places.tables.get(name)
    file = inspection.places.file
    sheet = Campaign.title_of(name)
    return replace(problem, place=found.place if found else Place(file=file, sheet=sheet))


def _printed(campaign: Campaign) -> Iterator[tuple[Spot, str, str]]:
    """Each text that a certificate prints: where it stands, whose certificate it is, and the text."""
    people = {each.id: (row, each) for row, each in enumerate(campaign.nominees)}
    units = {each.id: (row, each) for row, each in enumerate(campaign.units)}
    for number, award in enumerate(campaign.awards):
        if award.nominee not in people:
            continue
        row, nominee = people[award.nominee]
        who = nominee.full_name
        yield Spot("awards", number, "merit"), who, award.merit
        yield Spot("nominees", row, "full_name"), who, nominee.full_name
        if nominee.kind.is_person:
            yield Spot("nominees", row, "position"), who, nominee.position
            yield Spot("nominees", row, "printed_post"), who, nominee.printed_post
        if nominee.kind.is_person and nominee.unit in units:
            place, unit = units[nominee.unit]
            yield Spot("units", place, "name"), who, unit.name
        yield Spot("agency", 0, "full_name"), who, campaign.agency.full_name
