"""The register and archive as a source of history, where the office has them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from vbgen.register import Register
from vbgen.usecases.past_decisions import PastDecisions
from vbgen.wiring.stores import DATABASE, archive_at, database_url, output_of
from vbgen.wiring.workspace import Workspace

_FILE = "sqlite:///"


@contextmanager
def past_decisions(
    workspace: Workspace, environ: Mapping[str, str], campaign: str, now: datetime
) -> Iterator[PastDecisions | None]:
    """The issued papers of the workspace; None where nothing was ever issued: looking must not make a register."""
    url = database_url(workspace, environ)
    file = output_of(workspace) / url.rpartition("/")[2]
    if not environ.get(DATABASE) and not (url.startswith(_FILE) and file.is_file()):
        yield None
        return
    register = Register.open(url, now=now)
    try:
        yield PastDecisions(register, archive_at(workspace, environ), campaign, workspace.rules())
    finally:
        register.close()
