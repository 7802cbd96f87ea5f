"""What the check report (báo cáo kiểm tra hồ sơ) says; whoever checked fills it in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckRemark:
    """One thing that was found."""

    number: int
    text: str
    todo: str
    citation: str
    place: str


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Remarks of one weight."""

    title: str
    remarks: tuple[CheckRemark, ...]


@dataclass(frozen=True, slots=True)
class CheckMoney:
    """One line of a budget, written out."""

    name: str
    quantity: str
    rate: str
    amount: str


@dataclass(frozen=True, slots=True)
class CheckBudget:
    """The money that one phase needs."""

    title: str
    lines: tuple[CheckMoney, ...]
    total: str
    total_in_words: str


@dataclass(frozen=True, slots=True)
class CheckDossier:
    """The papers that go with a proposal."""

    title: str
    papers: tuple[str, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule that was applied, and who set it."""

    title: str
    citation: str
    period: str
    origin: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A whole check."""

    laws: tuple[str, ...]  # a sentence for each phase
    counts: str
    groups: tuple[CheckGroup, ...]
    budgets: tuple[CheckBudget, ...]
    dossiers: tuple[CheckDossier, ...]
    rules: tuple[CheckRule, ...]
