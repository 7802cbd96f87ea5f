"""Bags: what is handed over proves itself, and brings a lost workspace back identically."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.archive.registry import HONOURED, Registry
from vbgen.archive import Archive
from vbgen.archive.bag import unpack
from vbgen.archive.errors import ArchiveDamagedError, ArchiveTakenError
from vbgen.errors import OutputError, ProblemsFoundError, UnreadableFileError, UsageError
from vbgen.model.afterwards.delivery import DeliveryLine, DeliveryWay
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.bagging import Export, Handover, Packed
from vbgen.office.registry.unbagging import Restored, restore_workspace, with_counters
from vbgen.register import Register
from vbgen.register.database.dumping import RegisterRow, Scope, dump

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
HANDOVER = Handover(
    organ_id="000.00.12.H42",
    notation="01.TĐKT",
    maintenance="Vĩnh viễn",
    creator="Trần Thị Văn Thư",
)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years: certificates, a paper sent and replaced in the next year, one given up, one still open."""
    folder = tmp_path_factory.mktemp("office")
    with closing(Registry.at(folder)) as office:
        first = office.issue(2022, honoured=HONOURED)
        office.register.void(office.issue(2022).id, office.stamp(2022, "Trùng nội dung"))
        office.issue(2022)
        office.replace(first, office.issue(2023))
        line = DeliveryLine(
            line=0,
            moved_on=date(2022, 7, 2),
            recipient="Văn phòng Sở",
            way=DeliveryWay.BY_HAND,
            copies=2,
        )
        office.register.write_deliveries(first.id, (line,), office.stamp(2023))
        office.reserve(2023)
        office.register.mirror(office.archive.put)
        for year in (2022, 2023):
            export(office).year(year, folder / f"tui-{year}")
    return folder


def export(office: Registry) -> Export:
    return Export(office.register, office.archive, date(2026, 11, 22), HANDOVER)


@pytest.fixture
def bags(lasting: Path, tmp_path: Path) -> list[Path]:
    for year in (2022, 2023):
        shutil.copytree(lasting / f"tui-{year}", tmp_path / f"tui-{year}")
    return [tmp_path / "tui-2022", tmp_path / "tui-2023"]


@pytest.fixture
def office(lasting: Path) -> Iterator[Registry]:
    with closing(Registry.at(lasting)) as registry:
        yield registry


def restored(bags: list[Path], folder: Path) -> Restored:
    archive = Archive.open(folder / "archive", environ={})
    return restore_workspace(bags, f"sqlite:///{folder / 'register.sqlite3'}", archive, NOW)


def rows_of(register: Register) -> list[RegisterRow]:
    return list(dump(register.database, Scope()))


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def test_an_independent_validator_accepts_the_bag(bags: list[Path]) -> None:
    for bag in bags:
        words = [sys.executable, "-m", "bagit", "--validate", "--quiet", str(bag)]
        assert subprocess.run(words, check=False, timeout=60).returncode == 0


def test_a_bag_says_whose_it_is_and_what_it_holds(bags: list[Path], office: Registry) -> None:
    info = unpack(bags[0]).info
    assert info["Source-Organization"] == "Sở Công Thương Hà Nam"
    assert info["Bagging-Date"] == "2026-11-22"
    assert info["External-Identifier"] == f"{office.register.identity}/2022"
    assert info["Vbgen-Register"] == office.register.identity


def test_the_list_of_files_has_the_seven_columns_of_the_decree(bags: list[Path]) -> None:
    rows = table(bags[0] / "data" / "muc-luc-ho-so.csv")
    assert rows[0] == [
        "TT",
        "Số, ký hiệu hồ sơ",
        "Tiêu đề hồ sơ",
        "Thời gian tài liệu",
        "Thời hạn bảo quản",
        "Số tờ/số trang",
        "Ghi chú",
    ]
    title = "01/QĐ-SCT: Về việc khen thưởng lần 1"
    assert rows[1] == ["1", "01.TĐKT", title, "01/07/2022", "Vĩnh viễn", "", ""]
    assert len(rows) == 4


def folder_of(bag: Path, code: str) -> Path:
    (found,) = (bag / "data" / "ho-so").glob(f"*/{code}-*")
    return found


