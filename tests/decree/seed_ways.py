"""Changes by Word's own ways, which no paragraph's direct formatting tells: styles, themes, boxes, split runs."""

from collections.abc import Mapping
from copy import deepcopy

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from tests.decree.nd30_papers import Sheet, cut


def merge(parent: _Element, xml: str) -> None:
    """The elements put into the parent; one that is there already takes their attributes."""
    for new in parse_xml(f"<root {nsdecls('w')}>{xml}</root>"):
        old = parent.find(new.tag)
        if old is None or len(new):
            parent.append(new)
            continue
        for name, found in new.attrib.items():
            old.set(name, found)


def bare(sheet: Sheet, at: str, tags: list[str]) -> None:
    """Direct formatting of these names taken away, so that styles speak."""
    for tag in tags:
        for element in list(sheet[at]._p.iter(qn(f"w:{tag}"))):
            cut(element)


def styles(sheet: Sheet, _at: str, styles: list[str]) -> None:
    for style in styles:
        declared = style.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)
        sheet.docx.styles.element.append(parse_xml(declared))


def defaults(sheet: Sheet, _at: str, xml: str) -> None:
    """The whole file's own size, font or spacing, with Normal saying nothing of it."""
    styles = sheet.docx.styles.element
    normal = sheet.docx.styles["Normal"].element
    for new in parse_xml(f"<root {nsdecls('w')}>{xml}</root>"):
        for old in list(normal.iter(new.tag)):
            cut(old)
    holder = "w:pPrDefault/w:pPr" if "spacing" in xml else "w:rPrDefault/w:rPr"
    found = styles.find("/".join(qn(name) for name in f"w:docDefaults/{holder}".split("/")))
    merge(found, xml)


def theme(sheet: Sheet, _at: str, font: str) -> None:
    """Another body font in the theme, which Normal follows."""
    part = next(
        part for part in sheet.docx.part.package.iter_parts() if "theme" in str(part.partname)
    )
    blob = part.blob.decode("utf-8")
    start = blob.index("<a:minorFont>")
    head, tail = blob[:start], blob[start:]
    part._blob = (
        head + tail.replace('latin typeface="', f'latin typeface="{font}" x="', 1)
    ).encode()


def table_style(sheet: Sheet, _at: str, told: Mapping[str, str]) -> None:
    """A table style that formats one part of the table: its last row, its first column."""
    style = (
        f'<w:style {nsdecls("w")} w:type="table" w:styleId="SeedT"><w:name w:val="Seed T"/>'
        f'<w:tblStylePr w:type="{told["part"]}"><w:rPr>{told["rPr"]}</w:rPr></w:tblStylePr></w:style>'
    )
    sheet.docx.styles.element.append(parse_xml(style))
    properties = sheet.tables[told["table"]]._tbl.tblPr
    for tag in ("tblStyle", "tblLook"):
        cut(properties.find(qn(f"w:{tag}")))
    merge(properties, '<w:tblStyle w:val="SeedT"/><w:tblLook w:lastRow="1" w:firstColumn="1"/>')


def hidden(sheet: Sheet, at: str, words: str) -> None:
    run = sheet[at].add_run(words)
    run.font.hidden, run.font.size = True, Pt(14)


def boxed(sheet: Sheet, at: str, _value: object) -> None:
    """The paragraph stands in a text box that is anchored where it stood."""
    element = sheet[at]._p
    holder = parse_xml(
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>'
        '<v:shape style="width:200pt;height:30pt"><v:textbox><w:txbxContent/></v:textbox></v:shape>'
        "</w:pict></w:r></w:p>"
    )
    element.addprevious(holder)
    next(holder.iter(qn("w:txbxContent"))).append(element)


def split(sheet: Sheet, at: str, _value: object) -> None:
    """Every letter in a run of its own, as Word leaves after many corrections."""
    for run in list(sheet[at].runs):
        for letter in run.text:
            twin = deepcopy(run._r)
            run._r.addprevious(twin)
            next(twin.iter(qn("w:t"))).text = letter
            next(twin.iter(qn("w:t"))).set(qn("xml:space"), "preserve")
        cut(run._r)


def wrapped(sheet: Sheet, at: str, tag: str) -> None:
    """All runs within one element of the text: `w:ins`, `w:smartTag`, `w:hyperlink`, `w:sdt`."""
    outer = parse_xml(f"<w:{tag} {nsdecls('w')}/>")
    inner = outer
    if tag == "sdt":
        inner = parse_xml(f"<w:sdtContent {nsdecls('w')}/>")
        outer.append(inner)
    first = sheet[at].runs[0]._r
    first.addprevious(outer)
    for run in list(sheet[at]._p.findall(qn("w:r"))):
        inner.append(run)


def tabbed(sheet: Sheet, at: str, _value: object) -> None:
    """The table's rows as paragraphs, left and right side parted by tabs."""
    table = sheet.tables[at]
    for row in table.rows:
        left, right = ([item._p for item in cell.paragraphs] for cell in row.cells)
        for place in range(max(len(left), len(right))):
            one = left[place] if place < len(left) else _blank_paragraph()
            table._tbl.addprevious(one)
            one.append(parse_xml(f"<w:r {nsdecls('w')}><w:tab/><w:tab/></w:r>"))
            for run in right[place].findall(qn("w:r")) if place < len(right) else []:
                one.append(run)
            if place < len(right):
                _rename(sheet, right[place], one)
    cut(table._tbl)


def _blank_paragraph() -> CT_P:
    element = parse_xml(f"<w:p {nsdecls('w')}/>")
    assert isinstance(element, CT_P)
    return element


def _rename(sheet: Sheet, old: _Element, new: CT_P) -> None:
    for name, paragraph in sheet.named.items():
        if paragraph._p is old:
            sheet.named[name] = Paragraph(new, paragraph._parent)
