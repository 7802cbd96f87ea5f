"""What the award decision (quyết định khen thưởng) says in subject and articles, out of the honours' own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from vbgen.law.honour import Honour
from vbgen.law.honour_type import HonourType
from vbgen.papers.body.blanks import DOTS
from vbgen.papers.body.honour_entry import HonourGroup
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.merit import merit_done
from vbgen.words.numbers import count_of


@dataclass(frozen=True, slots=True)
class Decision:
    """The words of one decision."""

    honours: HonourList
    merit: (
        str  # "xuất sắc trong phong trào …": behind “đã có thành tích”; empty where nobody said it
    )
    in_period: str  # "năm 2022": behind a title
    executors: str  # the office's own beginning of the last article
    merit_opening: str = ""  # what the merit follows, where the office says it

    @property
    def is_of_titles(self) -> bool:
        """Whether it gives titles, which are recognised, and no commendations."""
        return all(honour.type is HonourType.TITLE for honour in self.honours.honours)

    @property
    def subject(self) -> str:
        """`tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc trong …`."""
        if self.is_of_titles:
            return f"{self.honours.acts} {self.in_period}".rstrip()
        return f"{self.honours.acts} cho {self.honours.whom} {_what_for(self)}"

    @property
    def given(self) -> str:
        """What Điều 1 gives, to how many, what for."""
        told = "; ".join(self._clauses())
        told = told[:1].upper() + told[1:]
        return told if self.is_of_titles else f"{told} đã {_what_for(self)}"

    @property
    def carried_out_by(self) -> str:
        """`Chánh Văn phòng … và các tập thể, cá nhân có tên tại Điều 1`: who carries it out."""
        return executed_by(self.executors, self.honours.whom)

    def _clauses(self) -> Iterable[str]:
        """`tặng Giấy khen cho 05 tập thể và 04 cá nhân`; a title with its period."""
        said = ""
        for honour in self.honours.honours:
            act = honour.act if honour.act != said else _short(honour.act)
            said = honour.act
            name = honour.quoted
            period = self.in_period if self.is_of_titles and act == honour.act else ""
            whom = count_of(*_counts(self.honours.groups, honour))
            yield " ".join(filter(None, (act, name, period, "cho", whom)))


def executed_by(executors: str, named: str) -> str:
    """`Chánh Văn phòng … và các ông, bà có tên tại Điều 1`: who carries a decision out, as its last article begins."""
    themselves = f"các {named} có tên tại Điều 1"
    if executors:
        return f"{executors.rstrip(' .,;')} và {themselves}"
    return themselves[:1].upper() + themselves[1:]


def _what_for(decision: Decision) -> str:
    """`có thành tích xuất sắc trong …`."""
    merit = decision.merit or DOTS
    return f"{decision.merit_opening} {merit}" if decision.merit_opening else merit_done(merit)


def _short(act: str) -> str:
    """`danh hiệu` behind an earlier `công nhận danh hiệu`: the verb is said once; any other act is said again."""
    return act.removeprefix("công nhận ")


def _counts(groups: Iterable[HonourGroup], honour: Honour) -> list[tuple[int, str]]:
    return [(len(group.entries), group.noun) for group in groups if group.honour == honour]
