"""Rows of a golden book of the past, read from its cells."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.model.dossier import Honoured
from vbgen.register.entering.past_entries import PastEntry, past_entry

# a golden book tells no subject; the outgoing register is Vietnamese for every reader
_TYPE, _SUBJECT, _NOTE = "Quyết định", "về việc khen thưởng", "Ghi theo sổ vàng"
_NUMBER = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,7})", re.IGNORECASE)
_DECISION = re.compile(
    r"(?:quyết định\s+|qđ\s+)?(?:số\s*:?\s*)?(?P<code>\d+[^\W\d_]?\s*/\s*[^\s,;]+)"
    r"(?:\s*[,;]?\s*(?:ngày\s*)?(?P<day>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class GoldenRow:
    """One certificate of a golden book of the past."""

    honoured: Honoured
    decision: PastEntry
    number: int | None = None  # None where the book gives it none
    place: Place = field(default_factory=Place, compare=False)  # of the name, in the file


def golden_row(
    values: Mapping[str, object], place: Callable[[str], Place]
) -> tuple[GoldenRow | None, list[Problem]]:
    """The certificate that a row's cells make, or every problem of them."""
    problems = list(_lacking(values, place))
    number = _number(values, place, problems)
    decision, faults = past_entry(_of_decision(values), place)
    problems += faults
    if decision is None or problems:
        return None, problems
    decision = replace(decision, issuer=_text(values, "decided_by"))
    return GoldenRow(_honoured(values), decision, number, place("name")), []


def _lacking(values: Mapping[str, object], place: Callable[[str], Place]) -> list[Problem]:
    said = {
        "name": _("Thiếu tên cá nhân, tập thể được khen."),
        "award": _("Thiếu danh hiệu, hình thức khen thưởng."),
    }
    return [
        Problem("golden-cell-empty", message, place(name))
        for name, message in said.items()
        if not _text(values, name)
    ]


def _number(
    values: Mapping[str, object], place: Callable[[str], Place], problems: list[Problem]
) -> int | None:
    written = _text(values, "number")
    found = _NUMBER.fullmatch(written)
    if written and found is None:
        message = _("“{found}” không phải là số sổ vàng; hãy ghi một số, như 07.", found=written)
        problems.append(Problem("cell-not-a-number", message, place("number")))
    return int(found[1]) if found else None


def _of_decision(values: Mapping[str, object]) -> dict[str, object]:
    """Number and day of the decision, from cells of their own or from one: `245/QĐ-SCT ngày 15/12/2021`."""
    found = _DECISION.fullmatch(_text(values, "code"))
    if found is None:
        return {"code": values.get("code"), "day": values.get("day")}
    return {
        "code": re.sub(r"\s+", "", found["code"]),
        "day": values.get("day") or found["day"],
        "signer_name": values.get("signer_name"),
    }


def _honoured(values: Mapping[str, object]) -> Honoured:
    return Honoured(
        nominee=_text(values, "nominee"),
        name=_text(values, "name"),
        unit=_text(values, "unit"),
        award=_text(values, "award"),
        merit=_merit(values),
    )


def _merit(values: Mapping[str, object]) -> str:
    """The merit as it is written; the year of a column of its own stands behind it where it says none."""
    merit, year = _text(values, "merit").rstrip(" ."), _text(values, "year")
    if not year or _YEAR.search(merit):
        return merit
    return f"{merit} năm {year}".strip()


def as_decision(row: GoldenRow) -> PastEntry:
    """The decision as the outgoing register writes it, where that has none."""
    return replace(row.decision, type_name=_TYPE, subject=_SUBJECT, note=_NOTE)


def _text(values: Mapping[str, object], name: str) -> str:
    return " ".join(str(values.get(name) or "").split())
