"""Workers of a Dask cluster, on as many machines as it has."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from vbgen.errors import OutsideProgramError, Problem
from vbgen.extras import missing_extra
from vbgen.messages import _

CONNECT_S = 20.0
_LEAVE_S = 5.0


@dataclass(frozen=True, slots=True)
class DaskCluster:
    """The cluster whose scheduler listens at `address` (`tcp://…` or `tls://…`).

    Dask hands functions about as pickles: whoever reaches the scheduler can run anything on its workers. It belongs
    into a closed network or behind TLS.
    """

    address: str
    count: int
    losses: tuple[type[BaseException], ...]
    connect_s: float = CONNECT_S

    @classmethod
    def at(cls, address: str, *, connect_s: float = CONNECT_S) -> "DaskCluster":
        """The cluster, asked for its workers; OutsideProgramError without the library or without workers."""
        if find_spec("distributed") is None:
            raise missing_extra("cluster", _("Cụm máy Dask"))
        return cls(address, _threads(address, connect_s), _losses(), connect_s)

    @property
    def queue(self) -> int:
        """One at work and one waiting for each."""
        return 2 * self.count

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """The executor; a worker that dies is replaced by the others without a word."""
        client = _client(self.address, self.connect_s)
        try:
            yield client.get_executor(pure=False)
        finally:
            with suppress(OSError, TimeoutError):
                client.close(timeout=_LEAVE_S)


def _client(address: str, connect_s: float) -> Any:  # noqa: ANN401 - distributed has no types
    import distributed

    make: Any = distributed.Client
    try:
        return make(address, timeout=connect_s, set_as_default=False)
    except (OSError, TimeoutError) as fault:
        raise _unreachable(address) from fault


def _threads(address: str, connect_s: float) -> int:
    """How many tasks the cluster works on at a time."""
    client = _client(address, connect_s)
    try:
        count = sum(client.nthreads().values())
    finally:
        client.close(timeout=_LEAVE_S)
    if not count:
        raise OutsideProgramError(
            _("Cụm máy ở {address} chưa có máy làm việc nào.", address=address)
        )
    return int(count)


def _losses() -> tuple[type[BaseException], ...]:
    from distributed import KilledWorker
    from distributed.client import ClosedClientError, FutureCancelledError
    from distributed.comm.core import CommClosedError

    return (
        CancelledError,
        asyncio.CancelledError,
        FutureCancelledError,
        ClosedClientError,
        CommClosedError,
        KilledWorker,
    )


def _unreachable(address: str) -> OutsideProgramError:
    message = _("Không nối được với cụm máy ở {address}.", address=address)
    hint = _(
        "Hãy kiểm tra bộ điều phối (dask scheduler) và biến VBGEN_CLUSTER, rồi chạy lại để làm tiếp."
    )
    return OutsideProgramError(message, (Problem("cluster-unreachable", message, hint=hint),))
