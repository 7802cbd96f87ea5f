"""Which workers a run gets, by settings alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.local import LocalProcesses

if TYPE_CHECKING:
    from vbgen.pages.runs.dask import DaskCluster

_SCHEMES = ("tcp://", "tls://")


def workers(
    environ: Mapping[str, str], *, cores: int, chunks: int
) -> "Inline | LocalProcesses | DaskCluster":
    """Workers for so many chunks: the cluster at `VBGEN_CLUSTER`, else `VBGEN_WORKERS` processes, else one a core.

    What one process does alone is done in this one.

    Raises UsageError for a setting that cannot be understood, OutsideProgramError for a cluster out of reach.
    """
    address = environ.get("VBGEN_CLUSTER", "").strip()
    if address:
        from vbgen.pages.runs.dask import DaskCluster

        if not address.startswith(_SCHEMES):
            raise UsageError(
                _("VBGEN_CLUSTER phải có dạng tcp://máy:cổng, không phải “{given}”.", given=address)
            )
        return DaskCluster.at(address)
    count = min(_count(environ.get("VBGEN_WORKERS", "").strip(), cores), chunks)
    return LocalProcesses(count) if count > 1 else Inline()


def _count(said: str, cores: int) -> int:
    if not said:
        return cores
    if not said.isdecimal() or int(said) < 1:
        raise UsageError(
            _("VBGEN_WORKERS phải là một số từ 1 trở lên, không phải “{given}”.", given=said)
        )
    return int(said)
