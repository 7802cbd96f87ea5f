"""Ways out of a problem, as values: what a person can do next. Each face words them in its own terms.

A sentence below the faces says what is wrong; what to type or to press is the face's to say.
"""

from dataclasses import dataclass

from vbgen.ways.serving import AddAccount as AddAccount
from vbgen.ways.serving import AskForLink as AskForLink
from vbgen.ways.serving import ChoosePort as ChoosePort
from vbgen.ways.serving import NameAnotherAdmin as NameAnotherAdmin
from vbgen.ways.serving import ServeHere as ServeHere
from vbgen.ways.serving import SetServing as SetServing
from vbgen.ways.serving import StopDesk as StopDesk
from vbgen.ways.way_out import WayOut as WayOut


@dataclass(frozen=True, slots=True)
class Resume(WayOut):
    """Bring an issue that was begun to its end, with the same number; every open one without a code."""

    code: str = ""  # `05/QĐ-SCT`


@dataclass(frozen=True, slots=True)
class ResumeWithoutPdf(WayOut):
    """Bring an issue to its end without the PDF copies that its Word files should have."""

    code: str


@dataclass(frozen=True, slots=True)
class GiveUpNumber(WayOut):
    """Give a held number up, with the reason; it is never given again."""

    code: str


@dataclass(frozen=True, slots=True)
class Replace(WayOut):
    """Issue the paper as one that replaces an issued one."""

    code: str


@dataclass(frozen=True, slots=True)
class ChoosePhase(WayOut):
    """Say which phase is meant."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChooseDay(WayOut):
    """Say of which day the law is meant."""


@dataclass(frozen=True, slots=True)
class IssueFirst(WayOut):
    """Issue the decision first; its certificates have numbers and a day then."""


@dataclass(frozen=True, slots=True)
class TryOnPlainPaper(WayOut):
    """Print a trial on plain paper."""


@dataclass(frozen=True, slots=True)
class LeaveOut(WayOut):
    """Leave those certificates out of what is chosen."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChooseYear(WayOut):
    """Say which year is meant."""

    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChooseKind(WayOut):
    """Ask for one of these papers instead, by the name of its kind: `award-decision`, `award-decision/titles`."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcceptFormErrors(WayOut):
    """Let errors of form pass, each by its code, with the reason; for a held number its code (`05/QĐ-SCT`)."""

    errors: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Approve(WayOut):
    """Have the draft approved by its signer."""

    kind: str  # `award-decision`, `award-decision/titles`
    phase: int | None
    signer: str  # full name


@dataclass(frozen=True, slots=True)
class StateSigned(WayOut):
    """State that the paper was signed already."""


@dataclass(frozen=True, slots=True)
class ChooseSigner(WayOut):
    """Say who signs, where it is not the planned signer."""


@dataclass(frozen=True, slots=True)
class CorrectClock(WayOut):
    """State that the clock is right now and had run ahead before."""


@dataclass(frozen=True, slots=True)
class GiveNumber(WayOut):
    """Give the number oneself: the next that is free."""

    number: str


@dataclass(frozen=True, slots=True)
class NameAgency(WayOut):
    """Say which agency is meant, by its symbol."""


@dataclass(frozen=True, slots=True)
class SetNumbering(WayOut):
    """Say it in the settings: a key of `[numbering]` and its value as TOML."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class AgreeTo(WayOut):
    """Agree to doubts, by their codes, after having looked at them."""

    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestoreBags(WayOut):
    """Put a lost register and archive back from bags."""


@dataclass(frozen=True, slots=True)
class NameColumns(WayOut):
    """Say which column of an older book holds what, where it has another name."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepColumn(WayOut):
    """Say that a column is the office's own business and is not to be read."""

    title: str  # its heading


@dataclass(frozen=True, slots=True)
class NameHistoryColumns(WayOut):
    """Say which columns of a list of earlier awards hold what."""


@dataclass(frozen=True, slots=True)
class CompareScan(WayOut):
    """Look at a scan beside the paper, and say that it is this paper's."""

    code: str  # `05/QĐ-SCT`


@dataclass(frozen=True, slots=True)
class PrepareAgain(WayOut):
    """Look once more at what will happen: it is not what was shown."""


@dataclass(frozen=True, slots=True)
class KeepPdf(WayOut):
    """Have the PDF copies kept, as the office requires."""


@dataclass(frozen=True, slots=True)
class WriteReport(WayOut):
    """Write a Word report of everything that the check found."""


@dataclass(frozen=True, slots=True)
class CompareSource(WayOut):
    """Read the text that a rule is taken from, and hold the rule against it."""

    source: str  # `Nghị định 152/2025/NĐ-CP, Điều 54`


@dataclass(frozen=True, slots=True)
class WriteOwnRule(WayOut):
    """Write the office's own dated rule, with its source; it stands before the one in doubt."""

    table: str
    rule: str  # its id


@dataclass(frozen=True, slots=True)
class ListRegister(WayOut):
    """Look at the register's entries."""


@dataclass(frozen=True, slots=True)
class VerifyArchive(WayOut):
    """Hold register and archive against each other."""


@dataclass(frozen=True, slots=True)
class RecoverRegister(WayOut):
    """Take acts and papers that the archive knows back into the register."""


@dataclass(frozen=True, slots=True)
class ExportBags(WayOut):
    """Make bags of those years too, or one of everything."""

    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UpgradeRegister(WayOut):
    """Bring the register's schema forward, after a backup."""


@dataclass(frozen=True, slots=True)
class NameEmblem(WayOut):
    """Say which picture stands at the top of certificates."""


@dataclass(frozen=True, slots=True)
class StartWorkspace(WayOut):
    """Make a workspace."""


@dataclass(frozen=True, slots=True)
class ChooseWorkspace(WayOut):
    """Say which workspace is meant."""


@dataclass(frozen=True, slots=True)
class CheckPlaces(WayOut):
    """See where register, archive and settings are looked for, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class UsePostgresql(WayOut):
    """Move the register to a PostgreSQL server."""


@dataclass(frozen=True, slots=True)
class BackUp(WayOut):
    """Copy everything of the office to a safe place."""


@dataclass(frozen=True, slots=True)
class RestoreBackup(WayOut):
    """Put a backup of everything back."""


@dataclass(frozen=True, slots=True)
class LetGroupWrite(WayOut):
    """Let the folder's group write those files."""

    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadSent(WayOut):
    """Have a file of any layout that somebody sent read into the campaign's list."""

    file: str


@dataclass(frozen=True, slots=True)
class InstallExtra(WayOut):
    """Install what this work needs beyond the program itself."""

    extra: str  # of the package: `postgresql`, `s3` …
    packages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalibratePrinter(WayOut):
    """Measure what the printer does with a stock."""

    printer: str
