"""How recipients are called: noun, caption, post, sentence of merit; the office's own words before the usual ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from vbgen.law.honour import Honour
from vbgen.law.honour_type import HonourType
from vbgen.model.agency import Agency
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender, Nominee
from vbgen.model.recipient import RecipientWording
from vbgen.model.unit import Unit
from vbgen.papers.body.belonging import body_of, is_of_agency, is_place
from vbgen.papers.body.merit import merit_done
from vbgen.words.names import upper_vn

_CELLS = ("noun", "caption", "post_heading", "merit_opening", "line_above")
NOTHING = "-"  # typed where nothing is to be printed
_POST_HEADINGS = {
    RecipientKind.INDIVIDUAL: "Chức vụ, đơn vị công tác",
    RecipientKind.PUPIL: "Lớp, đơn vị",
    RecipientKind.HOUSEHOLD: "Địa chỉ",
}
_BY_GENDER = {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}


@dataclass(frozen=True, slots=True)
class Wordings:
    """The office's rows; a unit's own before those for every unit, cell by cell."""

    rows: tuple[RecipientWording, ...] = ()

    def of(self, kind: RecipientKind, unit: str = "") -> RecipientWording:
        """What is said of recipients of that kind in that unit; empty cells where the office says nothing."""
        said: dict[str, str] = {}
        for row in self._fitting(kind, unit):
            for name in _CELLS:
                said.setdefault(name, "")
                said[name] = said[name] or getattr(row, name)
        return RecipientWording.model_validate({"kind": kind, **said})

    def _fitting(self, kind: RecipientKind, unit: str) -> list[RecipientWording]:
        rows = [row for row in self.rows if row.kind is kind and row.unit in {"", unit}]
        return sorted(rows, key=lambda row: not row.unit)

    def noun(self, kind: RecipientKind) -> str:
        """`tập thể`, `học sinh`."""
        return self.of(kind).noun or kind.noun

    def post_heading(self, kind: RecipientKind) -> str:
        """`Chức vụ, đơn vị công tác`: what heads the column beside the name."""
        return self.of(kind).post_heading or _POST_HEADINGS.get(kind, "Thành tích")

    def caption(self, nominee: Nominee) -> str:
        """`Ông`, `Em`, `Tập thể`: what stands before or above the name; empty where nothing is to."""
        said = nominee.honorific or self.of(nominee.kind, nominee.unit).caption
        if said:
            return "" if said == NOTHING else said
        return _usual_caption(nominee)

    def line_above(self, nominee: Nominee, honour: Honour) -> str:
        """`TẶNG`; what the office says above the title, where a commendation is given and no title recognised."""
        said = self.of(nominee.kind, nominee.unit).line_above
        if not said or honour.type is HonourType.TITLE:
            return honour.line_above
        return "" if said == NOTHING else upper_vn(said)

    def merit_sentence(self, nominee: Nominee, merit: str, opening: str = "") -> str:
        """`Đã có thành tích xuất sắc …`; the merit alone where the row or the office says that it is whole."""
        said = opening or self.of(nominee.kind, nominee.unit).merit_opening
        if not said:
            return f"Đã {merit_done(merit)}"
        return merit[:1].upper() + merit[1:] if said == NOTHING else f"{said} {merit}"


def post_of(nominee: Nominee, unit: Unit | None) -> str:
    """`Chuyên viên, Văn phòng Sở`; what the row says in its place; nothing for a collective, a unit itself."""
    if nominee.printed_post:
        return "" if nominee.printed_post == NOTHING else nominee.printed_post
    if nominee.kind is RecipientKind.COLLECTIVE or (unit and unit.name == nominee.full_name):
        return ""
    return _position_in(nominee.position, small(unit_name(unit)))


def unit_name(unit: Unit | None) -> str:
    """The unit as it stands behind a position; empty where nothing is to."""
    if unit is None or unit.printed_name == NOTHING:
        return ""
    return unit.printed_name or unit.name


def small(name: str) -> str:
    """`thôn An Nội`: a place's common noun in small letters, as within a sentence; any other name as it is."""
    is_small = is_place(name) or name.startswith("Lớp ")
    return name[0].lower() + name[1:] if is_small else name


def full_post(nominee: Nominee, unit: Unit | None, agency: Agency) -> str:
    """The post with the agency behind it, where the recipient belongs to it: `…, Sở Công Thương Hà Nam`.

    A pupil's certificate names the class; the school stands above it already.
    """
    bare = (
        nominee.printed_post
        or (unit and unit.printed_name)
        or nominee.kind is RecipientKind.PUPIL
        or nominee.full_name == agency.full_name
    )
    behind = not bare and is_of_agency(nominee, unit, agency)
    return ", ".join(filter(None, (post_of(nominee, unit), body_of(agency) if behind else "")))


def _usual_caption(nominee: Nominee) -> str:
    by_gender = _BY_GENDER.get(nominee.gender, "") if nominee.gender else ""
    match nominee.kind:
        case RecipientKind.INDIVIDUAL:
            return by_gender
        case RecipientKind.HOUSEHOLD:
            return f"Hộ gia đình {by_gender.lower()}".strip()
        case RecipientKind.PUPIL:
            return "Em"
        case RecipientKind.COLLECTIVE:
            return "Tập thể"
        case RecipientKind.ENTERPRISE:
            return ""


def _position_in(position: str, unit: str) -> str:
    """`Chuyên viên, Văn phòng Sở`; `Chánh Văn phòng Sở`, where the position ends as the unit begins."""
    words, name = position.split(), unit.split()
    for shared in range(min(len(words), len(name)), 0, -1):
        if _alike(words[-shared:], name[:shared]):
            return " ".join((*words[:-shared], *_joined(words[-shared:], name)))
    return ", ".join(filter(None, (position, unit)))


def _joined(ending: Sequence[str], name: Sequence[str]) -> list[str]:
    """The position's own words as far as they go, with the unit's commas, then the rest of the unit."""
    commas = ["," if word.endswith(",") else "" for word in name[: len(ending)]]
    kept = [word + comma for word, comma in zip(ending, commas, strict=True)]
    return [*kept, *name[len(ending) :]]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return [word.lower() for word in one] == [word.lower().rstrip(",") for word in other]
