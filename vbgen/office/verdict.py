"""What `archive verify` says to a monitor: one exit code, by the worst of what was found.

15 register and journal do not agree, or not with the archive · 12 a kept file was changed · 11 one is missing ·
1 anything else. In that order: what a damaged journal says of files proves nothing.
"""

from collections.abc import Iterator, Mapping

from vbgen.archive.audit import Audit
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, VbgenError
from vbgen.messages import _
from vbgen.register import Register, RegisterDamagedError

_CHANGED = frozenset({"archive-link", "file-changed"})
_MISSING = frozenset({"file-missing"})
_DISAGREEING = (
    "account-",
    "counter-",
    "delivery-",
    "dossier-",
    "file-struck",
    "file-swapped",
    "file-unjournalled",
    "golden-",
    "import-",
    "index-",
    "intent-",
    "journal-",
    "link-",
    "number-",
    "row-",
    "seal-",
    "signed-",
    "unit-link-",
)


def unsound(message: str, problems: tuple[Problem, ...]) -> VbgenError:
    """The error for what was found, of the class whose exit code the worst of it has."""
    codes = [problem.code for problem in problems if problem.severity is Severity.ERROR]
    if any(code.startswith(_DISAGREEING) for code in codes):
        return RegisterDamagedError(message, problems)
    if _CHANGED & set(codes):
        return ArchiveDamagedError(message, problems)
    return (ArchiveMissingError if _MISSING & set(codes) else ProblemsFoundError)(message, problems)


def unexpected(register: Register, found: Audit, *, at_least: int, seal: str) -> Iterator[Problem]:
    """What a monitor expects and does not find: so many papers, and the seal that it noted last time."""
    if found.documents < at_least:
        message = _("Sổ có {count} văn bản, ít hơn {least}.", count=found.documents, least=at_least)
        yield Problem("fewer-papers", message, Place(file=register.place), hint=_look())
    if seal and all(stated != seal for _act, stated in register.journal()):
        message = _("Nhật ký không có mục nào mang mã {seal}.", seal=seal)
        yield Problem("seal-unknown", message, Place(file=register.place), hint=_look())


def without_pdf(register: Register) -> list[str]:
    """Codes of issued papers that were kept without a PDF/A copy of each Word file."""
    names: dict[str, set[str]] = {}
    for file in register.files():
        if file.role == "paper":
            names.setdefault(file.document, set()).add(file.name)
    lacking = {document for document, files in names.items() if _lacks(files)}
    return [entry.code for entry in register.entries() if entry.id in lacking]


def counts(problems: tuple[Problem, ...]) -> Mapping[str, int]:
    """How many problems of each weight there are."""
    return {
        str(level): sum(problem.severity is level for problem in problems) for level in Severity
    }


def _lacks(files: set[str]) -> bool:
    return any(
        name.removesuffix(".docx") + ".pdf" not in files for name in files if name.endswith(".docx")
    )


def _look() -> str:
    return _(
        "Hãy xem có đúng thư mục làm việc và sổ đăng ký không, rồi khôi phục từ bản sao lưu nếu đã mất dữ liệu."
    )
