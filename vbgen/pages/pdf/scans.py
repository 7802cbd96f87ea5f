"""A scan's text, read by OCRmyPDF with Tesseract's Vietnamese; both are optional programs of the system."""

import shutil
import subprocess
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _

_TIMEOUT_S = 300
_A_PAGE_S = 60
_SURE_ENOUGH = "2"  # of how a page lies; Vietnamese pages that lie on their side come to 3-6 of 15
_UPRIGHT = ("--rotate-pages", "--rotate-pages-threshold", _SURE_ENOUGH, "--deskew")


def with_text(pdf: bytes, *, pages: int = 1, kept: bool = False, anew: bool = False) -> bytes:
    """The same pages with a layer of text; OutsideProgramError where the program is missing, fails or hangs.

    The pages are turned upright and straight. `kept`: as PDF/A.
    `anew`: what letters the file says that it has are not believed.
    """
    program = shutil.which("ocrmypdf")
    if program is None:
        raise OutsideProgramError(
            _("Tệp là bản chụp; máy này chưa có chương trình nhận dạng chữ (OCRmyPDF, Tesseract).")
        )
    with temporary_folder("scan") as folder:
        source, target = Path(folder) / "scan.pdf", Path(folder) / "text.pdf"
        source.write_bytes(pdf)
        command = [program, "-l", "vie", "--quiet", "--jobs", "1", *_options(kept, anew)]
        try:
            subprocess.run(  # noqa: S603 - our own arguments
                [*command, str(source), str(target)],
                capture_output=True,
                timeout=_TIMEOUT_S + _A_PAGE_S * pages,
                check=True,
            )
            return target.read_bytes()
        except (subprocess.SubprocessError, OSError) as fault:
            raise OutsideProgramError(_("Không nhận dạng được chữ trong bản chụp này.")) from fault


def _options(kept: bool, anew: bool) -> tuple[str, ...]:
    text = "--force-ocr" if anew else "--skip-text"
    return (text, "--output-type", "pdfa" if kept else "pdf", *_UPRIGHT)
