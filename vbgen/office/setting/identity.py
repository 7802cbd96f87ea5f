"""One office, one register: its identity stands in the settings, in the archive and in what was issued.

Each register has an identity of its own, given when it is made. The settings keep it from then on, so that a machine
that reaches another database, or none, does not begin a second register beside the first.
"""

import tomllib
from pathlib import Path

from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveTakenError
from vbgen.errors import OutputError, Problem, VbgenError
from vbgen.files import write_whole
from vbgen.messages import _
from vbgen.office.setting.workspace import SETTINGS, Workspace, output_of
from vbgen.ways import CheckPlaces, RecoverRegister, RestoreBackup

_HEADER = "[register]"


class AnotherRegisterError(VbgenError):
    """The register at that place is not the office's, or the office's is not there."""

    exit_code = 13


def kept_identity(workspace: Workspace) -> str:
    """The identity of the office's register; "" where none was made yet."""
    return str(workspace.settings.get("register", {}).get("identity", ""))


def confirm_identity(workspace: Workspace, identity: str, place: str) -> None:
    """Does nothing for the office's own register; AnotherRegisterError for another's."""
    kept = kept_identity(workspace)
    if kept and kept != identity:
        message = _(
            "Sổ đăng ký ở {place} (mã {found}) không phải sổ của cơ quan này: vbgen.toml ghi mã {kept}. Chưa mở sổ.",
            place=place,
            found=identity,
            kept=kept,
        )
        raise _another("another-register", message)


def refuse_absent(workspace: Workspace, place: str) -> None:
    """Does nothing where the office has no register yet; AnotherRegisterError where its own is not to be seen."""
    if kept := kept_identity(workspace):
        message = _(
            "Không thấy sổ đăng ký ở {place}, mà cơ quan đã có sổ (mã {kept} trong vbgen.toml). Không lập sổ thứ hai.",
            place=place,
            kept=kept,
        )
        raise _another("register-lost", message)


def refuse_second(workspace: Workspace, archive: Archive, place: str) -> None:
    """Does nothing where no register was ever made; else AnotherRegisterError, or ArchiveTakenError by the archive."""
    refuse_absent(workspace, place)
    if owner := archive.owner():
        message = _(
            "Không thấy sổ đăng ký ở {place}, mà kho lưu trữ {archive} đã thuộc sổ mang mã {owner}."
            " Không lập sổ thứ hai.",
            place=place,
            archive=archive.place,
            owner=owner,
        )
        offered = (CheckPlaces(), RecoverRegister(), RestoreBackup())
        raise ArchiveTakenError(message, (Problem("register-lost", message, ways=offered),))
    if papers := issued_copies(workspace):
        message = _(
            "Không thấy sổ đăng ký ở {place}, mà {folder} có văn bản đã cấp số. Không lập sổ thứ hai.",
            place=place,
            folder=papers,
        )
        raise _another("register-lost", message)


def issued_copies(workspace: Workspace) -> Path | None:
    """A folder of the workspace that holds copies of issued papers."""
    folders = sorted(output_of(workspace).glob("*/issued"))
    return next((folder for folder in folders if any(folder.iterdir())), None)


def keep_identity(workspace: Workspace, identity: str) -> bool:
    """Whether the settings keep the identity now; what else stands in them stays as it is, to the letter."""
    if workspace.root is None or kept_identity(workspace):
        return workspace.root is not None
    path = workspace.root / SETTINGS
    try:
        text = path.read_text("utf-8-sig")
        changed = _with_identity(text, identity)
        if _tables(changed) != _expected(_tables(text), identity):
            return False
        write_whole(path, changed.encode())
    except (OSError, ValueError, OutputError):
        return False  # settings that only an administrator may write: the archive still tells the register
    return True


def _with_identity(text: str, identity: str) -> str:
    line = f'identity = "{identity}"  # mã của sổ đăng ký; vbgen tự ghi, không sửa'
    lines = text.splitlines()
    heads = [number for number, each in enumerate(lines) if each.split("#")[0].strip() == _HEADER]
    if heads:
        lines.insert(heads[0] + 1, line)
    else:
        lines += ["", _HEADER, line]
    return "\n".join(lines) + "\n"


def _tables(text: str) -> dict[str, object]:
    return tomllib.loads(text)


def _expected(tables: dict[str, object], identity: str) -> dict[str, object]:
    register = tables.get("register", {})
    return {
        **tables,
        "register": {**(register if isinstance(register, dict) else {}), "identity": identity},
    }


def _another(code: str, message: str) -> AnotherRegisterError:
    offered = (CheckPlaces(), RestoreBackup())
    hint = _("Nếu cơ quan thật sự bắt đầu một sổ khác, hãy bỏ dòng identity trong vbgen.toml.")
    return AnotherRegisterError(message, (Problem(code, message, hint=hint, ways=offered),))
