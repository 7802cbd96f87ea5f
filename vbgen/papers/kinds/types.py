"""The types of paper of Nghị định 30/2020/NĐ-CP, Điều 7, as kinds: a table and a few frames, `_frames` of templates."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from vbgen.files import toml_bytes, toml_tables
from vbgen.papers.kinds.kind import Kind, kind_of
from vbgen.papers.kinds.places import FRAMES

_TABLE = "types.toml"


def declared_types(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """Id → declaration of each type that a folder of templates declares; none without the table."""
    path = folder / FRAMES / _TABLE
    return _tables(path, toml_bytes(path)) if path.is_file() else {}


@lru_cache(maxsize=8)
def _tables(path: Path, content: bytes) -> Mapping[str, Mapping[str, Any]]:
    return toml_tables(content, path)


def type_of(folder: Path, name: str) -> Kind | None:
    """The type `name` that a folder of templates declares, if it does; TemplateError with every fault of it."""
    path = folder / FRAMES / _TABLE
    return _declared(path, toml_bytes(path), name) if path.is_file() else None


@lru_cache(maxsize=256)
def _declared(path: Path, content: bytes, name: str) -> Kind | None:
    declared = _tables(path, content).get(name)
    if declared is None:
        return None
    return kind_of(path, {**declared, "id": name, "folder": path.parent})
