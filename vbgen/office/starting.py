"""Starting: a new workspace with the sample and an empty Excel form."""

from collections.abc import Iterator
from pathlib import Path

from vbgen.campaign import write_workbook
from vbgen.errors import OutputError
from vbgen.files import write_all
from vbgen.law.rulebook import LawOfDay
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.vocabulary import Vocabulary
from vbgen.office.numbering_settings import NumberingWish
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.vocabulary import vocabulary

_SETTINGS = """\
# Thiết lập của thư mục làm việc này. Dòng bắt đầu bằng dấu thăng (#) là ghi chú.

[certificate]
# Hình đặt ở đầu giấy khen (PNG hoặc JPEG), ví dụ:
# emblem = "templates/quoc-huy.png"
"""
SETTINGS = "vbgen.toml"
_FORM = "data/phong-trao-moi/campaign.xlsx"


def start(
    folder: Path,
    shipped: Path,
    law: LawOfDay,
    numbering: NumberingWish = NumberingWish(),  # noqa: B008 - frozen
) -> list[Path]:
    """Files of the new workspace in `folder`; OutputError, and none of them, where they cannot stand."""
    files = dict(_files(shipped))
    standing = [name for name in (SETTINGS, _FORM, *files) if (folder / name).exists()]
    if standing:
        message = _(
            "Thư mục {folder} đã có {name}; hãy chọn một thư mục khác.",
            folder=folder,
            name=standing[0],
        )
        raise OutputError(message)
    files |= {
        _FORM: _empty_form(vocabulary(Library((shipped / "templates",)), law)),
        SETTINGS: f"{_SETTINGS}\n{numbering.as_toml()}".encode(),
    }
    write_all({folder / name: content for name, content in files.items()})
    (folder / "output").mkdir(exist_ok=True)
    return [folder / name for name in files]


def _empty_form(words: Vocabulary) -> bytes:
    with temporary_folder("init") as place:
        form = Path(place) / "campaign.xlsx"
        write_workbook(None, form, words)
        return form.read_bytes()


def _files(shipped: Path) -> Iterator[tuple[str, bytes]]:
    """What is copied: the shipped templates, which a clerk may change, and the sample campaign as a workbook."""
    for part in ("templates", "data"):
        for path in sorted((shipped / part).rglob("*")):
            if path.is_file() and path.suffix not in {".xml", ".yaml"}:
                yield path.relative_to(shipped).as_posix(), path.read_bytes()
