"""What a command makes, put in place: nothing is replaced but what vbgen made there and nobody changed since.

Each folder has a small record of the digests that were written into it, `.vbgen-made.json`; a file whose digest stands
there is an earlier output and may give way to a newer one of its sort. Any other file is somebody's own.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from vbgen.errors import OutputError, Place, Problem
from vbgen.files import cannot_write, write_all
from vbgen.leftovers import sweep
from vbgen.messages import _

RECORD = ".vbgen-made.json"
OUTPUT, DATA = (
    "",
    "data:",
)  # sorts: what is looked at, and what somebody goes on working with (a form, a campaign)
_DIGEST = 64  # letters of one
_REMEMBERED = 2  # digests of each file: the one that stands, and the one that is about to


def write_output(path: Path, content: bytes, *, sort: str = OUTPUT) -> None:
    """Put `content` at `path`, whole or not at all; OutputError when somebody's own file stands there."""
    write_outputs({path: content}, sort=sort)


def write_outputs(files: Mapping[Path, bytes], *, sort: str = OUTPUT) -> None:
    """Put every file at its place, all or none; OutputError names every place where somebody's own file stands."""
    foreign = [path for path, content in files.items() if not _may_replace(path, content, sort)]
    if foreign:
        raise _not_ours(foreign)
    _write(files, sort)


def write_beside(path: Path, content: bytes, *, sorts: Sequence[str]) -> Path:
    """Put `content` at `path`, or under the next name with a number where something else stands; where it stands now.

    An earlier output of one of the sorts gives way, and OutputError where it was changed since; the first of the sorts
    is this one's own.
    """
    place = next(each for each in _numbered(path) if not _stands(each) or _is_of(each, sorts))
    if not any(_may_replace(place, content, sort) for sort in sorts):
        raise _not_ours([place])
    _write({place: content}, sorts[0])
    return place


def _numbered(path: Path) -> Iterator[Path]:
    """`vp.xlsx`, `vp (2).xlsx`, `vp (3).xlsx` and so on."""
    yield path
    yield from (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))


def _is_of(path: Path, sorts: Sequence[str]) -> bool:
    """Whether outputs of these sorts were put there, whatever became of them."""
    return any(entry.removesuffix(entry[-_DIGEST:]) in sorts for entry in _recorded(path))


def write_own(files: Mapping[Path, bytes]) -> list[Path]:
    """Put files at places that vbgen itself chose (drafts, copies for signing), all or none.

    What stands there and was changed by hand, or is somebody's own, is kept beside under another name; those names.
    """
    aside = make_room(
        path for path, content in files.items() if not _may_replace(path, content, OUTPUT)
    )
    _write(files, OUTPUT)
    return aside


def confirm_free(path: Path) -> None:
    """OutputError when somebody's own file stands at `path`: to be asked before long work."""
    if _stands(path) and _digest(path) not in _recorded(path):
        raise _not_ours([path])


def _stands(path: Path) -> bool:
    """Whether a file is there; a name that no disk takes is told when it is written."""
    try:
        return path.is_file()
    except OSError:
        return False


def make_room(paths: Iterable[Path]) -> list[Path]:
    """Files that vbgen did not make, or that were changed since, moved aside; their new names."""
    moved = []
    for path in paths:
        if _stands(path) and _digest(path) not in _recorded(path):
            aside = _free_name(path)
            try:
                path.rename(aside)
            except OSError as fault:
                raise cannot_write(path, fault) from fault
            moved.append(aside)
    return moved


def remember(files: Mapping[Path, bytes], *, sort: str = OUTPUT) -> None:
    """The contents are outputs: what stands at those places with those contents may be replaced from now on."""
    for folder in {path.parent for path in files}:
        known = _record(folder)
        for path, content in files.items():
            if path.parent == folder:
                digests = [*known.get(path.name, ()), sort + hashlib.sha256(content).hexdigest()]
                known[path.name] = list(dict.fromkeys(reversed(digests)))[:_REMEMBERED][::-1]
        text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
        write_all({folder / RECORD: f"{text}\n".encode()})


def _write(files: Mapping[Path, bytes], sort: str) -> None:
    """What is replaced is recorded first: a run that is killed between leaves an output that is known as one.

    A record that cannot be written stops nothing: the output is then taken for somebody's own.
    """
    sweep({path.parent for path in files})
    existing = {path: content for path, content in files.items() if _stands(path)}
    with suppress(OutputError):
        if existing:
            remember(existing, sort=sort)
    write_all(files)
    with suppress(OutputError):
        remember(
            {path: content for path, content in files.items() if path not in existing}, sort=sort
        )


def _may_replace(path: Path, content: bytes, sort: str) -> bool:
    """Whether nothing of somebody's own is lost: no file stands there, or ours, or the very same."""
    if not _stands(path):
        return True
    standing = _digest(path)
    return standing == hashlib.sha256(content).hexdigest() or sort + standing in _recorded(path)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def _recorded(path: Path) -> list[str]:
    return _record(path.parent).get(path.name, [])


def _record(folder: Path) -> dict[str, list[str]]:
    """Name → digests; nothing from a record that cannot be read: then every file is taken for somebody's own."""
    try:
        plain: Any = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    known = plain.items() if isinstance(plain, dict) else ()
    return {
        name: [str(digest) for digest in digests]
        for name, digests in known
        if isinstance(digests, list)
    }


def _free_name(path: Path) -> Path:
    """The first free of `thu-moi (bản cũ).docx`, `thu-moi (bản cũ 2).docx` and so on."""
    for number in count(1):
        words = _("bản cũ") + (f" {number}" if number > 1 else "")
        aside = path.with_name(f"{path.stem} ({words}){path.suffix}")
        if not aside.exists():
            return aside
    raise AssertionError  # counting never ends


def _not_ours(paths: list[Path]) -> OutputError:
    message = _(
        "Đã có tệp này, không phải do vbgen làm ra hoặc đã được sửa sau đó, nên không ghi đè."
    )
    hint = _("Hãy chọn tên khác, hoặc chuyển tệp đó đi nơi khác rồi chạy lại.")
    problems = tuple(
        Problem("not-ours", message, Place(file=str(path)), hint=hint) for path in paths
    )
    sentence = _(
        "Đã có {files}, không phải do vbgen làm ra hoặc đã được sửa sau đó, nên không ghi đè. "
        "Hãy chọn tên khác, hoặc chuyển tệp đó đi nơi khác rồi chạy lại.",
        files=", ".join(map(str, paths)),
    )
    return OutputError(sentence, problems)
