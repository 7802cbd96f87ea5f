"""What is kept of one act of issuing, and what is said about it."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from vbgen.archive import Archive
from vbgen.archive.dossier import (
    DossierFile,
    DossierRecord,
    KeptPaper,
    Role,
    read_dossier,
    totals,
)
from vbgen.archive.metadata import (
    FileCode,
    FileMetadata,
    PaperMetadata,
    Recipient,
    SignerInfo,
    too_long,
)

DECISION = PaperMetadata(
    file_code=FileCode(organ_id="000.00.12.H42", catalog=2022, notation="01.TĐKT"),
    ordinal=1,
    type_name="Quyết định",
    code_number="12",
    code_notation="QĐ-SCT",
    issued_date=date(2022, 7, 5),
    subject="Về việc khen thưởng đợt 1",
    page_amount=3,
    signer_info=SignerInfo(position="Giám đốc", full_name="Lê Nguyên Ngọc"),
    to=(Recipient(organ_name="Văn phòng Sở"),),
)


def record_of(*files: DossierFile) -> DossierRecord:
    paper = KeptPaper(key="award-decision", metadata=DECISION, files=files)
    return DossierRecord(
        id="7", about=FileMetadata(title="Khen thưởng đợt 1", **totals([paper])), papers=(paper,)
    )


def test_a_record_comes_back_from_the_archive_as_it_was_kept(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path, environ={})
    file = DossierFile(role=Role.DOCX, name="12-QĐ-SCT.docx", digest=archive.put(b"word"), size=4)
    record = record_of(file)
    assert read_dossier(archive.get(archive.put(record.to_bytes()))) == record
    assert [archive.get(file.digest) for file in record.files] == [b"word"]
    assert record.to_bytes() == record_of(file).to_bytes()


def test_a_record_speaks_the_names_of_the_decree() -> None:
    plain = record_of().to_bytes().decode()
    for name in (
        '"CodeNumber":"12"',
        '"IssuedDate":"2022-07-05"',
        '"FileNotation":"01.TĐKT"',
        '"DocTotal":1',
    ):
        assert name in plain


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b'{"format":"vbgen-dossier/2"}', b'{"format":"vbgen-dossier/1"}', b"\xff"],
)
def test_other_contents_are_no_record(content: bytes) -> None:
    assert read_dossier(content) is None


@pytest.mark.parametrize("name", ["", "../12.docx", "a/b", "a\\b", "a\nb"])
def test_a_file_name_cannot_leave_its_folder(name: str) -> None:
    with pytest.raises(ValidationError):
        DossierFile(role=Role.DOCX, name=name, digest="0" * 64, size=0)


def test_a_field_longer_than_the_decree_allows_is_a_warning_with_its_place() -> None:
    long = DECISION.model_copy(
        update={
            "subject": "x" * 501,
            "to": (Recipient(organ_name="x"), Recipient(organ_name="y" * 201)),
        }
    )
    assert [(problem.place.path, problem.severity.value) for problem in too_long(long)] == [
        ("Subject", "warning"),
        ("To[2].OrganName", "warning"),
    ]
    assert list(too_long(DECISION)) == []


def test_number_and_symbol_are_joined_as_the_register_shows_them() -> None:
    assert DECISION.number_and_symbol == "12/QĐ-SCT"
    assert DECISION.type_and_subject == "Quyết định về việc khen thưởng đợt 1"
