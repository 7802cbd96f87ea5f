"""An object store that takes nothing more, at whatever step: the number is told by its code, and issued afterwards."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.s3_gate import Gate, gate
from tests.archive.s3_server import ObjectStore
from tests.register.issuing_desks import desk
from tests.register.test_register_recover import summary
from vbgen.archive import Archive
from vbgen.errors import VbgenError
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import issue_each, resume
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.registering import void
from vbgen.register import State
from vbgen.ways import GiveUpNumber, Resume

CODE = "01/SCT-VP"


@pytest.fixture
def gated(object_store: ObjectStore) -> Iterator[Gate]:
    logging.getLogger("s3fs").setLevel(logging.CRITICAL)
    with gate(object_store) as made:
        yield made


def office(gated: Gate, folder: Path, name: str) -> Desk:
    place = gated.store.bucket(name)
    plain = desk(f"sqlite:///{folder / 'register.sqlite3'}", folder)
    return replace(plain, archive=Archive.open(place, environ=gated.store.environ))


def refused_at(desk: Desk, gated: Gate, how: str, step: str) -> VbgenError:
    def tell(now: str) -> None:
        if now == step:
            gated.how = how

    with pytest.raises(VbgenError) as refused:
        issue_each(replace(desk, tell=tell), [summary()])
    gated.how = "open"
    return refused.value


SLOW = pytest.param("gone", marks=pytest.mark.matrix)  # the client tries again for half a minute
HOW = ("read-only", "full", SLOW)


@pytest.mark.parametrize("step", ["reserve", "render", "inspect", "keep"])
@pytest.mark.parametrize("how", HOW)
def test_a_number_that_is_held_is_told_by_its_code(
    gated: Gate, tmp_path: Path, how: str, step: str
) -> None:
    desk = office(gated, tmp_path, f"held-{how}-{step}")
    fault = refused_at(desk, gated, how, step)
    assert fault.exit_code == (10 if how == "gone" else 4)
    assert f"Số {CODE} vẫn được giữ" in fault.message
    assert "Chưa có gì" not in fault.message
    assert {Resume(CODE), GiveUpNumber(CODE)} <= set(fault.ways)
    assert [one.code for one in resume(desk)] == [CODE]
    assert verify(desk.register, desk.archive).is_sound
    desk.register.close()


@pytest.mark.parametrize("how", HOW)
def test_a_paper_that_is_issued_is_not_said_to_be_held(
    gated: Gate, tmp_path: Path, how: str
) -> None:
    desk = office(gated, tmp_path, f"issued-{how}")
    fault = refused_at(desk, gated, how, "mirror")
    assert f"Văn bản số {CODE} đã cấp số" in fault.message
    assert resume(desk) == []
    assert [entry.delivered for entry in desk.register.entries()] == [True]
    assert verify(desk.register, desk.archive).is_sound
    desk.register.close()


@pytest.mark.parametrize("how", HOW)
def test_an_act_in_the_journal_is_not_said_to_be_undone(
    gated: Gate, tmp_path: Path, how: str
) -> None:
    desk = office(gated, tmp_path, f"void-{how}")
    issue_each(desk, [summary()])
    (entry,) = desk.register.entries()
    gated.how = how
    with pytest.raises(VbgenError) as refused:
        void(desk, entry, "Trùng")
    gated.how = "open"
    stands = desk.register.entries()[0].state
    assert (stands is State.VOID) == ("đã ghi vào sổ đăng ký" in refused.value.message)
    resume(desk)
    assert verify(desk.register, desk.archive).is_sound
    desk.register.close()
