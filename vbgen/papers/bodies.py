"""Bodies that the office typed in Word: `papers/<kind>[.<name>][-phase-N].docx` of a campaign's folder."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from vbgen.errors import Place, Problem
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.model.paper import BODIES

ENDING = ".docx"
_LARGEST = 200_000_000  # bytes of a body with its pictures
_PHASE = re.compile(r"(?P<rest>.+)-phase-(?P<phase>[1-9]\d{0,3})")
_NAME = re.compile(r"\w[\w-]{0,59}")
_TO_BE_RESAVED = frozenset({".doc", ".docm", ".dotx", ".odt", ".rtf", ".pdf"})


@dataclass(frozen=True, slots=True)
class BodyFile:
    """One such file: which paper it is the body of; nothing of it is read yet."""

    path: Path
    kind: str
    name: str = ""
    phase: int | None = None

    @property
    def shown(self) -> str:
        """`papers/ke-hoach.docx`, as messages call it."""
        return f"{BODIES}/{self.path.name}"

    def content(self) -> bytes:
        """The file; UnreadableFileError where it cannot be read or is too large."""
        return read_bytes(self.path, most=_LARGEST)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a campaign, and what lies among them that is none."""

    files: tuple[BodyFile, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: str) -> tuple[BodyFile, ...]:
        """Those of one kind."""
        return tuple(body for body in self.files if body.kind == kind)


def stem_of(kind: str, name: str, phase: int | None) -> str:
    """`giay-moi.tong-ket-phase-2`: what a body and a draft are called, without ending."""
    named = f"{kind}.{name}" if name else kind
    return f"{named}-phase-{phase}" if phase else named


def find_bodies(folder: Path, kinds: Iterable[str]) -> Bodies:
    """What lies in the folder of bodies of the campaign in `folder`, in order of names."""
    place, known = folder / BODIES, tuple(sorted(kinds, key=len, reverse=True))
    if not place.is_dir():
        return Bodies()
    files: list[BodyFile] = []
    problems: list[Problem] = []
    for path in sorted(_lying(place), key=lambda each: each.name.casefold()):
        body = _named(path, known) if path.suffix.casefold() == ENDING else None
        if body:
            files.append(body)
        else:
            problems.append(_not_a_body(path, known))
    return Bodies(tuple(files), tuple(problems))


def _lying(folder: Path) -> Iterator[Path]:
    """Files that somebody put there; not what Word and vbgen keep beside them."""
    for path in folder.iterdir():
        if not path.name.startswith((".", "~$", "_")) and path.is_file():
            yield path


def _named(path: Path, known: Iterable[str]) -> BodyFile | None:
    """The file's paper by its name; None for a name that tells none."""
    match = _PHASE.fullmatch(path.stem)
    stem, phase = (match["rest"], int(match["phase"])) if match else (path.stem, None)
    if stem in known:
        return BodyFile(path, stem, "", phase)
    kind = next((each for each in known if stem.startswith(f"{each}.")), "")
    name = stem[len(kind) + 1 :]
    return BodyFile(path, kind, name, phase) if kind and _NAME.fullmatch(name) else None


def _not_a_body(path: Path, known: Iterable[str]) -> Problem:
    place = Place(file=f"{BODIES}/{path.name}")
    if path.suffix.casefold() != ENDING:
        message = _("Tệp này không phải tệp Word .docx nên không dùng làm thân văn bản được.")
        hint = _("Hãy mở bằng Word rồi lưu thành .docx.")
        wrong = path.suffix.casefold() in _TO_BE_RESAVED
        other = _("Hãy chuyển tệp này ra ngoài thư mục.")
        return Problem("body-not-word", message, place, hint=hint if wrong else other)
    kind = re.split(r"[.]|-phase-", path.stem)[0]
    near = get_close_matches(kind, list(known), n=1)
    message = _("Tên tệp không cho biết là thân của loại văn bản nào.")
    hint = _("Tên tệp gồm loại văn bản, tên riêng nếu có và đợt: ke-hoach.van-nghe-phase-1.docx.")
    if near:
        hint = _("Có phải là “{near}”?", near=path.name.replace(kind, near[0], 1))
    return Problem("body-name", message, place, hint=hint)
