"""A rule of the law of awards: what every row of the data files says about itself."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from vbgen.errors import Severity
from vbgen.law.citing import cite
from vbgen.messages import _
from vbgen.words.dates import short_date

_HARMLESS = (Severity.NOTE, Severity.WARNING)


class Rule(BaseModel):
    """A rule with its source and the days on which it holds; `proved` says that its source bears it out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(min_length=1)]
    title: str = ""  # what it asks for, in the clerk's words
    source: Annotated[str, Field(min_length=1)]
    article: str = ""
    since: date = date.min
    until: date = date.max
    proved: bool = False
    severity: Severity = Severity.WARNING
    remedy: str = ""  # what to do, where the check's own advice does not fit
    applies: bool = True  # false in an agency's file switches the rule off
    origin: str = ""  # the agency's file that it comes from; empty for what vbgen ships
    file: str = ""  # the file that it comes from, whosever it is

    def holds_on(self, day: date) -> bool:
        """Whether the day lies within the rule's dates."""
        return self.since <= day <= self.until

    @property
    def citation(self) -> str:
        """`khoản 3 Điều 9 Nghị định số 91/2017/NĐ-CP`."""
        return cite(self.source, self.article)

    @property
    def period(self) -> str:
        """`từ 01/01/2024 đến 30/06/2025`; empty for a rule without dates."""
        begins = _("từ {day}", day=short_date(self.since)) if self.since > date.min else ""
        ends = _("đến hết {day}", day=short_date(self.until)) if self.until < date.max else ""
        return " ".join(filter(None, (begins, ends)))

    def weight(self, *, proved: bool = True) -> Severity:
        """How much a breach weighs: what is not proved, here or by the regime, never blocks."""
        if (self.proved and proved) or self.severity in _HARMLESS:
            return self.severity
        return Severity.WARNING
