"""The same batch on this process, on local processes, and on a Dask cluster on loopback.

    python benchmarks/cluster.py [--json FILE] [--rows 1000] [--workers 2]

Files go into one archive; on Dask also by way of home, as on a cluster that does not reach the archive.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from certificates import plain, receipts_in

from vbgen.archive.store import Archive
from vbgen.office.making.batching import Batch, Workshop, make
from vbgen.pages.runs.choosing import workers
from vbgen.pages.runs.running import Workers

_CHUNK = 100


def timed(batch: Batch, where: Workers, *, afar: bool = False) -> float:
    """Seconds until every file is in the archive and every receipt in the ledger."""
    with tempfile.TemporaryDirectory(prefix="bench-vbgen-") as name:
        archive, scratch = (
            Archive.open(Path(name) / each, environ={}) for each in ("archive", "scratch")
        )
        ledger = receipts_in(Path(name))
        start = time.perf_counter()
        made = make(
            batch, Workshop(lambda _chunks: where, ledger, scratch, archive, afar, chunk=_CHUNK)
        )
        if len(made.files) != len(batch.rows):
            raise SystemExit(f"lost: {made.problems[:3]}")
        return time.perf_counter() - start


@contextmanager
def dask(count: int) -> Iterator[Workers | None]:
    """A cluster of processes on loopback; nothing where the library is missing."""
    if find_spec("distributed") is None:
        print("distributed is not installed: the cluster is left out (pip install distributed)")
        yield None
        return
    import distributed

    local: Any = distributed.LocalCluster  # distributed has no types
    with local(n_workers=count, threads_per_worker=1, dashboard_address=None) as made:
        yield workers({"VBGEN_CLUSTER": made.scheduler_address}, cores=count, chunks=count)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    batch, report = plain(options.rows), dict[str, float]()
    report["this process"] = timed(batch, workers({"VBGEN_WORKERS": "1"}, cores=1, chunks=1))
    many = f"{options.workers} processes"
    report[many] = timed(
        batch, workers({"VBGEN_WORKERS": str(options.workers)}, cores=1, chunks=options.workers)
    )
    with dask(options.workers) as where:
        if where is not None:
            report[f"Dask, {options.workers} workers, into the archive"] = timed(batch, where)
            report[f"Dask, {options.workers} workers, by way of home"] = timed(
                batch, where, afar=True
            )
    for name, seconds in report.items():
        print(f"{name:40} {seconds:8.1f} s {options.rows / seconds:8.1f}/s")
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
