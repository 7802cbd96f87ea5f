"""Which workers a run gets."""

import sys

import pytest

from vbgen.errors import OutsideProgramError, UsageError
from vbgen.pages.runs.choosing import workers
from vbgen.pages.runs.dask import DaskCluster
from vbgen.pages.runs.inline import Inline
from vbgen.pages.runs.local import LocalProcesses
from vbgen.ways import InstallExtra


@pytest.mark.parametrize(
    ("environ", "chosen"),
    [
        ({}, LocalProcesses(4)),
        ({"VBGEN_WORKERS": "2"}, LocalProcesses(2)),
        ({"VBGEN_WORKERS": "1"}, Inline()),
        ({"VBGEN_CLUSTER": " "}, LocalProcesses(4)),
    ],
)
def test_settings_alone_choose_the_workers(environ: dict[str, str], chosen: object) -> None:
    assert workers(environ, cores=4, chunks=9) == chosen


def test_no_more_processes_are_started_than_there_are_chunks() -> None:
    assert workers({}, cores=4, chunks=3) == LocalProcesses(3)
    assert workers({"VBGEN_WORKERS": "8"}, cores=4, chunks=1) == Inline()


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"VBGEN_WORKERS": "nhiều"}, "“nhiều”"),
        ({"VBGEN_WORKERS": "0"}, "từ 1 trở lên"),
        ({"VBGEN_CLUSTER": "http://x"}, "tcp://"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(environ: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        workers(environ, cores=2, chunks=9)


def test_a_cluster_without_its_library_is_told_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(OutsideProgramError, match="distributed") as caught:
        DaskCluster.at("tcp://127.0.0.1:9")
    assert caught.value.problems[0].ways == (InstallExtra("cluster", ("distributed>=2025.1",)),)


def test_a_cluster_out_of_reach_is_told_with_its_address() -> None:
    with pytest.raises(OutsideProgramError, match=r"tcp://127\.0\.0\.1:9") as caught:
        DaskCluster.at("tcp://127.0.0.1:9", connect_s=1.0)
    assert "VBGEN_CLUSTER" in caught.value.problems[0].hint
