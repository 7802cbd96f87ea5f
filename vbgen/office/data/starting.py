"""Starting: a new workspace with the sample and an empty Excel form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from vbgen.campaign.writing.workbook_out import empty_form
from vbgen.errors import OutputError
from vbgen.files import write_all
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.numbering_settings import NumberingWish
from vbgen.office.setting.workspace import Workspace, shipped, shipped_sample
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.vocabulary import vocabulary

if TYPE_CHECKING:
    from vbgen.office.office import Office

_SETTINGS = """\
# Thiết lập của thư mục làm việc này. Dòng bắt đầu bằng dấu thăng (#) là ghi chú.

[certificate]
# Hình đặt ở đầu giấy khen (PNG hoặc JPEG), ví dụ:
# emblem = "templates/quoc-huy.png"
"""
SETTINGS = "vbgen.toml"
NO_LAUNCHERS: Mapping[str, bytes] = MappingProxyType({})
_FORM = "data/phong-trao-moi/campaign.xlsx"


@dataclass(frozen=True)
class WorkspaceStarted(Answer):
    """The files of the new workspace."""

    files: tuple[Path, ...]
    sample: Path  # the folder of its sample campaign

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"files": [str(path) for path in self.files]}


@dataclass(frozen=True)
class MakeWorkspace(Request[WorkspaceStarted]):
    """Make a workspace with the sample and an empty form, numbering as the office does."""

    folder: Path
    numbering: NumberingWish = NumberingWish()  # noqa: RUF009 - frozen
    launchers: Mapping[str, bytes] = field(default_factory=dict)  # what opens it by a double click

    def carry_out(self, office: "Office") -> WorkspaceStarted:
        """The form offers the titles of the law, not those of a workspace around it."""
        law = Workspace(None).law(office.today)
        files = start(self.folder, shipped(), law, self.numbering, self.launchers)
        sample = self.folder / shipped_sample().relative_to(shipped())
        return WorkspaceStarted(tuple(files), sample)


def start(
    folder: Path,
    shipped: Path,
    law: LawOfDay,
    numbering: NumberingWish = NumberingWish(),  # noqa: B008 - frozen
    launchers: Mapping[str, bytes] = NO_LAUNCHERS,
) -> list[Path]:
    """Files of the new workspace in `folder`; OutputError, and none of them, where they cannot stand."""
    files = {**dict(_files(shipped)), **launchers}
    standing = [name for name in (SETTINGS, _FORM, *files) if (folder / name).exists()]
    if standing:
        message = _(
            "Thư mục {folder} đã có {name}; hãy chọn một thư mục khác.",
            folder=folder,
            name=standing[0],
        )
        raise OutputError(message)
    files |= {
        _FORM: empty_form(vocabulary(Library((shipped / "templates",)), law)),
        SETTINGS: f"{_SETTINGS}\n{numbering.as_toml()}".encode(),
    }
    write_all({folder / name: content for name, content in files.items()})
    (folder / "output").mkdir(exist_ok=True)
    for name in launchers:
        _may_be_run(folder / name)
    return [folder / name for name in files]


def _may_be_run(path: Path) -> None:
    """Whoever may read the file may run it: the umask holds."""
    mode = path.stat().st_mode
    path.chmod(mode | (mode & 0o444) >> 2)


def _files(shipped: Path) -> Iterator[tuple[str, bytes]]:
    """What is copied: the shipped templates, which a clerk may change, and the sample campaign as a workbook."""
    for part in ("templates", "data"):
        for path in sorted((shipped / part).rglob("*")):
            if path.is_file() and path.suffix not in {".xml", ".yaml"}:
                yield path.relative_to(shipped).as_posix(), path.read_bytes()
