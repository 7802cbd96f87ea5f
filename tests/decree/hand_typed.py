"""Good papers typed in Word's own ways: lists that number, tabs and blanks for columns, boxes, soft breaks."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from tests.decree.nd30_papers import Sheet, cut
from tests.decree.seed_papers import built
from tests.decree.seed_ways import boxed, merge, split, tabbed, wrapped

Way = Callable[[Sheet], None]


def _lists(sheet: Sheet, name: str, count: int, form: str, kind: str) -> None:
    """Paragraphs `name 0`, `name 1` … numbered by one list of Word's, their typed numbers away."""
    number = _list_of(sheet, form, kind)
    for place in range(count):
        paragraph = sheet[f"{name} {place}"]
        _untype(paragraph)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )


def _list_of(sheet: Sheet, form: str, kind: str) -> int:
    root = sheet.docx.part.numbering_part.element
    number = 700 + len(root)
    look = "<w:rPr><w:b/></w:rPr>" if form.startswith("Điều") else ""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{form}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr>{look}</w:lvl>'
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{level}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
    )
    return number


def _untype(paragraph: Paragraph) -> None:
    first = paragraph.runs[0]
    text = first.text
    if text.startswith("Điều"):
        first.text = ""
        paragraph.runs[1].text = paragraph.runs[1].text.lstrip()
    else:
        first.text = text.split(" ", 1)[1]


def clauses_by_list(sheet: Sheet) -> None:
    _lists(sheet, "clause", 2, "%1.", "decimal")


def points_by_list(sheet: Sheet) -> None:
    _lists(sheet, "point", 4, "%1)", "lowerLetter")


def articles_by_list(sheet: Sheet) -> None:
    _lists(sheet, "article", 3, "Điều %1.", "decimal")


def items_by_bullets(sheet: Sheet) -> None:
    _lists(sheet, "item", 2, "-", "bullet")


def recipients_by_bullets(sheet: Sheet) -> None:
    _lists(sheet, "recipient", 3, "-", "bullet")
    for place in range(3):
        merge(
            sheet[f"recipient {place}"]._p.get_or_add_pPr(), '<w:ind w:left="0" w:firstLine="0"/>'
        )


def letterhead_by_tabs(sheet: Sheet) -> None:
    tabbed(sheet, "letterhead", True)


def ending_by_tabs(sheet: Sheet) -> None:
    tabbed(sheet, "ending", True)


def head_in_boxes(sheet: Sheet) -> None:
    for name in ("national", "motto", "motto line"):
        boxed(sheet, name, True)


def joined_softly(sheet: Sheet, part: str) -> None:
    """Two lines of a part as one paragraph, parted by Shift+Enter."""
    first, second = sheet[f"{part} 0"], sheet[f"{part} 1"]
    first._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:br/></w:r>"))
    for run in list(second.runs):
        first._p.append(run._r)
    cut(second._p)


def soft_breaks_in_the_issuer(sheet: Sheet) -> None:
    joined_softly(sheet, "issuer")


def soft_breaks_in_the_power(sheet: Sheet) -> None:
    joined_softly(sheet, "power")


def every_letter_apart(sheet: Sheet) -> None:
    for name in ("number", "date", "subject 0", "text 0", "recipient 0", "power 0"):
        split(sheet, name, True)


def controls_and_tags(sheet: Sheet) -> None:
    wrapped(sheet, "number", "sdt")
    wrapped(sheet, "text 0", "hyperlink")
    wrapped(sheet, "date", "smartTag")


def smart_quotes_and_hard_blanks(sheet: Sheet) -> None:
    run = sheet["text 0"].runs[0]
    run.text = run.text.replace("Kế hoạch", "“Kế hoạch xanh”", 1).replace("ngày ", "ngày\u00a0", 1)


def sections_within(sheet: Sheet) -> None:
    """A continuous section break in the middle of the text, the header of the next as before."""
    properties = deepcopy(sheet.docx.sections[0]._sectPr)
    merge(properties, '<w:type w:val="continuous"/>')
    sheet["clause 0"]._p.get_or_add_pPr().append(properties)
    merge(sheet.docx.sections[-1]._sectPr, '<w:type w:val="continuous"/>')


