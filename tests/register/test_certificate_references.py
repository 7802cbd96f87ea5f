"""A certificate is named by the book's number, or by its decision and its place there."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.register.papers import NOON, PEOPLE, intent, settle, stamp
from vbgen.errors import UsageError
from vbgen.model.dossier import Counter
from vbgen.office import FindPapers, Office, Surroundings
from vbgen.office.references import CertificateChoice, apart_from_decision, is_of
from vbgen.register import Register
from vbgen.register.entries import Entry


def decision(register: Register, book: str) -> Entry:
    wanted = intent(people=PEOPLE)
    counter = Counter("SCT", book, 2026)
    return register.entry(
        settle(register, register.reserve(replace(wanted, golden_book=counter), stamp())).id
    )


@pytest.mark.parametrize(
    ("book", "text", "numbers"),
    [
        ("so-vang", "3", [3]),
        ("so-vang", "3-4", [3, 4]),
        ("so-vang", "02/QĐ-SCT:1", [3]),
        ("so-vang", "2/QĐ-SCT: 1, 2", [3, 4]),
        ("so-vang", "2/QĐ-SCT:9", [0]),
        ("quyet-dinh", "2", [2]),
        ("quyet-dinh", "02/QĐ-SCT:2", [2]),
        ("quyet-dinh", "", []),
    ],
)
def test_both_forms_name_the_same_certificate(
    register: Register, book: str, text: str, numbers: list[int]
) -> None:
    _first, second = decision(register, book), decision(register, book)
    assert list(CertificateChoice.read(text).in_book(register, second)) == numbers


@pytest.mark.parametrize("text", ["01/QĐ-SCT:1", "02/BC-SCT:1", "a-b", "2/QĐ-SCT:x"])
def test_what_names_no_certificate_of_the_decision_is_refused(
    register: Register, text: str
) -> None:
    decision(register, "so-vang")
    with pytest.raises(UsageError):
        CertificateChoice.read(text).in_book(register, decision(register, "so-vang"))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("05/QĐ-SCT:7,12-15", ("05/QĐ-SCT", "7,12-15")),
        ("05/QĐ-SCT", ("", "05/QĐ-SCT")),
        ("7,12-15", ("", "7,12-15")),
        ("", ("", "")),
    ],
)
def test_a_decision_is_told_from_its_certificates(text: str, apart: tuple[str, str]) -> None:
    assert apart_from_decision(text) == apart


def test_a_decision_is_known_by_its_code_however_written(register: Register) -> None:
    one = decision(register, "so-vang")
    assert [is_of(one, text) for text in ("", "1/QĐ-SCT", " 01/QĐ-SCT ", "01/BC-SCT", "x")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("book", ["so-vang", "quyet-dinh"])
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("02/QĐ-SCT:2", [("02/QĐ-SCT", "Giấy khen 02/QĐ-SCT:2: Giàng A Páo")]),
        (
            "1/QĐ-SCT:1-2",
            [
                (
                    "01/QĐ-SCT",
                    "Giấy khen 01/QĐ-SCT:1: Nguyễn Đình Hòa; Giấy khen 01/QĐ-SCT:2: Giàng A Páo",
                )
            ],
        ),
        ("02/QĐ-SCT:9", []),
        ("07/QĐ-SCT:1", []),
    ],
)
def test_a_search_leads_to_the_certificate(
    register: Register,
    database_url: str,
    tmp_path: Path,
    book: str,
    wanted: str,
    found: list[tuple[str, str]],
) -> None:
    decision(register, book)
    decision(register, book)
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    surroundings = Surroundings({"VBGEN_DATABASE": database_url}, "văn thư", lambda: NOON)
    with Office.look(tmp_path, surroundings) as office:
        answer = office.do(FindPapers(wanted))
    assert [(row.entry.code, row.remark) for row in answer.rows] == found
    assert answer.total == len(found)
