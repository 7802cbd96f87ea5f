"""Which years' bags are needed together: a paper of one year is often entered in another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.register import Register
from vbgen.register.database.dumping import RegisterRow, Scope
from vbgen.ways import ExportBags

YEARS = "Vbgen-Acts"  # in a bag's description: the acts of the whole journal by year


@dataclass(frozen=True, slots=True)
class Years:
    """The journal's acts by the year in which they were done, and the years of the papers."""

    acts: Mapping[int, tuple[int, int]] = field(default_factory=dict)  # year → first and last act
    papers: frozenset[int] = frozenset()

    @classmethod
    def of(cls, register: Register) -> "Years":
        """Of everything in the register."""
        acts: dict[int, tuple[int, int]] = {}
        for act, _stated in register.journal():
            year = int(act.at[:4])
            acts[year] = (acts.get(year, (act.seq, 0))[0], act.seq)
        return cls(acts, frozenset(entry.day.year for entry in register.entries()))

    @classmethod
    def read(cls, text: str) -> "Years":
        """From `2022:1-3 2026:4-9`; nothing from what is none."""
        found: dict[int, tuple[int, int]] = {}
        for part in text.split():
            year, _colon, span = part.partition(":")
            first, _dash, last = span.partition("-")
            if year.isdecimal() and first.isdecimal() and last.isdecimal():
                found[int(year)] = (int(first), int(last))
        return cls(found)

    def as_text(self) -> str:
        """`2022:1-3 2026:4-9`."""
        return " ".join(
            f"{year}:{first}-{last}" for year, (first, last) in sorted(self.acts.items())
        )

    def lacking(self, scope: Scope) -> Iterator[Problem]:
        """A note where a year's bag cannot be brought back alone, with the other years that are needed."""
        if scope.year is None:
            return
        others = sorted({*self.acts, *self.papers} - {scope.year})
        if others:
            message = _(
                "Gói này một mình chưa khôi phục được sổ: cần cả gói của các năm {years} (việc cấp số "
                "hay sửa đổi nằm ở đó).",
                years=", ".join(map(str, others)),
            )
            yield Problem(
                "bag-not-alone", message, severity=Severity.NOTE, ways=(ExportBags(tuple(others)),)
            )

    def of_acts(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The years in which those acts were done, as far as it is known."""
        wanted = range(min(numbers), max(numbers) + 1) if numbers else range(0)
        return tuple(
            year
            for year, (first, last) in sorted(self.acts.items())
            if first < wanted.stop and last >= wanted.start
        )


def years_told(rows: Sequence[RegisterRow]) -> tuple[int, ...]:
    """Years in which the rows' papers were numbered or settled, whose acts are not there."""
    there = {str(row.values["at"])[:4] for row in rows if row.table == "acts"}
    told = {
        str(row.values[name])[:4]
        for row in rows
        if row.table == "documents"
        for name in ("reserved_at", "settled_at")
    }
    return tuple(sorted(int(year) for year in told - there if year.isdecimal()))
