"""SVG files of strangers: drawn as they look, once; nothing of them is run, fetched or kept in a paper."""

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from vbgen.word.drawing.images import read_image
from vbgen.word.drawing.svg import RefusedSvgError, begins_as_svg, drawn_svg

LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" {LINK} width="10" height="10">'
RED = '<rect width="10" height="10" fill="#c8102e"/>'
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
USES = "".join(
    f'<g id="u{number + 1}">{f"""<use href="#u{number}"/>""" * 10}</g>' for number in range(9)
)


def of(*parts: str) -> bytes:
    return f"{HEAD}{''.join(parts)}</svg>".encode()


def colours(svg: bytes) -> set[tuple[int, ...]]:
    raw = Image.open(BytesIO(drawn_svg(svg, 2.0))).convert("RGBA").tobytes()
    return {tuple(raw[at : at + 4]) for at in range(0, len(raw), 4)}


RED_ALONE = {(200, 16, 46, 255)}


@pytest.mark.parametrize(
    "svg",
    [
        of(RED),
        of(RED).decode().encode("utf-16"),
        f'<?xml version="1.0" encoding="windows-1258"?>{of(RED).decode()}'.encode("cp1258"),
        b"\xef\xbb\xbf <!-- href='x' -->\n" + of(RED),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd" '
        b'[<!ENTITY red "#c8102e">]>' + of(RED.replace("#c8102e", "&red;")),
        of("<script>alert(1)</script>", RED.replace("<rect", '<rect onclick="alert(1)"')),
        of(f'<a href="https://vidu.vn">{RED}</a>'),
        of(f"<switch><foreignObject/><g>{RED}</g></switch>", RED),
        of(RED)
        .replace(b"<svg ", b"<s:svg xmlns:s='http://www.w3.org/2000/svg' ")
        .replace(b"</svg", b"</s:svg"),
    ],
    ids=["utf-8", "utf-16", "charset", "comment", "entity", "script", "link", "switch", "prefix"],
)
def test_what_drawing_programs_write_is_drawn(svg: bytes) -> None:
    assert begins_as_svg(svg)
    assert colours(svg) == RED_ALONE


def test_it_is_as_large_as_asked_for_and_else_as_it_says_itself() -> None:
    for picture, millimetres in (
        (drawn_svg(of(RED), None, 16.5), 16.5),
        (drawn_svg(of(RED)), 2.646),
    ):
        image = read_image(picture)
        assert image is not None
        assert image.extension == "png"
        assert image.width / 36_000 == pytest.approx(millimetres, abs=0.05)
    assert Image.open(BytesIO(drawn_svg(of(RED), 25.4))).size == (600, 600)


@pytest.mark.parametrize(
    ("svg", "named"),
    [
        (
            of('<image xlink:href="file:///etc/hosts" width="9" height="9"/>', RED),
            "file:///etc/hosts",
        ),
        (of('<image href="hinh/sao.png" width="9" height="9"/>', RED), "hinh/sao.png"),
        (of('<use href="khac.svg#sao"/>', RED), "khac.svg#sao"),
        (of('<rect width="9" height="9" fill="url(http://vidu.vn/a#b)"/>'), "http://vidu.vn/a#b"),
        (of('<style>@import url("http://vidu.vn/a.css");</style>', RED), "http://vidu.vn/a.css"),
        (b'<?xml-stylesheet href="mau.css"?>' + of(RED), "mau.css"),
    ],
)
def test_what_it_would_fetch_is_named_and_never_fetched(svg: bytes, named: str) -> None:
    with pytest.raises(RefusedSvgError) as refused:
        drawn_svg(svg)
    assert named in refused.value.message
    assert "PNG" in refused.value.hint


def test_a_picture_within_it_that_is_one_itself_fetches_nothing_either(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9), (0, 0, 255)).save(tmp_path / "blue.png")
    inner = of(f'<image href="{tmp_path}/blue.png" width="10" height="10"/>')
    address = f"data:image/svg+xml;base64,{base64.b64encode(inner).decode()}"
    assert colours(of(RED, f'<image href="{address}" width="10" height="10"/>')) == RED_ALONE


@pytest.mark.parametrize(
    "svg",
    [
        of(),
        of(RED)[:-9],
        b"<html><svg></svg></html>",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hosts">]>' + of(RED, "<text>&x;</text>"),
        LAUGHS.encode() + of(RED, "<text>&i;</text>"),
        of(f'<defs><g id="u0">{RED}</g>{USES}</defs><use href="#u9"/>'),
        of(RED, "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>"),
        of(RED).replace(b'height="10"', b'height="1000000000000"', 1),
        of(RED) + b" " * 9_000_000,
    ],
    ids=["empty", "cut", "page", "outside", "laughs", "uses", "foreign", "endless", "large"],
)
def test_what_cannot_be_drawn_or_would_harm_is_refused(svg: bytes) -> None:
    with pytest.raises(RefusedSvgError):
        drawn_svg(svg, 20.0)


def test_what_is_no_svg_file_is_not_taken_for_one() -> None:
    for data in (b"\x89PNG\r\n\x1a\n<svg>", b"<html></html>", b"<svgx/>", b"", b"svg"):
        assert not begins_as_svg(data)
