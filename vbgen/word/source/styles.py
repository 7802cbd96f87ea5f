"""The styles part of a template, made from `styles.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from vbgen.word.source.ooxml import DECLARATION, NAMESPACES, tag, twips

FONT = "Times New Roman"
NO_CHANGES: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


@cache
def styles() -> Mapping[str, Mapping[str, Any]]:
    """Style id → its settings, as `styles.toml` writes them."""
    return _settings_of("styles.toml")


@cache
def certificate_styles() -> Mapping[str, Mapping[str, Any]]:
    """The styles that designs of certificates have beside those, or instead of them."""
    return _settings_of("certificate-styles.toml")


@cache
def party_styles() -> Mapping[str, Mapping[str, Any]]:
    """What the Party's papers set otherwise, style by style."""
    return _settings_of("party-styles.toml")


def _settings_of(name: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files("vbgen.word.source").joinpath(name).read_text("utf-8"))


def styles_part(changes: Mapping[str, Mapping[str, Any]] = NO_CHANGES) -> str:
    """`word/styles.xml`: Times New Roman in all four slots, language vi-VN, no theme, the named styles.

    `changes` are styles of a template's own; they go before the house's of the same name.
    """
    named = {**styles(), **changes}.items()
    body = _defaults() + _normal() + "".join(style_part(*each) for each in named) + _tables()
    return f"{DECLARATION}<w:styles {NAMESPACES}>{body}</w:styles>"


def fonts(name: str = FONT) -> str:
    """The same font for every script, so that no letter falls back to another."""
    return tag("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _defaults() -> str:
    character = (
        fonts()
        + tag("sz", val=28)
        + tag("szCs", val=28)
        + tag("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    )
    spacing = tag("spacing", before=0, after=0, line=240, lineRule="auto")
    return tag(
        "docDefaults",
        tag("rPrDefault", tag("rPr", character)) + tag("pPrDefault", tag("pPr", spacing)),
    )


def _normal() -> str:
    return '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'


def style_part(key: str, entry: Mapping[str, Any]) -> str:
    """One style as it stands in `word/styles.xml`."""
    parts = tag("name", val=entry["name"]) + tag("basedOn", val="Normal") + "<w:qFormat/>"
    parts += tag("pPr", "".join(_paragraph_properties(entry))) + tag(
        "rPr", "".join(_run_properties(entry))
    )
    return f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}">{parts}</w:style>'


def _paragraph_properties(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("keep_next"):
        yield "<w:keepNext/>"
    if "tabs" in entry:
        yield tag(
            "tabs", "".join(tag("tab", val="left", pos=twips(place)) for place in entry["tabs"])
        )
    yield tag(
        "spacing",
        before=round(entry.get("before", 0) * 20),
        after=round(entry.get("after", 0) * 20),
        **_line(entry),
    )
    if {"indent", "first_line", "hanging"} & entry.keys():
        yield tag("ind", **_indents(entry))
    yield tag("jc", val=entry["align"])


def _line(entry: Mapping[str, Any]) -> dict[str, int | str]:
    """How high its lines are: a height in mm or pt that nothing changes, else a multiple of a line."""
    if "exact_height" in entry:
        return {"line": twips(entry["exact_height"]), "lineRule": "exact"}
    if "exact_line" in entry:
        return {"line": round(entry["exact_line"] * 20), "lineRule": "exact"}
    return {"line": round(entry.get("line", 1) * 240), "lineRule": "auto"}


def _indents(entry: Mapping[str, Any]) -> dict[str, int]:
    names = {"indent": "left", "hanging": "hanging", "first_line": "firstLine"}
    return {word: twips(entry[key]) for key, word in names.items() if key in entry}


def _run_properties(entry: Mapping[str, Any]) -> Iterator[str]:
    if "font" in entry:
        yield fonts(entry["font"])
    if entry.get("bold"):
        yield "<w:b/><w:bCs/>"
    if entry.get("italic"):
        yield "<w:i/><w:iCs/>"
    if entry.get("caps"):
        yield "<w:caps/>"
    if "color" in entry:
        yield tag("color", val=entry["color"])
    yield tag("sz", val=round(entry["size"] * 2)) + tag("szCs", val=round(entry["size"] * 2))
    if entry.get("underline"):
        yield tag("u", val="single")
    if entry.get("box"):  # around the letters, so that it is as wide as they are
        yield tag("bdr", val="single", sz=6, space=0, color=entry.get("color", "000000"))


def _tables() -> str:
    return _table_style("Plain", "Bảng không viền", "") + _table_style(
        "Grid", "Bảng có viền", _borders()
    )


def _table_style(key: str, name: str, borders: str) -> str:
    properties = tag("tblPr", borders and tag("tblBorders", borders))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}">'
        f"{tag('name', val=name)}{properties if borders else ''}</w:style>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(tag(side, val="single", sz=4, space=0, color="000000") for side in sides)
