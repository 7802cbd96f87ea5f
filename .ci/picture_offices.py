"""Draft the papers of a year of two offices of the tests into a folder, as PDF: what the guide's pictures show."""

import sys
import tempfile
from pathlib import Path

from picture_command import vbgen

from tests.papers.council.council_offices import PAPERS, REPORTS, seated
from tests.papers.emulation.emulating_offices import PAPERS as EMULATION
from tests.papers.emulation.emulating_offices import emulating

OFFICES = ((seated, (*PAPERS, *REPORTS)), (emulating, EMULATION))

for make, papers in OFFICES:
    with tempfile.TemporaryDirectory() as folder:
        office = make("xa", Path(folder))
        vbgen("draft", office.campaign, *papers, "--pdf", "-o", sys.argv[1])
