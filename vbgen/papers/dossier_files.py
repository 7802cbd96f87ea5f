"""What goes with each proposal: `dossiers/<Mã đối tượng>/…` of a campaign's folder, Word and PDF files and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.paper import DOSSIERS
from vbgen.words.names import fold

PICTURES = (".jpg", ".jpeg", ".png")
READABLE = (".pdf", ".docx", *PICTURES)
# What papers of a dossier are called, as a proposal and a bookmark name them; anything else is told as it is.
PAPERS = (
    "Báo cáo thành tích",
    "Bản thành tích",
    "Chứng nhận sáng kiến, đề tài",
    "Minh chứng sáng kiến, đề tài",
)
OTHER = "Giấy tờ khác"
_FEWEST_WORDS = 2  # of a file's name that tell what it is
_SEPARATORS = str.maketrans("-_.,", "    ")


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file of a nominee's folder; its name says what it is."""

    path: Path
    nominee: str

    @property
    def shown(self) -> str:
        """`dossiers/CN001/bao-cao-thanh-tich.pdf`, as messages call it."""
        return f"{DOSSIERS}/{self.nominee}/{self.path.name}"

    @property
    def words(self) -> str:
        """`bao cao thanh tich`: its name without ending, marks and figures."""
        plain = fold(self.path.stem).translate(_SEPARATORS)
        return " ".join(word for word in plain.split() if word.isalpha())

    @property
    def paper(self) -> str:
        """`Báo cáo thành tích`: which paper it is; empty where its name does not say."""
        return next((name for name in PAPERS if self.is_paper(name)), "")

    @property
    def title(self) -> str:
        """What a bookmark calls it: the paper, else its own name."""
        return self.paper or self.path.stem

    def is_paper(self, wanted: str) -> bool:
        """Whether its name says that it is the paper wanted: all of its words, or two of them and no other."""
        own, asked = self.words.split(), fold(wanted).translate(_SEPARATORS).split()
        if set(asked) <= set(own):
            return True
        return len(own) >= _FEWEST_WORDS and set(own) <= set(asked)


@dataclass(frozen=True, slots=True)
class DossierFiles:
    """The files of all nominees, and what lies among them that is none."""

    files: tuple[AttachedFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_kept: bool = False  # the campaign has such a folder, so that what is missing is missed

    def has(self, nominee: str, paper: str) -> bool:
        """Whether a nominee's folder holds that paper."""
        return any(file.paper == paper for file in self.of(nominee))

    def of(self, nominee: str) -> tuple[AttachedFile, ...]:
        """Those of one nominee, by name."""
        return tuple(each for each in self.files if each.nominee == nominee)


def find_dossiers(folder: Path) -> DossierFiles:
    """What lies in the folder of dossiers of the campaign in `folder`."""
    place = folder / DOSSIERS
    if not place.is_dir():
        return DossierFiles()
    files: list[AttachedFile] = []
    problems: list[Problem] = []
    for path in _lying(place):
        if not path.is_dir():
            problems.append(_loose(path))
            continue
        for each in _lying(path):
            own = AttachedFile(each, path.name)
            if each.suffix.casefold() in READABLE and each.is_file():
                files.append(own)
            else:
                problems.append(_not_joined(own))
    return DossierFiles(tuple(files), tuple(problems), is_kept=True)


def _lying(folder: Path) -> Iterator[Path]:
    """What somebody put there, by name; not what Word and vbgen keep beside it."""
    for path in sorted(folder.iterdir(), key=lambda each: each.name.casefold()):
        if not path.name.startswith((".", "~$", "_")):
            yield path


def _loose(path: Path) -> Problem:
    message = _("Tệp này không nằm trong thư mục của ai nên không vào hồ sơ nào.")
    hint = _("Hãy chuyển vào thư mục mang mã đối tượng, ví dụ {folder}/CN001.", folder=DOSSIERS)
    place = Place(file=f"{DOSSIERS}/{path.name}")
    return Problem("dossier-loose", message, place, Severity.WARNING, hint)


def _not_joined(file: AttachedFile) -> Problem:
    message = _("Hồ sơ chỉ ghép được tệp PDF, tệp Word .docx và hình .jpg, .png.")
    hint = _("Hãy lưu tệp này thành PDF.")
    return Problem("dossier-not-read", message, Place(file=file.shown), Severity.WARNING, hint)
