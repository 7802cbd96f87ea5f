"""Any list of people that vbgen writes, in Word or Excel, and the same in other layouts, is the same people again."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.files import as_excel, as_word
from vbgen.campaign import load_campaign
from vbgen.campaign.short.one_row import ONE_ROW
from vbgen.campaign.writing.marked_out import MarkedBook, marked_workbook
from vbgen.intake.reading import read_file
from vbgen.intake.values import ReadPerson
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Nomination, Nominee
from vbgen.office import Office, Surroundings
from vbgen.office.making.drafting import Drafter
from vbgen.office.receiving.reading import known_of

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
MERIT = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Vũ", "Đặng", "Hồ", "Đoàn", "Lò", "Giàng", "Triệu", "Chu")
MIDDLES = ("Văn", "Thị", "Đức", "Thị Thu", "A", "Quốc", "Ngọc")
GIVEN = ("An", "Bình", "Páo", "Hòa", "Thủy", "Sơn", "Yến", "Đạt", "Nái")
POSTS = (
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Chuyên viên",
    "Kế toán",
    "Văn thư",
    "Giám đốc Trung tâm",
)
HONOURS = ("Giấy khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
HEADINGS = {
    "full_name": ("Họ và tên", "HỌ TÊN", "Họ và tên cá nhân", "Full name"),
    "position": ("Chức vụ", "Chức danh", "Vị trí việc làm", "Position"),
    "unit": ("Đơn vị", "Đơn vị công tác", "Nơi công tác", "Phòng, đơn vị"),
    "award": ("Danh hiệu", "Hình thức đề nghị", "Đề nghị khen thưởng", "HTKT"),
    "merit": ("Thành tích", "Tóm tắt thành tích", "Lý do khen thưởng", "Merit"),
}
UNITS = {"VP": "Văn phòng Sở", "TTR": "Thanh tra Sở", "QLCN": "Phòng Quản lý công nghiệp",
         "KHTC": "Phòng Kế hoạch - Tài chính - Tổng hợp", "TTXT": "Trung tâm Xúc tiến thương mại"}  # fmt: skip
Person = tuple[str, str, str, str]  # name, position, code of the unit, honour
_names = st.tuples(*map(st.sampled_from, (FAMILIES, MIDDLES, GIVEN))).map(" ".join)
_person = st.tuples(_names, *map(st.sampled_from, (POSTS, sorted(UNITS), HONOURS)))
lists = st.lists(_person, min_size=1, max_size=12, unique_by=lambda each: each[0])
few = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))


class Desk:
    """An office with the sample: it writes lists, and reads them; said in few words where a test fails."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.sample = load_campaign(SAMPLE, office.words).campaign
        today, agency, units = NOW.date(), self.sample.agency, self.sample.units
        self.known = known_of(office.words, today, agency, units)

    def draft(self, people: Sequence[Person]) -> bytes:
        """The nomination list of these people, drafted."""
        workspace = self.office.workspace
        law = workspace.law(self.office.today)
        drafter, kinds = Drafter(workspace.library), ("nomination-list",)
        campaign = self.proposing(people)
        planned = drafter.plan(campaign, kinds, phase=1, law=law, emblem=workspace.emblem)
        return drafter.draft(planned.scenes[0]).docx

    def proposing(self, people: Sequence[Person]) -> Campaign:
        """The sample with these people, each proposed in the first phase."""
        kind = RecipientKind.INDIVIDUAL
        nominees = tuple(
            Nominee(id=f"N{at}", kind=kind, full_name=name, position=post, unit=unit)
            for at, (name, post, unit, _honour) in enumerate(people)
        )
        nominations = tuple(
            Nomination(phase=1, nominee=f"N{at}", award=honour, merit=MERIT)
            for at, (_name, _post, _unit, honour) in enumerate(people)
        )
        return self.sample.model_copy(update={"nominees": nominees, "nominations": nominations})

    def read(self, path: Path, *, asks: bool = False) -> list[Person]:
        """Who stands in the file; nobody of them doubtful, and nothing asked but of columns that are for others."""
        reading = read_file(path, path.name, self.known)
        assert [each.fields for each in reading.doubtful] == []
        assert {each.code for each in reading.questions} <= ({"column-unknown"} if asks else set())
        return sorted(map(_person_read, reading.people))


