"""The register and an archive walked against each other, on either database."""

from pathlib import Path

from tests.register.papers import PEOPLE, digest, intent, rendered, stamp
from vbgen.archive import Archive
from vbgen.model.document import Kept
from vbgen.office.registry.archiving import verify
from vbgen.register import Register, Relation


def issue(register: Register, archive: Archive, minutes: int) -> str:
    """Everything that a document has is kept before it is settled, as the registry does."""
    numbered = register.reserve(intent(people=PEOPLE), stamp(minutes))
    inspected = rendered(numbered)
    register.announce(inspected, stamp(minutes))
    contents = {**numbered.intent.materials, **inspected.rendered.papers}
    register.settle(
        Kept(inspected, {name: archive.put(content) for name, content in contents.items()}),
        stamp(minutes),
    )
    register.mirror(archive.put)
    return numbered.id


def test_a_register_in_use_is_sound_and_a_changed_row_is_found(
    register: Register, tmp_path: Path
) -> None:
    archive = Archive.open(tmp_path / "archive", environ={})
    archive.claim(register.identity)
    first, later = issue(register, archive, 1), issue(register, archive, 2)
    register.link(first, later, Relation.WITHDRAWS, stamp(3, "sai người"))
    register.void(later, stamp(4, "trùng"))
    register.reserve(intent(), stamp(5))
    register.mirror(archive.put)
    assert verify(register, archive).problems == ()
    with register.database.writing() as connection:
        connection.exec_driver_sql("UPDATE documents SET subject = 'x' WHERE number = 1")
    assert [problem.code for problem in verify(register, archive).problems] == ["row-changed"]


def test_a_lost_file_is_named_by_its_document(register: Register, tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "archive", environ={})
    issue(register, archive, 1)
    lost = digest(b"01/Q\xc4\x90-SCT")
    (tmp_path / "archive" / "objects" / lost[:2] / lost).unlink()
    assert [str(problem.place) for problem in verify(register, archive).problems] == [
        "01/QĐ-SCT › “paper.docx”"
    ]
