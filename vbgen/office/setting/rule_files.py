"""Files of the office's own rules: which are read, and a word on everything like them that is not."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from vbgen.campaign.inputs.other_files import is_quiet, temporary
from vbgen.campaign.topics import heading_key
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

LAW = "law"
_ENDING = ".toml"
_RULE_LIKE = (".toml", ".toml.txt")
_NAMES = frozenset({"law", "laws", "luat"})  # without marks: “luật” too
_LAW_LIKE = frozenset(f"{name}{ending}" for name in _NAMES for ending in ("", *_RULE_LIKE))
_MOST_TOLD = 50  # files in one folder
_CODE = "rules-not-read"


@dataclass(slots=True)
class RuleFiles:
    """The files that are read, by name, and what there is to say of the rest."""

    read: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rule_files(root: Path) -> RuleFiles:
    """What lies in the workspace's folder `law`, however a clerk's system spells it, or where rules may be meant."""
    found = RuleFiles()
    for path in sorted(root.iterdir()):
        if _is_folder_of_rules(path):
            _look_into(path, root, found)
        else:
            found.problems += islice(_beside(path, root), _MOST_TOLD)
    return found


def _is_folder_of_rules(path: Path) -> bool:
    return path.name.casefold() == LAW and path.is_dir()


def _look_into(folder: Path, root: Path, found: RuleFiles) -> None:
    """The folder of rules: files with the right ending are read."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            found.problems += islice(_below(path, root), _MOST_TOLD)
        elif path.suffix.casefold() == _ENDING:
            found.read.append(path)
        else:
            found.problems += _other_file(path, root)


def _below(folder: Path, root: Path) -> Iterator[Problem]:
    """Every file in a folder within the folder of rules; a link is not followed."""
    if folder.is_symlink():
        yield _told(folder, root, _("đường tắt tới thư mục khác nên không được đọc."), _move_up())
        return
    for inside, _folders, names in os.walk(folder):
        for path in sorted(Path(inside, name) for name in names):
            if not is_quiet(path):
                message = _("tệp nằm trong thư mục con nên quy định trong đó không được áp dụng.")
                yield _told(path, root, message, _move_up())


def _other_file(path: Path, root: Path) -> Iterator[Problem]:
    """A file in the folder of rules whose name does not say that it holds rules."""
    if is_quiet(path):
        return
    if problem := temporary(path, _name(path, root)):
        yield problem
    elif _is_rule_like(path):
        yield _renamed(path, root)
    else:
        message = _("tên tệp không có đuôi .toml nên tệp không được đọc.")
        hint = _("Nếu là quy định, hãy đổi đuôi thành .toml; nếu không, chuyển tệp ra ngoài.")
        yield _told(path, root, message, hint)


def _beside(path: Path, root: Path) -> Iterator[Problem]:
    """What lies beside the folder of rules and may have been meant for it."""
    if _spelled(path) in _LAW_LIKE and not path.is_dir():
        yield _not_a_folder(path, root)
    elif path.is_dir() and not path.name.startswith("."):
        folders = (path, *_folders_in(path))
        for folder in folders:
            if _spelled(folder) in _NAMES:
                yield from _elsewhere(folder, root)


def _spelled(path: Path) -> str:
    """A file's name without marks and case, its endings kept: `luật.TOML` → `luat.toml`."""
    stem, dot, ending = path.name.partition(".")
    return f"{heading_key(stem)}{dot}{ending.casefold()}"


def _folders_in(folder: Path) -> Iterator[Path]:
    """Folders in it, and in what lies in it: `data/law`, `data/campaign/law`."""
    for inside, folders, _names in os.walk(folder):
        yield from (Path(inside, name) for name in sorted(folders))
        if inside != str(folder):
            folders.clear()


def _elsewhere(folder: Path, root: Path) -> Iterator[Problem]:
    """Files of rules in a folder that is called like that of the rules, but is none."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return
    for path in filter(_is_rule_like, files):
        message = _(
            "tệp nằm ngoài thư mục {law} nên quy định trong đó không được áp dụng.", law=LAW
        )
        yield _told(path, root, message, _move_up())


def _is_rule_like(path: Path) -> bool:
    return path.name.casefold().endswith(_RULE_LIKE)


def _not_a_folder(path: Path, root: Path) -> Problem:
    if path.is_symlink() and not path.exists():
        message = _("đường tắt này không dẫn tới đâu nên không có quy định nào được đọc.")
        hint = _("Hãy sửa đường tắt, hoặc thay bằng thư mục {law} chứa các tệp .toml.", law=LAW)
        return _told(path, root, message, hint)
    message = _("đây là tệp, không phải thư mục, nên quy định trong đó không được áp dụng.")
    hint = _(
        "Nếu là quy định của cơ quan, hãy lập thư mục {law} cạnh {settings} rồi chuyển tệp vào đó, "
        "tên có đuôi .toml.",
        law=LAW,
        settings="vbgen.toml",
    )
    return _told(path, root, message, hint)


def _renamed(path: Path, root: Path) -> Problem:
    """A file that an editor gave an ending of its own: `x.toml.txt`."""
    meant = path.name[: path.name.casefold().rindex(_ENDING) + len(_ENDING)]
    message = _("tên tệp có thêm đuôi .txt nên quy định trong đó không được áp dụng.")
    hint = _(
        "Có phải là “{meant}”? Hãy đổi tên tệp thành {meant} (trong Windows, bật View › File name "
        "extensions để thấy đuôi tệp).",
        meant=meant,
    )
    return _told(path, root, message, hint)


def _move_up() -> str:
    return _(
        "Nếu là quy định của cơ quan, hãy chuyển tệp thẳng vào thư mục {law} cạnh {settings}, "
        "tên có đuôi .toml.",
        law=LAW,
        settings="vbgen.toml",
    )


def _told(path: Path, root: Path, message: str, hint: str) -> Problem:
    return Problem(_CODE, message, Place(file=_name(path, root)), Severity.WARNING, hint)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
