"""A campaign written and read again is the same campaign, in Excel and in YAML."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.campaign.campaigns import small_campaign, tables
from tests.vocabulary import WORDS
from vbgen.campaign import convert, load_campaign, load_file, write_campaign
from vbgen.campaign.assembling import understand
from vbgen.campaign.folder import read_source
from vbgen.campaign.topics import topics
from vbgen.model.campaign import Campaign

_QUICK = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # a smaller example is not worth minutes of writing files
    database=None,
)


@_QUICK
@given(values=tables())
@pytest.mark.parametrize("ending", ["xlsx", "yaml"])
def test_whatever_the_model_allows_comes_back_the_same(
    ending: str, values: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("round") / f"campaign.{ending}"
    campaign = small_campaign(**values)

    write_campaign(campaign, path, WORDS)

    assert _as_read(path) == _as_given(campaign)


def _as_read(path: Path) -> dict[str, list[str]]:
    understood = understand(read_source(path, path.name, WORDS), WORDS)
    return {
        name: [repr(typed.record) for typed in rows]
        for name, rows in understood.rows.items()
        if rows
    }


def _as_given(campaign: Campaign) -> dict[str, list[str]]:
    given = {each.field: getattr(campaign, each.field) for each in topics()}
    rows = {name: value if isinstance(value, tuple) else (value,) for name, value in given.items()}
    return {name: [repr(record) for record in value] for name, value in rows.items() if value}


def test_a_campaign_goes_from_excel_to_yaml_and_back_unchanged(tmp_path: Path) -> None:
    campaign = small_campaign()
    excel, yaml, again = (
        tmp_path / "campaign.xlsx",
        tmp_path / "campaign.yaml",
        tmp_path / "again.xlsx",
    )
    write_campaign(campaign, excel, WORDS)

    convert(excel, yaml, WORDS)
    convert(yaml, again, WORDS)

    assert load_file(again, WORDS).campaign == campaign
    assert load_file(again, WORDS).notes == ()
    assert excel.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("ending", ["xlsx", "yaml"])
@pytest.mark.parametrize(
    "number", ["174186.0", "4401", "0.10", "-3.50", "12345678901234567.25", "0.000", "1000000"]
)
def test_a_number_keeps_its_decimals(number: str, ending: str, tmp_path: Path) -> None:
    indicator = {"id": "A", "name": "Tên", "unit": "tỷ đồng", "planned": Decimal(number)}
    write_campaign(small_campaign(indicators=(indicator,)), tmp_path / f"campaign.{ending}", WORDS)

    loaded = load_campaign(tmp_path, WORDS)

    assert str(loaded.campaign.indicators[0].planned) == number


@pytest.mark.parametrize("ending", ["xlsx", "yaml"])
def test_the_same_campaign_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"

    write_campaign(small_campaign(), first, WORDS)
    write_campaign(small_campaign(), second, WORDS)

    assert first.read_bytes() == second.read_bytes()
