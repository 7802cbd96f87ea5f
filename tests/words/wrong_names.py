"""What stands in a cell for names and is no right name: the code that tells of it, and the text."""

_PEOPLE = ("Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Ọi", "H'Hen Niê", "Giàng A Páo", "Thạch Sang")
_TITLES = (
    "Bà", "Chị", "Đ/c", "đ/c", "Đồng chí", "đồng chí", "TS.", "ThS.", "ThS", "BS.", "BS.CKII", "PGS.TS.", "GS", "KS.",
    "NGƯT", "NGND", "Đại úy", "Thượng tá", "Trung tướng", "Thạc sĩ", "Bác sĩ", "Giám đốc", "Mr.", "Ms",
)  # fmt: skip
_SOMETIMES = ("Ông", "Em", "Anh", "Cô", "Thầy", "Chú", "Bác")  # names of families, too
_NUMBERS = ("1. ", "12) ", "(3) ", "- ", "• ", "4/ ", "* ")
_BETWEEN = (", ", "; ", " và ", " & ", " / ", "\n", " + ", " - ", " với ")
_NOTHING = (
    "x", "X", "xxx", "N/A", "n/a", "-", "--", "0", "…", "...", "?", "không có", "Không có", "không", "(chưa rõ)",
    "chưa rõ", "Chưa có", "trống", "như trên", "nt", "-nt-", "//", "“", "null", "NULL", "test", "abc", "họ và tên",
    "Đang cập nhật", "bổ sung sau", "chưa xác định", "Nguyễn Văn A", "Trần Thị B", "999", ".", "_", "TBD",
)  # fmt: skip

WRONG = (
    *(("name-title", f"{title} {name}") for title in _TITLES for name in _PEOPLE[:3]),
    *(("name-title", f"{title} {name}") for title in _SOMETIMES for name in _PEOPLE[:2]),
    *(("name-number", f"{number}{name}") for number in _NUMBERS for name in _PEOPLE),
    *(("name-two-people", f"Nguyễn Văn An{between}Trần Thị Bình") for between in _BETWEEN),
    *(("name-two-people", f"Lò Thị Ọi{between}Trần Bình") for between in (", ", " và ", "\n")),
    *(("name-placeholder", text) for text in _NOTHING),
    *(("name-formula", text) for text in (
        "=1+1", "=A1", "@SUM(A1)", "{{7*7}}", "{% for x in [1] %}", "An <b>Nguyễn</b>", "an.nguyen@sct.vn",
        "https://sct.vn", "Nguyễn Văn Đ@c",
    )),
    *(("name-number", text) for text in (
        "Nguyễn Văn An 2", "Nguyễn Văn An1985", "0912345678 An", "Nguyễn V4n An",
    )),
    *(("name-marks", text) for text in (
        "Nguyễn Văn An.", "Nguyễn V. An", "Nguyễn Văn An*", "Nguyễn Văn An 😀", "Nguyễn_Văn_An", "Nguyễn Văn An!",
        "Nguyễn Văn An?", "“Nguyễn Văn An”", "Nguyễn Văn (An", "Nguyễn: An",
        "'Nguyễn Văn An", "‘Nguyễn Văn An",
    )),
    *(("name-too-short", text) for text in (
        "Nguyễn Văn A n", "A", "Nguyễn Văn K", "Trần Thị c", "Đ",
    )),
    *(("name-too-long", text) for text in (
        "An" * 1000, "Nguyễn " * 20, "Nguyễnvănanlàmviệctạivănphòngsở",
    )),
    *(("name-case", text) for text in (
        "nguyễn văn an", "Đỗ thị Hà", "Nguyễn Văn an", "NGUYỄN VĂN ĐỨC", "TRẦN THỊ BÌNH", "h'hen niê",
        "lò Văn Ọi", "GIÀNG A PÁO", "LÊ AN BÌNH",
        "Nguyễn Thị Thu HÀ", "NGUYỄN Thị Hà", "Trần VĂN Bình",
    )),
    *(("name-words-glued", text) for text in (
        "NguyễnVăn An", "Trần ThịBình", "LêAn Bình", "NguyễN Văn An",
    )),
    *(("name-two-tones", text) for text in (
        "Nguyễn Văn Ạń", "Trầ̀n Thị Hà", "Nguyễn Thị Hoà́", "Lê Thị Thúỳ",
    )),
    *(("name-without-marks", text) for text in (
        "Nguyen Van An", "Tran Thi Binh", "Pham Hong Ngoc",
    )),
    *(("name-slip", text) for text in (
        "Nguyễn Vãn Đức", "Đoàn Vãn Hải", "Nguyễn Thi Hà",
    )),
    *(("name-other-script", text) for text in (
        "Николай Петров", "阮文安", "นายสมชาย", "Γεώργιος Σεφέρης",
    )),
    *(("letters-look-alike", text) for text in (
        "Nguyễn Văn Аn", "Nguyễn Vаn An", "Trần Ρhương", "Lе Аn", "Nguyễn Вa",
    )),
)  # fmt: skip
MISREAD = (
    *(("charset-doubtful", text) for text in (
        "Nguyá»…n VÄƒn Äá»©c", "Lê H°ng Phú", "Vi Hïng", "NGUY£N V¡N §¦C", "Thaïch Sang", "Y ThiÃªn ÃŠban",
    )),
    *(("letters-lost", text) for text in (
        "Nguy\ufffdn Văn \ufffdức", "\ufffd\ufffd Thị Hà",
    )),
)  # fmt: skip
