"""Disk full, folder read-only, store lost, power cut, two workspaces: a clear sentence and a clean state each."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.archive.registry import HONOURED, Registry
from tests.archive.s3_server import ObjectStore, serving
from tests.ports import free_port
from tests.small_disk import SmallDisk
from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveTakenError, ArchiveUnreachableError, ArchiveWriteError
from vbgen.errors import OutputError
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.bagging import Export

MIB = 2**20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    small = SmallDisk(tmp_path / "disk")
    yield small
    small.eject()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Registry]:
    with closing(Registry.at(tmp_path)) as registry:
        yield registry


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_a_full_disk_is_told_and_leaves_nothing_half_written(disk: SmallDisk) -> None:
    archive = Archive.open(disk.folder / "kho", environ={})
    digest = archive.put(b"small")
    before = files_in(disk.folder)
    with pytest.raises(ArchiveWriteError, match=r"ổ đĩa đã đầy.*dung lượng"):
        archive.put(os.urandom(MIB))
    assert files_in(disk.folder) == before
    assert list(archive.all()) == [digest]
    disk.grow()
    archive.put(os.urandom(MIB))


def test_a_read_only_archive_is_told_and_can_still_be_read(disk: SmallDisk) -> None:
    archive = Archive.open(disk.folder / "kho", environ={})
    digest = archive.put(b"small")
    disk.lock()
    with pytest.raises(ArchiveWriteError, match="chỉ cho đọc"):
        archive.put(b"other")
    assert archive.get(digest) == b"small"
    assert archive.put(b"small") == digest


def test_a_bag_that_does_not_fit_leaves_nothing(disk: SmallDisk, office: Registry) -> None:
    for _paper in range(8):
        office.issue(2022, honoured=HONOURED)
    with pytest.raises(OutputError, match="ổ đĩa đã đầy"):
        Export(office.register, office.archive, date(2026, 11, 22)).year(2022, disk.folder / "tui")
    assert list(disk.folder.iterdir()) == []


def test_issuing_onto_a_full_disk_keeps_the_number_and_is_finished_later(
    disk: SmallDisk, office: Registry
) -> None:
    office.archive = Archive.open(disk.folder / "kho", environ={})
    office.issue(2022)
    (disk.folder / "filler").write_bytes(b"x" * 8192)
    numbered = office.reserve(2022, honoured=HONOURED)
    filled = fill(disk.folder / "filler")
    with pytest.raises(ArchiveWriteError):
        office.settle(numbered)
    assert [one.code for one in office.register.open_issues()] == [numbered.code]
    filled.unlink()
    assert {problem.code for problem in verify(office.register, office.archive).problems} <= {
        "stray-file"
    }
    office.settle(office.register.open_issues()[0])
    assert verify(office.register, office.archive).problems == ()
    assert [entry.number for entry in office.register.entries()] == [1, 2]


def fill(path: Path) -> Path:
    """The file takes all that is left of its disk."""
    with path.open("ab", buffering=0) as file:
        try:
            while file.write(b"x" * 512):
                pass
        except OSError:
            return path
    return path


def test_issuing_while_the_object_store_is_lost_is_finished_when_it_is_back(
    office: Registry,
) -> None:
    port = free_port()
    store = ObjectStore(f"http://127.0.0.1:{port}")
    office.archive = Archive.open("s3://kho-luu-tru/sct", environ=store.environ)
    numbered = office.reserve(2022)
    with pytest.raises(
        (ArchiveWriteError, ArchiveUnreachableError), match="kho lưu trữ s3://kho-luu-tru/sct"
    ):
        office.settle(numbered)
    with serving(port):
        store.bucket("kho-luu-tru")
        again = office.settle(office.register.open_issues()[0])
        assert again.number == numbered.number
        assert verify(office.register, office.archive).problems == ()


def test_a_second_workspace_cannot_write_into_the_archive_of_the_first(
    office: Registry, tmp_path: Path
) -> None:
    office.issue(2022)
    before = list(office.archive.all())
    (tmp_path / "second").mkdir()
    with closing(Registry.at(tmp_path / "second")) as second:
        second.archive = office.archive
        numbered = second.reserve(2022)
        with pytest.raises(ArchiveTakenError, match="không dùng chung một kho"):
            second.settle(numbered)
        assert list(office.archive.all()) == before
        second.archive = Archive.open(tmp_path / "second" / "archive", environ={})
        second.settle(second.register.open_issues()[0])
        assert verify(second.register, second.archive).problems == ()


WRITER = """
import sys
from pathlib import Path
from vbgen.archive import Archive
archive = Archive.open(Path(sys.argv[1]), environ={})
for number in range(10**9):
    print(archive.put(str(number).encode() * 100_000), flush=True)
"""


@pytest.mark.parametrize("after_s", [0.05, 0.13, 0.29])
def test_a_writer_that_is_killed_leaves_no_half_object(tmp_path: Path, after_s: float) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path / "kho"], stdout=subprocess.PIPE
    )
    if writer.stdout is None:
        pytest.fail("the writer has no output")
    told = [writer.stdout.readline().decode().strip()]
    time.sleep(after_s)
    writer.kill()
    told += writer.stdout.read().decode().split()
    writer.stdout.close()
    writer.wait(timeout=120)
    archive = Archive.open(tmp_path / "kho", environ={})
    standing = set(archive.all())
    assert standing >= set(told)
    assert [archive.get(digest)[:0] for digest in standing] == [b""] * len(standing)


def put_all(folder: Path) -> list[str]:
    archive = Archive.open(folder, environ={})
    return [archive.put(f"văn bản {number}".encode()) for number in range(100)]


def test_many_writers_of_the_same_files_agree(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        digests = list(pool.map(put_all, [tmp_path / "kho"] * 4))
    assert digests == digests[:1] * 4
    archive = Archive.open(tmp_path / "kho", environ={})
    assert sorted(digests[0]) == list(archive.all())
    assert list(archive.strangers()) == []


def test_an_archive_whose_disk_is_not_mounted_is_not_begun_anew(
    tmp_path: Path, office: Registry
) -> None:
    disk = SmallDisk(tmp_path / "nas")
    office.archive = Archive.open(disk.folder / "kho", environ={})
    office.issue(2022)
    disk.eject()

    with pytest.raises(ArchiveUnreachableError, match="chưa được gắn"):
        verify(office.register, office.archive)
    with pytest.raises(ArchiveUnreachableError, match="chưa được gắn"):
        office.archive.confirm(office.register.identity)
    assert list(disk.folder.iterdir()) == []
