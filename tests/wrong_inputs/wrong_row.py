"""One row of the table: what is wrong, which command meets it, what it must answer."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from vbgen.errors import Place

Spoil = Callable[[Path], object]
_ENGLISH = re.compile(
    r"Errno|Error|Exception|None|\b(?:expected|invalid|unable|cannot|failed|such|file|the|not|is|line|column|with|of|too|No|Not|Is|directory|symbolic|space|device|byte|codec|and|or)\b",
)
_WAY_OUT = re.compile(
    r"\b(?:hãy|cần|có phải|chỉ|xem|xin lại|đặt mã khác|rút ngắn|phải|các loại|các lệnh|các đợt|các mục|các bảng)\b",
    re.IGNORECASE,
)
_VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)


def both(*spoils: Spoil) -> Spoil:
    """One after the other."""

    def spoil(root: Path) -> None:
        for each in spoils:
            each(root)

    return spoil


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong input; the command runs in the workspace, which stays as it was but for `writes`."""

    id: str
    command: str
    code: int
    words: tuple[str, ...]  # all of them in one problem, or in the one sentence
    spoil: Spoil = lambda _root: None
    writes: tuple[str, ...] = ()
    environ: Mapping[str, str] = field(
        default_factory=dict
    )  # values may name the workspace: {root}
    has_way_out: bool = True  # False where there is nothing to do but to ask who sent it

    @property
    def arguments(self) -> list[str]:
        """The words of the command; a blank within a word is written as a tilde."""
        return [word.replace("~", " ") for word in self.command.split(" ")]


def contents(root: Path) -> dict[str, str]:
    """Every file and folder under `root`, each with a digest of what it holds; but vbgen's notes of its outputs."""
    return {name: held for name, held in _entries(root) if not name.endswith(".vbgen-made.json")}


def _entries(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            yield name, f"-> {path.readlink()}"
        elif path.is_file():
            yield name, sha256(path.read_bytes()).hexdigest()
        else:
            yield name, "folder" if path.is_dir() else "other"


def told(out: str) -> list[str]:
    """Each thing that an answer in JSON says: problems with their places, or its one sentence."""
    answer: dict[str, Any] = json.loads(out)
    return [_sentence(each) for each in answer["problems"] if each["severity"] == "error"] or [
        answer["message"]
    ]


def _sentence(problem: dict[str, Any]) -> str:
    return f"{Place(**problem['place'])}: {problem['message']} {problem['hint']}"


def blemishes(sentence: str, *, has_way_out: bool = True) -> list[str]:
    """What a sentence lacks: Vietnamese and nothing else, and a way out."""
    found = [] if _VIETNAMESE.search(sentence) else ["not Vietnamese"]
    found += [f"English: {word}" for word in _ENGLISH.findall(_words_of(sentence))]
    return found + ([] if not has_way_out or _WAY_OUT.search(sentence) else ["no way out"])


def _words_of(sentence: str) -> str:
    """The sentence without what was quoted, named or written in code, which may be of any language."""
    return re.sub(r"“[^”]*”|\S*[./_\\]\S*|\{[^}]*\}|\[[^\]]*\]|--?\w[\w-]*", " ", sentence)