def _person_read(person: ReadPerson) -> Person:
    return (
        str(person["full_name"]),
        str(person["position"]),
        str(person["unit"]),
        str(person["award"]),
    )


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Office.look(SAMPLE, Surroundings({}, "t", lambda: NOW)) as opened:
        yield Desk(opened)


@few
@given(people=lists)
def test_a_nomination_list_is_read_as_whom_it_was_made_of(
    people: list[Person], desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "to-trinh.docx"
    path.write_bytes(desk.draft(people))
    assert desk.read(path) == sorted(people)


@few
@given(people=lists)
def test_so_is_the_workbook_of_a_list(people: list[Person], desk: Desk, tmp_path: Path) -> None:
    names = ("full_name", "position", "unit", "award")
    rows = [
        {
            "kind": RecipientKind.INDIVIDUAL,
            "phase": 1,
            "merit": MERIT,
            **dict(zip(names, each, strict=True)),
        }
        for each in people
    ]
    rows = [{**row, "unit": UNITS[str(row["unit"])]} for row in rows]
    path = tmp_path / "danh-sach.xlsx"
    book = MarkedBook({ONE_ROW: rows}, {}, [], "Danh sách")
    path.write_bytes(marked_workbook(book, desk.office.words, desk.sample))
    assert desk.read(path, asks=True) == sorted(people)


@settings(few, max_examples=20)
@given(people=lists, data=st.data())
def test_in_whatever_order_and_words_its_columns_stand_a_list_is_the_same(
    people: list[Person], data: st.DataObject, desk: Desk, tmp_path: Path
) -> None:
    columns = data.draw(st.permutations(list(HEADINGS)))
    heading = ["STT", *(data.draw(st.sampled_from(HEADINGS[column])) for column in columns)]
    rows: list[list[object]] = [list(heading)]
    for at, (name, post, unit, honour) in enumerate(people, 1):
        said = {"full_name": name, "position": post, "unit": UNITS[unit], "award": honour}
        rows.append([at, *(said.get(column, MERIT) for column in columns)])
    before = data.draw(
        st.sampled_from([(), ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",), ("Đơn vị gửi", "")])
    )
    write, ending = data.draw(st.sampled_from([(as_word, "docx"), (as_excel, "xlsx")]))
    path = write(tmp_path / f"ds.{ending}", rows, before=before)
    assert desk.read(path) == sorted(people)


def test_the_offices_own_letterhead_above_a_list_is_nobodys_unit(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [("STT", "Họ và tên", "Chức vụ", "Danh hiệu"), (1, "Lê Thị Sáu", "Văn thư", "LĐTT")]
    before = ("ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "SỞ CÔNG THƯƠNG", "DANH SÁCH")
    path = as_word(tmp_path / "ds.docx", rows, before=before)
    assert desk.read(path) == [("Lê Thị Sáu", "Văn thư", "", "Lao động tiên tiến")]


def test_of_two_tables_each_has_its_own_columns(desk: Desk, tmp_path: Path) -> None:
    """What stands under the second heading does not tell what the first one's columns hold."""
    rows = [
        ("STT", "Tên tập thể", "Thành tích", "Hình thức"),
        (1, "Văn phòng Sở", "dẫn đầu phong trào", "Giấy khen"),
        ("STT", "Họ và tên", "Năm sinh", "Hình thức"),
        *((at, f"Lê Thị {name}", 1990, "Giấy khen") for at, name in enumerate(GIVEN, 1)),
    ]
    path = as_excel(tmp_path / "ds.xlsx", rows)
    first, *people = read_file(path, path.name, desk.known).people
    assert first["merit"] == "dẫn đầu phong trào"
    assert {each["birth_year"] for each in people} == {1990}
