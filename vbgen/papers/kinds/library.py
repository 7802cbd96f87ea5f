"""The kinds at hand: those of the workspace first, then the shipped ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from vbgen.errors import TemplateError, UsageError
from vbgen.messages import _
from vbgen.papers.kinds.kind import DECLARATION, TEMPLATE, Kind, read_kind

FRAGMENTS = "_fragments"
# The order in which a campaign's papers come; kinds that a workspace adds follow by name.
ORDER = (
    "launch-notice",
    "phase-summary",
    "nomination-list",
    "council-minutes",
    "award-decision",
    "certificate",
)
_PLAIN = re.compile(r"\w[\w.-]{0,99}")  # a folder's own name, never a way elsewhere


@dataclass(frozen=True, slots=True)
class Library:
    """Folders of kinds; what stands in an earlier folder wins over the same name in a later one."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        """Ids of all kinds, in the order in which a campaign's papers come."""
        found = {
            path.parent.name for folder in self.folders for path in folder.glob(f"*/{DECLARATION}")
        }
        return sorted(
            found, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)
        )

    def find(self, name: str) -> Kind:
        """The kind called `name`; UsageError with the nearest name when there is none."""
        for folder in self.folders if _PLAIN.fullmatch(name) else ():
            if (folder / name / DECLARATION).is_file() and (folder / name / TEMPLATE).is_file():
                return read_kind(folder / name)
        raise UsageError(_unknown(name, self.names()))

    def declared(self, name: str) -> tuple[Kind, ...]:
        """What each folder declares of a kind, the first that wins; what cannot be read is told where it is used."""
        found = (
            folder / name for folder in self.folders if (folder / name / DECLARATION).is_file()
        )
        return tuple(kind for folder in found if (kind := _read_if_sound(folder)))

    def fragments(self) -> dict[str, Path]:
        """Name → file of every fragment that a template can include."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted((folder / FRAGMENTS).glob("*.docx")):
                found.setdefault(path.stem, path)
        return found


def _read_if_sound(folder: Path) -> Kind | None:
    try:
        return read_kind(folder)
    except TemplateError:
        return None


def _unknown(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
    listed = ", ".join(known)
    return _(
        "Không có loại văn bản “{name}”. Các loại đang có: {listed}. {hint}",
        name=name,
        listed=listed,
        hint=hint,
    )
