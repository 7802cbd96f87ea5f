"""The sample campaign as a YAML file that a test may change, in a workspace of its own."""

import shutil
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.register.issuing_desks import SAMPLE
from tests.register.test_issue_command import Office


def typed_office(folder: Path) -> Office:
    """A workspace whose campaign is the sample, in YAML alone."""
    shutil.copytree(SAMPLE, folder / "data" / "ha-nam-2022")
    (folder / "data" / "ha-nam-2022" / "campaign.xlsx").unlink()
    (folder / "vbgen.toml").write_text("", "utf-8")
    return Office(folder)


class Typed:
    """The campaign's data, written back when the block ends."""

    def __init__(self, office: Office) -> None:
        self.path = Path(office.campaign) / "campaign.yaml"
        self.yaml = YAML()

    def __enter__(self) -> Any:  # noqa: ANN401 - whatever the file holds
        self.data = self.yaml.load(self.path)
        return self.data

    def __exit__(self, *_fault: object) -> None:
        self.yaml.dump(self.data, self.path)
