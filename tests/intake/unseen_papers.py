"""Launch papers of agencies unlike the sample, in words of our own, with what a reader finds in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True)
class UnseenPaper:
    """A paper as it stands on the page, and its parts."""

    name: str
    left: Sequence[str]  # of the letterhead
    right: Sequence[str]
    lines: Sequence[str]  # “>” in front: in the middle
    recipients: Sequence[str]
    signed: Sequence[str]
    parts: Mapping[str, object]
    phases: Sequence[tuple[int, date, date]] = ()
    targets: Sequence[tuple[Decimal, str]] = field(default=())
    style: str = "tables"  # how the letterhead is typed: tables, rows, soft, tabs, textbox; lists: Word's own numbers


def written(paper: UnseenPaper, path: Path) -> Path:
    """The paper as a Word file, typed as clerks do: letterhead and signature side by side, paragraphs between."""
    document = Document()
    beside = _BESIDE.get(paper.style, _in_tables)
    beside(document, paper.left, paper.right)
    for line in paper.lines:
        _type(document, line, is_listed=paper.style == "lists")
    _in_tables(document, ("Nơi nhận:", *paper.recipients), paper.signed)
    document.save(str(path))
    return path


def _type(document: WordDocument, line: str, *, is_listed: bool) -> None:
    text = line.removeprefix(">").strip()
    mark = next((each for each in _LISTS if is_listed and text.startswith(each)), "")
    paragraph = document.add_paragraph(style=_LISTS.get(mark))
    run = paragraph.add_run(text.removeprefix(mark))
    if line.startswith(">"):
        paragraph.alignment, run.bold = CENTRE, True
    elif not mark:
        paragraph.paragraph_format.first_line_indent = Cm(1)


_LISTS = {"- ": "List Bullet"}


def _in_tables(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph(line)
            if not number:
                paragraph.add_run(line)
            paragraph.alignment = CENTRE


def _in_rows(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    rows = list(zip_longest(left, right, fillvalue=""))
    table = document.add_table(len(rows), 2)
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text


def _softly(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    """Soft breaks in one paragraph a cell."""
    _in_tables(document, ("\n".join(left),), ("\n".join(right),))


def _by_tabs(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    for texts in zip_longest(left, right, fillvalue=""):
        document.add_paragraph("\t".join(texts))


def _in_textbox(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in left)
    shape = (
        f'<w:r {_SPACES}><w:pict><v:shape id="x1" style="position:absolute;width:200pt;height:90pt"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph()._p.append(parse_xml(shape))
    for line in right:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT


_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BESIDE = {"rows": _in_rows, "soft": _softly, "tabs": _by_tabs, "textbox": _in_textbox}


PAPERS = (
    UnseenPaper(
        "a commune's plan",
        ("UBND HUYỆN SÔNG CHÂU", "ỦY BAN NHÂN DÂN", "XÃ PHÚ LỘC", "Số: 17/KH-UBND"),
        (*MOTTO, "Phú Lộc, ngày 20 tháng 01 năm 2026"),
        (
            ">KẾ HOẠCH",
            ">Phát động phong trào thi đua “Phú Lộc chung tay xây dựng nông thôn mới” năm 2026",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Thực hiện Kế hoạch số 05/KH-UBND ngày 06 tháng 01 năm 2026 của UBND huyện Sông Châu;",
            "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Mục đích",
            "- Khơi dậy tinh thần thi đua trong cán bộ và nhân dân.",
            "II. CHỈ TIÊU",
            "- Thu ngân sách trên địa bàn đạt 12.500 triệu đồng.",
            "- Tỷ lệ hộ dùng nước sạch đạt 98,5%.",
            "III. THỜI GIAN",
            "1. Đợt 1: từ ngày 20 tháng 01 năm 2026 đến ngày 30 tháng 6 năm 2026.",
            "2. Đợt 2: từ ngày 01/7/2026 đến ngày 15/11/2026.",
            "IV. TỔ CHỨC THỰC HIỆN",
            "Các thôn căn cứ Kế hoạch này để triển khai./.",
        ),
        ("- UBND huyện;", "- Các thôn;", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Đỗ Khắc Chiến"),
        {
            "type": "Kế hoạch",
            "number": "17",
            "symbol": "KH-UBND",
            "day": date(2026, 1, 20),
            "place": "Phú Lộc",
            "subject": "Phát động phong trào thi đua “Phú Lộc chung tay xây dựng nông thôn mới” năm 2026",
            "issuer": "ỦY BAN NHÂN DÂN XÃ PHÚ LỘC",
            "governing_body": "UBND HUYỆN SÔNG CHÂU",
            "signers": ("Đỗ Khắc Chiến",),
            "signer_title": "CHỦ TỊCH",
            "powers": ("TM. ỦY BAN NHÂN DÂN",),
            "recipients": ("UBND huyện", "Các thôn", "Lưu: VT"),
            "year": 2026,
        },
        ((1, date(2026, 1, 20), date(2026, 6, 30)), (2, date(2026, 7, 1), date(2026, 11, 15))),
        ((Decimal(12500), "triệu đồng"), (Decimal("98.5"), "%")),
    ),
    UnseenPaper(
        "a hospital's letter",
        (
            "SỞ Y TẾ HÀ NAM",
            "BỆNH VIỆN ĐA KHOA PHÚ LỘC",
            "Số: 88/BVPL-TCHC",
            "V/v phát động thi đua năm 2026",
        ),
        (*MOTTO, "Phú Lộc, ngày 05 tháng 02 năm 2026"),
        (
            "Kính gửi: Các khoa, phòng trong bệnh viện.",
            "Giám đốc Bệnh viện phát động phong trào thi đua năm 2026 với chủ đề “Lương y như từ mẫu” như sau:",
            "1. Nội dung: nâng cao chất lượng khám, chữa bệnh.",
            "2. Chỉ tiêu:",
            "- Công suất sử dụng giường bệnh đạt 95%;",
            "- Số lượt khám bệnh đạt 120.000 lượt.",
            "3. Thời gian: đợt 1 từ ngày 05/02/2026 đến ngày 30/6/2026; đợt 2 từ ngày 01/7/2026 đến ngày 30/11/2026.",
            "Đề nghị các khoa, phòng thực hiện./.",
        ),
        ("- Như trên;", "- Ban Giám đốc;", "- Lưu: VT, TCHC."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Vương Thị Hằng"),
        {
            "type": "Công văn",
            "number": "88",
            "symbol": "BVPL-TCHC",
            "day": date(2026, 2, 5),
            "place": "Phú Lộc",
            "subject": "phát động thi đua năm 2026",
            "issuer": "BỆNH VIỆN ĐA KHOA PHÚ LỘC",
            "governing_body": "SỞ Y TẾ HÀ NAM",
            "addressees": ("Các khoa, phòng trong bệnh viện",),
            "signers": ("Vương Thị Hằng",),
            "signer_title": "PHÓ GIÁM ĐỐC",
            "powers": ("KT. GIÁM ĐỐC",),
            "recipients": ("Như trên", "Ban Giám đốc", "Lưu: VT, TCHC"),
            "theme": "Lương y như từ mẫu",
            "year": 2026,
        },
        ((1, date(2026, 2, 5), date(2026, 6, 30)), (2, date(2026, 7, 1), date(2026, 11, 30))),
        ((Decimal(95), "%"), (Decimal(120000), "lượt")),
    ),
    UnseenPaper(
        "a school's plan for a school year",
        ("PHÒNG GDĐT SÔNG CHÂU", "TRƯỜNG TIỂU HỌC HOA SEN", "Số: 21/KH-THHS"),
        (*MOTTO, "Phú Lộc, ngày 10 tháng 9 năm 2025"),
        (
            ">KẾ HOẠCH",
            ">Tổ chức phong trào thi đua “Dạy tốt - Học tốt” năm học 2025-2026",
            "Căn cứ Kế hoạch số 112/KH-PGDĐT ngày 01 tháng 9 năm 2025 của Phòng Giáo dục và Đào tạo;",
            "Trường Tiểu học Hoa Sen xây dựng kế hoạch như sau:",
            "I. MỤC TIÊU",
            "- Tỷ lệ học sinh hoàn thành chương trình lớp học đạt 99%.",
            "- Số giáo viên dạy giỏi cấp trường là 18 giáo viên.",
            "II. CÁC ĐỢT THI ĐUA",
            "- Đợt I (từ 10/9/2025 đến 20/11/2025): chào mừng ngày Nhà giáo Việt Nam.",
            "- Đợt II (từ 21/11/2025 đến 30/4/2026): chào mừng ngày thống nhất đất nước.",
            "III. TỔ CHỨC THỰC HIỆN",
            "Các tổ chuyên môn thực hiện./.",
        ),
        ("- Phòng GDĐT;", "- Các tổ chuyên môn;", "- Lưu: VT."),
        ("HIỆU TRƯỞNG", "", "", "Lâm Thị Ngọc Bích"),
        {
            "type": "Kế hoạch",
            "number": "21",
            "symbol": "KH-THHS",
            "day": date(2025, 9, 10),
            "place": "Phú Lộc",
            "subject": "Tổ chức phong trào thi đua “Dạy tốt - Học tốt” năm học 2025-2026",
            "issuer": "TRƯỜNG TIỂU HỌC HOA SEN",
            "governing_body": "PHÒNG GDĐT SÔNG CHÂU",
            "grounds": (
                "Căn cứ Kế hoạch số 112/KH-PGDĐT ngày 01 tháng 9 năm 2025 của Phòng Giáo dục và Đào tạo",
            ),
            "signers": ("Lâm Thị Ngọc Bích",),
            "signer_title": "HIỆU TRƯỞNG",
            "recipients": ("Phòng GDĐT", "Các tổ chuyên môn", "Lưu: VT"),
            "period": "năm học 2025 - 2026",
        },
        ((1, date(2025, 9, 10), date(2025, 11, 20)), (2, date(2025, 11, 21), date(2026, 4, 30))),
        ((Decimal(99), "%"), (Decimal(18), "giáo viên")),
    ),
    UnseenPaper(
        "a chairman's directive",
        ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ PHỦ LÝ", "Số: 03/CT-UBND"),
        (*MOTTO, "Phủ Lý, ngày 12 tháng 3 năm 2026"),
        (
            ">CHỈ THỊ",
            ">Về việc đẩy mạnh phong trào thi đua yêu nước năm 2026",
            "Năm 2026 là năm đầu thực hiện kế hoạch 5 năm. Chủ tịch Ủy ban nhân dân thành phố yêu cầu:",
            "1. Các phòng, ban phát động thi đua sâu rộng, trọng tâm là cải cách hành chính.",
            "2. Phấn đấu các chỉ tiêu sau:",
            "a) Giá trị sản xuất tăng 9,5%;",
            "b) Tổng vốn đầu tư đạt 4.200 tỷ đồng.",
            "3. Phòng Nội vụ theo dõi việc thực hiện Chỉ thị này./.",
        ),
        ("- Thường trực Thành ủy;", "- Các phòng, ban;", "- Lưu: VT, NV."),
        ("CHỦ TỊCH", "", "", "Tống Văn Lượng"),
        {
            "type": "Chỉ thị",
            "number": "03",
            "symbol": "CT-UBND",
            "day": date(2026, 3, 12),
            "place": "Phủ Lý",
            "subject": "Về việc đẩy mạnh phong trào thi đua yêu nước năm 2026",
            "issuer": "ỦY BAN NHÂN DÂN THÀNH PHỐ PHỦ LÝ",
            "signers": ("Tống Văn Lượng",),
            "signer_title": "CHỦ TỊCH",
            "recipients": ("Thường trực Thành ủy", "Các phòng, ban", "Lưu: VT, NV"),
            "year": 2026,
        },
        (),
        ((Decimal("9.5"), "%"), (Decimal(4200), "tỷ đồng")),
    ),
    UnseenPaper(
        "a decision that issues a movement",
        ("BỘ CÔNG THƯƠNG", "CỤC KỸ THUẬT AN TOÀN", "Số: 145/QĐ-CKT"),
        (*MOTTO, "Hà Nội, ngày 28 tháng 02 năm 2026"),
        (
            ">QUYẾT ĐỊNH",
            ">Về việc phát động phong trào thi đua giai đoạn 2026 - 2030",
            ">CỤC TRƯỞNG CỤC KỸ THUẬT AN TOÀN",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Theo đề nghị của Chánh Văn phòng Cục.",
            ">QUYẾT ĐỊNH:",
            "Điều 1. Phát động phong trào thi đua với chủ đề: “An toàn để phát triển” trong toàn Cục.",
            "Điều 2. Chỉ tiêu: số vụ tai nạn giảm 10%.",
            "Điều 3. Chánh Văn phòng Cục chịu trách nhiệm thi hành Quyết định này./.",
        ),
        ("- Như Điều 3;", "- Bộ trưởng (để báo cáo);", "- Lưu: VT, VP."),
        ("CỤC TRƯỞNG", "", "", "Phùng Mạnh Hà"),
        {
            "type": "Quyết định",
            "number": "145",
            "symbol": "QĐ-CKT",
            "day": date(2026, 2, 28),
            "place": "Hà Nội",
            "subject": "Về việc phát động phong trào thi đua giai đoạn 2026 - 2030",
            "issuer": "CỤC KỸ THUẬT AN TOÀN",
            "governing_body": "BỘ CÔNG THƯƠNG",
            "authority": "CỤC TRƯỞNG CỤC KỸ THUẬT AN TOÀN",
            "signers": ("Phùng Mạnh Hà",),
            "signer_title": "CỤC TRƯỞNG",
            "recipients": ("Như Điều 3", "Bộ trưởng (để báo cáo)", "Lưu: VT, VP"),
            "period": "giai đoạn 2026 - 2030",
            "theme": "An toàn để phát triển",
        },
        (),
        ((Decimal(10), "%"),),
    ),
)