def test_the_list_of_papers_has_the_seven_columns_of_the_decree(bags: list[Path]) -> None:
    rows = table(folder_of(bags[0], "01-QĐ-SCT") / "muc-luc-van-ban.csv")
    assert rows[0] == [
        "STT",
        "Số, ký hiệu văn bản",
        "Ngày tháng năm văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Tác giả văn bản",
        "Tờ số/trang số",
        "Ghi chú",
    ]
    subject = "Quyết định về việc khen thưởng lần 1"
    assert rows[1] == ["1", "01/QĐ-SCT", "01/07/2022", subject, "Sở Công Thương Hà Nam", "", ""]
    assert [row[0] for row in rows[1:]] == ["1", "2"]


def words_of(path: Path) -> list[list[str]]:
    """Rows of the first table of a Word file without the line that closes it; that line and what is around it."""
    document = docx.Document(str(path))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    closing = rows.pop()[0] if rows[-1][0].endswith("./.") else ""
    return [*rows, [closing, *(paragraph.text for paragraph in document.paragraphs)]]


def test_both_lists_stand_as_word_files_to_be_printed(bags: list[Path]) -> None:
    *papers, around = words_of(folder_of(bags[0], "01-QĐ-SCT") / "muc-luc-van-ban.docx")
    assert papers == table(folder_of(bags[0], "01-QĐ-SCT") / "muc-luc-van-ban.csv")
    assert "MỤC LỤC VĂN BẢN TRONG HỒ SƠ" in around
    assert "(Mục lục gồm 2 văn bản)./." in around
    *files, around = words_of(bags[0] / "data" / "muc-luc-ho-so.docx")
    assert files == table(bags[0] / "data" / "muc-luc-ho-so.csv")
    assert "SỞ CÔNG THƯƠNG HÀ NAM" in around
    assert "(Văn bản đi năm 2022)" in around


def test_metadata_stand_as_xml_under_the_names_of_the_decree(bags: list[Path]) -> None:
    root = etree.parse(folder_of(bags[0], "01-QĐ-SCT") / "metadata.xml").getroot()
    assert root.findtext("FileCode/OrganId") == "000.00.12.H42"
    assert root.findtext("FileCode/FileNotation") == "01.TĐKT"
    assert root.findtext("Maintenance") == "Vĩnh viễn"
    assert root.findtext("DocTotal") == "2"
    first = root.find("Documents/Document")
    assert first is not None
    assert first.findtext("DocOrdinal") == "1"
    assert (first.findtext("CodeNumber"), first.findtext("CodeNotation")) == ("01", "QĐ-SCT")
    assert first.findtext("IssuedDate") == "2022-07-01"
    assert first.findtext("SignerInfo/FullName") == "Lê Nguyên Ngọc"
    assert [place.findtext("OrganName") for place in first.findall("To")] == [
        "Ban Thi đua - Khen thưởng tỉnh"
    ]


