"""The ground floor: errors, places, messages, files written whole."""

import pickle
from pathlib import Path

import pytest

from vbgen import errors
from vbgen.errors import OutputError, Place, Problem, ProblemsFoundError, Severity, VbgenError
from vbgen.files import write_whole
from vbgen.messages import _, current_language, use_language

KINDS = [
    member
    for member in vars(errors).values()
    if isinstance(member, type) and issubclass(member, VbgenError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_the_way_from_a_worker(kind: type[VbgenError]) -> None:
    problem = Problem("code", "Câu.", Place(file="a.xlsx", sheet="Đơn vị", cell="B7"))
    copy = pickle.loads(pickle.dumps(kind("Lỗi", (problem,))))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy), copy.problems) == (kind, "Lỗi", (problem,))


def test_exit_codes_are_those_of_the_documents() -> None:
    codes = {kind.__name__: kind.exit_code for kind in KINDS}
    assert codes == {
        "VbgenError": 70,
        "ProblemsFoundError": 1,
        "UsageError": 2,
        "UnreadableFileError": 2,
        "TemplateError": 3,
        "OutputError": 4,
        "OutsideProgramError": 5,
    }


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), ""),
        (Place(file="a.xlsx", sheet="Đơn vị", cell="B7"), "a.xlsx › trang “Đơn vị” › ô B7"),
        (Place(file="a.yaml", line=3, path="units[0].id"), "a.yaml › dòng 3 › units[0].id"),
        (
            Place(
                file="t.docx",
                part="thân văn bản",
                cell="bảng 2, hàng 1, ô 1",
                paragraph=4,
                quote="{{ x }}",
            ),
            "t.docx › thân văn bản › bảng 2, hàng 1, ô 1 › đoạn 4 › “{{ x }}”",
        ),
    ],
)
def test_a_place_is_told_as_a_clerk_finds_it(place: Place, words: str) -> None:
    assert str(place) == words


def test_a_problem_says_place_sentence_and_remedy_and_json_leaves_out_the_empty() -> None:
    problem = Problem("x", "Sai.", Place(file="a.xlsx"), Severity.WARNING, "Sửa.")
    assert str(problem) == "a.xlsx: Sai. Sửa."
    assert problem.as_json() == {
        "code": "x",
        "severity": "warning",
        "message": "Sai.",
        "place": {"file": "a.xlsx"},
        "hint": "Sửa.",
    }


def test_an_unknown_language_is_vietnamese() -> None:
    use_language("fr")
    assert current_language() == "vi"
    assert _("Câu {a} chưa dịch.", a=1) == "Câu 1 chưa dịch."
    use_language("en")
    assert _("Câu {a} chưa dịch.", a=1) == "Câu 1 chưa dịch."
    use_language("vi")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b.txt"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in target.parent.iterdir()] == ["b.txt"]


def test_what_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "b.txt"
    folder.mkdir()
    with pytest.raises(OutputError, match="Không ghi được"):
        write_whole(folder, b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]
    assert isinstance(ProblemsFoundError("x"), VbgenError)
