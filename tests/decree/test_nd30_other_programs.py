"""Papers that LibreOffice has written read the same; what we write, LibreOffice opens."""

import subprocess
from pathlib import Path

from tests.decree.nd30_faults import FAULTS
from tests.decree.nd30_papers import GOOD, letter
from vbgen.decree import annotate, fix, lint


def convert(files: list[Path], kind: str, out: Path) -> None:
    """All files converted by one run of LibreOffice, with a profile of its own."""
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        kind,
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def test_good_papers_that_libreoffice_has_written_stay_without_a_finding(tmp_path: Path) -> None:
    files = []
    for name, build in GOOD.items():
        (tmp_path / f"{name}.docx").write_bytes(build().bytes())
        files.append(tmp_path / f"{name}.docx")
    out = tmp_path / "out"
    out.mkdir()
    convert(files, "docx:MS Word 2007 XML", out)
    found = {name: [str(item) for item in lint(out / f"{name}.docx").problems] for name in GOOD}
    assert found == {name: [] for name in GOOD}


def test_mended_and_annotated_files_open_in_libreoffice(tmp_path: Path) -> None:
    files = []
    for place, fault in enumerate(FAULTS[::12]):
        sheet = fault.paper()
        fault.seed(sheet)
        source = sheet.bytes()
        for name, data in (
            ("fixed", fix(source).docx),
            ("annotated", annotate(source, lint(source))),
        ):
            path = tmp_path / f"{name}-{place}.docx"
            path.write_bytes(data)
            files.append(path)
    out = tmp_path / "out"
    out.mkdir()
    convert(files, "pdf", out)
    assert sorted(path.stem for path in out.glob("*.pdf")) == sorted(path.stem for path in files)


def test_comments_survive_libreoffice(tmp_path: Path) -> None:
    source = letter(number="Số: 5/SCT-VP").bytes()
    path = tmp_path / "annotated.docx"
    path.write_bytes(annotate(source, lint(source)))
    out = tmp_path / "out"
    out.mkdir()
    convert([path], "docx:MS Word 2007 XML", out)
    from docx import Document

    assert "number.zero" in "".join(
        item.text for item in Document(str(out / "annotated.docx")).comments
    )
