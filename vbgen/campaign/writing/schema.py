"""The JSON Schema of campaign.yaml, with the Vietnamese titles and notes of the model and the office's own words."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from vbgen.campaign.topics import Column, ColumnKind, Topic, worded
from vbgen.model.campaign import Campaign
from vbgen.model.field import Choice
from vbgen.model.vocabulary import Vocabulary

_TYPES: dict[ColumnKind, dict[str, Any]] = {
    ColumnKind.TEXT: {"type": "string"},
    ColumnKind.INTEGER: {"type": "integer"},
    ColumnKind.DECIMAL: {"type": "number"},
    ColumnKind.DATE: {"type": "string", "format": "date"},
    ColumnKind.MOMENT: {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$",
    },
    ColumnKind.TRUTH: {"type": "boolean"},
    ColumnKind.CHOICE: {},
}
_BOUNDS = {"ge": "minimum", "le": "maximum", "min_length": "minLength"}


def json_schema(words: Vocabulary) -> dict[str, Any]:
    """A schema (draft 2020-12) for the YAML file once it is read by any YAML 1.2 reader that leaves days as text."""
    known = worded(words)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dữ liệu một phong trào thi đua",
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, info in Campaign.model_fields.items() if info.is_required()],
        "properties": {each.field: _topic(each) for each in known},
    }


def _topic(each: Topic) -> dict[str, Any]:
    record = {
        "type": "object",
        "additionalProperties": False,
        "required": [column.field for column in each.columns if column.required],
        "properties": {column.field: _column(each, column) for column in each.columns},
    }
    told = {"title": each.title, "description": each.purpose}
    if each.is_table:
        return {**told, "type": ["array", "null"], "items": record}
    return {**told, **record}


def _column(each: Topic, column: Column) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "title": column.title,
        **_type(column),
        **_bounds(each, column),
        **_offered(column),
    }
    description = f"{column.note} {_meanings(column)}".strip()
    if description:
        schema["description"] = description
    examples = [_plain(example) for example in column.examples if example not in {None, ""}]
    if examples:
        schema["examples"] = examples
    if not column.required and column.default not in {None, ""}:
        schema["default"] = _plain(column.default)
    return schema


def _type(column: Column) -> dict[str, Any]:
    found = dict(_TYPES[column.kind])
    if column.optional and "type" in found:
        found["type"] = [found["type"], "null"]
    return found


def _offered(column: Column) -> dict[str, Any]:
    """The codes of a closed list; those of an open one beside any other text."""
    if column.choice:
        codes = [choice.value for choice in column.choice]
        return {"enum": [*codes, None] if column.optional else codes}
    if column.words.words:
        codes = [word.code for word in column.words.words]
        return {"anyOf": [{"enum": codes}, {"type": "string"}]}
    return {}


def _bounds(each: Topic, column: Column) -> dict[str, Any]:
    found = each.record.model_fields[column.field].metadata
    return dict(pair for bound in found for pair in _bound(bound))


def _bound(bound: object) -> Iterator[tuple[str, object]]:
    for name, schema in _BOUNDS.items():
        if (limit := getattr(bound, name, None)) is not None:
            yield schema, limit


def _meanings(column: Column) -> str:
    """What each code means, where it does not say so itself."""
    pairs = [(word.code, word.title) for word in column.words.words]
    if column.choice:
        pairs = [(str(choice.value), choice.label) for choice in column.choice]
    told = "; ".join(f"{code} – {title}" for code, title in pairs if code != title)
    return f"Mã và nghĩa: {told}." if told else ""


def _plain(value: object) -> object:
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value
