"""The archive in an S3 store: write-once by If-None-Match, kept by object lock, told when it is lost."""

import logging
from contextlib import closing
from pathlib import Path

import pytest

from tests.archive.registry import Registry
from tests.archive.s3_server import ObjectStore
from tests.ports import free_port
from vbgen.archive import Archive
from vbgen.archive.errors import (
    ArchiveDamagedError,
    ArchiveMissingError,
    ArchiveTakenError,
    ArchiveUnreachableError,
    ArchiveWriteError,
)
from vbgen.archive.store import digest_of
from vbgen.errors import UsageError
from vbgen.office.registry.archiving import verify


@pytest.fixture(autouse=True)
def _quiet_client() -> None:
    logging.getLogger("s3fs").setLevel(logging.CRITICAL)


def test_what_is_put_comes_back_and_is_listed(object_store: ObjectStore) -> None:
    archive = Archive.open(object_store.bucket("plain"), environ=object_store.environ)
    digests = [archive.put(content) for content in (b"one", b"two", b"one", b"")]
    assert digests[0] == digests[2]
    assert list(archive.all()) == sorted(set(digests))
    assert [archive.get(digest) for digest in digests] == [b"one", b"two", b"one", b""]
    assert archive.size(digests[0]) == 3
    assert not archive.has("0" * 64)
    with pytest.raises(ArchiveMissingError):
        archive.get("0" * 64)


def test_an_object_that_stands_there_is_never_overwritten(object_store: ObjectStore) -> None:
    archive = Archive.open(object_store.bucket("once"), environ=object_store.environ)
    digest = digest_of(b"right")
    object_store.client.put_object(
        Bucket="once", Key=f"kho/objects/{digest[:2]}/{digest}", Body=b"wrong"
    )
    for act in (lambda: archive.put(b"right"), lambda: archive.get(digest)):
        with pytest.raises(ArchiveDamagedError, match=digest):
            act()


def test_object_lock_keeps_every_object_from_being_deleted(object_store: ObjectStore) -> None:
    url = object_store.bucket("locked", locked=True)
    archive = Archive.open(url, environ={**object_store.environ, "VBGEN_ARCHIVE_LOCK_DAYS": "7300"})
    digest = archive.put(b"kept for twenty years")
    client, key = object_store.client, f"kho/objects/{digest[:2]}/{digest}"
    version = client.head_object(Bucket="locked", Key=key)
    assert version["ObjectLockMode"] == "COMPLIANCE"
    with pytest.raises(client.exceptions.ClientError, match="AccessDenied"):
        client.delete_object(Bucket="locked", Key=key, VersionId=version["VersionId"])
    assert archive.put(b"kept for twenty years") == digest


def test_two_workspaces_do_not_share_an_object_store(object_store: ObjectStore) -> None:
    archive = Archive.open(object_store.bucket("shared"), environ=object_store.environ)
    archive.claim("một")
    archive.claim("một")
    with pytest.raises(ArchiveTakenError, match="một"):
        archive.claim("hai")


@pytest.mark.parametrize(
    ("days", "mode"), [("0", "COMPLIANCE"), ("x", "COMPLIANCE"), ("5", "NONE")]
)
def test_a_wrong_object_lock_setting_is_told(
    object_store: ObjectStore, days: str, mode: str
) -> None:
    environ = {
        **object_store.environ,
        "VBGEN_ARCHIVE_LOCK_DAYS": days,
        "VBGEN_ARCHIVE_LOCK_MODE": mode,
    }
    with pytest.raises(UsageError, match="VBGEN_ARCHIVE_LOCK_DAYS"):
        Archive.open("s3://locked/kho", environ=environ)


def test_a_store_that_is_lost_is_told_and_nothing_is_kept() -> None:
    lost = ObjectStore(f"http://127.0.0.1:{free_port()}")
    archive = Archive.open("s3://lost/kho", environ=lost.environ)
    with pytest.raises(
        ArchiveWriteError, match="Không ghi được vào kho lưu trữ s3://lost/kho: máy chủ lưu trữ"
    ):
        archive.put(b"one")
    for act in (lambda: archive.get("0" * 64), lambda: list(archive.all()), archive.owner):
        with pytest.raises(
            ArchiveUnreachableError, match="Không vào được kho lưu trữ s3://lost/kho"
        ):
            act()


def test_a_bucket_that_is_not_there_is_told(object_store: ObjectStore) -> None:
    archive = Archive.open("s3://no-such-bucket/kho", environ=object_store.environ)
    with pytest.raises(ArchiveWriteError, match="không có thùng chứa"):
        archive.put(b"one")


@pytest.mark.parametrize("url", ["nonsense://x/y", "s3:///"])
def test_an_address_of_an_unknown_kind_is_told(url: str) -> None:
    with pytest.raises(UsageError, match="ịa chỉ kho lưu trữ"):
        Archive.open(url, environ={})


def test_options_that_are_no_json_are_told() -> None:
    with pytest.raises(UsageError, match="VBGEN_ARCHIVE_OPTIONS"):
        Archive.open("memory://kho", environ={"VBGEN_ARCHIVE_OPTIONS": "key=1"})


def test_any_store_of_fsspec_serves() -> None:
    archive = Archive.open(
        "memory://kho", environ={"VBGEN_ARCHIVE_OPTIONS": '{"skip_instance_cache": true}'}
    )
    digest = archive.put(b"one")
    assert archive.put(b"one") == digest
    assert archive.get(digest) == b"one"
    assert list(archive.all()) == [digest]


def test_what_is_done_in_the_object_store_is_found_and_the_locked_version_stays(
    object_store: ObjectStore, tmp_path: Path
) -> None:
    environ = {**object_store.environ, "VBGEN_ARCHIVE_LOCK_DAYS": "7300"}
    with closing(Registry.at(tmp_path)) as office:
        office.archive = Archive.open(object_store.bucket("audited", locked=True), environ=environ)
        office.issue(2022)
        assert verify(office.register, office.archive).problems == ()
        papers = [file for file in office.register.files() if file.role == "paper"]
        changed, deleted = (f"kho/objects/{file.digest[:2]}/{file.digest}" for file in papers)
        object_store.client.put_object(Bucket="audited", Key=changed, Body=b"another")
        object_store.client.delete_object(Bucket="audited", Key=deleted)
        found = {problem.code for problem in verify(office.register, office.archive).problems}
        assert found == {"file-changed", "file-missing"}
        versions = object_store.client.list_object_versions(Bucket="audited", Prefix=changed)[
            "Versions"
        ]
        assert len(versions) == 2
