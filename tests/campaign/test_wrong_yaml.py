"""Wrong YAML: each slip is told with its line and key; what is no YAML is refused."""

from pathlib import Path

import pytest

from tests.campaign.files import yaml_folder
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.errors import Severity, UnreadableFileError

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nunits: [*c, *c]\n"
ALIASES = "units:\n  - &u {id: A, name: B, headcount: 1}\n" + "  - *u\n" * 1100

REFUSED: list[tuple[str, bytes, str, str]] = [
    ("nothing", b"", "yaml-not-a-mapping", "agency: …"),
    ("a list", b"- a\n- b\n", "yaml-not-a-mapping", "agency: …"),
    ("a text", "chỉ là chữ".encode(), "yaml-not-a-mapping", "agency: …"),
    ("an open quote", b"agency:\n  name: 'a\n", "yaml-syntax", "dòng"),
    ("an open bracket", b"units: [a, b\n", "yaml-syntax", "dòng"),
    ("a wrong indent", b"agency:\n  name: a\n   place: b\n", "yaml-syntax", "dòng 3"),
    ("a tab", b"agency:\n\tname: a\n", "yaml-syntax", "dấu tab"),
    ("an unknown anchor", b"agency: *x\n", "yaml-syntax", "neo"),
    ("two documents", b"agency: {}\n---\nagency: {}\n", "yaml-syntax", "dòng"),
    ("a bell", b"agency:\n  name: a\x07b\n", "yaml-syntax", "dòng 2"),
    ("UTF-16", "agency: {}".encode("utf-16"), "wrong-encoding", "UTF-16"),
    ("TCVN3 bytes", b"agency:\n  name: S\xeb C\xabng Th\xad\xacng\n", "wrong-encoding", "dòng 2"),
    ("a deep nest", b"units: " + b"[" * 1_500, "yaml-too-deep", "lồng nhau quá sâu"),
    ("many aliases", ALIASES.encode(), "yaml-too-many-aliases", "neo"),
]


@pytest.mark.parametrize(
    ("data", "code", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_no_yaml_is_refused(data: bytes, code: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").write_bytes(data)

    found = problems_of(tmp_path)

    assert list(found) == [code], found
    assert words in found[code][0].message
    assert is_a_sentence(found[code][0])
    with pytest.raises(UnreadableFileError):
        load_campaign(tmp_path, WORDS)


WRONG: list[tuple[str, tuple[str, str], str, str, str]] = [
    ("an unknown key", ("symbol: SCT", "simbol: SCT"), "unknown-key", "agency.simbol", "“symbol”"),
    ("a title for a key", ("place: Hà Nam", "Địa danh: Hà Nam"), "unknown-key", "agency.Địa danh", "“place”"),
    ("an unknown sheet", ("units:", "rooms:"), "unknown-key", "rooms", "“rooms”"),
    ("a key twice", ("symbol: SCT", "symbol: SCT\n  symbol: SCT"), "doubled-key", "agency.symbol", "hai lần"),
    ("a missing key", ("  symbol: SCT\n", ""), "missing-value", "agency.symbol", "bắt buộc"),
    ("a missing record", ("agency:", "x-agency:"), "missing-sheet", "", "“Cơ quan”"),
    ("a list for a record", ("\nagency:\n", "\nagency: []\nold:\n"), "yaml-wrong-shape", "agency", "tên: giá trị"),
    ("a record for a list", ("units:\n  - id", "units:\n    id"), "yaml-wrong-shape", "units", "danh sách"),
    ("a text for a row", ("units:\n", "units:\n  - VP\n"), "yaml-wrong-shape", "units[0]", "tên: giá trị"),
    ("a list for a value", ("headcount: 7", "headcount: [7]"), "yaml-wrong-shape", "units[0].headcount", "một giá trị"),
    ("a tag", ("headcount: 7", "headcount: !!python/name:os 7"), "yaml-tag", "units[0].headcount", "nhãn"),
    ("a day that is none", ("2022-06-30", "2022-06-31"), "cell-not-a-date", "phases[0].end", "2022-06-31"),
    ("an hour with a zone", ("2022-06-30", "2022-06-30T08:00:00Z"), "cell-not-a-date", "phases[0].end", "dd/mm/yyyy"),
    ("a number in words", ("headcount: 7", "headcount: bảy"), "cell-not-a-number", "units[0].headcount", "“bảy”"),
    ("no number at all", ("174186.0", ".nan"), "cell-not-a-number", "indicators[0].planned", "“.nan”"),
    ("a choice outside", ("gender: female", "gender: other"), "cell-not-in-list", "nominees[0].gender", "“Nữ”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "path", "words"), [case[1:] for case in WRONG], ids=[c[0] for c in WRONG]
)
def test_a_slip_in_yaml_is_told_with_its_key_and_line(
    change: tuple[str, str], code: str, path: str, words: str, tmp_path: Path
) -> None:
    found = problems_of(yaml_folder(tmp_path, change))

    assert code in found, found
    problem = found[code][0]
    assert problem.place.path == path
    assert problem.place.line > 0 or code == "missing-sheet"
    assert words in f"{problem.message} {problem.hint}"
    assert is_a_sentence(problem)
    assert problem.severity is Severity.ERROR


def test_the_line_is_the_one_in_the_file(tmp_path: Path) -> None:
    problem = problems_of(yaml_folder(tmp_path, ("headcount: 7", "headcount: bảy")))[
        "cell-not-a-number"
    ][0]

    lines = (tmp_path / "campaign.yaml").read_text(encoding="utf-8").splitlines()
    assert "bảy" in lines[problem.place.line - 1]


def test_nested_aliases_are_never_spread_out(tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").write_text(BOMB)

    assert "yaml-wrong-shape" in problems_of(tmp_path)


def test_yaml_numbers_are_read_by_the_rules_of_yaml_and_quoted_ones_by_the_clerks(
    tmp_path: Path,
) -> None:
    def read(folder: str, text: str) -> str:
        path = tmp_path / folder
        path.mkdir()
        return str(
            load_campaign(yaml_folder(path, ("174186.0", text)), WORDS)
            .campaign.indicators[0]
            .planned
        )

    assert read("a", "4.401") == "4.401"
    assert read("b", "'4.401'") == "4401"
    assert read("c", "'35.981,0'") == "35981.0"
    assert read("d", "1e3") == "1000"


def test_a_text_that_looks_like_something_else_stays_text(tmp_path: Path) -> None:
    loaded = load_campaign(yaml_folder(tmp_path, ("symbol: SCT", "symbol: 05")), WORDS)

    assert loaded.campaign.agency.symbol == "05"
