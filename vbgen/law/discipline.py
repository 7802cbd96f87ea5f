"""Forms of discipline (hình thức kỷ luật), from the lightest to the gravest."""

import re

from vbgen.model.field import Choice
from vbgen.words.names import fold


class Discipline(Choice):
    """As Luật Cán bộ, công chức and Luật Viên chức name them."""

    REPRIMAND = "Khiển trách", "Khiển trách"
    WARNING = "Cảnh cáo", "Cảnh cáo"
    PAY_CUT = "Hạ bậc lương", "Hạ bậc lương"
    DEMOTION = "Giáng chức", "Giáng chức"
    REMOVAL = "Cách chức", "Cách chức"
    DISMISSAL = "Buộc thôi việc", "Buộc thôi việc"

    @property
    def gravity(self) -> int:
        """0 for the lightest."""
        return list(Discipline).index(self)


def read_discipline(written: str) -> Discipline | None:
    """The gravest form that the words name ("Kỷ luật cảnh cáo" is a warning); None where they name none."""
    words = fold(written)
    named = [form for form in Discipline if re.search(rf"\b{fold(form.value)}\b", words)]
    return max(named, key=lambda form: form.gravity, default=None)


def is_at_least(written: str, lightest: Discipline) -> bool:
    """Whether a discipline as written is that one or a graver; words that name no known form count as grave."""
    if fold(written) in {"", "khong", "khong co", "-"}:
        return False
    found = read_discipline(written)
    return found is None or found.gravity >= lightest.gravity
