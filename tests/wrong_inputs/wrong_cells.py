"""Wrong sheets and cells: values, references, periods, what an honour or a paper is called."""

from datetime import UTC, datetime

from tests.campaign.files import Change, put, sheet
from tests.wrong_inputs.wrong_files import CHECK, CHECK_YAML, DRAFT, yaml_with
from tests.wrong_inputs.wrong_office import appended, change_book
from tests.wrong_inputs.wrong_row import Wrong

PEOPLE, UNITS, PHASES, AGENCY = "Cá nhân, tập thể", "Đơn vị", "Các đợt", "Cơ quan"
INDICATORS, NOMINATIONS, AWARDS, PAPERS = "Chỉ tiêu nhiệm vụ", "Đề nghị", "Khen thưởng", "Văn bản"
_DAY = datetime(2022, 7, 18, tzinfo=UTC).replace(tzinfo=None)


def _cell(
    name: str,
    title: str,
    cell: str,
    value: object,
    *words: str,
    command: str = CHECK,
    code: int = 1,
) -> Wrong:
    """A row whose message names the sheet and the cell."""
    return _book(name, put(title, cell, value), title, cell, *words, command=command, code=code)


def _book(name: str, change: Change, *words: str, command: str = CHECK, code: int = 1) -> Wrong:
    return Wrong(
        name, command, code, ("campaign.xlsx", *words), lambda root: change_book(root, change)
    )


_NUMBERS = (
    _cell("words for a number", INDICATORS, "D2", "nhiều", "“nhiều”"),
    _cell("two commas in a number", INDICATORS, "D2", "1,5,2", "“1,5,2”"),
    _cell("a fraction for a count", UNITS, "D2", 7.5, "7,5"),
    _cell("a negative count", UNITS, "D2", -3, "ít nhất là 0"),
    _cell("a birth year of 1850", PEOPLE, "F2", 1850, "1900"),
    _cell("truth for a number", UNITS, "D2", True, "số nguyên"),
    _cell("a number beyond all bounds", INDICATORS, "D2", "9" * 400, "số"),
)
_DAYS = (
    _cell("no such day", PHASES, "B2", "31/02/2022", "“31/02/2022”", "dd/mm/yyyy"),
    _cell("month before day", PHASES, "B2", "06/30/2022", "ngày trước, tháng sau"),
    _cell("a year of two digits", PHASES, "B2", "1/1/22", "bốn chữ số"),
    _cell("words for a day", PHASES, "C2", "cuối tháng sáu", "dd/mm/yyyy"),
    _cell("a number too large for a day", PHASES, "B2", 20220105, "dd/mm/yyyy"),
    _cell("an end before its start", PHASES, "C2", "01/12/2021", "trước"),
    _book(
        "Excel made a day of a text", put(PEOPLE, "G2", _DAY, "d/m/yy"), PEOPLE, "G2", "18/07/2022"
    ),
)
_CHOICES = (
    _cell("a choice outside the list", PEOPLE, "E2", "Gái", "“Nữ”"),
    _cell("a misspelt choice", PEOPLE, "B2", "Cá nhâm", "Có phải là “Cá nhân”?"),
    _cell("neither yes nor no", PEOPLE, "J2", "có lẽ", "Có hoặc Không"),
    _cell("an unknown unit", PEOPLE, "H2", "PKT", "“PKT”"),
    _cell("an unknown nominee", NOMINATIONS, "B2", "CN999", "“CN999”"),
    _cell("an unknown phase", NOMINATIONS, "A2", 3, "“3”"),
    _cell("an id twice", PEOPLE, "A3", "CN001", "đã có ở trang “Cá nhân, tập thể” › ô A2"),
    _cell("an unknown kind of paper", PAPERS, "A2", "launch-notise", "“launch-notise”", "Có phải là"),
    _cell("an unknown honour", AWARDS, "C2", "Giấy khem", "“Giấy khem”"),
    Wrong("papers with an unknown honour", "draft data/pt certificate", 1,
          ("“Khen thưởng”", "ô C2", "“Giấy khem”", "Có phải là “Giấy khen”?"),
          lambda root: change_book(root, put(AWARDS, "C2", "Giấy khem"))),
    _cell("an unknown signer", PAPERS, "C2", "gđ", "“gđ”"),
)  # fmt: skip
_TEXTS = (
    _cell("a required cell is empty", PEOPLE, "B2", None, "chưa ghi"),
    _cell("a required cell holds blanks", PEOPLE, "D2", "  \u00a0 ", "bắt buộc"),
    _cell("a required line is empty", AGENCY, "B3", None, "SỞ CÔNG THƯƠNG"),
    _cell("#N/A", PEOPLE, "D2", "#N/A", "#N/A"),
    _cell("a formula never computed", PEOPLE, "D2", "=B2&C2", "bấm Lưu"),
    _cell("a bell in a name", PEOPLE, "D2", "Nguyễn_x0007_Thị", "U+0007"),
    Wrong("a text too long for a cell", "convert data/yaml/campaign.yaml data/moi.xlsx", 4, ("Rút ngắn", "32.767"),
          yaml_with("Lập thành tích", "a" * 32_768)),
    Wrong("a bell in YAML", CHECK_YAML, 1, ("campaign.yaml", "nominees[0].full_name", "U+0007"),
          yaml_with("Nguyễn Thị Nguyệt", '"Nguyễn\\aThị"')),
)  # fmt: skip
_SHEETS = (
    _book("a required column is missing", lambda book: sheet(book, UNITS).delete_cols(2), UNITS, "A1", "“Tên đơn vị”"),
    _cell("a heading twice", UNITS, "C1", "Tên đơn vị", "hai lần"),
    _book("no heading at all", lambda book: sheet(book, UNITS).delete_rows(1), UNITS, "hàng tiêu đề"),
    _book("a required sheet is missing", lambda book: book.remove(sheet(book, AGENCY)), "“Cơ quan”"),
    _book("an award of nobody", appended(AWARDS, **{"Đợt *": 1, "Mã đối tượng *": "XX"}), AWARDS, "B3", "“XX”"),
    Wrong("nobody to sign", "draft data/pt launch-notice", 1, ("“Người ký”",),
          lambda root: change_book(root, lambda book: book.remove(sheet(book, "Người ký")))),
    _cell("papers are not made of wrong cells", UNITS, "D2", "bảy", "“bảy”", command=DRAFT),
)  # fmt: skip
CELLS = (*_NUMBERS, *_DAYS, *_CHOICES, *_TEXTS, *_SHEETS)
