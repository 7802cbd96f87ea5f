"""Whatever is typed into a workbook, a YAML file or a folder: no fault of ours, and no row that is lost in silence."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, sheet
from tests.campaign.xlsb import xlsb
from tests.vocabulary import WORDS
from vbgen.campaign import Inspection, inspect_campaign, write_yaml

PEOPLE = "Cá nhân, tập thể"
_WORDS = st.sampled_from(
    ["Nguyễn Văn An", "Tổng cộng", "I. VĂN PHÒNG SỞ", "Tập thể", "CN007", "VP", "Cá nhân", "Nam", "1985", "(1)",
     "NGƯỜI LẬP BIỂU", "Ghi chú: x", "Họ tên", "STT", "Đơn vị", "=1+1", "{{7*7}}", "31/02/2022", "\\(ví dụ)",
     "(ví dụ) A"]
)  # fmt: skip
_VALUES = _WORDS | st.text(max_size=20) | st.integers(-(10**9), 10**9) | st.floats() | st.booleans()
_CELLS = st.dictionaries(st.integers(1, 14), _VALUES, min_size=1, max_size=10)


def _typed(row: int, cells: dict[int, object]) -> Inspection:
    with TemporaryDirectory() as folder:
        path = campaign_folder(Path(folder)) / "campaign.xlsx"
        book = openpyxl.load_workbook(path)
        for column, value in cells.items():
            try:
                sheet(book, PEOPLE).cell(row, column).value = value  # type: ignore[assignment]
            except (IllegalCharacterError, ValueError):
                sheet(book, PEOPLE).cell(row, column).value = "x"
        book.save(path)
        return inspect_campaign(Path(folder), WORDS)


@settings(max_examples=60, deadline=None)
@given(_CELLS)
def test_a_row_is_read_or_spoken_of(cells: dict[int, object]) -> None:
    found = _typed(4, cells)

    said = {each.place.cell.lstrip("ABCDEFGHIJKLMN") for each in found.problems}
    people = found.campaign.nominees if found.campaign else ()
    blank = all(not str(value).strip() or value is None for value in cells.values())
    assert "4" in said or len(people) > 2 or blank or _is_example(cells) or not _is_seen(cells)


def _is_example(cells: dict[int, object]) -> bool:
    return any(str(value).strip().startswith("(ví dụ)") for value in cells.values())


def _is_seen(cells: dict[int, object]) -> bool:
    """Whether anything of it is a sign that can be seen."""
    return any(any(sign.isalnum() for sign in str(value)) for value in cells.values())


@settings(max_examples=40, deadline=None)
@given(_CELLS)
def test_any_heading_row_is_no_fault_of_ours(cells: dict[int, object]) -> None:
    found = _typed(1, cells)

    assert found.campaign is not None or found.problems


@settings(max_examples=60, deadline=None)
@given(
    st.integers(),
    st.sampled_from(["campaign.xlsx", "campaign.yaml", "campaign.xlsb", "campaign.csv"]),
)
def test_any_damage_of_bytes_is_no_fault_of_ours(seed: int, name: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        data = bytearray(_whole(Path(folder), name))
        for _change in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        path.write_bytes(data)

        assert isinstance(inspect_campaign(Path(folder), WORDS), Inspection)


def _whole(folder: Path, name: str) -> bytes:
    """A right file of that name, and no other in the folder."""
    path = folder / name
    if name.endswith(".yaml"):
        write_yaml(small_campaign(), path)
    elif name.endswith(".xlsx"):
        campaign_folder(folder)
    else:
        path.write_bytes(xlsb({PEOPLE: [["Mã đối tượng", "Họ tên"], ["CN1", "Nguyễn Văn An"]]}))
    data = path.read_bytes()
    path.unlink()
    return data
