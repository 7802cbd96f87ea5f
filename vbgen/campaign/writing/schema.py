"""The JSON Schema of campaign.yaml, with the Vietnamese titles and notes of the model."""

from datetime import date
from decimal import Decimal
from typing import Any

from vbgen.campaign.cells.shown import labels
from vbgen.campaign.subjects import Column, Kind, Subject, subjects
from vbgen.model.field import Choice

_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.DECIMAL: {"type": "number"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MOMENT: {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$",
    },
    Kind.TRUTH: {"type": "boolean"},
    Kind.CHOICE: {},
}
_BOUNDS = {"ge": "minimum", "le": "maximum", "min_length": "minLength"}


def json_schema() -> dict[str, Any]:
    """A schema (draft 2020-12) for the YAML file once it is read by any YAML 1.2 reader that leaves days as text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dữ liệu một phong trào thi đua",
        "type": "object",
        "additionalProperties": False,
        "required": [each.field for each in subjects() if not each.is_table],
        "properties": {each.field: _subject(each) for each in subjects()},
    }


def _subject(each: Subject) -> dict[str, Any]:
    record = {
        "type": "object",
        "additionalProperties": False,
        "required": [column.field for column in each.columns if column.required],
        "properties": {column.field: _column(each, column) for column in each.columns},
    }
    if each.is_table:
        return {"title": each.title, "type": ["array", "null"], "items": record}
    return {"title": each.title, **record}


def _column(each: Subject, column: Column) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": column.title, **_TYPES[column.kind], **_bounds(each, column)}
    if column.choice:
        codes = [choice.value for choice in column.choice]
        schema["enum"] = [*codes, None] if column.optional else codes
        schema["description"] = f"{column.note} Mã và nghĩa: {_meanings(column)}.".strip()
    elif column.note:
        schema["description"] = column.note
    if column.optional and "type" in schema:
        schema["type"] = [schema["type"], "null"]
    if column.example is not None:
        schema["examples"] = [_plain(column.example)]
    if not column.required and column.default not in (None, ""):
        schema["default"] = _plain(column.default)
    return schema


def _bounds(each: Subject, column: Column) -> dict[str, Any]:
    found = each.record.model_fields[column.field].metadata
    return {
        schema: getattr(bound, name)
        for bound in found
        for name, schema in _BOUNDS.items()
        if getattr(bound, name, None) is not None
    }


def _meanings(column: Column) -> str:
    codes = [choice.value for choice in column.choice or ()]
    return "; ".join(f"{code} – {label}" for code, label in zip(codes, labels(column), strict=True))


def _plain(value: object) -> object:
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat(*(" ",) * hasattr(value, "hour")) if isinstance(value, date) else value