def test_a_bag_holds_every_file_of_its_documents_as_it_was_kept(
    bags: list[Path], office: Registry
) -> None:
    for entry in office.register.entries():
        if entry.is_open:
            continue
        bag = bags[entry.day.year - 2022]
        folder = folder_of(bag, entry.code.replace("/", "-"))
        contents = {path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert contents >= {
            office.archive.get(file.digest) for file in office.register.files(entry.id)
        }


def test_one_document_makes_a_bag_of_its_own_with_nothing_of_others(
    office: Registry, tmp_path: Path
) -> None:
    one = office.register.entries()[0]
    assert export(office).dossier(one.id, tmp_path / "tui") == Packed(1)
    bag = unpack(tmp_path / "tui")
    lines = [
        json.loads(line)
        for line in (bag.payload / "register.jsonl").read_text("utf-8").splitlines()
    ]
    assert {line["row"]["id"] for line in lines if line["table"] == "documents"} == {one.id}
    assert {line["row"]["document"] for line in lines if line["table"] == "acts"} == {one.id}
    assert not [line for line in lines if line["table"] == "counters"]


def test_counters_that_a_bag_lacks_stand_at_the_highest_numbers_given(office: Registry) -> None:
    rows = rows_of(office.register)
    bare = [row for row in rows if row.table != "counters"]

    def counters(some: list[RegisterRow]) -> set[str]:
        return {str(row.values) for row in some if row.table == "counters"}

    assert counters(with_counters(bare)) == counters(rows)
    assert with_counters(rows) == rows


def test_a_lost_workspace_comes_back_identically(
    bags: list[Path], office: Registry, tmp_path: Path
) -> None:
    back = restored(bags, tmp_path)
    assert back.audit.problems == ()
    assert back.documents == 5
    with closing(Registry.at(tmp_path)) as found:
        assert rows_of(found.register) == rows_of(office.register)
        assert found.register.identity == office.register.identity
        assert set(found.archive.all()) == set(office.archive.all())
        assert found.archive.owner() == office.archive.owner()
        assert verify(found.register, found.archive).problems == ()


def test_a_restored_workspace_goes_on_where_the_lost_one_stopped(
    bags: list[Path], tmp_path: Path
) -> None:
    restored(bags, tmp_path)
    with closing(Registry.at(tmp_path)) as found:
        found.hour, found.count = 24, 9
        (waiting,) = found.register.open_issues()
        assert waiting.intent.materials["award-decision.template.docx"] == b"mau"
        found.settle(waiting)
        assert found.issue(2023).number == 3
        assert verify(found.register, found.archive).problems == ()


def test_full_text_search_works_after_a_restore(
    bags: list[Path], office: Registry, tmp_path: Path
) -> None:
    from vbgen.register import Filter

    restored(bags, tmp_path)
    with closing(Registry.at(tmp_path)) as found:
        for words in ("toan van 1", "khen thưởng", "Đặng Ánh"):
            wanted = Filter(words=words)
            assert found.register.entries(wanted) == office.register.entries(wanted) != []


def test_bags_in_any_order_and_twice_the_same_restore_alike(
    bags: list[Path], office: Registry, tmp_path: Path
) -> None:
    restored([bags[1], bags[0], bags[1]], tmp_path)
    with closing(Registry.at(tmp_path)) as found:
        assert rows_of(found.register) == rows_of(office.register)


def test_of_two_bags_of_a_year_the_newer_one_counts(
    bags: list[Path], lasting: Path, tmp_path: Path
) -> None:
    shutil.copytree(lasting / "archive", tmp_path / "later" / "archive")
    shutil.copy(lasting / "register.sqlite3", tmp_path / "later")
    with closing(Registry.at(tmp_path / "later")) as office:
        office.hour, office.count = 24, 9
        office.settle(office.register.open_issues()[0])
        export(office).year(2023, tmp_path / "tui-moi")
        restored([*bags, tmp_path / "tui-moi"], tmp_path / "back")
        with closing(Registry.at(tmp_path / "back")) as found:
            assert rows_of(found.register) == rows_of(office.register)


def test_missing_bags_are_told_with_what_they_held_and_nothing_is_written(
    bags: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(ProblemsFoundError, match="chưa đủ để khôi phục") as caught:
        restored(bags[1:], tmp_path)
    told = {problem.code for problem in caught.value.problems}
    assert told == {"journal-entry-missing", "bag-file-missing"}
    assert [str(p.place) for p in caught.value.problems if p.code == "bag-file-missing"]
    assert not (tmp_path / "archive").exists()
    assert not (tmp_path / "register.sqlite3").exists()


def _flip(bag: Path) -> None:
    path = next(path for path in sorted(bag.rglob("*.docx")))
    path.write_bytes(b"X" + path.read_bytes()[1:])


def _lose(bag: Path) -> None:
    next(path for path in sorted(bag.rglob("*.docx"))).unlink()


def _slip_in(bag: Path) -> None:
    (bag / "data" / "lạ.docx").write_bytes(b"x")


@pytest.mark.parametrize(
    ("harm", "code"),
    [(_flip, "bag-file-changed"), (_lose, "bag-file-missing"), (_slip_in, "bag-file-extra")],
)
def test_a_harmed_bag_is_refused_whole(
    bags: list[Path], harm: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    harm(bags[0])
    with pytest.raises(ArchiveDamagedError, match="không còn nguyên vẹn") as caught:
        restored(bags, tmp_path)
    assert code in {problem.code for problem in caught.value.problems}
    assert not (tmp_path / "archive").exists()


def test_a_bag_with_a_link_out_of_it_is_refused(bags: list[Path], tmp_path: Path) -> None:
    secret = tmp_path / "secret.docx"
    secret.write_bytes(b"x")
    (bags[0] / "data" / "link.docx").symlink_to(secret)
    with pytest.raises(ArchiveDamagedError, match="liên kết"):
        restored(bags, tmp_path)


def test_a_list_that_names_a_file_outside_the_bag_is_refused(
    bags: list[Path], tmp_path: Path
) -> None:
    with (bags[0] / "manifest-sha256.txt").open("a", encoding="utf-8") as lines:
        lines.write(f"{'0' * 64}  ../secret.docx\n")
    with pytest.raises((ArchiveDamagedError, UnreadableFileError)):
        restored(bags, tmp_path)


def test_a_folder_that_is_no_bag_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="không phải là gói hồ sơ"):
        restored([tmp_path], tmp_path / "back")


def test_a_register_that_is_in_use_is_not_written_over(bags: list[Path], tmp_path: Path) -> None:
    restored(bags, tmp_path)
    with closing(Registry.at(tmp_path)) as found:
        before = rows_of(found.register)
        with pytest.raises(OutputError, match="đã có dữ liệu"):
            restored(bags, tmp_path)
        assert rows_of(found.register) == before


def test_an_archive_of_another_workspace_is_not_restored_into(
    bags: list[Path], tmp_path: Path
) -> None:
    Archive.open(tmp_path / "archive", environ={}).claim("another")
    with pytest.raises(ArchiveTakenError):
        restored(bags, tmp_path)


def test_bags_of_two_registers_are_not_mixed(bags: list[Path], tmp_path: Path) -> None:
    with closing(Registry.at(tmp_path)) as other:
        other.issue(2022)
        export(other).year(2022, tmp_path / "khac")
    with pytest.raises(UnreadableFileError, match="không cùng một sổ"):
        restored([*bags, tmp_path / "khac"], tmp_path / "back")


def test_a_year_of_later_acts_alone_has_its_bag_too(tmp_path: Path) -> None:
    with closing(Registry.at(tmp_path)) as office:
        waiting = office.reserve(2022)
        office.hour = 0
        office.settle(waiting, year=2023)
        bags = [tmp_path / "2022", tmp_path / "2023"]
        assert [export(office).year(int(bag.name), bag).dossiers for bag in bags] == [1, 0]
        restored(bags, tmp_path / "back")
        with closing(Registry.at(tmp_path / "back")) as found:
            assert rows_of(found.register) == rows_of(office.register)


def test_metadata_that_are_too_long_for_the_decree_are_told_with_their_dossier(
    office: Registry, tmp_path: Path
) -> None:
    long = replace(export(office), handover=Handover(notation="Hồ sơ khen thưởng số 01"))
    notes = long.dossier(office.register.entries()[0].id, tmp_path / "tui").notes
    assert {str(note.place) for note in notes} == {
        "01/QĐ-SCT: Về việc khen thưởng lần 1 › FileCode.FileNotation",
    }
    assert [note.severity.value for note in notes] == ["warning"] * 3


def test_nothing_is_packed_over_what_stands_there(office: Registry, bags: list[Path]) -> None:
    with pytest.raises(OutputError, match="Đã có"):
        export(office).year(2022, bags[0])


def test_a_year_without_documents_is_told(office: Registry, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2019"):
        export(office).year(2019, tmp_path / "tui")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_archive_is_not_handed_over(lasting: Path, tmp_path: Path) -> None:
    shutil.copytree(lasting / "archive", tmp_path / "archive")
    shutil.copy(lasting / "register.sqlite3", tmp_path)
    with closing(Registry.at(tmp_path)) as office:
        digest = office.register.files(office.register.entries()[0].id)[0].digest
        path = tmp_path / "archive" / "objects" / digest[:2] / digest
        path.chmod(0o644)
        path.write_bytes(b"x")
        with pytest.raises(ArchiveDamagedError):
            export(office).year(2022, tmp_path / "tui")
    assert sorted(path.name for path in tmp_path.iterdir() if "tui" in path.name) == []
