"""Run properties from docxtpl's names for them, in the order of the schema."""

from vbgen.word.package.characters import escaped

_UNDERLINES = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")


def run_properties(  # noqa: PLR0913 - the names that docxtpl's users know
    *,
    style: str | None = None,
    color: str | None = None,
    highlight: str | None = None,
    size: int | None = None,
    subscript: bool | None = None,
    superscript: bool | None = None,
    bold: bool = False,
    italic: bool = False,
    underline: bool | str = False,
    strike: bool = False,
    font: str | None = None,
    rtl: bool = False,
    lang: str | None = None,
) -> str:
    """The `w:rPr` for a format; nothing for plain text. `size` is in half points, colours in hexadecimal."""
    parts = (
        _with_value("rStyle", style),
        _fonts(font),
        _mark("<w:b/><w:bCs/>" if rtl else "<w:b/>", when=bold),
        _mark("<w:i/><w:iCs/>" if rtl else "<w:i/>", when=italic),
        _mark("<w:strike/>", when=strike),
        _with_value("color", color and color.removeprefix("#")),
        _with_value("sz", size) + _with_value("szCs", size),
        _with_value("u", underline if underline in _UNDERLINES else underline and "single"),
        _shade(highlight),
        _vertical(subscript=bool(subscript), superscript=bool(superscript)),
        _mark('<w:rtl w:val="true"/>', when=rtl),
        _with_value("lang", lang),
    )
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _mark(element: str, *, when: bool) -> str:
    return element if when else ""


def _vertical(*, subscript: bool, superscript: bool) -> str:
    if superscript:
        return _with_value("vertAlign", "superscript")
    return _with_value("vertAlign", "subscript" if subscript else "")


def _with_value(name: str, value: object) -> str:
    return f'<w:{name} w:val="{escaped(str(value))}"/>' if value else ""


def _shade(colour: str | None) -> str:
    fill = escaped((colour or "").removeprefix("#"))
    return f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""


def _fonts(font: str | None) -> str:
    """`Tinos`, or `eastAsia:SimSun` for a font of one script as well."""
    if not font:
        return ""
    script, _colon, name = font.rpartition(":")
    face = escaped(name)
    extra = (
        f' w:{escaped(script)}="{face}"' if script in ("eastAsia", "ascii", "hAnsi", "cs") else ""
    )
    names = "".join(f' w:{key}="{face}"' for key in ("ascii", "hAnsi", "cs") if key != script)
    return f"<w:rFonts{names}{extra}/>"
