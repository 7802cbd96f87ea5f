"""Whatever part fails after a number was taken, the number is told by its code, with the ways on."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from tests.register.issuing_desks import desk_on
from tests.register.test_register_recover import issue, summary
from vbgen.errors import OutputError, VbgenError
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import issue_each, resume
from vbgen.office.registry.registering import void
from vbgen.register import Register, State
from vbgen.ways import GiveUpNumber, Resume

CODE = "01/SCT-VP"


def block(folder: Path) -> None:
    """A file stands where the folder was: nothing can be written there any more."""
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-aside"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()


def unblock(folder: Path) -> None:
    folder.unlink()
    aside = folder.with_name(f"{folder.name}-aside")
    if aside.exists():
        shutil.move(aside, folder)


_TABLES = ("journal", "documents", "files", "acts")


def fill(register: Register) -> None:
    """The database takes nothing more, as on a full disk."""
    engine = register.database.engine
    if register.database.is_sqlite:
        engine.dispose()
        event.listen(engine, "connect", _full)
        return
    with engine.begin() as connection:
        body = "BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = '53100'; END"
        connection.execute(
            text(f"CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        )
        for table in _TABLES:
            at = "BEFORE INSERT OR UPDATE"
            connection.execute(
                text(f"CREATE TRIGGER full_{table} {at} ON {table} EXECUTE FUNCTION full_disk()")
            )


def empty(register: Register) -> None:
    engine = register.database.engine
    if register.database.is_sqlite:
        engine.dispose()
        event.remove(engine, "connect", _full)
        return
    with engine.begin() as connection:
        connection.execute(text("DROP FUNCTION full_disk() CASCADE"))


def _full(connection: object, _record: object) -> None:
    connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]  # as many as there are, not one more
    connection.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]  # a page may still have room


HARMS: dict[str, tuple[Callable[[Desk, Path], None], Callable[[Desk, Path], None]]] = {
    "archive": (
        lambda _desk, folder: block(folder / "archive/objects"),
        lambda _desk, folder: unblock(folder / "archive/objects"),
    ),
    "register": (
        lambda desk, _folder: fill(desk.register),
        lambda desk, _folder: empty(desk.register),
    ),
    "delivery": (
        lambda _desk, folder: block(folder / "out"),
        lambda _desk, folder: unblock(folder / "out"),
    ),
}
HELD = [
    *(("archive", step) for step in ("reserve", "render", "inspect", "keep")),
    *(("register", step) for step in ("render", "inspect", "keep", "settle")),
]
ISSUED = [
    ("archive", "mirror"),
    ("register", "mirror"),
    ("delivery", "mirror"),
    ("delivery", "reserve"),
]


def broken_at(desk: Desk, folder: Path, part: str, step: str) -> tuple[Desk, VbgenError]:
    harm, _mend = HARMS[part]
    failing = replace(
        desk,
        tell=lambda now: harm(desk, folder) if now == step else None,
        out=lambda campaign: folder / "out" / campaign,
    )
    with pytest.raises(VbgenError) as refused:
        issue_each(failing, [summary()])
    HARMS[part][1](desk, folder)
    return replace(failing, tell=lambda _step: None), refused.value


@pytest.mark.parametrize(("part", "step"), HELD)
def test_a_number_that_is_held_is_told_by_its_code(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register], part: str, step: str
) -> None:
    desk, fault = broken_at(desk_on(opened(database_url), tmp_path), tmp_path, part, step)
    assert f"Số {CODE} vẫn được giữ" in fault.message
    assert "Chưa có gì" not in fault.message
    assert {Resume(CODE), GiveUpNumber(CODE)} <= set(fault.ways)
    assert [one.code for one in resume(desk)] == [CODE]


@pytest.mark.parametrize(("part", "step"), ISSUED)
def test_a_paper_that_is_issued_is_not_said_to_be_held(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register], part: str, step: str
) -> None:
    desk, fault = broken_at(desk_on(opened(database_url), tmp_path), tmp_path, part, step)
    assert f"Văn bản số {CODE} đã cấp số" in fault.message
    assert fault.ways[-1] == Resume()
    assert resume(desk) == []
    (entry,) = desk.register.entries()
    assert (entry.state, entry.delivered) == (State.ISSUED, True)
    assert list((tmp_path / "out" / entry.campaign).glob("01-SCT-VP-*"))


def test_papers_issued_before_the_one_that_fails_are_named(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    done: list[str] = []

    def tell(step: str) -> None:
        done.append(step)
        if done.count("keep") == 2:
            block(tmp_path / "archive/objects")

    desk = replace(desk_on(opened(database_url), tmp_path), tell=tell)
    with pytest.raises(
        OutputError, match=r"Số 02/SCT-VP vẫn được giữ\. Trước đó đã cấp số xong: 01/SCT-VP"
    ):
        issue_each(desk, [summary(), summary()])


def test_an_act_in_the_journal_is_not_said_to_be_undone(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, summary())
    block(tmp_path / "archive/objects")
    with pytest.raises(OutputError, match="đã ghi vào sổ đăng ký"):
        void(desk, desk.register.entries()[0], "Trùng")
    unblock(tmp_path / "archive/objects")
    assert desk.register.entries()[0].state is State.VOID
    assert resume(desk) == []
    assert (
        desk.archive.act_after(desk.register.mirrored_point().previous)
        == desk.register.mirrored_point().digest
    )
