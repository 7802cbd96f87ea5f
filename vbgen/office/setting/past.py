"""The register and archive as a source of history, where the office has them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from vbgen.office.registry.past_decisions import PastDecisions
from vbgen.office.setting.stores import archive_at, has_register, looking_at
from vbgen.office.setting.workspace import Workspace


@contextmanager
def past_decisions(
    workspace: Workspace, environ: Mapping[str, str], campaign: str
) -> Iterator[PastDecisions | None]:
    """The issued papers of the workspace; None where nothing was ever issued: looking must not make a register."""
    if not has_register(workspace, environ):
        yield None
        return
    register = looking_at(workspace, environ)
    try:
        yield PastDecisions(register, archive_at(workspace, environ), campaign, workspace.rules())
    finally:
        register.close()
