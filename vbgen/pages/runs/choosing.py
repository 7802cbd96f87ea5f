"""Which workers a run gets, by settings alone."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _, quoted
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.local import LocalProcesses

if TYPE_CHECKING:
    from vbgen.pages.runs.dask import DaskCluster

_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):([0-9]{1,5})")
_PORTS = range(1, 65536)
_COUNT = re.compile(r"[1-9][0-9]{0,5}")


def workers(
    environ: Mapping[str, str], *, cores: int, chunks: int
) -> "Inline | LocalProcesses | DaskCluster":
    """Workers for so many chunks: the cluster at `VBGEN_CLUSTER`, else `VBGEN_WORKERS` processes, else one a core.

    What one process does alone is done in this one.

    Raises UsageError for a setting that cannot be understood, OutsideProgramError for a cluster out of reach.
    """
    address = environ.get("VBGEN_CLUSTER", "").strip()
    if address:
        _confirm_address(address)
        from vbgen.pages.runs.dask import DaskCluster

        return DaskCluster.at(address)
    count = min(_count(environ.get("VBGEN_WORKERS", "").strip(), cores), chunks)
    return LocalProcesses(count) if count > 1 else Inline()


def _confirm_address(given: str) -> None:
    match = _ADDRESS.fullmatch(given)
    if match is None or int(match[1]) not in _PORTS:
        shown = quoted(given)
        raise UsageError(
            _("VBGEN_CLUSTER phải có dạng tcp://máy:cổng, không phải “{given}”.", given=shown)
        )


def _count(said: str, cores: int) -> int:
    if not said:
        return cores
    if not _COUNT.fullmatch(said):
        shown = quoted(said)
        raise UsageError(
            _("VBGEN_WORKERS phải là một số từ 1 trở lên, không phải “{given}”.", given=shown)
        )
    return int(said)
