"""Draft the papers of emulation among units of an office of the tests into a folder, as PDF: the guide's pictures."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.papers.emulation.emulating_offices import PAPERS, emulating
from vbgen.cli import run

with tempfile.TemporaryDirectory() as folder:
    office = emulating("xa", Path(folder))
    sys.argv = ["vbgen", "draft", str(office.campaign), *PAPERS, "--pdf", "-o", sys.argv[1]]
    run()
