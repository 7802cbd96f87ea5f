"""Papers that are no longer in force lie apart from those to be sent, marked with what became of them."""

from pathlib import Path

from vbgen.files import cannot_write
from vbgen.model.dossier import file_name
from vbgen.office.issuing.desk import Desk
from vbgen.register import Entry
from vbgen.register.entries import State

FOLDER = "khong-con-hieu-luc"  # within the folder of issued papers
UNITS = "don-vi"  # beside it: a decision sorted by units
_MARKS = {
    State.VOID: "số đã hủy",
    State.REPLACED: "đã được thay thế",
    State.WITHDRAWN: "đã thu hồi",
}


def set_aside(desk: Desk, identity: str) -> list[Path]:
    """The laid-out copies of a paper that is void, replaced or withdrawn, moved and marked; none for one in force.

    The archive keeps what it kept; only the copies that could be sent by mistake are moved.
    """
    entry = desk.register.entry(identity)
    mark = _MARKS.get(entry.state)
    if mark is None:
        return []
    names = (*_names(desk, entry), f"{UNITS}/{code_of(entry)}")
    return [path for name in names if (path := _moved(desk, entry, name, mark))]


def code_of(entry: Entry) -> str:
    """`05-QĐ-SCT`."""
    return file_name(entry.number, entry.symbol, entry.suffix)


def _names(desk: Desk, entry: Entry) -> list[str]:
    """Names under which its papers were laid out."""
    code = code_of(entry)
    files = desk.register.files(entry.id)
    return [f"{code}-{file.name}" for file in files if file.role == "paper"]


def _moved(desk: Desk, entry: Entry, name: str, mark: str) -> Path | None:
    out = desk.out(entry.campaign)
    path = out / name
    if not path.exists():
        return None
    target = out / FOLDER / f"{path.stem} ({mark}){path.suffix}"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    except OSError as fault:
        raise cannot_write(path, fault) from fault
    return target
