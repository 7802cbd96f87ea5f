"""A register that is older than an archive in an object store gives no number, and takes back what the store knows."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.s3_server import ObjectStore
from tests.register.issuing_desks import desk
from tests.register.snapshots import lose, put_back, snapshot, tables_of
from tests.register.test_register_recover import decision, issue, recover, summary
from vbgen.archive import Archive
from vbgen.office.issuing.desk import Desk
from vbgen.register import RegisterBehindError

pytestmark = pytest.mark.xdist_group("object-store")


@pytest.fixture(autouse=True)
def _quiet_client() -> None:
    logging.getLogger("s3fs").setLevel(logging.CRITICAL)


def test_what_was_lost_comes_back_from_an_object_store(
    object_store: ObjectStore, tmp_path: Path
) -> None:
    url, place = f"sqlite:///{tmp_path / 'register.sqlite3'}", object_store.bucket("recover")

    def opened() -> Desk:
        store = Archive.open(place, environ=object_store.environ)
        return replace(desk(url, tmp_path), archive=store)

    first = opened()
    issue(first, summary())
    old = snapshot(url, tmp_path)
    issue(first, decision())
    before = tables_of(first.register)
    first.register.close()
    put_back(url, old)
    behind = opened()
    with pytest.raises(RegisterBehindError, match="02/QĐ-SCT"):
        issue(behind, summary())
    assert recover(behind).audit.is_sound
    assert tables_of(behind.register) == before
    behind.register.close()
    lose(url)
    gone = opened()
    assert recover(gone).audit.is_sound
    gone.register.close()
    back = opened()
    assert tables_of(back.register) == before
    assert issue(back, summary()).code == "03/SCT-VP"
    back.register.close()
