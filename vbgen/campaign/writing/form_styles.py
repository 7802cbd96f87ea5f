"""How the Excel form looks: fonts, colours, widths."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from vbgen.campaign.cells.shown import labels
from vbgen.campaign.subjects import Column, Kind
from vbgen.campaign.writing.cell_out import is_prose

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
    "agency": "1F3864", "units": "1F3864", "signers": "1F3864",
    "movement": "2E7D32", "launch": "2E7D32", "contents": "2E7D32", "indicators": "2E7D32",
    "indicator_results": "2E7D32", "quotas": "2E7D32", "quota_results": "2E7D32", "phases": "2E7D32",
    "report_paragraphs": "2E7D32",
    "nominees": "B45F06", "initiatives": "B45F06", "past_awards": "B45F06", "nominations": "B45F06",
    "council": "6A1B9A", "meetings": "6A1B9A", "attendance": "6A1B9A", "votes": "6A1B9A",
    "awards": "A61C00",
    "papers": "595959", "legal_grounds": "595959", "addressees": "595959", "recipients": "595959",
}  # fmt: skip

_WIDTHS = {Kind.INTEGER: 11, Kind.DECIMAL: 16, Kind.DATE: 13, Kind.MOMENT: 19, Kind.TRUTH: 12}
_WIDEST_CHOICE = 34
_CODES = ("id", "unit", "nominee", "member", "indicator", "quota", "signer", "chair", "secretary")
_NAMES = ("name", "full_name", "award", "position")
_TEXT_WIDTHS: dict[str, float] = {
    **dict.fromkeys(_CODES, 16), **dict.fromkeys(_NAMES, 34), "text": 100, "kind": 46, "note": 40, "discipline": 30,
}  # fmt: skip


def width(column: Column) -> float:
    """Width of a column in letters, wide enough for its heading broken into two lines."""
    longest_word = max(len(word) for word in column.title.split())
    return max(_own_width(column), longest_word + 4, len(column.title) / 2 + 3)


def _own_width(column: Column) -> float:
    if column.choice:
        return min(max(len(label) for label in labels(column)) + 4, _WIDEST_CHOICE)
    if column.kind is not Kind.TEXT:
        return _WIDTHS[column.kind]
    if column.field in _TEXT_WIDTHS:
        return _TEXT_WIDTHS[column.field]
    return 60 if is_prose(column) else 22


def alignment(column: Column) -> Alignment:
    """Where a value stands in its cell: short codes and figures in the middle, words on the left."""
    is_short = column.kind in {Kind.INTEGER, Kind.DATE, Kind.MOMENT, Kind.TRUTH}
    return CENTRE if is_short else TOP
