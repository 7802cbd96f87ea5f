"""A workspace whose campaign is short: an agency, its signers, a movement of one phase, and the papers of a test."""

from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.cli.command_line import Answer, vbgen

CAMPAIGN = """
agency:
  governing_body: UBND TỈNH LẠNG SƠN
  name: SỞ Y TẾ
  full_name: Sở Y tế tỉnh Lạng Sơn
  short_name: Sở
  symbol: SYT
  drafting_unit_symbol: VP
  place: Lạng Sơn
  head_title: Giám đốc
  authority: GIÁM ĐỐC SỞ Y TẾ TỈNH LẠNG SƠN
signers:
  - {id: gd, full_name: Hoàng Thị Mai, position: Giám đốc}
  - {id: b, full_name: Lý Văn Tú, position: Phó Giám đốc, power: KT.}
movement: {name: phong trào thi đua năm 2026, year: 2026, theme: Tận tâm vì người bệnh}
launch:
  opening: Thực hiện kế hoạch năm, Sở phát động phong trào với chủ đề “[chủ đề]” như sau
  closing: Các phòng nghiêm túc thực hiện
phases:
  - {number: 1, theme: Tận tâm, start: 2026-01-05, end: 2026-12-20}
"""


@dataclass(frozen=True)
class SmallOffice:
    folder: Path

    @property
    def campaign(self) -> Path:
        return self.folder / "data" / "y-te"

    @property
    def drafts(self) -> Path:
        return self.folder / "output" / "y-te" / "drafts"

    def lay(self, name: str, content: bytes) -> Path:
        """A body in the campaign's folder."""
        path = self.campaign / "papers" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    def plan(self, kind: str, *, first: str = "Các phòng", **columns: object) -> None:
        """A row of the sheet of papers, and who receives the paper."""
        yaml, file = YAML(), self.campaign / "campaign.yaml"
        data = yaml.load(file.read_text("utf-8"))
        data.setdefault("papers", []).append({"kind": kind, **columns})
        lines = [{"kind": kind, "text": text} for text in (first, "Lưu: VT, VP")]
        data.setdefault("recipients", []).extend(lines)
        with file.open("w", encoding="utf-8") as written:
            yaml.dump(data, written)

    def add(self, table: str, **columns: object) -> None:
        """A row of another sheet."""
        yaml, file = YAML(), self.campaign / "campaign.yaml"
        data = yaml.load(file.read_text("utf-8"))
        data.setdefault(table, []).append(columns)
        with file.open("w", encoding="utf-8") as written:
            yaml.dump(data, written)

    def change(self, change: Callable[[Any], object]) -> None:
        """The data changed by a function."""
        yaml, file = YAML(), self.campaign / "campaign.yaml"
        data = yaml.load(file.read_text("utf-8"))
        change(data)
        with file.open("w", encoding="utf-8") as written:
            yaml.dump(data, written)

    def run(self, capsys: pytest.CaptureFixture[str], command: str, *arguments: object) -> Answer:
        """A command about the campaign."""
        return vbgen(capsys, command, self.campaign, *arguments)

    def run_bare(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> Answer:
        """A command of the workspace."""
        with chdir(self.folder):
            return vbgen(capsys, *arguments)

    def issue(self, capsys: pytest.CaptureFixture[str], kind: str, *more: object) -> Answer:
        """The paper issued, whatever is doubtful about its day."""
        words = ("--date", "2026-02-10", "--by", "Lan", "--yes", "--json", *more)
        return self.run(capsys, "issue", kind, *words)


def begun(folder: Path) -> SmallOffice:
    office = SmallOffice(folder)
    office.campaign.mkdir(parents=True)
    (folder / "vbgen.toml").write_text("", "utf-8")
    (office.campaign / "campaign.yaml").write_text(CAMPAIGN.strip() + "\n", "utf-8")
    return office
