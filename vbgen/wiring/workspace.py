"""The workspace: a folder with `vbgen.toml`, `templates/`, `data/` and `output/`, and what its settings choose."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.kinds.library import Library
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.law.rulebook import Rulebook

SETTINGS = "vbgen.toml"
LAW = "law"
_KNOWN = {"certificate", "history", "law", "lint", "numbering", "pdf"}


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where things are; `root` is None outside any workspace, where the shipped templates serve."""

    root: Path | None
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def library(self) -> Library:
        """The kinds of the workspace, then the shipped ones."""
        own = (self.root / "templates",) if self.root else ()
        return Library(tuple(dict.fromkeys((*own, shipped() / "templates"))))

    @property
    def emblem(self) -> Path | None:
        """The picture for certificates that the settings name, if there is one."""
        named = self.settings.get("certificate", {}).get("emblem")
        return self.root / named if self.root and named else None

    def rules(self) -> "Rulebook":
        """The law of awards with the office's own rules before it: `[law]` of the settings, then `law/*.toml`.

        Raises UnreadableFileError with every fault of a file.
        """
        from vbgen.law.reading import own_rules, read_rules
        from vbgen.law.rulebook import rulebook, shipped_rules

        own = list(own_rules(self.settings.get("law", {}), SETTINGS))
        files = sorted((self.root / LAW).glob("*.toml")) if self.root else []
        own += [rule for path in files for rule in read_rules(path)]
        return rulebook(own) if own else shipped_rules()

    @property
    def history_columns(self) -> Mapping[str, str]:
        """Where the office's lists of earlier awards hold what: field → heading or column letter."""
        columns: Mapping[str, str] = self.settings.get("history", {}).get("columns", {})
        return columns

    def drafts_of(self, campaign_folder: Path) -> Path:
        """Where drafts of a campaign go."""
        base = self.root or Path.cwd()
        return base / "output" / campaign_folder.resolve().name / "drafts"


def shipped() -> Path:
    """The folder that holds the shipped templates and the sample, in a wheel or in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent


def find_workspace(start: Path) -> Workspace:
    """The workspace that `start` lies in; UnreadableFileError when its settings cannot be read."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / SETTINGS).is_file():
            return Workspace(folder, _settings(folder / SETTINGS))
    return Workspace(None)


def _settings(path: Path) -> Mapping[str, Any]:
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise _unreadable(_("Tệp thiết lập {file} không đọc được: {fault}", file=path, fault=fault), path) from fault
    unknown = sorted(settings.keys() - _KNOWN)
    if unknown:
        known = ", ".join(sorted(_KNOWN))
        message = _("Thiết lập không có mục “{key}”; các mục: {known}.", key=unknown[0], known=known)
        raise _unreadable(message, path)
    return settings


def _unreadable(message: str, path: Path) -> UnreadableFileError:
    return UnreadableFileError(message, (Problem("settings", message, Place(file=str(path))),))
