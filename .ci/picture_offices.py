"""Draft the papers of a year of an office of the tests into a folder, as PDF: what the guide's pictures show."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.papers.council.council_offices import PAPERS, REPORTS, seated
from vbgen.cli import run

with tempfile.TemporaryDirectory() as folder:
    office = seated("xa", Path(folder))
    sys.argv = [
        "vbgen",
        "draft",
        str(office.campaign),
        *PAPERS,
        *REPORTS,
        "--pdf",
        "-o",
        sys.argv[1],
    ]
    run()
