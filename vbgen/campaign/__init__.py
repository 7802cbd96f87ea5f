"""A campaign folder becomes a Campaign, and a Campaign becomes files: Excel for clerks, YAML for integrators.

Each name is imported when it is first asked for: a command that looks at no campaign loads nothing of it, and none
starts with openpyxl that writes no Excel.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbgen.campaign.assembling import Places
    from vbgen.campaign.cells.markers import CHANGED_EXAMPLE, LEFT_EXAMPLE
    from vbgen.campaign.converting import convert, write_campaign
    from vbgen.campaign.folder import (
        Inspection,
        Loaded,
        inspect_campaign,
        load_campaign,
        load_file,
    )
    from vbgen.campaign.writing.annotate import annotate_workbook
    from vbgen.campaign.writing.schema import json_schema
    from vbgen.campaign.writing.workbook_out import write_nomination_form, write_workbook
    from vbgen.campaign.writing.yaml_out import write_yaml

_HOMES = {
    "CHANGED_EXAMPLE": "cells.markers",
    "Inspection": "folder",
    "LEFT_EXAMPLE": "cells.markers",
    "Loaded": "folder",
    "Places": "assembling",
    "annotate_workbook": "writing.annotate",
    "convert": "converting",
    "inspect_campaign": "folder",
    "json_schema": "writing.schema",
    "load_campaign": "folder",
    "load_file": "folder",
    "write_campaign": "converting",
    "write_nomination_form": "writing.workbook_out",
    "write_workbook": "writing.workbook_out",
    "write_yaml": "writing.yaml_out",
}

__all__ = [
    "CHANGED_EXAMPLE",
    "LEFT_EXAMPLE",
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


def __getattr__(name: str) -> object:
    """The public names, each loaded when it is first used."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
