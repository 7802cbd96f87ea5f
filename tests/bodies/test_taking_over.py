"""A draft becomes the body of its paper: corrections stay, computed blocks stay computed, changed data are named."""

from pathlib import Path

import docx
import pytest

from tests.bodies.small_offices import SmallOffice
from tests.bodies.word_bodies import rich_body, seen


def corrected(path: Path, old: str, new: str) -> Path:
    """The leader's correction, made in another file as Word would save it."""
    document, target = docx.Document(str(path)), path.with_name("sua.docx")
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(target))
    return target


def launched(office: SmallOffice) -> None:
    office.plan("launch-notice", subject="V/v phát động phong trào")
    office.add("addressees", kind="launch-notice", text="Các phòng")


def reported(office: SmallOffice) -> None:
    office.plan("phase-summary")
    office.add("indicators", id="A", name="Số ca khám", unit="ca", planned=1000)
    office.add("indicator_results", phase=1, indicator="A", result=700)


def test_a_leaders_correction_stays(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    launched(office)
    office.run(capsys, "draft", "launch-notice")
    before = seen(office.drafts / "launch-notice.docx")
    file = corrected(office.drafts / "launch-notice.docx", "nghiêm túc", "khẩn trương")
    taken = office.run(capsys, "draft", "launch-notice", "--as-body", "--from", file)
    assert taken.code == 0, taken.out + taken.err
    assert office.run(capsys, "draft", "launch-notice").code == 0
    after = seen(office.drafts / "launch-notice.docx")
    assert after == [line.replace("nghiêm túc", "khẩn trương") for line in before]


def test_a_computed_block_stays_computed_and_a_changed_word_of_the_data_is_named(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    reported(office)
    taken = office.run(capsys, "draft", "phase-summary", "--phase", "1", "--as-body")
    assert taken.code == 0, taken.out + taken.err
    body = office.campaign / "papers" / "phase-summary-phase-1.docx"
    assert '{%p include "results" %}' in seen(body)
    office.change(lambda data: data["movement"].update(theme="Hết lòng vì người bệnh"))
    office.change(lambda data: data["indicator_results"][0].update(result=800))
    done = office.run(capsys, "draft", "phase-summary", "--phase", "1", "--json")
    drafted = seen(office.drafts / "phase-summary-phase-1.docx")
    assert any("800" in line for line in drafted)
    assert not any("700" in line for line in drafted)
    assert any("Tận tâm vì người bệnh" in line for line in drafted)
    changed = [each for each in done.json["problems"] if each["code"] == "body-data-changed"]
    told = " ".join(each["message"] for each in changed)
    assert "“Tận tâm vì người bệnh” nay là “Hết lòng vì người bệnh”" in told
    assert "(70,0%).” nay là “" in told  # in a sentence of the text, outside of blocks
    assert "(80,0%).”" in told
    assert "“700” nay là" not in told  # of a block, which is computed again


def test_a_body_in_a_frame_comes_out_as_it_went_in(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("ke-hoach.docx", rich_body())
    office.run(capsys, "draft", "ke-hoach")
    drafted = seen(office.drafts / "ke-hoach.docx")
    taken = office.run(capsys, "draft", "ke-hoach", "--as-body", "--json")
    assert taken.code == 0, taken.out + taken.err
    assert seen(Path(taken.json["old"])) == seen(rich_body())
    assert not set(seen(office.campaign / "papers" / "ke-hoach.docx")) - set(drafted)
    office.run(capsys, "draft", "ke-hoach")
    assert seen(office.drafts / "ke-hoach.docx") == drafted


def test_a_file_without_a_frame_is_refused(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    launched(office)
    (tmp_path / "la.docx").write_bytes(rich_body())
    done = office.run(capsys, "draft", "launch-notice", "--as-body", "--from", tmp_path / "la.docx")
    assert done.code == 2
    assert "khung văn bản" in done.out + done.err
