"""docs/law.md names what there is: every finding, table, key and condition."""

import re
from pathlib import Path

import pytest

from tests.sample.sample_campaign import ROOT
from vbgen.law import conditions
from vbgen.law.rule import Rule
from vbgen.law.tables import TABLES

PAGE = (ROOT / "docs" / "law.md").read_text("utf-8")
SOURCES = sorted((ROOT / "vbgen" / "office" / "checks").rglob("*.py"))
ID = re.compile(r"(?:Finding\(|breach\([^\"]*?, |_told\(case, )\"([a-z-]+)\"", re.DOTALL)


def finding_ids() -> set[str]:
    return {id_ for path in SOURCES for id_ in ID.findall(path.read_text("utf-8"))}


def test_the_page_names_every_finding() -> None:
    assert len(finding_ids()) > 30
    assert {id_ for id_ in finding_ids() if f"`{id_}`" not in PAGE} == set()


@pytest.mark.parametrize("table", TABLES)
def test_the_page_names_every_table(table: str) -> None:
    assert f"`{table}`" in PAGE


@pytest.mark.parametrize("key", sorted(Rule.model_fields.keys() - {"origin", "file"}))
def test_the_page_names_every_key_of_a_rule(key: str) -> None:
    assert f"`{key}`" in PAGE or f"{key} =" in PAGE


def test_the_page_names_every_condition() -> None:
    names = re.findall(r'has: Literal\["(\w+)"\]', Path(conditions.__file__).read_text("utf-8"))
    assert len(names) == 7
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_the_page_names_every_data_file() -> None:
    files = {path.name for path in (ROOT / "vbgen" / "law" / "data").glob("*.toml")}
    assert {name for name in files if f"`{name}`" not in PAGE} == set()
