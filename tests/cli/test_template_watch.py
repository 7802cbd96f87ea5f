"""`vbgen template preview --watch`: a template author saves in Word and looks at the PDF file."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vbgen.office.setting.workspace import shipped
from vbgen.pages.pdf.document import texts_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a signal")


def told(process: "subprocess.Popen[str]") -> str:
    """The line that says that a preview is done; what was said before is in it."""
    said = ""
    while "Ctrl+C" not in said:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line, said
        said += line
    return said


def test_each_saving_gives_a_new_preview_and_a_fault_does_not_end_it(tmp_path: Path) -> None:
    shutil.copytree(shipped() / "templates", tmp_path / "templates")
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    template = tmp_path / "templates" / "council-minutes" / "template.docx"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "vbgen",
            "template",
            "preview",
            "council-minutes",
            "--phase",
            "1",
            "--watch",
        ],
        cwd=tmp_path,
        env={**os.environ, "VBGEN_LANG": "vi"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        told(process)
        made = tmp_path / "output" / "previews" / "council-minutes-phase-1.pdf"
        assert "BIÊN BẢN" in texts_of(made)[0]
        made.unlink()
        good = template.read_bytes()
        template.write_bytes(b"PK\x03\x04 cut off")
        assert "template.docx" in told(process)
        template.write_bytes(good)
        assert re.search(r"Đã làm lại trong \d+,\d giây", told(process))
        assert "BIÊN BẢN" in texts_of(made)[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
    assert process.returncode == 130
