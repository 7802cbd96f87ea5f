"""The office's door: what it offers, and that a look leaves no trace."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

import vbgen.office
from vbgen.office import (
    CheckCampaign,
    CheckTemplates,
    ListCertificates,
    ListStocks,
    ListTemplateNames,
    Office,
    Surroundings,
    WhichCertificates,
)
from vbgen.office.rooms import ROOM_OF

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
HERE = Surroundings({}, "Nguyễn Thị Lan", lambda: datetime(2026, 11, 29, 9, tzinfo=UTC))


def test_type_checkers_are_told_the_same_rooms() -> None:
    stub = Path(vbgen.office.__file__).with_suffix(".pyi").read_text("utf-8")
    imports = [node for node in ast.parse(stub).body if isinstance(node, ast.ImportFrom)]
    assert {each.asname: node.module for node in imports for each in node.names} == ROOM_OF


@pytest.mark.parametrize("name", ROOM_OF)
def test_every_name_is_there(name: str) -> None:
    assert getattr(vbgen.office, name) is not None


def test_a_look_leaves_no_trace(tmp_path: Path) -> None:
    with Office.look(tmp_path, HERE) as office:
        assert office.do(CheckCampaign(SAMPLE)).as_json()["ok"]
        assert office.do(CheckTemplates()).errors == 0
        assert office.do(ListTemplateNames("certificate")).names
        assert office.do(ListStocks()).stocks
        assert office.do(ListCertificates(WhichCertificates(SAMPLE, "certificate", 1))).leaves
    assert list(tmp_path.iterdir()) == []
