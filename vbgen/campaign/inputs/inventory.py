"""What lies in a campaign's folder: the files that are read, and a word on every other thing put there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.campaign.cells.form_words import NOMINATIONS
from vbgen.campaign.inputs.main_files import READABLE, main_files
from vbgen.campaign.inputs.other_files import is_quiet, not_read, temporary
from vbgen.campaign.topics import heading_key
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.paper import BODIES, DOSSIERS

_FOLDER_KEYS = frozenset({heading_key(NOMINATIONS), "nomination", "denghi", "de nghi"})
_DEEPEST = 6
_MOST_FILES = 2_000


@dataclass(slots=True)
class Inventory:
    """Files that units sent, in the order in which they are read, and what there is to say of the rest."""

    sent: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_nominations(path: Path) -> bool:
    """A folder for what units send, in whatever spelling: `Nominations`, `ĐỀ NGHỊ`, `de-nghi khen thuong`."""
    key = heading_key(path.name)
    return path.is_dir() and (key in _FOLDER_KEYS or key.startswith("de nghi "))


def take_stock(folder: Path) -> Inventory:
    """Everything beside the campaign's own files: what is read, and a word on all that is not."""
    found = Inventory()
    mains = main_files(folder)
    for path in _in_order(folder, folder, found):
        if path in mains:
            continue
        if is_nominations(path):
            _look_into(path, folder, found, depth=1)
        elif path.name not in {BODIES, DOSSIERS}:
            found.problems += _beside(path)
    return found


def _look_into(inside: Path, folder: Path, found: Inventory, *, depth: int) -> None:
    """The files of one folder of nominations, then those of its folders."""
    place = Place(file=inside.relative_to(folder).as_posix())
    if depth > _DEEPEST:
        message = _("thư mục nằm quá sâu nên không được đọc.")
        hint = _("Hãy chuyển các tệp lên thư mục {folder}.", folder=NOMINATIONS)
        found.problems.append(Problem("folder-too-deep", message, place, hint=hint))
        return
    there = list(_in_order(inside, folder, found))
    for path in there:
        if not path.is_dir():
            _see(path, folder, found)
    for path in there:
        if path.is_dir():
            _sub_folder(path, folder, found, depth=depth + 1)


def _sub_folder(path: Path, folder: Path, found: Inventory, *, depth: int) -> None:
    place = Place(file=path.relative_to(folder).as_posix())
    if path.is_symlink() or path.name.startswith("."):
        message = _("thư mục ẩn hoặc đường tắt nên không được đọc.")
        hint = _("Nếu trong đó có danh sách, hãy chép vào thư mục {folder}.", folder=NOMINATIONS)
        found.problems.append(Problem("folder-not-read", message, place, Severity.WARNING, hint))
        return
    before = len(found.sent)
    _look_into(path, folder, found, depth=depth)
    if count := len(found.sent) - before:
        message = _("đọc cả thư mục con này ({count} tệp).", count=count)
        found.problems.append(Problem("sub-folder-read", message, place, Severity.NOTE))


def _see(path: Path, folder: Path, found: Inventory) -> None:
    """One file that was put where input belongs."""
    name = path.relative_to(folder).as_posix()
    if is_quiet(path):
        return
    if problem := temporary(path, name):
        found.problems.append(problem)
    elif path.suffix.casefold() not in READABLE or path.name.startswith("."):
        found.problems.append(not_read(path, name, is_input=True))
    elif len(found.sent) < _MOST_FILES:
        found.sent.append(path)
    else:
        message = _("có hơn {most} tệp; tệp này không được đọc.", most=_MOST_FILES)
        hint = _("Hãy gộp bớt các tệp.")
        found.problems.append(Problem("too-many-files", message, Place(file=name), hint=hint))


def _beside(path: Path) -> Iterator[Problem]:
    """What lies beside the campaign's own file and is none of it."""
    name = path.name
    if is_quiet(path) or (name.startswith(".") and path.suffix.casefold() not in READABLE):
        return
    if problem := temporary(path, name):
        yield problem
    elif path.is_dir():
        yield _other_folder(path)
    elif not name.casefold().startswith("readme"):
        yield not_read(path, name, is_input=path.suffix.casefold() in READABLE)


def _other_folder(path: Path) -> Problem:
    message = _("thư mục này không được đọc.")
    hint = _(
        "Nếu trong đó là danh sách các đơn vị gửi, hãy đổi tên thành {folder}.", folder=NOMINATIONS
    )
    severity = Severity.WARNING if _holds_tables(path) else Severity.NOTE
    return Problem("folder-not-read", message, Place(file=path.name), severity, hint)


def _holds_tables(folder: Path) -> bool:
    try:
        return any(each.suffix.casefold() in READABLE for each in folder.iterdir())
    except OSError:
        return True


def _in_order(inside: Path, folder: Path, found: Inventory) -> Iterator[Path]:
    """What lies in a folder, by name; a folder that cannot be opened is told."""
    try:
        yield from sorted(inside.iterdir(), key=lambda each: each.name.casefold())
    except OSError:
        place = Place(file=inside.relative_to(folder).as_posix())
        message = _("không mở được thư mục này nên không đọc được gì trong đó.")
        hint = _("Hãy kiểm tra quyền đọc của thư mục.")
        found.problems.append(Problem("unreadable-folder", message, place, hint=hint))
