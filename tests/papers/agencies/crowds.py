"""Campaigns of an agency with as many people as are wanted."""

from itertools import cycle, islice, product
from typing import Any

from tests.papers.agencies.offices import Office

ROWS = (3, 18, 40, 400)  # a few, about one page, several pages, a whole province's
_FAMILIES = ("Nguyễn", "Trần Thị", "Lê Văn", "Phạm Ngọc", "Hoàng", "Đặng Thị Bích", "Vũ Đình")
_GIVEN = ("An", "Bình", "Cúc", "Duyên", "Giang", "Hạnh Phúc", "Khánh", "Lâm", "Minh Châu", "Oanh")
_TABLES = ("nominees", "nominations", "votes", "awards")


def crowd(office: Office, count: int) -> None:
    """So many people in the place of the agency's own, each proposed, voted on and awarded as those were."""
    data = office.data()
    old = {row["id"]: row for row in data.get("nominees", ())}
    kept = {
        name: [row for row in data.get(name, ()) if row.get("nominee") in old]
        for name in _TABLES[1:]
    }
    data["nominees"] = [_person(old, number) for number in range(count)]
    for name, rows in kept.items():
        if rows:
            data[name] = [row for number in range(count) for row in _rows(rows, old, number)]
    for name in ("initiatives", "past_awards", "achievements", "work_years"):
        data.pop(name, None)
    office.write(data)


def _person(old: dict[str, Any], number: int) -> dict[str, Any]:
    like = list(old.values())[number % len(old)]
    return {**like, "id": f"N{number}", "full_name": _name(like, number)}


def _name(like: dict[str, Any], number: int) -> str:
    if like.get("kind", "individual") not in {"individual", "household", "pupil"}:
        return f"{like['full_name']} {number + 1}"
    family, given = next(islice(cycle(product(_FAMILIES, _GIVEN)), number * 11 % 70, None))
    return f"{family} {given}"


def _rows(rows: list[Any], old: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """What was said of the one that this person stands for."""
    of = list(old)[number % len(old)]
    return [{**row, "nominee": f"N{number}"} for row in rows if row["nominee"] == of]
