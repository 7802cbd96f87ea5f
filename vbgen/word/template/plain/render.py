"""Điền dữ liệu vào mẫu bằng docxtpl: `python render.py`. Mỗi tệp data*.json thành một tệp Word cùng tên."""

import json
import sys
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from jinja2 import Environment, StrictUndefined


def render(folder: Path, data: Path) -> DocxTemplate:
    """The template filled in with a file of data; a name that the data lack is an error."""
    template: Any = DocxTemplate(folder / "template.docx")
    template.init_docx()

    def value(plain: dict[str, Any]) -> object:
        """A value that is more than text, made with docxtpl's own classes."""
        made = next((make for mark, make in makers.items() if mark in plain), None)
        return made(plain) if made else plain

    def rich(plain: dict[str, Any]) -> RichText:
        shown = RichText()
        for run in plain["$rich"]:
            shown.add(**run)
        return shown

    def drawn(plain: dict[str, Any]) -> RichText:
        shown = RichText()
        shown.xml = plain["$xml"]
        if "$picture" in plain:  # an EMF, which python-docx does not place by itself
            shown.xml = shown.xml.replace("vbgen-picture", related(plain["$picture"]))
        for number, address in enumerate(plain.get("$links", ())):
            link = template.build_url_id(address)
            shown.xml = shown.xml.replace(f'"vb-link:{number}"', f'"{link}"')
        return shown

    def related(picture: str) -> str:
        main = template.docx.part
        name, content = (
            PackURI(f"/word/media/{Path(picture).name}"),
            (folder / picture).read_bytes(),
        )
        part = Part(name, "image/x-emf", content, main.package)
        return str(main.relate_to(part, RELATIONSHIP_TYPE.IMAGE))

    def picture(plain: dict[str, Any]) -> InlineImage:
        file = str(folder / plain["$picture"])
        return InlineImage(template, file, plain["width"], plain["height"])

    makers = {
        "$rich": rich,
        "$xml": drawn,
        "$picture": picture,
        "$listing": lambda plain: Listing(plain["$listing"]),
    }
    context = json.loads(data.read_text("utf-8"), object_hook=value)
    words = Environment(undefined=StrictUndefined, autoescape=True)
    template.render(context, words, autoescape=True)
    return template


if __name__ == "__main__":
    here = Path(__file__).parent
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(here.glob("data*.json")):
        render(here, path).save(path.with_suffix(".docx"))
        sys.stdout.write(f"{path.with_suffix('.docx').name}\n")
