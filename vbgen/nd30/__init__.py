"""Any Word file, checked against Nghị định 30/2020/NĐ-CP."""

from vbgen.nd30.linting import lint
from vbgen.nd30.rules.model import Finding, Report
from vbgen.nd30.rules.settings import Settings

__all__ = ["Finding", "Report", "Settings", "lint"]
