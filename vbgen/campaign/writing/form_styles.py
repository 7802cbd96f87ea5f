"""How the Excel form looks: fonts, colours, widths."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from vbgen.campaign.cells.shown import labels
from vbgen.campaign.topics import Column, ColumnKind
from vbgen.model.field import SheetGroup

FACE = "Times New Roman"
NAVY, SLATE, GREY, PALE, LINE = "1F3864", "5F7A9E", "7F7F7F", "EEF3FA", "C9D3E0"

BODY = Font(name=FACE, size=12)
BOLD = Font(name=FACE, size=12, bold=True)
HEADING = Font(name=FACE, size=12, bold=True, color="FFFFFF")
EXAMPLE = Font(name=FACE, size=12, italic=True, color=GREY)
TITLE = Font(name=FACE, size=18, bold=True, color=NAVY)
SECTION = Font(name=FACE, size=13, bold=True, color=NAVY)
LINK = Font(name=FACE, size=12, color="0B5394", underline="single")

REQUIRED_FILL = PatternFill("solid", start_color=NAVY)
OPTIONAL_FILL = PatternFill("solid", start_color=SLATE)
EXAMPLE_FILL = PatternFill("solid", start_color="F5F5F5")
PALE_FILL = PatternFill("solid", start_color=PALE)

_HAIR = Side(style="thin", color=LINE)
GRID = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
TOP = Alignment(vertical="top", wrap_text=True)
CENTRE = Alignment(vertical="top", horizontal="center", wrap_text=True)
LEFT = Alignment(vertical="top", horizontal="left", wrap_text=True)
HEADING_AT = Alignment(vertical="center", horizontal="center", wrap_text=True)
MIDDLE = Alignment(vertical="center", wrap_text=True)

TABS = {
    SheetGroup.OFFICE: NAVY,
    SheetGroup.MOVEMENT: "2E7D32",
    SheetGroup.PEOPLE: "B45F06",
    SheetGroup.COUNCIL: "6A1B9A",
    SheetGroup.AWARDS: "A61C00",
    SheetGroup.PAPERS: "595959",
}

_WIDTHS = {
    ColumnKind.TEXT: 22,
    ColumnKind.INTEGER: 11,
    ColumnKind.DECIMAL: 16,
    ColumnKind.DATE: 13,
    ColumnKind.MOMENT: 19,
    ColumnKind.TRUTH: 12,
}
_WIDEST_CHOICE = 34


def width(column: Column) -> float:
    """Width of a column in letters, wide enough for its heading broken into two lines."""
    longest_word = max(len(word) for word in column.title.split())
    return max(_own_width(column), longest_word + 4, len(column.title) / 2 + 3)


def _own_width(column: Column) -> float:
    if column.form.width is not None:
        return column.form.width
    if column.choice:
        return min(max(len(label) for label in labels(column)) + 4, _WIDEST_CHOICE)
    return _WIDTHS[column.kind]


def alignment(column: Column) -> Alignment:
    """Where a value stands in its cell: short codes and figures in the middle, words on the left."""
    is_short = column.kind in {
        ColumnKind.INTEGER,
        ColumnKind.DATE,
        ColumnKind.MOMENT,
        ColumnKind.TRUTH,
    }
    return CENTRE if is_short else TOP
