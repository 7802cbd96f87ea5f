"""A title or commendation form: its statutory name, its order, for whom it is."""

import re
from dataclasses import dataclass, field
from typing import Annotated

from vbgen.errors import ProblemsFoundError
from vbgen.law.honour_type import HonourType
from vbgen.messages import _
from vbgen.model.field import InForm, Offered
from vbgen.model.movement import SubjectKind
from vbgen.words.tones import ToneStyle, with_tone_style

_MARKS = re.compile(r"[“”\"'‘’]")


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or commendation form; who decides it and what it is worth, the law of a day says."""

    name: Annotated[str, InForm(offers=Offered.HONOURS)]
    other_names: tuple[str, ...] = field(compare=False)
    type: HonourType
    subjects: frozenset[SubjectKind] = field(compare=False)
    rank: int  # 0 is the highest
    short_names: tuple[str, ...] = field(default=(), compare=False)
    act: str = field(
        default="tặng", compare=False
    )  # what a decision does with it; `công nhận danh hiệu`
    line_above: str = field(default="TẶNG", compare=False)  # above the title of its certificate
    certificate_title: str = field(default="", compare=False)  # `GIẤY KHEN`
    has_flags: bool = field(default=False, compare=False)  # red flags on its certificate

    @property
    def quoted(self) -> str:
        """`“Lao động tiên tiến”` for a title that is recognised, the plain name of anything that is given."""
        return f"“{self.name}”" if self.act.endswith("danh hiệu") else self.name

    @property
    def phrase(self) -> str:
        """`tặng Giấy khen`, `công nhận danh hiệu “Lao động tiên tiến”`."""
        return f"{self.act} {self.quoted}"


class UnknownHonourError(ProblemsFoundError):
    """No title or commendation form has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Không có danh hiệu hay hình thức khen thưởng nào tên “{name}”.", name=name)
        )
        self.name = name

    def __reduce__(self) -> tuple[type["UnknownHonourError"], tuple[str]]:
        return UnknownHonourError, (self.name,)


def honour_key(name: str) -> str:
    """What two spellings of one honour share: case, quotes, blanks, sỹ or sĩ, the tone mark's place do not count."""
    plain = " ".join(_MARKS.sub("", name).casefold().split())
    return with_tone_style(plain, ToneStyle.OLD).replace("chiến sỹ", "chiến sĩ")
