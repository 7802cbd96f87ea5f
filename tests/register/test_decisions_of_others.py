"""A decision of another agency stands in the golden book alone: no series of the office's own knows its number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.register.golden_rows import FIRST, certificate, decision, written
from tests.register.issuing_desks import desk_on
from tests.register.papers import PEOPLE, intent, issue, stamp
from tests.register.snapshots import lose, tables_of
from vbgen.errors import Place, ProblemsFoundError
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.recovering import Recovering
from vbgen.register import Filter, Numbering, Register
from vbgen.register.books import golden_book, outgoing_book
from vbgen.register.entering.golden_rows import GoldenRow, golden_row
from vbgen.register.entering.past import PastBook
from vbgen.register.entering.past_entries import PastEntry

DAY = date(2025, 12, 20)
PROVINCE, DISTRICT = "Ủy ban nhân dân tỉnh Sơn Bình", "Ủy ban nhân dân huyện Sơn Đông"
OWN = certificate("Ông Lò Văn An", 1, FIRST)


def above(name: str, number: int, issuer: str = PROVINCE, of: int = 1245) -> GoldenRow:
    given = PastEntry(of, "QĐ-UBND", DAY, "", issuer=issuer)
    row = certificate(name, number, given)
    return replace(row, honoured=replace(row.honoured, award="Bằng khen"))


BOOK = (
    OWN,
    above("Bà Hà Thị Sen", 7),
    above("Ông Vi Văn Tươi", 8),
    above("Bà Lò Thị Ái", 7, DISTRICT),
)


def test_it_takes_no_number_and_stands_in_no_outgoing_register(register: Register) -> None:
    issue(register, people=PEOPLE)
    before = {(one.agency, one.series, one.number) for one in register.entries()}
    agencies = register.agencies
    written(register, BOOK[1:])
    assert {(one.agency, one.series, one.number) for one in register.entries()} == before
    assert register.agencies == agencies
    assert len(outgoing_book(register, Filter()).rows) == len(before)
    after = register.reserve(intent(people=PEOPLE), stamp())
    assert after.number == max(number for _agency, _series, number in before) + 1


def test_the_golden_book_says_who_decided(register: Register) -> None:
    done = written(register, BOOK)
    assert (done.certificates, done.decisions) == (4, 1)
    said = {row.name: (row.number, row.decided_by) for row in register.golden_book()}
    assert said == {
        "Ông Lò Văn An": (1, ""),
        "Bà Hà Thị Sen": (7, PROVINCE),
        "Ông Vi Văn Tươi": (8, PROVINCE),
        "Bà Lò Thị Ái": (7, DISTRICT),
    }
    notes = {row[1]: row[-1] for row in golden_book(register, None).rows}
    assert (notes["Ông Lò Văn An"], notes["Bà Hà Thị Sen"]) == ("", f"{PROVINCE} quyết định")
    [found, other] = register.entries(Filter(number=1245, symbol="QĐ-UBND"))
    assert {found.issuer, other.issuer} == {PROVINCE, DISTRICT}


def test_a_symbol_that_is_not_ours_is_enough_and_one_that_was_ours_is_ours(
    register: Register,
) -> None:
    former = PastEntry(1, "QĐ-SCN", date(2025, 1, 5), "khen thưởng", type_name="Quyết định")
    doubts = register.import_doubts([former], "SCT", Numbering())
    agreed = [doubt.message for doubt in doubts]
    register.import_past([former], PastBook("SCT", Numbering(), stamp(), "so.xlsx", None, agreed))
    ours = certificate("Ông Đào Văn Cũ", 2, PastEntry(2, "QĐ-SCN", date(2025, 2, 5), ""))
    written(register, [ours, above("Bà Hà Thị Sen", 7, issuer="")])
    said = {row.name: row.decided_by for row in register.golden_book()}
    assert said == {"Ông Đào Văn Cũ": "", "Bà Hà Thị Sen": "UBND"}


def test_the_column_does_not_make_our_own_decision_another_s(register: Register) -> None:
    written(register, [certificate("Ông Lò Văn An", 1, replace(FIRST, issuer="Giám đốc Sở"))])
    [row] = register.golden_book()
    assert (row.decided_by, len(register.entries())) == ("", 1)


def test_where_every_level_has_the_same_symbol_the_cell_tells_whose_it_is(
    register: Register,
) -> None:
    own = certificate("Ông Lò Văn An", 1, PastEntry(3, "QĐ-UBND", DAY, ""))
    book = [own, above("Bà Hà Thị Sen", 7, of=3)]
    doubts = register.golden_looked(book, "UBND", Numbering()).doubts
    agreed = [doubt.message for doubt in doubts]
    register.import_golden(book, PastBook("UBND", Numbering(), stamp(), "so.xlsx", None, agreed))
    said = {row.name: row.decided_by for row in register.golden_book()}
    assert said == {"Ông Lò Văn An": "", "Bà Hà Thị Sen": PROVINCE}
    assert len(register.entries()) == 1


def test_it_is_asked_about_once_and_not_written_twice(register: Register) -> None:
    looked = register.golden_looked(BOOK[1:3], "SCT", Numbering())
    assert [one.code for one in looked.doubts] == ["golden-decision-elsewhere"]
    assert PROVINCE in looked.doubts[0].message
    written(register, BOOK[1:3])
    with pytest.raises(ProblemsFoundError) as refused:
        register.golden_looked(BOOK[1:3], "SCT", Numbering())
    assert {one.code for one in refused.value.problems} == {"golden-there-already"}


def test_the_cell_is_read() -> None:
    cells = {"name": "Bà Sen", "award": "Bằng khen", "code": "1245/QĐ-UBND ngày 20/12/2025"}
    row, problems = golden_row(
        {**cells, "decided_by": f" {PROVINCE}"}, lambda field: Place(cell=field)
    )
    assert not problems
    assert row is not None
    assert (row.decision.issuer, row.decision.day) == (PROVINCE, DAY)


def test_it_is_proved_and_comes_back_from_the_archive(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    desk = desk_on(opened(database_url), tmp_path)
    desk.enter_archive()
    written(
        desk.register,
        (*BOOK, certificate("Tổ Hành chính", 7, decision(9, DAY))),
        keep=desk.archive.put,
    )
    desk.mirror()
    assert not verify(desk.register, desk.archive).problems
    before = tables_of(desk.register)
    lose(database_url)
    desk = desk_on(opened(database_url), tmp_path)
    assert Recovering(desk.register, desk.archive, desk.out).run(desk.stamp()).audit.is_sound
    assert tables_of(desk.register) == before
