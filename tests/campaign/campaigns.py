"""Campaigns for the tests: a small whole one, and any that the model allows."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from vbgen.campaign.topics import Column, ColumnKind, Topic, topics
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.words.legacy.charset_guess import looks_like
from vbgen.words.legacy.mojibake import unmangled
from vbgen.words.text import clean, forbidden_controls

AGENCY = {
    "governing_body": "UBND TỈNH HÀ NAM",
    "name": "SỞ CÔNG THƯƠNG",
    "full_name": "Sở Công Thương Hà Nam",
    "short_name": "Sở",
    "symbol": "SCT",
    "drafting_unit_symbol": "VP",
    "place": "Hà Nam",
    "head_title": "Giám đốc",
    "authority": "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM",
}
MOVEMENT = {"name": "phong trào thi đua năm 2022", "year": 2022, "theme": "Đoàn kết, trách nhiệm"}
LAUNCH = {"opening": "Sở phát động: “[chủ đề]”.", "closing": "Trên đây là nội dung phát động."}


def small_campaign(**tables: object) -> Campaign:
    """A whole campaign of one unit, one phase, two people; `tables` replace or add."""
    values: dict[str, Any] = {
        "agency": AGENCY,
        "movement": MOVEMENT,
        "launch": LAUNCH,
        "units": ({"id": "VP", "name": "Văn phòng Sở", "headcount": 7},),
        "phases": (
            {
                "number": 1,
                "start": date(2022, 1, 1),
                "end": date(2022, 6, 30),
                "theme": "Lập thành tích",
            },
        ),
        "indicators": (
            {"id": "GTSX", "name": "Giá trị", "unit": "tỷ đồng", "planned": Decimal("174186.0")},
        ),
        "nominees": (
            {
                "id": "CN001",
                "kind": "individual",
                "full_name": "Nguyễn Thị Nguyệt",
                "gender": "female",
                "unit": "VP",
            },
            {"id": "TT001", "kind": "collective", "full_name": "Văn phòng Sở", "unit": "VP"},
        ),
        "nominations": (
            {"phase": 1, "nominee": "CN001", "award": "Giấy khen", "merit": "xuất sắc năm 2022"},
        ),
    }
    return Campaign.model_validate(values | tables)


_WORDS = (
    "Nguyễn", "Thị", "xuất sắc", "“chủ đề”", "- gạch", "=1+1", "05", "a: b", "# không", "'nháy'", '"kép"', "4.401",
    "35.981,0", "true", "null", "(ví dụ) x", "(để trống)", "\\(ví dụ)", "_x0041_", "Có", "2022-01-01", "{{ x }}",
    "Y Moan Êban", "H'Hen Niê", "100%", "@", "!tag", "&neo", "*neo", "[1]", "a…", "tỷ đồng;",
)  # fmt: skip
_LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co"), max_codepoint=0x1EFF
)


def texts(*, empty: bool, most_lines: int = 3) -> st.SearchStrategy[str]:
    """Texts as the loader leaves them: composed, no outer blanks, no control characters, no error of Excel."""
    word = st.sampled_from(_WORDS) | st.text(_LETTERS, min_size=1, max_size=6)
    line = st.lists(word, min_size=1, max_size=6).map(" ".join)
    whole = st.lists(line, min_size=1, max_size=most_lines).map("\n".join)
    settled = whole.map(lambda text: clean(text).text).filter(_is_settled)
    return settled | st.just("") if empty else settled


def _is_settled(text: str) -> bool:
    stays = bool(text) and clean(text).text == text and not forbidden_controls(text)
    stays = stays and "x005F_" not in text  # openpyxl drops these letters wherever they stand
    return stays and looks_like(text) is None and unmangled(text) is None


def _values(column: Column, info: FieldInfo) -> st.SearchStrategy[Any]:
    least = next((each.ge for each in info.metadata if hasattr(each, "ge")), None)
    above = next((each.gt for each in info.metadata if hasattr(each, "gt")), None)
    most = next((each.le for each in info.metadata if hasattr(each, "le")), None)
    found: dict[ColumnKind, st.SearchStrategy[Any]] = {
        ColumnKind.TEXT: texts(
            empty=not info.is_required(),
            most_lines=3 if column.form.takes_lines else 1,
        ),
        ColumnKind.INTEGER: st.integers(
            least if least is not None else -99, most if most is not None else 10**6
        ),
        ColumnKind.DECIMAL: st.decimals(
            min_value=next((each for each in (least, above) if each is not None), -(10**9)),
            max_value=10**18,
            places=4,
            allow_nan=False,
        )
        .flatmap(
            lambda number: st.integers(0, 6).map(lambda places: round(number, places) + Decimal(0))
        )
        .filter(lambda number: above is None or number > above),
        # earlier days are what Excel makes of a year that is typed into a cell of days: asked about
        ColumnKind.DATE: st.dates(date(1907, 1, 1), date(2170, 1, 1)),
        ColumnKind.MOMENT: st.datetimes(datetime(1950, 1, 1), datetime(2170, 1, 1)).map(  # noqa: DTZ001 - wall clock
            lambda at: at.replace(fold=0)
        ),
        ColumnKind.TRUTH: st.booleans(),
        ColumnKind.CHOICE: st.sampled_from(list(column.choice or ())),
    }
    return st.none() | found[column.kind] if column.optional else found[column.kind]


def records(each: Topic) -> st.SearchStrategy[Record]:
    """Any record of a topic."""
    fields = {
        column.field: _values(column, each.record.model_fields[column.field])
        for column in each.columns
    }
    return st.fixed_dictionaries(fields).map(each.record.model_validate)


def tables() -> st.SearchStrategy[dict[str, Any]]:
    """Records for three subjects of a campaign, references not heeded."""
    chosen = st.lists(st.sampled_from(topics()), min_size=3, max_size=3, unique=True)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries(
            {
                each.field: st.lists(records(each), max_size=2).map(tuple)
                if each.is_table
                else records(each)
                for each in some
            }
        )
    )
