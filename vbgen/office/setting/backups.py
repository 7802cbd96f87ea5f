"""Backups of a workspace: which parts are live, and where they are put back."""

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from vbgen.archive.audit import Audit
from vbgen.errors import OutputError, UsageError
from vbgen.messages import _
from vbgen.office.backups import Backup, Saved, check_backup, put_register_back, put_workspace_back
from vbgen.office.setting.addresses import Addresses, addresses_of
from vbgen.office.setting.identity import refuse_absent
from vbgen.office.setting.stores import archive_at, looking_at
from vbgen.office.setting.tidying import tidy_files
from vbgen.office.setting.workspace import (
    DESIGN_PICTURES,
    DESK_FILES,
    DRAFT_PICTURES,
    Workspace,
    find_workspace,
    output_of,
)
from vbgen.register import Register
from vbgen.register.database.engine import parsed_url, place_of
from vbgen.register.database.sqlite_file import whole_family


def back_up(workspace: Workspace, environ: Mapping[str, str], target: Path) -> Saved:
    """Everything of the office, in a new folder outside the workspace."""
    root = workspace.root or Path.cwd()
    if target.resolve().is_relative_to(root.resolve()):
        raise UsageError(_("Hãy sao lưu ra ngoài thư mục làm việc, tốt nhất là ra một ổ đĩa khác."))
    tidy_files(workspace, environ)
    places, archive = addresses_of(workspace, environ), archive_at(workspace, environ)
    if not Register.exists(places.database):
        refuse_absent(workspace, place_of(places.database))
        return Backup(root, None, archive, (*_live(places), *_of_the_desk(workspace))).into(target)
    with closing(looking_at(workspace, environ)) as register:
        return Backup(root, register, archive, (*_live(places), *_of_the_desk(workspace))).into(
            target
        )


def _of_the_desk(workspace: Workspace) -> tuple[Path, ...]:
    """Pictures, which are drawn again, and where a running desk says its address; what people sent is saved."""
    output = output_of(workspace)
    drawn = (output / DESK_FILES / name for name in (DRAFT_PICTURES, DESIGN_PICTURES))
    return (*drawn, output / ".desk.json")


def put_back(
    source: Path, root: Path, environ: Mapping[str, str], now: datetime
) -> tuple[int, Audit | None]:
    """How many files were put back, and what the audit says; everything is checked before anything is written."""
    about = check_backup(source)
    if root.exists() and any(root.iterdir()):
        raise OutputError(
            _("Thư mục {path} đã có tệp; hãy khôi phục vào một thư mục mới.", path=root)
        )
    _refuse_taken(addresses_of(find_workspace(source / "workspace"), environ))
    files = put_workspace_back(source, root)
    workspace = find_workspace(root)
    if not about.get("register"):
        return files, None
    database = addresses_of(workspace, environ).database
    with closing(Register.open(database, now=now)) as register:
        return files, put_register_back(source, register, archive_at(workspace, environ))


def _refuse_taken(places: Addresses) -> None:
    if Register.exists(places.database):
        message = _(
            "Ở {place} đã có một sổ đăng ký; không khôi phục đè lên nó.",
            place=place_of(places.database),
        )
        raise OutputError(message)


def _live(places: Addresses) -> tuple[Path, ...]:
    """Files of the workspace that are copied by other means."""
    url, archive = parsed_url(places.database), Path(places.archive)
    register = whole_family(Path(str(url.database))) if url.get_backend_name() == "sqlite" else []
    return (*register, *([] if "://" in places.archive else [archive]))
