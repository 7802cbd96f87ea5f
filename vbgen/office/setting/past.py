"""The register and archive as a source of history, where the office has them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vbgen.office.setting.workspace import REGISTER, Workspace, output_of

if TYPE_CHECKING:
    from vbgen.office.registry.past_decisions import PastDecisions


@contextmanager
def past_decisions(
    workspace: Workspace, environ: Mapping[str, str], campaign: str
) -> Iterator["PastDecisions | None"]:
    """The issued papers of the workspace; None where nothing was ever issued: looking must not make a register."""
    if _is_new(workspace, environ):
        yield None
        return
    from vbgen.office.registry.past_decisions import PastDecisions
    from vbgen.office.setting.stores import archive_at, has_register, looking_at

    if not has_register(workspace, environ):
        yield None
        return
    register = looking_at(workspace, environ)
    try:
        yield PastDecisions(register, archive_at(workspace, environ), campaign, workspace.rules())
    finally:
        register.close()


def _is_new(workspace: Workspace, environ: Mapping[str, str]) -> bool:
    """Whether no register is named and there is none at the usual place: then no database need be asked."""
    named = workspace.settings.keys() & {"register", "archive"}
    told = environ.keys() & {"VBGEN_DATABASE", "VBGEN_ARCHIVE"}
    return not named and not told and not (output_of(workspace) / REGISTER).exists()
