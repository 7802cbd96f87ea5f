"""A campaign folder becomes a Campaign, and a Campaign becomes files: Excel for clerks, YAML for integrators.

What writes Excel is imported when it is first asked for, so that the command line starts without openpyxl.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from vbgen.load.assembling import Places
from vbgen.load.converting import convert, write_campaign
from vbgen.load.folder import Inspection, Loaded, inspect_campaign, load_campaign, load_file

if TYPE_CHECKING:
    from vbgen.load.annotate import annotate_workbook
    from vbgen.load.schema import json_schema
    from vbgen.load.workbook_out import write_nomination_form, write_workbook
    from vbgen.load.yaml_out import write_yaml

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
    "annotate_workbook": "annotate",
    "json_schema": "schema",
    "write_nomination_form": "workbook_out",
    "write_workbook": "workbook_out",
    "write_yaml": "yaml_out",
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(name)
