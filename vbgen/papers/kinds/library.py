"""The kinds at hand: those of the workspace first, then the shipped ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from vbgen.errors import TemplateError, UsageError
from vbgen.folders import files_of
from vbgen.messages import _
from vbgen.model.design import ChosenFonts
from vbgen.papers.bodies import Bodies, find_bodies
from vbgen.papers.dossier_files import DossierFiles, find_dossiers
from vbgen.papers.kinds.designs import Design, designs_in, unknown_design
from vbgen.papers.kinds.kind import Kind, read_kind
from vbgen.papers.kinds.places import DECLARATION, FRAMES, TEMPLATE, fragments_in
from vbgen.papers.kinds.types import declared_types, type_of

# The order in which a campaign's papers come; kinds that a workspace adds follow by name.
ORDER = (
    "launch-notice",
    "emulation-registration",
    "emulation-pledge",
    "phase-summary",
    "nomination-list",
    "person-report",
    "collective-report",
    "council-decision",
    "council-invitation",
    "ballot-paper",
    "council-minutes",
    "ballot-count",
    "council-conclusion",
    "award-decision",
    "certificate",
    "bonus-receipt",
    "ceremony-programme",
    "award-extract",
    "award-confirmation",
    "year-statistics",
    "score-table",
    "registration-results",
    "amending-decision",
    "correction-letter",
)
_PLAIN = re.compile(r"\w[\w.-]{0,99}")  # a folder's own name, never a way elsewhere


@dataclass(frozen=True, slots=True)
class Library:
    """Folders of kinds; what stands in an earlier folder wins over the same name in a later one."""

    folders: tuple[Path, ...]
    bodies: Bodies = field(default_factory=Bodies)  # of the campaign whose papers are made
    dossiers: DossierFiles = DossierFiles()  # noqa: RUF009 - frozen; what goes with its proposals
    chosen: Mapping[str, str] = field(
        default_factory=dict
    )  # kind → design; "" for any without its own

    background: bytes = b""  # of certificates, a picture of the office's own
    lettering: ChosenFonts = ChosenFonts()  # noqa: RUF009 - frozen; of certificates, fonts apart from a design's

    def for_campaign(self, folder: Path) -> "Library":
        """The same, with the bodies and the dossiers that lie in a campaign's folder."""
        bodies = find_bodies(folder, self.names())
        return replace(self, bodies=bodies, dossiers=find_dossiers(folder))

    def names(self) -> list[str]:
        """Ids of all kinds in the order in which a campaign's papers come, then the decree's types, then others."""
        declared = {
            path.name
            for folder in self.folders
            for path in files_of(folder, "*")
            if (path / DECLARATION).is_file()
        }
        types = dict.fromkeys(name for folder in self.folders for name in declared_types(folder))
        first = [name for name in ORDER if name in declared]
        return list(dict.fromkeys((*first, *types, *sorted(declared))))

    def find(self, name: str) -> Kind:
        """The kind called `name`; UsageError with the nearest name when there is none."""
        found = self._own(name) or self._type(name)
        if found is None:
            half_made = self._declared_in(name)
            raise UsageError(
                _no_template(half_made[0]) if half_made else _unknown(name, self.names())
            )
        return self._at_hand(found)

    def _declared_in(self, name: str) -> list[Path]:
        """The folders that declare a kind, with a template or without."""
        folders = self.folders if _PLAIN.fullmatch(name) else ()
        return [folder / name for folder in folders if (folder / name / DECLARATION).is_file()]

    def _own(self, name: str) -> Kind | None:
        """The kind that a folder of its own declares, with a template or a frame."""
        for folder in self._declared_in(name):
            kind = read_kind(folder)
            if kind.frame or kind.design or (folder / TEMPLATE).is_file():
                return kind
        return None

    def _type(self, name: str) -> Kind | None:
        found = (type_of(folder, name) for folder in self.folders)
        return next(filter(None, found), None)

    def _at_hand(self, kind: Kind) -> Kind:
        """The kind with its frame and the bodies that were typed for it."""
        found: dict[str, object] = {
            "frame_file": self._frame(kind.frame) if kind.frame else None,
            "bodies": self.bodies.of(kind.id),
            "type_kinds": tuple(self._types_at_hand(kind)),
            "dossiers": self.dossiers.files,
        }
        if kind.page_filling:
            found |= {"designs": self.designs(), "chosen_design": self._chosen_for(kind)}
            found |= {"design_choices": self.chosen, "background": self.background}
            found["lettering"] = self.lettering
        return kind.model_copy(update=found)

    def designs(self) -> dict[str, Design]:
        """Name → design of certificates."""
        return designs_in(self.folders)

    def _chosen_for(self, kind: Kind) -> str:
        """The office's word for the kind, else its word for all; UsageError for a design that there is not."""
        name = self.chosen.get(kind.id) or self.chosen.get("", "")
        if name and name not in self.designs():
            raise UsageError(unknown_design(name, list(self.designs())))
        return name

    def _types_at_hand(self, kind: Kind) -> Iterator[Kind]:
        """The types that the kind may be issued as, as far as the folders have them: those kept with a paper do not."""
        for name in kind.types:
            if found := self._own(name) or self._type(name):
                yield self._at_hand(found)

    def _frame(self, name: str) -> Path | None:
        places = (folder / FRAMES / f"{name}.docx" for folder in self.folders)
        return next((path for path in places if path.is_file()), None)

    def declared(self, name: str) -> tuple[Kind, ...]:
        """What each folder declares of a kind, the first that wins; what cannot be read is told where it is used."""
        return tuple(self._declarations(name))

    def first_declared(self, name: str) -> Kind | None:
        """The one that wins."""
        return next(self._declarations(name), None)

    def _declarations(self, name: str) -> Iterator[Kind]:
        found = (_read_if_sound(folder, name) for folder in self.folders)
        return filter(None, found)

    def fragments(self) -> dict[str, Path]:
        """Name → file of every fragment that a template can include."""
        return fragments_in(self.folders)


def _read_if_sound(folder: Path, name: str) -> Kind | None:
    try:
        own = (folder / name / DECLARATION).is_file()
        return read_kind(folder / name) if own else type_of(folder, name)
    except TemplateError:
        return None


def _no_template(folder: Path) -> str:
    """What is said of a kind that nobody has finished."""
    return _(
        "Loại văn bản “{name}” đã khai báo nhưng chưa có mẫu Word. "
        "Hãy đặt {template} vào thư mục {folder}, hoặc chuyển thư mục đó đi nơi khác.",
        name=folder.name,
        template=TEMPLATE,
        folder=folder,
    )


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
