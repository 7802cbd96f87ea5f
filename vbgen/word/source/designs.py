"""Designs of certificates as templates: one layout, and for each design its paper, zones, type and ornament."""

import tomllib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from string import Template as Layout
from typing import Any

from vbgen.model.design import LINE_PITCH, NOTE_SHRINK, CertificateDesign
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import PageSize
from vbgen.word.source.border import Backdrop, backdrop, flags
from vbgen.word.source.package import Looks, built_text
from vbgen.word.source.styles import certificate_styles
from vbgen.words.fonts.display import DISPLAY_FONTS
from vbgen.words.widths import MM_PER_PT, text_width_mm

LAYOUT = "layout.xml"
_CLOSED_UP = """      <if test="not (stock.emblem or emblem)">
        <row height="{}"><cell span="2"><p style="Spacer"></p></cell></row>
      </if>
"""
_CAPTION = "Quyết định số:"
_TAB_AIR_MM = 0.3  # a caption that reached its tab would jump over it


def build_design(declaration: Path) -> bytes:
    """The .docx of the design that the file at `declaration` declares, laid out by `layout.xml` beside it."""
    design = CertificateDesign.model_validate(tomllib.loads(declaration.read_text("utf-8")))
    layout = Layout(declaration.with_name(LAYOUT).read_text("utf-8"))
    others = {name: DISPLAY_FONTS[name].instead for name in _fonts(design)}
    own = dict(_styles(design))
    styles = {key: {**entry, **own.get(key, {})} for key, entry in certificate_styles().items()}
    looks = Looks(styles, _backdrop(design), others)
    return built_text(layout.substitute(_measures(design)), looks)


def _fonts(design: CertificateDesign) -> list[str]:
    return [name for name in (design.title_font, design.name_font) if name]


def _measures(design: CertificateDesign) -> dict[str, str]:
    zones = design.zones
    top, right, bottom, left = design.margins
    return {
        "title": design.title,
        "paper": "{} {}".format(*design.paper),
        "margins": f"{top} {right} {bottom} {left}",
        "widths": f"{zones.left} {zones.width - zones.left}",
        "emblem": str(zones.emblem),
        "crowned": str(zones.head - zones.emblem),
        "head": str(zones.head - zones.closed_up),
        "closed_up": _CLOSED_UP.format(zones.closed_up) if zones.closed_up else "",
        "body": str(zones.body),
        "foot": str(zones.foot),
        "flags_by_emblem": _flags(design, by_emblem=True),
        "flags_by_nation": _flags(design, by_emblem=False),
    }


def _flags(design: CertificateDesign, *, by_emblem: bool) -> str:
    """What stands beside the emblem of those honours that have flags, as the text of a `raw` element."""
    return (
        escape(flags(PageSize(*design.paper), design.margins[0], by_emblem=by_emblem), quote=False)
        if design.flags
        else ""
    )


def _backdrop(design: CertificateDesign) -> Backdrop:
    inks = Inks(design.inks.main, design.inks.second, design.inks.pale)
    return backdrop(PageSize(*design.paper), design.border, inks)


def _styles(design: CertificateDesign) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What each style of a certificate becomes in this design."""
    sizes = design.sizes
    name = {"color": design.name_colour, **_in_font(design.name_font)}
    title = {"color": design.red, **_in_font(design.title_font)}
    yield "CertificateNation", {"size": sizes.nation}
    yield "CertificateMotto", {"size": sizes.motto}
    yield "CertificateAuthority", {"size": sizes.authority, "color": design.red}
    yield "CertificateGiven", {"size": sizes.given}
    yield "CertificateTitle", {**title, **_pitched(sizes.title)}
    yield "CertificateTitleLong", {**title, **_pitched(design.long_title)}
    yield "CertificateCaption", {"size": sizes.caption}
    yield "CertificateName", {**name, **_pitched(sizes.name)}
    yield "CertificateNameLong", {**name, **_pitched(design.long_name)}
    yield "CertificateNameSmall", {**name, **_pitched(design.small_name)}
    yield "CertificateText", {"size": sizes.text}
    yield "CertificateNote", _noted(sizes.note)
    yield "CertificateNoteLong", _noted(sizes.note * NOTE_SHRINK)
    yield "CertificatePlaceDate", {"size": sizes.sign}
    yield "CertificateSigner", {"size": sizes.sign}
    yield "CertificateSignatureSpace", {"exact_height": design.zones.signature}


def _noted(size: float) -> dict[str, Any]:
    """The values stand behind the longer caption, where stock carries it too."""
    wide = text_width_mm(_CAPTION, size_pt=size, bold=True, italic=True)
    return {"size": size, "tabs": [round(wide + _TAB_AIR_MM, 1)]}


def _in_font(font: str) -> dict[str, Any]:
    return {"font": font, "bold": DISPLAY_FONTS[font].has_bold} if font else {}


def _pitched(size: float) -> dict[str, float]:
    return {"size": size, "exact_height": size * LINE_PITCH * MM_PER_PT}
