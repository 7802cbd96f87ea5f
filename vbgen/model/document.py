"""What a paper is on its way: first a draft, without number and day."""

from dataclasses import dataclass

from vbgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper as a Word file, without number and day (Nghị định 30/2020/NĐ-CP, Điều 15: they come with issue)."""

    kind: str
    variant: str
    phase: int | None
    docx: bytes
    problems: tuple[Problem, ...] = ()  # what a person should look at, none of them an error

    @property
    def stem(self) -> str:
        """File name without its ending: `nomination-list-province-phase-2`."""
        words = [self.kind, self.variant, f"phase-{self.phase}" if self.phase else ""]
        return "-".join(filter(None, words))
