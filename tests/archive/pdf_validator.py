"""What an independent PDF/A validator and qpdf say of a file."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import page

# Rules on which the validator is known to err, waived only while qpdf finds nothing:
# a stream whose data end in a carriage return; PDF/A-1's rule against a filter on XMP, applied to 2b.
_WAIVED = {"PDFA2B-STREAM-LENGTH-001", "PDFA1B-METADATA-FILTER-001"}


def complaints(pdf: bytes) -> list[str]:
    """Everything that either has against the file as PDF/A-2b; empty for a good one."""
    structure = _qpdf(pdf)
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_2B)
    failed = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    if not structure:
        failed = [rule for rule in failed if rule.partition(":")[0] not in _WAIVED]
    return structure + failed


def _qpdf(pdf: bytes) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        said = subprocess.run(
            ["qpdf", "--check", path], capture_output=True, text=True, timeout=60, check=False
        )
    return [] if said.returncode == 0 else [f"qpdf: {said.stdout} {said.stderr}"]
