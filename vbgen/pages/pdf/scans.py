"""A scan's text, read by OCRmyPDF with Tesseract's Vietnamese; both are optional programs of the system."""

import shutil
import subprocess
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _

_TIMEOUT_S = 300


def with_text(pdf: bytes) -> bytes:
    """The same pages with a layer of text; OutsideProgramError where the program is missing, fails or hangs."""
    program = shutil.which("ocrmypdf")
    if program is None:
        raise OutsideProgramError(
            _("Tệp là bản chụp; máy này chưa có chương trình nhận dạng chữ (OCRmyPDF, Tesseract).")
        )
    with temporary_folder("scan") as folder:
        source, target = Path(folder) / "scan.pdf", Path(folder) / "text.pdf"
        source.write_bytes(pdf)
        command = [
            program,
            "-l",
            "vie",
            "--quiet",
            "--skip-text",
            "--output-type",
            "pdf",
            "--jobs",
            "1",
        ]
        try:
            subprocess.run(  # noqa: S603 - our own arguments
                [*command, str(source), str(target)],
                capture_output=True,
                timeout=_TIMEOUT_S,
                check=True,
            )
            return target.read_bytes()
        except (subprocess.SubprocessError, OSError) as fault:
            raise OutsideProgramError(_("Không nhận dạng được chữ trong bản chụp này.")) from fault
