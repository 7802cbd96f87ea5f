"""A campaign as YAML: only what differs from the defaults, decimals as they are, long texts folded nowhere."""

from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from vbgen.campaign.topics import Column, Topic, topics
from vbgen.model.campaign import Campaign
from vbgen.model.field import Choice, Record
from vbgen.outputs import DATA, write_output

_WIDTH = 110


def write_yaml(campaign: Campaign, path: Path) -> None:
    """Write the campaign to a YAML file; the same campaign gives the same bytes. Raises OutputError."""
    write_output(path, yaml_text(campaign).encode(), sort=DATA)


def yaml_text(campaign: Campaign) -> str:
    """The campaign as YAML text, each key with its Vietnamese title before it."""
    root = CommentedMap()
    for each in topics():
        value = getattr(campaign, each.field)
        if value:
            root[each.field] = _table(each, value) if each.is_table else _record(each, value)
            root.yaml_set_comment_before_after_key(each.field, before=f"\n{each.title}")
    stream = StringIO()
    _writer().dump(root, stream)
    return stream.getvalue()


def _writer() -> YAML:
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Representer = _Representer
    return yaml


class _Plain(str):
    """A text that stands in YAML as it is, without quotes: a number, a day."""

    __slots__ = ()


class _Representer(RoundTripRepresenter):
    """Ruamel's own, with plain scalars for exact numbers and days."""


def _represent_plain(_representer: _Representer, text: _Plain) -> ScalarNode:
    kind = "timestamp" if "-" in text[1:] or ":" in text else "float" if "." in text else "int"
    return ScalarNode(f"tag:yaml.org,2002:{kind}", str(text))


_Representer.add_representer(_Plain, _represent_plain)


def _table(each: Topic, records: tuple[Record, ...]) -> CommentedSeq:
    return CommentedSeq(_record(each, record) for record in records)


def _record(each: Topic, record: Record) -> CommentedMap:
    written = CommentedMap()
    for column in each.columns:
        value = getattr(record, column.field)
        if column.required or value != column.default or str(value) != str(column.default):
            written[column.field] = _scalar(column, value)
    return written


def _scalar(_column: Column, value: object) -> Any:  # noqa: ANN401 - what ruamel writes
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Decimal):
        return _Plain(f"{value:f}")
    if isinstance(value, datetime):
        return _Plain(value.isoformat(" "))
    return _Plain(value.isoformat() if isinstance(value, date) else str(value))


def _text(value: str) -> str:
    if "\n" not in value:
        return value
    can_be_block = not any(
        line != line.rstrip() or line[:1].isspace() for line in value.split("\n")
    )
    shaped: str = LiteralScalarString(value) if can_be_block else DoubleQuotedScalarString(value)
    return shaped
