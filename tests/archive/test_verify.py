"""`archive verify` over a real register: what an intruder does to the database or the folder is found."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.archive.registry import HONOURED, Registry
from vbgen.archive import Archive
from vbgen.archive.errors import ArchiveTakenError
from vbgen.errors import Problem
from vbgen.office.registry.archiving import verify


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five entries: one with certificates, one replaced by another, one given up, one still open."""
    folder = tmp_path_factory.mktemp("sound")
    with closing(Registry.at(folder)) as office:
        first = office.issue(honoured=HONOURED)
        office.replace(first, office.issue())
        office.register.void(office.issue().id, office.stamp(2022, "Trùng nội dung"))
        office.reserve(2022)
        office.register.void(office.reserve(2022).id, office.stamp(2022, "Thôi không phát hành"))
        office.register.mirror(office.archive.put)
    return folder


@pytest.fixture
def registry(sound: Path, tmp_path: Path) -> Iterator[Registry]:
    shutil.copytree(sound, tmp_path / "workspace")
    with closing(Registry.at(tmp_path / "workspace")) as office:
        yield office


def problems(registry: Registry) -> tuple[Problem, ...]:
    return verify(registry.register, registry.archive).problems


def codes(registry: Registry) -> set[str]:
    return {problem.code for problem in problems(registry)}


def intrude(registry: Registry, *statements: str) -> None:
    """Someone opens the database with other tools, takes the guards away and writes."""
    with closing(sqlite3.connect(registry.register.place)) as database, database:
        for (trigger,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            assert database.execute(statement).rowcount


def test_a_real_register_and_its_archive_are_sound(registry: Registry) -> None:
    walked = verify(registry.register, registry.archive)
    assert walked.problems == ()
    assert (walked.documents, walked.acts) == (5, 14)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM documents WHERE number = 2", "row-deleted"),
        ("UPDATE documents SET subject = 'Kỷ luật' WHERE number = 1", "row-changed"),
        ("UPDATE documents SET number = 9 WHERE number = 2", "row-changed"),
        ("UPDATE documents SET state = 'issued' WHERE number = 1", "row-changed"),
        ("UPDATE documents SET signer_name = 'Người khác' WHERE number = 1", "row-changed"),
        ("UPDATE golden_book SET name = 'Người khác' WHERE number = 2", "row-changed"),
        ("DELETE FROM golden_book WHERE number = 2", "row-changed"),
        ("DELETE FROM golden_book", "row-changed"),
        (
            "UPDATE files SET digest = substr(digest, 2) || '0' WHERE name = 'award-decision.docx'",
            "file-swapped",
        ),
        ("DELETE FROM files WHERE name = 'award-decision.docx'", "file-struck"),
        ("DELETE FROM acts WHERE seq = 3", "journal-entry-missing"),
        ("DELETE FROM acts WHERE seq = 14", "journal-entry-missing"),
        ("UPDATE acts SET who = 'Người khác' WHERE seq = 3", "journal-entry-changed"),
        (
            "UPDATE acts SET at = '2022-07-02T00:00:00.000+00:00' WHERE seq = 3",
            "journal-entry-changed",
        ),
        ("UPDATE acts SET detail = '{}' WHERE seq = 3", "journal-entry-changed"),
        ("UPDATE journal SET seq = 13", "journal-head-wrong"),
        ("UPDATE journal SET seq = 15", "journal-entry-missing"),
    ],
)
def test_what_is_done_to_the_database_is_found(
    registry: Registry, statement: str, code: str
) -> None:
    intrude(registry, statement)
    assert code in codes(registry)


def test_a_changed_row_is_told_with_both_readings(registry: Registry) -> None:
    intrude(registry, "UPDATE documents SET subject = 'Kỷ luật' WHERE number = 1")
    (told,) = problems(registry)
    assert str(told.place) == "01/QĐ-SCT"
    assert "trích yếu là “Kỷ luật”, nhật ký ghi “Về việc khen thưởng lần 1”" in told.message


def test_two_files_that_change_places_in_the_register_are_found(registry: Registry) -> None:
    intrude(
        registry,
        "CREATE TABLE was AS SELECT f.rowid AS file, f.digest, d.number FROM files f JOIN documents d"
        " ON d.id = f.document WHERE f.name = 'award-decision.docx' AND d.number < 3",
        "UPDATE files SET digest = (SELECT w.digest FROM was w JOIN was o ON o.number = 3 - w.number"
        " WHERE o.file = files.rowid) WHERE rowid IN (SELECT file FROM was)",
    )
    found = problems(registry)
    assert {problem.code for problem in found} == {"file-swapped"}
    assert {problem.place.file for problem in found} == {"01/QĐ-SCT", "02/QĐ-SCT"}


def test_a_journal_rewritten_from_end_to_end_is_found(registry: Registry) -> None:
    forge(registry, who="Người khác")
    found = problems(registry)
    rewritten = [problem for problem in found if problem.code == "journal-rewritten"]
    assert len(rewritten) == 14
    assert "Trần Thị Văn Thư" in rewritten[0].message


def forge(registry: Registry, *, who: str) -> None:
    """Every act is written anew in another's name, and every link tied again by the program's own rules."""
    from dataclasses import replace

    from vbgen.register.journal import BEGINNING

    previous, rows = BEGINNING, []
    for act, _stated in list(registry.register.journal()):
        forged = replace(act, who=who, previous=previous)
        previous = forged.digest
        rows.append((forged.who, forged.previous, forged.digest, forged.seq))
    intrude(registry, "UPDATE acts SET digest = 'x' || digest")
    with closing(sqlite3.connect(registry.register.place)) as database, database:
        database.executemany(
            "UPDATE acts SET who = ?, previous = ?, digest = ? WHERE seq = ?", rows
        )
        database.execute("UPDATE journal SET digest = ?", (previous,))


def test_a_tail_cut_from_register_and_journal_alike_is_found(registry: Registry) -> None:
    intrude(
        registry,
        "DELETE FROM acts WHERE seq > 12",
        "DELETE FROM documents WHERE number = 5",
        "UPDATE journal SET seq = 12, mirrored = 12, digest = (SELECT digest FROM acts WHERE seq = 12)",
    )
    assert codes(registry) == {"journal-rewritten", "counter-changed"}


def every_file(registry: Registry) -> list[Path]:
    return sorted(
        path for path in (Path(registry.archive.place) / "objects").rglob("*") if path.is_file()
    )


@pytest.mark.parametrize(
    ("harm", "code", "step"),
    [
        (lambda path: path.unlink(), "file-missing", 1),
        (
            lambda path: (path.chmod(0o644), path.write_bytes(path.read_bytes()[:-1])),
            "file-changed",
            3,
        ),
        (lambda path: (path.chmod(0o644), path.write_bytes(b"")), "file-changed", 5),
    ],
)
def test_harm_to_any_single_file_is_found(
    registry: Registry, harm: Callable[[Path], object], code: str, step: int, tmp_path: Path
) -> None:
    spare = tmp_path / "spare"
    for path in every_file(registry)[::step]:
        content = path.read_bytes()
        harm(path)
        assert {problem.code for problem in problems(registry)} == {code}, content
        path.unlink(missing_ok=True)
        spare.write_bytes(content)
        spare.rename(path)
    assert problems(registry) == ()


def test_an_archive_of_another_register_is_refused(registry: Registry, tmp_path: Path) -> None:
    other = Archive.open(tmp_path / "other", environ={})
    other.claim("another register")
    with pytest.raises(ArchiveTakenError):
        verify(registry.register, other)
