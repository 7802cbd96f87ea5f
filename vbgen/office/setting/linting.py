"""The office's own ranges and switches for the check of forms: `[lint]` in `vbgen.toml`."""

from vbgen.decree import Settings
from vbgen.office.setting.workspace import Workspace


def lint_settings(workspace: Workspace) -> Settings:
    """The settings of `[lint]`; ProblemsFoundError with every mistake in them."""
    return Settings.from_table(workspace.settings.get("lint", {}))
