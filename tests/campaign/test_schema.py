"""The JSON Schema describes what the YAML writer writes, in Vietnamese."""

from io import StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from tests.campaign.campaigns import small_campaign, tables
from tests.vocabulary import WORDS
from vbgen.campaign import json_schema
from vbgen.campaign.writing.yaml_out import yaml_text
from vbgen.model.campaign import Campaign


class _DaysAsText(SafeConstructor):
    pass


_DaysAsText.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _as_json(campaign: Campaign) -> Any:  # noqa: ANN401 - whatever the file holds
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DaysAsText
    return yaml.load(StringIO(yaml_text(campaign)))


def test_the_schema_is_a_valid_one() -> None:
    Draft202012Validator.check_schema(json_schema(WORDS))


@settings(
    max_examples=20,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(values=tables())
def test_what_is_written_fits_the_schema(values: dict[str, Any]) -> None:
    errors = Draft202012Validator(json_schema(WORDS)).iter_errors(
        _as_json(small_campaign(**values))
    )

    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("units", "headcount", -1),
        ("units", "headcount", "7"),
        ("units", "x", 1),
        ("nominees", "gender", "Nữ"),
    ],
)
def test_what_is_wrong_does_not_fit(table: str, field: str, value: object) -> None:
    data = _as_json(small_campaign())
    data[table][0][field] = value

    assert not Draft202012Validator(json_schema(WORDS)).is_valid(data)


def test_titles_notes_and_meanings_of_codes_are_vietnamese() -> None:
    people = json_schema(WORDS)["properties"]["nominees"]
    gender = people["items"]["properties"]["gender"]

    assert people["title"] == "Cá nhân, tập thể"
    assert gender["title"] == "Giới tính"
    assert gender["enum"] == ["male", "female", None]
    assert "female – Nữ" in gender["description"]
