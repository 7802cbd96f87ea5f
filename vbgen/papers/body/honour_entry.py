"""One row of a list of nominees or of the commended, and the group of those with one honour."""

from dataclasses import dataclass

from vbgen.law.honour import Honour
from vbgen.law.honour_type import HonourType
from vbgen.model.movement import RecipientKind, SubjectKind
from vbgen.model.people import Nominee
from vbgen.words.numbers import count_of


@dataclass(frozen=True, slots=True)
class HonourEntry:
    """One row of a list."""

    number: int
    nominee: Nominee
    unit: str
    honour: Honour
    merit: str
    caption: str  # "Ông", "Em", "Tập thể"; empty where nothing is to stand before the name
    post: str  # "Chuyên viên, Văn phòng Sở"; empty for a collective, which is a unit itself
    full_post: (
        str  # with the agency behind it, for those who belong to it: what stands on a certificate
    )
    merit_sentence: str  # "Đã có thành tích xuất sắc …"
    line_above: str  # "TẶNG": above the title of the certificate

    @property
    def name(self) -> str:
        """Full name of the person or the collective."""
        return self.nominee.full_name

    @property
    def addressed_name(self) -> str:
        """`Ông Giàng A Páo`; a collective's name as it is."""
        is_collective = self.nominee.subject is SubjectKind.COLLECTIVE
        return " ".join(filter(None, ("" if is_collective else self.caption, self.name)))

    @property
    def birth_year(self) -> str:
        """The year of birth, empty where unknown."""
        return str(self.nominee.birth_year or "")

    @property
    def rating(self) -> str:
        """The year's rating, empty where there is none."""
        return self.nominee.rating.label if self.nominee.rating else ""


@dataclass(frozen=True, slots=True)
class HonourGroup:
    """Entries of one honour for one kind of recipient."""

    honour: Honour
    kind: RecipientKind
    noun: str  # `tập thể`, `học sinh`
    entries: tuple[HonourEntry, ...]

    @property
    def subject_kind(self) -> SubjectKind:
        """Whom the law takes them for."""
        return self.kind.subject

    @property
    def title(self) -> str:
        """`Danh hiệu “Lao động tiên tiến”`, or the commendation form's name."""
        name = self.honour.name
        return f"Danh hiệu “{name}”" if self.honour.type is HonourType.TITLE else name

    @property
    def count(self) -> str:
        """`05 tập thể`."""
        return count_of((len(self.entries), self.noun))
