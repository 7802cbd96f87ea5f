"""A register that is older than its archive gives no number, and takes back what only the archive still knows."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.register.issuing_desks import desk_on
from tests.register.snapshots import lose, put_back, snapshot, tables_of
from tests.register.tiny_paper import tiny
from vbgen.archive.errors import ArchiveTakenError
from vbgen.errors import ProblemsFoundError, Severity
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.model.document import Settled
from vbgen.model.dossier import Counter, Intent
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.doubts.numbers import given_number
from vbgen.office.issuing.in_step import confirm_in_step
from vbgen.office.issuing.issuing import finish, hold, resume
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.outside import Outside, enter_outside, prepare_outside
from vbgen.office.registry.recovering import Recovered, Recovering
from vbgen.office.registry.registering import change, void
from vbgen.register import (
    Filter,
    Numbering,
    Register,
    RegisterBehindError,
    RegisterForkedError,
    Relation,
    State,
)
from vbgen.register.numbers import IN_DECISION
from vbgen.ways import RecoverRegister

Opened = Callable[[str], Register]


def recover(desk: Desk) -> Recovered:
    return Recovering(desk.register, desk.archive, desk.out).run(desk.stamp())


def summary() -> Intent:
    return tiny()


def issue(desk: Desk, intent: Intent) -> Settled:
    desk.enter_archive()
    return finish(desk, desk.register.reserve(intent, desk.stamp()))


def decision() -> Intent:
    made = tiny()
    return replace(made, particulars=replace(made.particulars, symbol="QĐ-SCT"))


def assert_sound(desk: Desk) -> None:
    problems = verify(desk.register, desk.archive).problems
    assert [one for one in problems if one.severity is Severity.ERROR] == []


def a_year(desk: Desk) -> None:
    """A bit of everything: decisions that change each other, numbers given up, a paper sent and signed for."""
    first = issue(desk, decision())
    second = issue(desk, decision())
    entry = desk.register.entry
    change(desk, entry(first.id), entry(second.id), Relation.REPLACES, "Sai tên")
    third = issue(desk, summary())
    change(
        desk,
        entry(second.id),
        entry(third.id),
        Relation.WITHDRAWS,
        "Thu hồi",
        second.golden_numbers[:1],
    )
    send(desk, third.id)
    void(desk, entry(issue(desk, summary()).id), "Trùng")
    void(desk, entry(desk.register.reserve(summary(), desk.stamp()).id), "Thôi")


def send(desk: Desk, document: str) -> None:
    """To two, one of whom signs later; one more line, struck."""
    line = DeliveryLine(
        line=0, moved_on=date(2026, 3, 5), recipient="Sở Nội vụ", way=DeliveryWay.BY_HAND, copies=2
    )
    by_post = replace(line, recipient="Báo tỉnh", way=DeliveryWay.BY_POST, copies=None)
    write = desk.register.write_deliveries
    write(document, (line, by_post, replace(line, recipient="Nhầm")), desk.stamp())
    write(document, (replace(line, line=1, received_by="Lê An"),), desk.stamp())
    write(
        document,
        (replace(line, line=3, recipient="Nhầm", is_struck=True),),
        desk.stamp("Ghi nhầm"),
    )


def test_a_restored_register_gives_no_number_again_and_names_the_papers(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    issue(desk_on(opened(database_url), tmp_path), summary())
    old = snapshot(database_url, tmp_path)
    issue(desk_on(opened(database_url), tmp_path), summary())
    put_back(database_url, old)
    behind = desk_on(opened(database_url), tmp_path)
    for act in (
        lambda: issue(behind, summary()),
        lambda: void(behind, behind.register.entries()[0], "Trùng"),
        lambda: resume(behind),
    ):
        with pytest.raises(RegisterBehindError, match="02/SCT-VP") as refused:
            act()
        assert refused.value.exit_code == 15
        assert [one.place.file for one in refused.value.problems] == ["02/SCT-VP"]
        assert "RecoverRegister" in repr(refused.value.ways)
    assert [one.number for one in behind.register.entries()] == [1]


def test_the_audit_of_an_older_register_says_what_it_is_and_what_takes_the_rest_back(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    issue(desk_on(opened(database_url), tmp_path), summary())
    old = snapshot(database_url, tmp_path)
    issue(desk_on(opened(database_url), tmp_path), decision())
    put_back(database_url, old)
    desk = desk_on(opened(database_url), tmp_path)
    first, *others = verify(desk.register, desk.archive).problems
    assert (first.code, first.ways) == ("journal-older", (RecoverRegister(),))
    assert {one.code for one in others} >= {"journal-rewritten", "file-orphaned"}
    assert {(one.hint, one.ways) for one in others} == {("", ())}
    recover(desk)
    assert_sound(desk)


def test_what_was_lost_comes_back_as_it_was(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, decision())
    old = snapshot(database_url, tmp_path)
    a_year(desk)
    before = tables_of(desk.register)
    put_back(database_url, old)
    found = desk_on(opened(database_url), tmp_path)
    back = recover(found)
    assert tables_of(found.register) == before
    assert back.audit.is_sound
    assert back.papers[:3] == ("02/QĐ-SCT", "03/QĐ-SCT", "04/SCT-VP")
    assert recover(found).acts == 0
    assert issue(found, decision()).code == "07/QĐ-SCT"
    assert_sound(found)


def numbers_of_all_kinds(desk: Desk) -> None:
    """Given and inserted numbers, papers made outside and their days, certificates numbered within decisions."""
    within = Counter("SCT", IN_DECISION, 2026)
    for given in ("", "6", "6a", "9B", ""):
        number = given_number(given)[0] if given else None
        issue(desk, replace(decision(), given=number, golden_book=within))
    allowed = replace(desk, numbering=Numbering(inserted=True))
    for reference, moved_on in (("12/TB-SCT", date(2026, 3, 9)), ("12đ/TB-SCT", None)):
        outside = Outside(reference, date(2026, 3, 5), "Nghỉ lễ", agency="SCT", moved_on=moved_on)
        enter_outside(allowed, prepare_outside(allowed, outside))
    held = Outside("BC-SCT", date(2026, 3, 5), "", agency="SCT", moved_on=date(2026, 3, 8))
    enter_outside(allowed, prepare_outside(allowed, held, hold=True))
    issue(desk, replace(decision(), counter=Counter("SCT", "khen", 2026)))


@pytest.mark.parametrize("is_lost", [False, True])
def test_numbers_of_all_kinds_come_back_with_days_places_and_counters(
    database_url: str, tmp_path: Path, opened: Opened, is_lost: bool
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    old = snapshot(database_url, tmp_path)
    numbers_of_all_kinds(desk)
    before = tables_of(desk.register)
    if is_lost:
        lose(database_url)
    else:
        put_back(database_url, old)
    recover(desk_on(opened(database_url), tmp_path))
    found = desk_on(opened(database_url), tmp_path)
    assert tables_of(found.register) == before
    assert [one.code for one in found.register.entries(Filter(series="van-ban-di"))] == [
        "01/QĐ-SCT",
        "06/QĐ-SCT",
        "06a/QĐ-SCT",
        "09B/QĐ-SCT",
        "10/QĐ-SCT",
        "12/TB-SCT",
        "12đ/TB-SCT",
        "13/BC-SCT",
    ]
    moved = {one.code: one.moved_on for one in found.register.entries() if one.moved_on}
    assert moved == {"12/TB-SCT": date(2026, 3, 9), "13/BC-SCT": date(2026, 3, 8)}
    assert {row.reference for row in found.register.golden_book()} >= {"06a/QĐ-SCT:3"}
    assert issue(found, decision()).code == "15/QĐ-SCT"  # 14 is that of the series set apart
    assert_sound(found)


def test_a_register_that_is_gone_comes_back_from_the_archive_alone(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    a_year(desk)
    before, identity = tables_of(desk.register), desk.register.identity
    lose(database_url)
    found = desk_on(opened(database_url), tmp_path)
    with pytest.raises(ArchiveTakenError):
        issue(found, summary())
    assert recover(found).audit.is_sound
    found = desk_on(opened(database_url), tmp_path)
    assert (found.register.identity, tables_of(found.register)) == (identity, before)
    assert issue(found, summary()).code == "06/SCT-VP"


def test_an_issue_that_was_open_in_the_snapshot_is_settled_again(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, summary())
    desk.register.reserve(decision(), desk.stamp())
    old = snapshot(database_url, tmp_path)
    resume(desk)
    before = tables_of(desk.register)
    put_back(database_url, old)
    found = desk_on(opened(database_url), tmp_path)
    with pytest.raises(RegisterBehindError):
        resume(found)
    assert recover(found).audit.is_sound
    assert (tables_of(found.register), found.register.open_issues()) == (before, [])


def test_an_issue_that_was_open_at_the_end_is_open_again_and_can_be_finished(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, summary())
    hold(desk, desk.register.reserve(decision(), desk.stamp()))
    lose(database_url)
    found = desk_on(opened(database_url), tmp_path)
    recover(found)
    found = desk_on(opened(database_url), tmp_path)
    (done,) = resume(found)
    assert done.code == "02/QĐ-SCT"
    assert_sound(found)


def test_an_archive_that_was_never_told_what_follows_is_looked_through_once(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    issue(desk, summary())
    old = snapshot(database_url, tmp_path)
    issue(desk, decision())
    shutil.rmtree(tmp_path / "archive" / "next")  # as version 0.1 leaves it
    confirm_in_step(desk.register, desk.archive)
    assert len(list((tmp_path / "archive" / "next").rglob("*/*"))) == 1
    shutil.rmtree(tmp_path / "archive" / "next")
    put_back(database_url, old)
    found = desk_on(opened(database_url), tmp_path)
    with pytest.raises(RegisterBehindError, match="02/QĐ-SCT"):
        issue(found, summary())
    assert recover(found).audit.is_sound
    assert issue(found, summary()).code == "03/SCT-VP"


def test_asking_costs_the_same_however_much_the_archive_holds(
    tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(f"sqlite:///{tmp_path / 'register.sqlite3'}"), tmp_path)
    issue(desk, summary())
    shelf = CountingShelf(desk.archive.shelf)
    for _ in range(3):
        confirm_in_step(desk.register, type(desk.archive)(shelf))  # type: ignore[arg-type]  # passes everything on
        issue(desk, summary())
    assert (shelf.listed, shelf.read_) == (0, 6)


class CountingShelf:
    """A shelf that counts what is asked of it."""

    def __init__(self, shelf: object) -> None:
        self.shelf, self.listed, self.read_ = shelf, 0, 0

    def __getattr__(self, name: str) -> object:
        self.listed += name == "names"
        self.read_ += name == "read"
        return getattr(self.shelf, name)


def forked(url: str, folder: Path, opened: Opened) -> tuple[Desk, Desk]:
    """A register that was put back from a copy and went on beside the archive, as 0.1 let it."""
    desk = desk_on(opened(url), folder)
    issue(desk, summary())
    old = snapshot(url, folder)
    issue(desk, decision())
    put_back(url, old)
    return desk, desk_on(opened(url), folder)


def test_a_fork_is_told_apart_with_the_papers_of_both_sides(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    _lost, desk = forked(database_url, tmp_path, opened)
    desk.register.reserve(summary(), desk.stamp())
    with pytest.raises(RegisterForkedError, match="khác nhau từ sau") as refused:
        issue(desk, summary())
    assert [(one.code, one.place.file) for one in refused.value.problems] == [
        ("unknown-to-register", "02/QĐ-SCT"),
        ("unknown-to-archive", "02/SCT-VP"),
    ]


def test_a_fork_whose_numbers_collide_is_not_joined(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    _lost, desk = forked(database_url, tmp_path, opened)
    desk.register.reserve(summary(), desk.stamp())
    before = tables_of(desk.register)
    with pytest.raises(RegisterForkedError, match="02/QĐ-SCT"):
        recover(desk)
    assert tables_of(desk.register) == before


def test_a_fork_whose_numbers_do_not_collide_is_joined(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    lost, desk = forked(database_url, tmp_path, opened)
    void(desk_without_check(desk), desk.register.entries()[0], "Trùng")
    assert recover(desk).audit.is_sound
    entries = [(one.code, one.state) for one in desk.register.entries()]
    assert entries == [("01/SCT-VP", State.VOID), ("02/QĐ-SCT", State.ISSUED)]
    assert issue(desk, decision()).golden_numbers[0] == 7
    assert_sound(desk)
    assert recover(desk).acts == 0
    assert lost.archive.act_after("0" * 64)


def desk_without_check(desk: Desk) -> Desk:
    """The same desk, with an archive that takes nothing: the act stays in the register alone."""

    class Nowhere:
        place = "nowhere"

        def read(self, _name: str) -> bytes:
            raise FileNotFoundError

        def keep(self, _name: str, _content: bytes) -> None:
            return

    archive = type(desk.archive)(Nowhere())  # type: ignore[arg-type]  # as much of a shelf as is asked
    return replace(desk, archive=archive, register=_Forgetful.of(desk.register))


class _Forgetful(Register):
    """A register that never sees its archive: it neither asks nor notes what lies there."""

    @classmethod
    def of(cls, register: Register) -> "_Forgetful":
        return cls(register.database)

    @property
    def is_archived(self) -> bool:
        return False

    def mirror(self, put: Callable[[bytes], str]) -> int:
        del put
        return 0


def test_certificates_of_a_number_given_up_before_0_2_have_no_rows_and_the_journal_says_so(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    desk.enter_archive()
    desk.register.void(desk.register.reserve(summary(), desk.stamp()).id, desk.stamp("Thôi"))
    desk.mirror()
    lose(database_url)
    found = desk_on(opened(database_url), tmp_path)
    assert recover(found).audit.is_sound
    found = desk_on(opened(database_url), tmp_path)
    assert found.register.golden_book() == []
    assert issue(found, summary()).golden_numbers == (4, 5, 6)
    assert_sound(found)


def test_a_file_that_is_gone_is_named_and_nothing_is_written(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    old = snapshot(database_url, tmp_path)
    settled = issue(desk, summary())
    digest = settled.digests["tiny.docx"]
    (tmp_path / "archive" / "objects" / digest[:2] / digest).unlink()
    put_back(database_url, old)
    found = desk_on(opened(database_url), tmp_path)
    with pytest.raises(ProblemsFoundError, match="chưa có gì được ghi") as refused:
        recover(found)
    assert [str(one.place) for one in refused.value.problems] == ["01/SCT-VP › “tiny.docx”"]
    assert found.register.entries() == []
