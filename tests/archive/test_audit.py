"""The audit walks register, journal and store both ways and names what does not hold together."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.small_office import Office
from vbgen.archive.audit import audit
from vbgen.archive.dossier import DossierRecord
from vbgen.archive.errors import ArchiveUnreachableError
from vbgen.archive.ledger import Head, RegisterEntry
from vbgen.archive.metadata import FileMetadata
from vbgen.errors import Severity


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.with_documents(tmp_path / "kho", 5)


def found(office: Office, head: Head | None = None) -> set[tuple[str, str]]:
    """Code and place of each problem."""
    walked = audit(office.archive, office.rows, office.acts, head=head or office.head)
    return {(problem.code, str(problem.place)) for problem in walked.problems}


def path_of(office: Office, digest: str) -> Path:
    return Path(office.archive.place) / "objects" / digest[:2] / digest


def change(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)


def test_a_sound_archive_has_no_problem_and_is_walked_whole(office: Office) -> None:
    steps: list[tuple[int, int]] = []
    walked = audit(
        office.archive,
        office.rows,
        office.acts,
        progress=lambda done, all_: steps.append((done, all_)),
    )
    assert (walked.problems, walked.is_sound) == ((), True)
    assert (walked.documents, walked.acts, walked.objects) == (5, 5, 15)
    assert walked.head == office.acts[-1].stated
    assert steps == [(15, 15)]


@pytest.mark.parametrize("bit", [0, 7, 30])
def test_a_flipped_bit_is_found(office: Office, bit: int) -> None:
    path = path_of(office, office.rows[2].files["03-QĐ-SCT.docx"])
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    change(path, bytes(content))
    assert found(office) == {("file-changed", "03/QĐ-SCT › “03-QĐ-SCT.docx”")}


def test_two_files_swapped_in_the_store_are_both_found(office: Office) -> None:
    one, two = (path_of(office, office.rows[n].files[f"0{n + 1}-QĐ-SCT.pdf"]) for n in (0, 1))
    first, second = one.read_bytes(), two.read_bytes()
    change(one, second)
    change(two, first)
    assert found(office) == {
        ("file-changed", "01/QĐ-SCT › “01-QĐ-SCT.pdf”"),
        ("file-changed", "02/QĐ-SCT › “02-QĐ-SCT.pdf”"),
    }


def test_a_file_swapped_in_the_register_is_found(office: Office) -> None:
    other = office.archive.put(b"another paper")
    office.rows[0] = replace(office.rows[0], files={**office.rows[0].files, "01-QĐ-SCT.pdf": other})
    assert found(office) == {("file-swapped", "01/QĐ-SCT › “01-QĐ-SCT.pdf”")}


def test_a_missing_file_is_named_with_its_document(office: Office) -> None:
    path_of(office, office.rows[4].files["05-QĐ-SCT.pdf"]).unlink()
    assert found(office) == {("file-missing", "05/QĐ-SCT › “05-QĐ-SCT.pdf”")}


def test_a_deleted_row_of_the_register_is_found(office: Office) -> None:
    del office.rows[1]
    walked = audit(office.archive, office.rows, office.acts, head=office.head)
    assert [problem.code for problem in walked.problems] == ["row-deleted"]
    assert "mục số 2, settle 02/QĐ-SCT" in walked.problems[0].message


def test_a_changed_row_of_the_register_is_found_with_both_readings(office: Office) -> None:
    office.rows[1] = replace(office.rows[1], facts={"number": "2", "subject": "Kỷ luật"})
    walked = audit(office.archive, office.rows, office.acts, head=office.head)
    assert [(problem.code, problem.place.file) for problem in walked.problems] == [
        ("row-changed", "02/QĐ-SCT")
    ]
    assert "“Kỷ luật”" in walked.problems[0].message
    assert "“Khen thưởng lần 2”" in walked.problems[0].message


def test_a_file_that_the_journal_never_named_is_found(office: Office) -> None:
    extra = office.archive.put(b"slipped in")
    office.rows[3] = replace(office.rows[3], files={**office.rows[3].files, "thêm.pdf": extra})
    assert found(office) == {("file-unjournalled", "04/QĐ-SCT › “thêm.pdf”")}


def test_a_row_that_the_journal_never_named_is_found(office: Office) -> None:
    office.rows.append(RegisterEntry("9", "09/QĐ-SCT"))
    assert found(office) == {("row-unjournalled", "09/QĐ-SCT")}
    office.rows[-1] = replace(office.rows[-1], is_past=True)
    assert found(office) == set()


def test_a_file_struck_from_the_register_is_found(office: Office) -> None:
    office.rows[3] = replace(office.rows[3], files={})
    assert {code for code, _place in found(office)} == {"file-struck"}


@pytest.mark.parametrize(
    ("seq", "codes"),
    [
        (1, {"journal-entry-missing", "row-unjournalled", "journal-rewritten"}),
        (3, {"journal-entry-missing", "row-unjournalled", "journal-rewritten"}),
        (5, {"journal-entry-missing", "row-unjournalled", "journal-rewritten"}),
    ],
)
def test_a_deleted_act_is_found(office: Office, seq: int, codes: set[str]) -> None:
    head = office.head
    del office.acts[seq - 1]
    assert {code for code, _place in found(office, head)} == codes


def test_a_changed_act_is_found(office: Office) -> None:
    office.acts[2] = replace(office.acts[2], computed="f" * 64)
    assert found(office) == {("journal-entry-changed", "Nhật ký")}


def test_an_act_written_anew_breaks_the_link_to_the_next(office: Office) -> None:
    office.acts[2] = replace(office.acts[2], stated="f" * 64, computed="f" * 64)
    assert {"journal-link-broken", "journal-rewritten", "file-missing"} == {
        code for code, _place in found(office)
    }


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_journal_rewritten_with_every_link_mended_is_found(office: Office, seq: int) -> None:
    office.rewrite(seq, "void")
    codes = [
        problem.code
        for problem in audit(office.archive, office.rows, office.acts, head=office.head).problems
    ]
    assert codes.count("journal-rewritten") == 6 - seq
    assert set(codes) - {"file-missing"} == {"journal-rewritten"}


@pytest.mark.parametrize("cut", [1, 2])
def test_a_tail_cut_from_register_and_journal_alike_is_found(office: Office, cut: int) -> None:
    office.rows, office.acts = office.rows[:-cut], office.acts[:-cut]
    walked = audit(office.archive, office.rows, office.acts, head=office.head)
    codes = [problem.code for problem in walked.problems]
    assert codes.count("journal-rewritten") == cut
    assert codes.count("file-orphaned") == 2 * cut
    assert not walked.is_sound


def test_a_wrong_head_is_found(office: Office) -> None:
    assert ("journal-head-wrong", "Nhật ký") in found(office, replace(office.head, digest="e" * 64))


def test_a_file_that_is_only_a_link_to_elsewhere_is_found(office: Office, tmp_path: Path) -> None:
    path = path_of(office, office.rows[2].files["03-QĐ-SCT.docx"])
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert found(office) == {("archive-link", path.relative_to(office.archive.place).as_posix())}


def test_an_order_of_acts_that_the_journal_does_not_have_is_found(office: Office) -> None:
    office.archive.tie(office.acts[1].stated, "f" * 64)
    office.archive.tie(office.acts[2].stated, office.acts[3].stated)
    assert {code for code, _place in found(office)} == {"journal-forked"}


def test_an_orphan_is_a_warning_and_a_stray_file_too(office: Office) -> None:
    orphan = office.archive.put(b"left by a crash")
    (Path(office.archive.place) / "ghi chú.txt").write_text("x", encoding="utf-8")
    walked = audit(office.archive, office.rows, office.acts, head=office.head)
    assert {(problem.code, problem.place.file) for problem in walked.problems} == {
        ("file-orphaned", orphan),
        ("stray-file", "ghi chú.txt"),
    }
    assert {problem.severity for problem in walked.problems} == {Severity.WARNING}
    assert walked.is_sound


def test_a_dossier_that_nobody_wrote_down_is_an_error(office: Office) -> None:
    record = DossierRecord(id="9", about=FileMetadata(title="Hồ sơ lạ"), papers=())
    digest = office.archive.put(record.to_bytes())
    assert found(office) == {("dossier-unjournalled", digest)}


def test_an_open_issue_is_no_fault(office: Office) -> None:
    kept = office.archive.put(b"kept before the journal says so")
    office.acts[-1] = replace(office.acts[-1], announced=frozenset({kept, "1" * 64}), kept={})
    office.rows[-1] = replace(office.rows[-1], is_open=True, files={"mới.docx": "2" * 64})
    assert {code for code, _place in found(office)} == {
        "file-orphaned"
    }  # what the act named before


def test_a_store_that_is_gone_is_told_as_such(office: Office, tmp_path: Path) -> None:
    (tmp_path / "kho").rename(tmp_path / "nơi khác")
    with pytest.raises(ArchiveUnreachableError, match="chưa được gắn"):
        audit(office.archive, office.rows, office.acts, head=office.head)