def marks_of_word(sheet: Sheet) -> None:
    """Bookmarks, proofing marks and pages as Word last laid them out, all through the text."""
    for name in ("text 0", "clause 0", "number", "signer 0"):
        element = sheet[name]._p
        for xml in (
            '<w:bookmarkStart{} w:id="9" w:name="_GoBack"/>',
            '<w:proofErr{} w:type="spellStart"/>',
            "<w:r{}><w:lastRenderedPageBreak/></w:r>",
        ):
            element.insert(1, parse_xml(xml.format(f" {nsdecls('w')}")))


def letterhead_by_blanks(sheet: Sheet) -> None:
    """As with tabs, each tab typed as a row of blanks."""
    tabbed(sheet, "letterhead", True)
    for tab in list(sheet.docx.element.body.iter(qn("w:tab"))):
        if tab.getparent().tag == qn("w:r"):
            blanks = parse_xml(f'<w:t {nsdecls("w")} xml:space="preserve">{" " * 12}</w:t>')
            tab.getparent().replace(tab, blanks)


def looks_by_styles(sheet: Sheet) -> None:
    """Headings by Word's own Heading styles, set upright and black."""
    style = (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="Typed1"><w:name w:val="heading 9"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    sheet.docx.styles.element.append(parse_xml(style))
    for place in range(3):
        properties = sheet[f"heading {place}"]._p.get_or_add_pPr()
        properties.insert(0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="Typed1"/>'))
        for bold in list(sheet[f"heading {place}"]._p.iter(qn("w:b"))):
            cut(bold)


def day_in_a_field(sheet: Sheet) -> None:
    """The day as Word's own field, with what it last showed."""
    run = sheet["date"].runs[0]._r
    for xml in (
        '<w:fldChar{} w:fldCharType="begin"/>',
        '<w:instrText{}> DATE \\@ "dd" </w:instrText>',
        '<w:fldChar{} w:fldCharType="separate"/>',
    ):
        run.addprevious(parse_xml(f"<w:r {nsdecls('w')}>{xml.format('')}</w:r>"))
    run.addnext(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))


def points_below_clauses_in_one_list(sheet: Sheet) -> None:
    """Clauses and points as two levels of one list."""
    number = _list_of(sheet, "%1.", "decimal")
    level = sheet.docx.part.numbering_part.element.find(qn("w:abstractNum"))
    level.append(
        parse_xml(
            f'<w:lvl {nsdecls("w")} w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
            '<w:suff w:val="space"/><w:lvlText w:val="%2)"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
        )
    )
    names = [(f"clause {place}", 0) for place in range(2)] + [
        (f"point {place}", 1) for place in range(4)
    ]
    for name, depth in names:
        _untype(sheet[name])
        sheet[name]._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )


WAYS: Final[Mapping[str, tuple[str, Way]]] = {
    "clauses by a list": ("commune-plan", clauses_by_list),
    "points by a list": ("department-letter", points_by_list),
    "articles by a list": ("department-decision", articles_by_list),
    "items by bullets": ("commune-plan", items_by_bullets),
    "recipients by bullets": ("department-decision", recipients_by_bullets),
    "letterhead by tabs": ("ministry-notice", letterhead_by_tabs),
    "ending by tabs": ("department-decision", ending_by_tabs),
    "head in boxes": ("commune-plan", head_in_boxes),
    "soft breaks in the issuer": ("school-report", soft_breaks_in_the_issuer),
    "soft breaks in the power": ("hospital-proposal", soft_breaks_in_the_power),
    "every letter apart": ("union-notice", every_letter_apart),
    "controls and smart tags": ("office-guidance", controls_and_tags),
    "letterhead by blanks": ("ministry-notice", letterhead_by_blanks),
    "headings by styles": ("commune-plan", looks_by_styles),
    "the day in a field": ("school-report", day_in_a_field),
    "one list of two levels": ("department-letter", points_below_clauses_in_one_list),
    "smart quotes and hard blanks": ("department-letter", smart_quotes_and_hard_blanks),
    "sections within": ("commune-plan", sections_within),
    "bookmarks and marks": ("council-notice", marks_of_word),
}


def typed(name: str) -> Sheet:
    """The good paper of that way."""
    paper, way = WAYS[name]
    sheet = built(paper)
    way(sheet)
    return sheet
