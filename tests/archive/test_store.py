"""The archive in a local folder."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vbgen.archive import Archive
from vbgen.archive.errors import (
    ArchiveDamagedError,
    ArchiveMissingError,
    ArchiveTakenError,
    ArchiveUnreachableError,
)
from vbgen.archive.store import digest_of

ABSENT = "0" * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kho lưu trữ"


@pytest.fixture
def archive(folder: Path) -> Archive:
    return Archive.open(folder, environ={})


def stored(folder: Path, digest: str) -> Path:
    return folder / "objects" / digest[:2] / digest


def test_what_is_put_comes_back_under_its_sha256(archive: Archive) -> None:
    digest = archive.put("Quyết định".encode())
    assert digest == digest_of("Quyết định".encode())
    assert archive.get(digest) == "Quyết định".encode()
    assert archive.has(digest)
    assert archive.size(digest) == len("Quyết định".encode())


@settings(max_examples=30)
@given(contents=st.lists(st.binary(max_size=200), max_size=5))
def test_everything_put_is_listed_once(
    contents: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    archive = Archive.open(tmp_path_factory.mktemp("kho"), environ={})
    digests = [archive.put(content) for content in contents]
    assert list(archive.all()) == sorted(set(digests))
    assert list(archive.strangers()) == []
    assert [archive.get(digest) for digest in digests] == contents


def test_putting_twice_keeps_the_first_file(archive: Archive, folder: Path) -> None:
    digest = archive.put(b"one")
    before = stored(folder, digest).stat()
    assert archive.put(b"one") == digest
    after = stored(folder, digest).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_kept_file_is_read_only_and_nothing_is_left_beside_it(
    archive: Archive, folder: Path
) -> None:
    digest = archive.put(b"one")
    assert stored(folder, digest).stat().st_mode & 0o777 == 0o444
    assert stored(folder, digest).stat().st_nlink == 1
    assert list((folder / "incoming").iterdir()) == []


def test_a_flipped_bit_is_told_on_reading_and_on_putting_again(
    archive: Archive, folder: Path
) -> None:
    digest = archive.put(b"Giay khen")
    path = stored(folder, digest)
    path.chmod(0o644)
    path.write_bytes(b"Giay kheN")
    for act in (lambda: archive.get(digest), lambda: archive.put(b"Giay khen")):
        with pytest.raises(ArchiveDamagedError, match=digest):
            act()
    assert path.read_bytes() == b"Giay kheN"


def test_what_was_never_put_is_missing(archive: Archive) -> None:
    assert not archive.has(ABSENT)
    assert list(archive.all()) == []
    for act in (archive.get, archive.size):
        with pytest.raises(ArchiveMissingError, match=ABSENT):
            act(ABSENT)


def test_files_that_nobody_put_are_strangers(archive: Archive, folder: Path) -> None:
    digest = archive.put(b"one")
    archive.claim("a")
    (folder / "ghi chú.txt").write_text("x", encoding="utf-8")
    stored(folder, digest).with_name(ABSENT).write_bytes(b"in another's folder")
    assert list(archive.all()) == [digest]
    assert sorted(archive.strangers()) == ["ghi chú.txt", f"objects/{digest[:2]}/{ABSENT}"]


def test_an_archive_serves_one_workspace(archive: Archive, folder: Path) -> None:
    assert archive.owner() is None
    archive.claim("thư mục 1")
    archive.claim("thư mục 1")
    archive.confirm("thư mục 1")
    other = Archive.open(str(folder), environ={})
    for act in (other.claim, other.confirm):
        with pytest.raises(ArchiveTakenError, match="thư mục 1"):
            act("thư mục 2")


def test_an_archive_that_lost_its_mark_is_not_begun_anew(archive: Archive) -> None:
    with pytest.raises(ArchiveUnreachableError, match="chưa được gắn"):
        archive.confirm("thư mục 1")


@pytest.mark.parametrize("prefix", ["", "file://", "local://"])
def test_a_folder_may_be_named_by_path_or_address(folder: Path, prefix: str) -> None:
    digest = Archive.open(f"{prefix}{folder}", environ={}).put(b"one")
    assert stored(folder, digest).exists()
