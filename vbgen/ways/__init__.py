"""Ways out of a problem, as values: what a person can do next. Each face words them in its own terms.

A sentence below the faces says what is wrong; what to type or to press is the face's to say.
"""

from dataclasses import dataclass

from vbgen.ways.keeping import BackUp as BackUp
from vbgen.ways.keeping import ExportBags as ExportBags
from vbgen.ways.keeping import ListRegister as ListRegister
from vbgen.ways.keeping import RecoverRegister as RecoverRegister
from vbgen.ways.keeping import RestoreBackup as RestoreBackup
from vbgen.ways.keeping import RestoreBags as RestoreBags
from vbgen.ways.keeping import UpgradeRegister as UpgradeRegister
from vbgen.ways.keeping import UsePostgresql as UsePostgresql
from vbgen.ways.keeping import VerifyArchive as VerifyArchive
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


class ChooseDay(WayOut):
    """Say of which day the law is meant."""

    __slots__ = ()


class IssueFirst(WayOut):
    """Issue the decision first; its certificates have numbers and a day then."""

    __slots__ = ()


class TryOnPlainPaper(WayOut):
    """Print a trial on plain paper."""

    __slots__ = ()


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


class StateSigned(WayOut):
    """State that the paper was signed already."""

    __slots__ = ()


class ChooseSigner(WayOut):
    """Say who signs, where it is not the planned signer."""

    __slots__ = ()


class CorrectClock(WayOut):
    """State that the clock is right now and had run ahead before."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class GiveNumber(WayOut):
    """Give the number oneself: the next that is free."""

    number: str


class NameAgency(WayOut):
    """Say which agency is meant, by its symbol."""

    __slots__ = ()


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
class NameColumns(WayOut):
    """Say which column of an older book holds what, where it has another name."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepColumn(WayOut):
    """Say that a column is the office's own business and is not to be read."""

    title: str  # its heading


class NameHistoryColumns(WayOut):
    """Say which columns of a list of earlier awards hold what."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CompareScan(WayOut):
    """Look at a scan beside the paper, and say that it is this paper's."""

    code: str  # `05/QĐ-SCT`


class PrepareAgain(WayOut):
    """Look once more at what will happen: it is not what was shown."""

    __slots__ = ()


class KeepPdf(WayOut):
    """Have the PDF copies kept, as the office requires."""

    __slots__ = ()


class WriteReport(WayOut):
    """Write a Word report of everything that the check found."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CompareSource(WayOut):
    """Read the text that a rule is taken from, and hold the rule against it."""

    source: str  # `Nghị định 152/2025/NĐ-CP, Điều 54`


@dataclass(frozen=True, slots=True)
class WriteOwnRule(WayOut):
    """Write the office's own dated rule, with its source; it stands before the one in doubt."""

    table: str
    rule: str  # its id


class NameEmblem(WayOut):
    """Say which picture stands at the top of certificates."""

    __slots__ = ()


class StartWorkspace(WayOut):
    """Make a workspace."""

    __slots__ = ()


class ChooseWorkspace(WayOut):
    """Say which workspace is meant."""

    __slots__ = ()


class CheckPlaces(WayOut):
    """See where register, archive and settings are looked for, and what is wrong there."""

    __slots__ = ()


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
