"""Files of one name, and campaigns of nearly one name: nothing takes another's place unless it is the same."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from tests.intake.files import as_excel
from vbgen.errors import OutputError, ProblemsFoundError, UnreadableFileError
from vbgen.office import (
    DropLot,
    DroppedFile,
    FilesRead,
    LayIn,
    ListLots,
    Office,
    ReadFiles,
    Surroundings,
    TakeLot,
)

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A workspace with the sample alone."""
    (tmp_path / "vbgen.toml").write_text("", encoding="utf-8")
    shutil.copytree(SAMPLE, tmp_path / "data" / "ha-nam-2022")
    with Office.act(tmp_path, Surroundings({}, "t", lambda: NOW)) as opened:
        yield opened


def sent(place: Path, *people: str) -> Path:
    place.parent.mkdir(exist_ok=True)
    rows = [(at, name, "Chuyên viên", "VP", "GK") for at, name in enumerate(people, 1)]
    return as_excel(place, [HEADING, *rows])


def read(office: Office, *files: Path, phase: int | None = 1) -> tuple[str, bool]:
    """The name that was written, and whether a word was said about another one."""
    found = office.do(ReadFiles(files, campaign(office), phase=phase))
    return found.written[0].name, "read-beside" in codes(found)


def codes(found: FilesRead) -> set[str]:
    return {each.code for each in found.problems}


def campaign(office: Office) -> Path:
    return office.root / "data" / "ha-nam-2022"


def listed(office: Office) -> set[str]:
    """Everybody whom the workbooks among the nominations name."""
    names = set()
    for path in (campaign(office) / "nominations").glob("*.xlsx"):
        heading, *rows = openpyxl.load_workbook(path)["Danh sách"].iter_rows(values_only=True)
        names |= {row[heading.index("Họ và tên, tên tập thể *")] for row in rows}
    return {str(name) for name in names if name}


def test_a_reading_never_takes_the_place_of_what_another_file_of_its_name_said(
    office: Office, tmp_path: Path
) -> None:
    first, second = (
        sent(tmp_path / folder / "ds.xlsx", person)
        for folder, person in (("a", "Nguyễn Văn Tân"), ("b", "Trần Thị Sáu"))
    )
    assert read(office, first) == ("ds - đã đọc.xlsx", False)
    assert read(office, second) == ("ds - đã đọc (2).xlsx", True)
    assert read(office, second, phase=2) == ("ds - đã đọc (3).xlsx", True)
    assert read(office, first) == ("ds - đã đọc.xlsx", False)  # the same again
    assert {"Nguyễn Văn Tân", "Trần Thị Sáu"} <= listed(office)


def test_the_same_files_read_again_take_their_own_place(office: Office, tmp_path: Path) -> None:
    file = sent(tmp_path / "gui" / "ds.xlsx", "Nguyễn Văn Tân")
    assert read(office, file, phase=None) == ("ds - đã đọc.xlsx", False)
    assert read(office, file, phase=2) == ("ds - đã đọc.xlsx", False)  # now the phase is said
    sent(tmp_path / "gui" / "them.xlsx", "Trần Thị Sáu")
    assert read(office, file.parent) == ("nhiều tệp - đã đọc.xlsx", False)
    sent(tmp_path / "gui" / "nua.xlsx", "Lê Văn Bảy")  # one more has sent: the folder is the same
    assert read(office, file.parent) == ("nhiều tệp - đã đọc.xlsx", False)
    assert "Lê Văn Bảy" in listed(office)


def test_what_a_clerk_changed_stays_whatever_is_read(office: Office, tmp_path: Path) -> None:
    file = sent(tmp_path / "a" / "ds.xlsx", "Nguyễn Văn Tân")
    name, _told = read(office, file)
    written = campaign(office) / "nominations" / name
    written.write_bytes(written.read_bytes() + b"\0")
    changed = written.read_bytes()
    with pytest.raises(OutputError):
        read(office, file)
    other = sent(tmp_path / "b" / "ds.xlsx", "Trần Thị Sáu")
    assert read(office, other) == ("ds - đã đọc (2).xlsx", True)
    assert written.read_bytes() == changed


def test_two_lots_of_one_name_are_both_taken(office: Office, tmp_path: Path) -> None:
    for person in ("Nguyễn Văn Tân", "Trần Thị Sáu"):
        file = DroppedFile("ds.xlsx", sent(tmp_path / "ds.xlsx", person).read_bytes())
        lot = office.do(LayIn((file,), "ha-nam-2022"))
        office.do(TakeLot(lot.id, "ha-nam-2022", 1))
    assert {"Nguyễn Văn Tân", "Trần Thị Sáu"} <= listed(office)


def test_no_lot_goes_before_somebody_has_decided(office: Office) -> None:
    wish = LayIn((DroppedFile("ds.csv", b"x"),))
    first, *_others = [office.do(wish) for _time in range(100)]
    with pytest.raises(ProblemsFoundError, match="chờ xem"):
        office.do(wish)
    office.do(DropLot(first.id))
    assert len({each.id for each in (*office.do(ListLots()).lots, office.do(wish))}) == 100


@pytest.mark.parametrize("into", ["data/ha-nam-202", "ha-nam-2022", "data"])
def test_a_mistyped_campaign_gets_no_folder_unless_it_is_asked_for(
    into: str, office: Office, tmp_path: Path
) -> None:
    file = sent(tmp_path / "a.xlsx", "Nguyễn Văn Tân")
    before = set(tmp_path.rglob("*"))
    with pytest.raises(UnreadableFileError) as refused:
        office.do(ReadFiles((file,), tmp_path / into))
    assert "data/ha-nam-2022" in refused.value.as_problems()[0].hint
    assert set(tmp_path.rglob("*")) == before
    told = office.do(ReadFiles((file,), tmp_path / into, may_begin=True))
    assert told.written == (tmp_path / into / "nominations" / "a - đã đọc.xlsx",)
