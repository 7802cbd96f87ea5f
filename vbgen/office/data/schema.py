"""The schema of a campaign's data, for other programs."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.writing.schema import json_schema
from vbgen.office.acts import Answer, Request
from vbgen.outputs import write_output

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class SchemaShown(Answer):
    """The JSON Schema of `campaign.yaml`, as text."""

    text: str


@dataclass(frozen=True)
class ShowSchema(Request[SchemaShown]):
    """The JSON Schema of `campaign.yaml`; written to a file where one is named."""

    target: Path | None = None

    def carry_out(self, office: "Office") -> SchemaShown:
        """With what the office's lists hold today."""
        text = json.dumps(json_schema(office.words), ensure_ascii=False, indent=2)
        if self.target:
            write_output(self.target, f"{text}\n".encode())
        return SchemaShown(text)
