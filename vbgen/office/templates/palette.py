"""A Word file with every tag, shared part and filter, to be copied from into a template."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.templates.checking import usable_names
from vbgen.office.templates.tag_rows import TagRow, rows_by_view
from vbgen.outputs import write_output
from vbgen.papers.kinds.library import Library
from vbgen.word.package.titles import document_title
from vbgen.word.source.package import Looks, built_text
from vbgen.words.filters import filters

if TYPE_CHECKING:
    from vbgen.office.office import Office

# The first line of a filter's docstring: `{{ count | two_digits }}` → 05.
_EXAMPLE = re.compile(
    r"`(\{\{.+?\}\})` → (.+?)(?:[:;,.]? (?:the|for|from|until|`)\b.*|[:;,.]? `.*|\.)$"
)


@dataclass(frozen=True)
class PaletteWritten(Answer):
    """The file, and how many tags stand in it."""

    file: Path
    tags: int

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"file": str(self.file), "tags": self.tags}


@dataclass(frozen=True)
class WritePalette(Request[PaletteWritten]):
    """Write a Word file with every tag, shared part and filter, to be copied from."""

    file: Path

    def carry_out(self, office: "Office") -> PaletteWritten:
        """Shared parts, control tags, filters, then every name, view by view."""
        library = office.workspace.library
        tables = {
            _("Phần dùng chung"): list(_fragments(library)),
            _("Điều kiện và lặp"): list(_statements()),
            _("Bộ lọc"): list(_filters()),
            **rows_by_view(usable_names(library, office.words)),
        }
        write_output(self.file, built_text(_source(tables), Looks()))
        return PaletteWritten(self.file, sum(map(len, tables.values())))


def _fragments(library: Library) -> Iterator[TagRow]:
    """Each shared part with the title that its file bears."""
    for name, path in library.fragments().items():
        yield TagRow(f'{{%p include "{name}" %}}', document_title(path.read_bytes()) or name)


def _statements() -> Iterator[TagRow]:
    yield TagRow("{%p if movement.period %}", _("Các đoạn tiếp theo chỉ in khi có dữ liệu này"))
    yield TagRow("{%p else %}", _("Các đoạn in khi không có dữ liệu đó"))
    yield TagRow("{%p endif %}", _("Hết phần có điều kiện"))
    yield TagRow("{%p for line in recipients %}", _("Lặp lại các đoạn tiếp theo cho từng mục"))
    yield TagRow("{%p endfor %}", _("Hết phần lặp lại"))
    yield TagRow(
        "{%tr for entry in awards.entries %}", _("Lặp lại hàng bảng; đặt ở một hàng riêng")
    )
    yield TagRow("{%tr endfor %}", _("Hết phần lặp lại hàng; đặt ở một hàng riêng"))
    yield TagRow("{{ loop.index }}", _("Số thứ tự trong phần lặp lại"))


def _filters() -> Iterator[TagRow]:
    """Each filter as it is written, and what it prints."""
    for act in filters().values():
        if match := _EXAMPLE.match((act.__doc__ or "").splitlines()[0]):
            yield TagRow(match[1], _("in ra: {text}", text=match[2]))


def _source(tables: dict[str, list[TagRow]]) -> str:
    """The palette in the readable form that templates are built from."""
    title = _("Thẻ để chép vào mẫu")
    hint = _("Chép thẻ ở cột trái, dán vào mẫu Word; giữ nguyên dấu ngoặc.")
    parts = "".join(_table(heading, rows) for heading, rows in tables.items())
    return (
        f'<template title="{escape(title)}"><p style="TypeName">{escape(title.upper())}</p>'
        f"<p>{escape(hint)}</p>{parts}</template>"
    )


def _table(heading: str, rows: Iterable[TagRow]) -> str:
    named = "".join(_cell(each, "TableHead") for each in (_("Thẻ"), _("Ý nghĩa")))
    head = f'<row head="yes">{named}</row>'
    lines = "".join(f"<row>{_cell(row.tag)}{_cell(row.meaning)}</row>" for row in rows)
    table = f'<table style="Grid" widths="95 70">{head}{lines}</table>'
    return f'<p style="AnnexSection">{escape(heading)}</p>{table}'


def _cell(text: str, style: str = "") -> str:
    dressed = f' style="{style}"' if style else ""
    return f"<cell{dressed}>{escape(text)}</cell>"
