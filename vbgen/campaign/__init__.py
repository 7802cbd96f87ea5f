"""A campaign folder becomes a Campaign, and a Campaign becomes files: Excel for clerks, YAML for integrators.

What writes Excel is imported when it is first asked for, so that the command line starts without openpyxl.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from vbgen.campaign.assembling import Places
from vbgen.campaign.converting import convert, write_campaign
from vbgen.campaign.folder import Inspection, Loaded, inspect_campaign, load_campaign, load_file

if TYPE_CHECKING:
    from vbgen.campaign.writing.annotate import annotate_workbook
    from vbgen.campaign.writing.schema import json_schema
    from vbgen.campaign.writing.workbook_out import write_nomination_form, write_workbook
    from vbgen.campaign.writing.yaml_out import write_yaml

__all__ = [
    "Inspection",
    "Loaded",
    "Places",
    "annotate_workbook",
    "convert",
    "inspect_campaign",
    "json_schema",
    "load_campaign",
    "load_file",
    "write_campaign",
    "write_nomination_form",
    "write_workbook",
    "write_yaml",
]

_LATER = {
    "annotate_workbook": "writing.annotate",
    "json_schema": "writing.schema",
    "write_nomination_form": "writing.workbook_out",
    "write_workbook": "writing.workbook_out",
    "write_yaml": "writing.yaml_out",
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(name)
