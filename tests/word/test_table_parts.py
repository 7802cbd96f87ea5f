"""A table style that formats parts of a table holds where the table switches the part on."""

import pytest
from docx import Document

from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARTS = ("firstRow", "lastRow", "firstCol", "lastCol", "band1Horz", "band2Horz", "band1Vert")


def bold_cells(part: str, look: str) -> set[tuple[int, int]]:
    """Row and column of the bold cells of a table of 3 by 3 whose style makes one part bold."""
    from io import BytesIO

    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    document = Document()
    style = f'<w:style {W} w:type="table" w:styleId="T"><w:name w:val="T"/>'
    style += f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    document.styles.element.append(parse_xml(style))
    table = document.add_table(rows=3, cols=3)
    properties = table._tbl.tblPr
    for tag in ("w:tblStyle", "w:tblLook"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties.append(parse_xml(f'<w:tblStyle {W} w:val="T"/>'))
    if look:
        properties.append(parse_xml(f"<w:tblLook {W} {look}/>"))
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].add_run("chữ")
    out = BytesIO()
    document.save(out)
    read = read_document(open_package(out.getvalue()))
    return {
        (item.cell.row, item.cell.column)
        for item in read.paragraphs
        if item.cell and item.runs[0].format.bold
    }


@pytest.mark.parametrize(
    ("part", "look", "bold"),
    [
        ("firstRow", 'w:firstRow="1"', {(1, 1), (1, 2), (1, 3)}),
        ("lastRow", 'w:lastRow="1"', {(3, 1), (3, 2), (3, 3)}),
        ("firstCol", 'w:firstColumn="1"', {(1, 1), (2, 1), (3, 1)}),
        ("lastCol", 'w:lastColumn="1"', {(1, 3), (2, 3), (3, 3)}),
        ("firstRow", 'w:val="0020"', {(1, 1), (1, 2), (1, 3)}),
        ("firstRow", 'w:val="0400"', set()),
        ("band1Horz", 'w:val="0000"', {(1, 1), (1, 2), (1, 3), (3, 1), (3, 2), (3, 3)}),
        ("band2Horz", 'w:firstRow="1"', {(3, 1), (3, 2), (3, 3)}),
        ("band1Horz", 'w:noHBand="1"', set()),
        ("firstRow", 'w:val="no mask"', set()),
    ],
)
def test_a_part_is_formatted_where_it_is_switched_on(
    part: str, look: str, bold: set[tuple[int, int]]
) -> None:
    assert bold_cells(part, look) == bold


@pytest.mark.parametrize("part", PARTS)
def test_a_table_that_says_nothing_of_parts_has_none(part: str) -> None:
    assert bold_cells(part, "") == set()
