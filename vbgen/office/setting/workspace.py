"""The workspace: a folder with `vbgen.toml`, `templates/`, `data/` and `output/`, and what its settings choose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbgen.errors import Problem, UnreadableFileError, UsageError
from vbgen.files import read_bytes, reason_of
from vbgen.messages import _, quoted
from vbgen.office.making.trust import trust
from vbgen.office.setting.settings import checked_picture, read_background, read_settings
from vbgen.papers.kinds.shipped import shipped_folder
from vbgen.ways import ChooseWorkspace, StartWorkspace

if TYPE_CHECKING:
    from vbgen.law.rulebook import LawOfDay, Rulebook
    from vbgen.model.design import ChosenFonts
    from vbgen.model.vocabulary import Vocabulary
    from vbgen.papers.kinds.library import Library

SETTINGS = "vbgen.toml"
LAW = "law"
REGISTER = "register.sqlite3"  # in `output`, where the settings name no other place
_LARGEST_LAW = 1_000_000  # bytes of a file of rules


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where things are; `root` is None outside any workspace, where the shipped templates serve."""

    root: Path | None
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """The folders of templates: the workspace's own, then the shipped one."""
        own = (self.root / "templates",) if self.root else ()
        return tuple(dict.fromkeys((*own, shipped() / "templates")))

    @property
    def library(self) -> "Library":
        """The kinds of the workspace, then the shipped ones."""
        from vbgen.papers.kinds.library import Library

        return Library(
            self.template_folders,
            chosen=self.chosen_designs,
            background=self.background,
            lettering=self.lettering,
        )

    @property
    def background(self) -> bytes:
        """The picture, or the first page of the PDF file, that certificates are printed over; empty without one."""
        named = self.settings.get("certificate", {}).get("background")
        if not (self.root and named):
            return b""
        return read_background(self.root / SETTINGS, str(named))

    @property
    def chosen_designs(self) -> Mapping[str, str]:
        """Kind of certificate → the design that the settings name for it; under "" the one for every kind."""
        named = self.settings.get("certificate", {}).get("design", "")
        return dict(named) if isinstance(named, Mapping) else {"": str(named)}

    @property
    def lettering(self) -> "ChosenFonts":
        """The fonts of names and titles on certificates that the settings name."""
        from vbgen.model.design import ChosenFonts

        named = self.settings.get("certificate", {})
        return ChosenFonts(title=named.get("title_font", ""), name=named.get("name_font", ""))

    @property
    def emblem(self) -> Path | None:
        """The picture for certificates that the settings name, if any; UnreadableFileError where it is none."""
        named = self.settings.get("certificate", {}).get("emblem")
        return checked_picture(self.root / SETTINGS, str(named)) if self.root and named else None

    def rules(self) -> "Rulebook":
        """The law of awards with the office's own rules before it: `[law]` of the settings, then `law/*.toml`.

        Raises UnreadableFileError with every fault of a file.
        """
        from vbgen.law.office import rules_of

        return rules_of(self.law_files())

    def law(self, day: date) -> "LawOfDay":
        """The same on one day."""
        return self.rules().on(day)

    def words(self, day: date) -> "Vocabulary":
        """What its forms offer and its data may say where a list is open: honours of that day, kinds of paper."""
        from vbgen.papers.kinds.vocabulary import vocabulary

        return vocabulary(self.library, self.law(day))

    def law_files(self) -> dict[str, bytes]:
        """The files that hold the office's own rules, as they are; `vbgen.toml` only where it has a table `[law]`."""
        if self.root is None:
            return {}
        from vbgen.office.setting.rule_files import rule_files

        settings = [self.root / SETTINGS] if "law" in self.settings else []
        return {
            path.name: read_bytes(path, most=_LARGEST_LAW)
            for path in (*settings, *rule_files(self.root).read)
        }

    def unread_rules(self) -> tuple[Problem, ...]:
        """A word on each file in or like the folder of the office's own rules that is not read."""
        from vbgen.office.setting.rule_files import rule_files

        return tuple(rule_files(self.root).problems) if self.root else ()

    @property
    def history_columns(self) -> Mapping[str, str]:
        """Where the office's lists of earlier awards hold what: field → heading or column letter."""
        columns: Mapping[str, str] = self.settings.get("history", {}).get("columns", {})
        return columns

    def drafts_of(self, campaign_folder: Path) -> Path:
        """Where drafts of a campaign go."""
        base = self.root or Path.cwd()
        return base / "output" / campaign_folder.resolve().name / "drafts"


DESK_FILES = ".desk"  # there, what the desk keeps for itself
DRAFT_PICTURES, DESIGN_PICTURES = "pictures", "designs"  # of that, what is drawn again


def output_of(workspace: Workspace) -> Path:
    """Where runs put what they make."""
    return (workspace.root or Path.cwd()) / "output"


def shipped() -> Path:
    """The folder that holds the shipped templates and the sample."""
    return shipped_folder()


def shipped_sample() -> Path:
    """The folder of the sample campaign."""
    return shipped() / "data" / "ha-nam-2022"


def find_workspace(start: Path) -> Workspace:
    """The workspace that `start` lies in; UnreadableFileError when its settings cannot be read.

    From then on the templates that its settings trust render in this process.
    """
    root = _root_above(start)
    found = Workspace(root, read_settings(root / SETTINGS)) if root else Workspace(None)
    trust(found.settings.get("templates", {}).get("trusted", ()))
    return found


def need_workspace(start: Path) -> Workspace:
    """The workspace that `start` lies in; UsageError where it lies in none."""
    found = find_workspace(start)
    if found.root is None:
        message = _(
            "“{folder}” không nằm trong thư mục làm việc nào: không có tệp {settings} ở đó hay ở các thư mục chứa nó.",
            folder=start,
            settings=SETTINGS,
        )
        raise UsageError(
            message, (Problem("no-workspace", message, ways=(ChooseWorkspace(), StartWorkspace())),)
        )
    return found


def _root_above(start: Path) -> Path | None:
    try:
        inside = start.resolve()
        return next(
            (folder for folder in (inside, *inside.parents) if (folder / SETTINGS).is_file()), None
        )
    except OSError as fault:
        raise _no_way_to(start, reason_of(fault)) from fault
    except RuntimeError as fault:  # how Python 3.11 and 3.12 tell of links in a circle
        raise _no_way_to(start, _("đường tắt trỏ vòng vào chính nó")) from fault


def _no_way_to(start: Path, reason: str) -> UnreadableFileError:
    return UnreadableFileError(
        _(
            "Không có thư mục “{name}”: {reason}; hãy kiểm tra lại đường dẫn.",
            name=quoted(start.name),
            reason=reason,
        )
    )
