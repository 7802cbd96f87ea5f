"""Papers that are none of the decree's, each as its own makers set it: what lint has little to say of."""

from collections.abc import Callable
from typing import Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from tests.decree.nd30_papers import LEFT, MOTTO, NATIONAL, Sheet, blank_sheet, letter, put
from tests.decree.nd30_pictures import picture

RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT
_DOTS: Final = "." * 60


def _sheet(*, left: float = 25, right: float = 20, top: float = 15) -> Sheet:
    """A sheet with margins and spacing that no decree asked for, no page number."""
    sheet = blank_sheet()
    section = sheet.docx.sections[0]
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin = section.bottom_margin = Mm(top)
    for paragraph in section.header.paragraphs:
        for run in list(paragraph.runs):
            paragraph._p.remove(run._r)
    return sheet


def _national(sheet: Sheet, *, size: float = 13, line: str = "-----------") -> None:
    put(sheet.docx, NATIONAL, size=size, bold=True)
    put(sheet.docx, MOTTO, size=size, bold=True)
    put(sheet.docx, line, size=size)


def _say(sheet: Sheet, *lines: str, size: float = 13) -> None:
    for text in lines:
        put(sheet.docx, text, size=size, align=LEFT)


def _two(sheet: Sheet, left: tuple[str, ...], right: tuple[str, ...], *, size: float = 13) -> None:
    """Two columns, the first line of each bold."""
    cells = sheet.docx.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        for place, text in enumerate(lines):
            put(cell, text, size=size, bold=not place)


def survey() -> Sheet:
    """A survey form of a circular, with boxes, dots and those who fill it in."""
    sheet = _sheet()
    put(sheet.docx, "Mẫu số 01", size=12, bold=True, align=RIGHT)
    put(
        sheet.docx,
        "(Ban hành kèm theo Thông tư số 09/2024/TT-BKHĐT ngày 01 tháng 8 năm 2024)",
        size=12,
        italic=True,
    )
    put(sheet.docx, "PHIẾU THU THẬP THÔNG TIN", size=15, bold=True)
    put(sheet.docx, "VỀ CƠ SỞ SẢN XUẤT NĂM 2026", size=13, bold=True)
    for number in range(1, 16):
        _say(
            sheet,
            f"{number}. Câu hỏi thứ {number} về hoạt động của cơ sở:   □ Có     □ Không",
            f"Nếu có, ghi rõ: {_DOTS}",
            "1) Thường xuyên    2) Không thường xuyên    3) Không biết",
        )
    _two(
        sheet,
        ("Người thu thập thông tin", "(Ký, ghi rõ họ tên)"),
        ("Người cung cấp thông tin", "(Ký, ghi rõ họ tên)"),
    )
    return sheet


def birth_declaration() -> Sheet:
    """A declaration of a birth by a citizen."""
    sheet = _sheet()
    _national(sheet, line="_______________")
    put(sheet.docx, "TỜ KHAI ĐĂNG KÝ KHAI SINH", size=14, bold=True, before=12)
    put(sheet.docx, "Kính gửi: (1)" + "." * 40, size=13)
    _say(sheet, f"Họ, chữ đệm, tên người yêu cầu: {_DOTS}", f"Nơi cư trú: (2) {_DOTS}")
    _say(sheet, f"Giấy tờ tùy thân: (3) {_DOTS}", f"Quan hệ với người được khai sinh: {_DOTS}")
    _say(sheet, f"Giới tính: {_DOTS} Dân tộc: {_DOTS} Quốc tịch: {_DOTS}")
    put(sheet.docx, "Làm tại: ........, ngày ..... tháng ..... năm .....", size=13, align=RIGHT)
    put(sheet.docx, "Người yêu cầu", size=13, bold=True, align=RIGHT)
    return sheet


def application() -> Sheet:
    """A worker asks for days off."""
    sheet = _sheet()
    _national(sheet)
    put(sheet.docx, "ĐƠN XIN NGHỈ PHÉP", size=16, bold=True, before=12)
    put(sheet.docx, "Kính gửi: Ban Giám đốc Sở Công Thương", size=13, bold=True)
    _say(sheet, "Tôi tên là: Trần Thị Mai", "Chức vụ: Chuyên viên Văn phòng Sở")
    _say(sheet, "Nay tôi làm đơn này xin nghỉ phép 05 ngày để giải quyết việc gia đình.")
    _say(sheet, "Tôi xin chân thành cảm ơn!")
    put(sheet.docx, "Hà Nam, ngày 5 tháng 3 năm 2026", size=13, italic=True, align=RIGHT)
    put(sheet.docx, "NGƯỜI LÀM ĐƠN", size=13, bold=True, align=RIGHT)
    put(sheet.docx, "Trần Thị Mai", size=13, align=RIGHT)
    return sheet


def application_on_a_form() -> Sheet:
    """A request of a household, on the form of a decree, number and all."""
    sheet = _sheet()
    put(sheet.docx, "Mẫu số 08", size=12, bold=True, align=RIGHT)
    _national(sheet)
    put(sheet.docx, "ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG", size=14, bold=True)
    put(sheet.docx, "(Sử dụng cho nhà ở riêng lẻ)", size=13, italic=True)
    put(sheet.docx, "Kính gửi: " + "." * 30, size=13)
    for number in range(1, 9):
        _say(sheet, f"{number}. Thông tin về chủ đầu tư: {_DOTS}", f"- Địa chỉ liên hệ: {_DOTS};")
    _two(sheet, ("",), ("....., ngày ..... tháng ..... năm .....", "CHỦ ĐẦU TƯ"))
    return sheet


def assembly_resolution() -> Sheet:
    """A resolution of Quốc hội."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(
        sheet,
        ("QUỐC HỘI", "Nghị quyết số: 201/2025/QH15"),
        (NATIONAL, MOTTO),
    )
    put(sheet.docx, "NGHỊ QUYẾT", size=14, bold=True)
    put(sheet.docx, "VỀ MỘT SỐ CƠ CHẾ PHÁT TRIỂN NHÀ Ở", size=14, bold=True)
    put(sheet.docx, "QUỐC HỘI", size=14, bold=True)
    _say(sheet, "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", size=14)
    put(sheet.docx, "QUYẾT NGHỊ:", size=14, bold=True)
    put(sheet.docx, "Điều 1. Phạm vi điều chỉnh", size=14, bold=True, align=LEFT)
    _say(sheet, "Nghị quyết này quy định thí điểm một số cơ chế, chính sách.", size=14)
    put(sheet.docx, "CHỦ TỊCH QUỐC HỘI", size=14, bold=True, align=RIGHT)
    return sheet


def law() -> Sheet:
    """A law."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(sheet, ("QUỐC HỘI", "Luật số: 72/2025/QH15"), (NATIONAL, MOTTO))
    put(sheet.docx, "LUẬT", size=14, bold=True)
    put(sheet.docx, "TỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG", size=14, bold=True)
    put(sheet.docx, "Chương I", size=14, bold=True)
    put(sheet.docx, "NHỮNG QUY ĐỊNH CHUNG", size=14, bold=True)
    put(sheet.docx, "Điều 1. Đơn vị hành chính", size=14, bold=True, align=LEFT)
    _say(sheet, "1. Cấp tỉnh gồm tỉnh, thành phố trực thuộc trung ương.", size=14)
    return sheet


def normative_decision() -> Sheet:
    """A decision of a province's committee that makes law: its number bears a year."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(
        sheet,
        ("ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH", "Số: 12/2026/QĐ-UBND"),
        (NATIONAL, MOTTO, "Ninh Bình, ngày 05 tháng 3 năm 2026"),
    )
    put(sheet.docx, "QUYẾT ĐỊNH", size=14, bold=True)
    put(sheet.docx, "Quy định chức năng, nhiệm vụ của Sở Công Thương", size=14, bold=True)
    _say(sheet, "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", size=14)
    put(sheet.docx, "Điều 1. Vị trí và chức năng", size=14, bold=True, align=LEFT)
    _say(sheet, "Sở Công Thương là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.", size=14)
    _two(
        sheet,
        ("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Trần Văn Bình"),
    )
    return sheet


def prime_ministers_decision() -> Sheet:
    """A decision of the Prime Minister that makes law."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(
        sheet,
        ("THỦ TƯỚNG CHÍNH PHỦ", "Số: 19/2025/QĐ-TTg"),
        (NATIONAL, MOTTO, "Hà Nội, ngày 30 tháng 6 năm 2025"),
    )
    put(sheet.docx, "QUYẾT ĐỊNH", size=14, bold=True)
    put(sheet.docx, "Ban hành Bảng danh mục và mã số", size=14, bold=True)
    _say(sheet, "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;", size=14)
    _say(sheet, "Điều 1. Ban hành kèm theo Quyết định này Bảng danh mục.", size=14)
    return sheet


def party_resolution() -> Sheet:
    """A resolution of a Party committee."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(
        sheet,
        ("TỈNH ỦY NINH BÌNH", "*", "Số 12-NQ/TU"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Ninh Bình, ngày 05 tháng 3 năm 2026"),
    )
    put(sheet.docx, "NGHỊ QUYẾT", size=16, bold=True)
    put(sheet.docx, "về công tác dân vận năm 2026", size=15, bold=True)
    put(sheet.docx, "-----", size=14)
    _say(sheet, "- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban Dân vận,", size=15)
    _say(sheet, "I- Mục tiêu", "Giữ vững lòng tin của Nhân dân.", size=15)
    _two(
        sheet,
        ("Nơi nhận:", "- Các đảng ủy,", "- Lưu Văn phòng Tỉnh ủy."),
        ("T/M TỈNH ỦY", "BÍ THƯ", "", "Trần Văn Bình"),
    )
    return sheet


def youth_plan() -> Sheet:
    """A plan of the youth union."""
    sheet = _sheet()
    _two(
        sheet,
        ("TỈNH ĐOÀN NINH BÌNH", "BCH ĐOÀN SỞ CÔNG THƯƠNG", "***", "Số: 05-KH/ĐTN"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Ninh Bình, ngày 5 tháng 3 năm 2026"),
    )
    put(sheet.docx, "KẾ HOẠCH", size=16, bold=True)
    put(sheet.docx, "Tổ chức Tháng Thanh niên năm 2026", size=15, bold=True)
    put(sheet.docx, "----------", size=14)
    _say(sheet, "I. MỤC ĐÍCH, YÊU CẦU", "1. Phát huy vai trò xung kích của thanh niên.", size=15)
    _two(
        sheet,
        ("Nơi nhận:", "- Các chi đoàn;", "- Lưu VP."),
        ("TM. BAN CHẤP HÀNH", "BÍ THƯ", "", "Trần Thị Mai"),
    )
    return sheet


def foot_of_a_copy() -> Sheet:
    """The form of a copy on a sheet of its own (Mẫu 3.1)."""
    sheet = _sheet()
    _two(
        sheet,
        ("SỞ CÔNG THƯƠNG HÀ NAM", "Số: 01/SY-SCT"),
        ("SAO Y", "Ninh Bình, ngày 10 tháng 3 năm 2026"),
    )
    _two(
        sheet,
        ("Nơi nhận:", "- Các phòng;", "- Lưu: VT."),
        ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "", "Phạm Minh Châu"),
    )
    return sheet


def labour_contract() -> Sheet:
    """A contract of work between a firm and a worker."""
    sheet = _sheet()
    _two(
        sheet,
        ("CÔNG TY TNHH MINH ANH", "Số: 15/2026/HĐLĐ"),
        (NATIONAL, MOTTO),
        size=12,
    )
    put(sheet.docx, "HỢP ĐỒNG LAO ĐỘNG", size=16, bold=True)
    _say(sheet, "Bên A: Công ty TNHH Minh Anh", "Bên B: Ông Trần Văn Bình", size=12)
    put(sheet.docx, "Điều 1: Thời hạn và công việc hợp đồng", size=12, bold=True, align=LEFT)
    _say(sheet, "- Loại hợp đồng: xác định thời hạn 12 tháng", "- Chức vụ: nhân viên", size=12)
    _two(sheet, ("ĐẠI DIỆN BÊN A", "(Ký, đóng dấu)"), ("BÊN B", "(Ký, ghi rõ họ tên)"))
    return sheet


def sale_contract() -> Sheet:
    """A contract between two persons."""
    sheet = _sheet()
    _national(sheet, line="---o0o---")
    put(sheet.docx, "HỢP ĐỒNG MUA BÁN XE", size=16, bold=True)
    _say(sheet, "Hôm nay, ngày 5 tháng 3 năm 2026, tại Ninh Bình, chúng tôi gồm:")
    _say(sheet, "BÊN BÁN (BÊN A): Trần Văn Bình", "BÊN MUA (BÊN B): Lê Thị Hoa")
    _say(sheet, "Điều 1: Đối tượng của hợp đồng", "Điều 2: Giá mua bán: 20.000.000 đồng")
    _two(sheet, ("BÊN BÁN",), ("BÊN MUA",))
    return sheet


def curriculum() -> Sheet:
    """A person's life on the usual form."""
    sheet = _sheet()
    _national(sheet)
    put(sheet.docx, "SƠ YẾU LÝ LỊCH", size=18, bold=True)
    put(sheet.docx, "TỰ THUẬT", size=13)
    for number, what in enumerate(("Họ và tên", "Ngày sinh", "Nguyên quán", "Trình độ"), 1):
        _say(sheet, f"{number}) {what}: {_DOTS}")
    _say(sheet, "Tôi xin cam đoan lời khai trên là đúng sự thật.")
    _two(sheet, ("Xác nhận của địa phương",), ("Người khai ký tên",))
    return sheet


def scan() -> Sheet:
    """A picture of a paper, nothing else."""
    sheet = _sheet()
    sheet.docx.add_paragraph().add_run().add_picture(picture(), width=Mm(160))
    return sheet


_PLACES: Final = {
    "governing": "{{ten_co_quan_chu_quan}}",
    "issuer": "{{ten_co_quan}}",
    "number": "Số: {{so_ky_hieu}}",
    "date": "{{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}",
    "letter subject": "V/v {{trich_yeu}}",
    "addressee 0": "{{#kinh_gui}}- {{ten}};{{/kinh_gui}}",
    "addressee 1": "- {{kinh_gui_cuoi}}",
    "opening": "{{mo_dau}}",
    "heading 1": "I. {{de_muc}}",
    "clause 1": "1. {{noi_dung}}",
    "last": "{{ket_thuc}}",
    "recipient 0": "{{#noi_nhan}}",
    "recipient 1": "- {{noi_nhan.ten}}",
    "last recipient": "{{/noi_nhan}}",
    "power 0": "{{quyen_han}} {{chuc_vu}}",
    "signer": "{{ho_ten}}",
}


def fill_in_template() -> Sheet:
    """Another program's template of a công văn, in the decree's looks."""
    sheet = letter()
    for name, text in _PLACES.items():
        sheet[name].runs[0].text = text
    return sheet


def company_minutes() -> Sheet:
    """Minutes of a private firm."""
    sheet = _sheet()
    _two(
        sheet,
        ("CÔNG TY CỔ PHẦN SAO MAI", "Số: 03/2026/BB-ĐHĐCĐ"),
        (NATIONAL, MOTTO),
        size=12,
    )
    put(sheet.docx, "BIÊN BẢN HỌP ĐẠI HỘI ĐỒNG CỔ ĐÔNG", size=14, bold=True)
    _say(sheet, "Hôm nay, lúc 8h00 ngày 5/3/2026, tại trụ sở Công ty.", size=12)
    _say(sheet, "I/ THÀNH PHẦN THAM DỰ", "1/ Ông Trần Văn Bình: Chủ tọa", size=12)
    _two(sheet, ("Thư ký", "Lê Thị Hoa"), ("Chủ tọa", "Trần Văn Bình"))
    return sheet


def diploma() -> Sheet:
    """A certificate of a course."""
    sheet = _sheet()
    section = sheet.docx.sections[0]
    section.page_width, section.page_height = Mm(190), Mm(135)
    _national(sheet, size=11)
    put(sheet.docx, "HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG NGHỀ", size=12, bold=True)
    put(sheet.docx, "cấp", size=11)
    put(sheet.docx, "CHỨNG CHỈ SƠ CẤP", size=20, bold=True).runs[0].font.size = Pt(20)
    _say(sheet, "Cho: Trần Văn Bình", "Ngày sinh: 02/9/1990", size=11)
    return sheet


def open_letter() -> Sheet:
    """A letter of thanks."""
    sheet = _sheet()
    put(sheet.docx, "Ninh Bình, 5/3/2026", size=13, italic=True, align=RIGHT)
    put(sheet.docx, "THƯ CẢM ƠN", size=18, bold=True)
    put(sheet.docx, "Kính gửi: Quý khách hàng", size=13, bold=True)
    _say(sheet, "Chúng tôi xin cảm ơn Quý khách đã đồng hành trong năm qua.")
    _say(sheet, "Trân trọng!")
    put(sheet.docx, "GIÁM ĐỐC", size=13, bold=True, align=RIGHT)
    put(sheet.docx, "Trần Văn Bình", size=13, align=RIGHT)
    return sheet


def commitment() -> Sheet:
    """A person's promise."""
    sheet = _sheet()
    _national(sheet)
    put(sheet.docx, "BẢN CAM KẾT", size=16, bold=True)
    put(sheet.docx, "Không vi phạm an toàn giao thông", size=13, italic=True)
    _say(sheet, "Tôi là: Trần Văn Bình", "Nơi ở: xã Thanh Liêm, tỉnh Ninh Bình")
    _say(sheet, "Tôi xin cam kết: không lái xe sau khi uống rượu, bia;")
    _two(sheet, ("",), ("Ngày 5 tháng 3 năm 2026", "NGƯỜI CAM KẾT"))
    return sheet


def circular() -> Sheet:
    """A circular of a ministry."""
    sheet = _sheet(left=30, right=15, top=20)
    _two(
        sheet,
        ("BỘ NỘI VỤ", "Số: 05/2025/TT-BNV"),
        (NATIONAL, MOTTO, "Hà Nội, ngày 14 tháng 5 năm 2025"),
    )
    put(sheet.docx, "THÔNG TƯ", size=14, bold=True)
    put(sheet.docx, "Quy định nghiệp vụ lưu trữ", size=14, bold=True)
    _say(sheet, "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", size=14)
    _say(sheet, "Điều 1. Phạm vi điều chỉnh", size=14)
    return sheet


STRANGERS: Final[dict[str, tuple[Callable[[], Sheet], str]]] = {
    "survey": (survey, "form"),
    "birth declaration": (birth_declaration, "declaration"),
    "application": (application, "application"),
    "application on a form": (application_on_a_form, "application"),
    "resolution of Quốc hội": (assembly_resolution, "legal"),
    "law": (law, "legal"),
    "normative decision": (normative_decision, "legal"),
    "prime minister's decision": (prime_ministers_decision, "legal"),
    "party resolution": (party_resolution, "party"),
    "youth plan": (youth_plan, "youth"),
    "foot of a copy": (foot_of_a_copy, "copy"),
    "labour contract": (labour_contract, "contract"),
    "sale contract": (sale_contract, "contract"),
    "curriculum": (curriculum, "declaration"),
    "scan": (scan, "scan"),
    "fill-in template": (fill_in_template, "official"),
    "company minutes": (company_minutes, "enterprise"),
    "diploma": (diploma, "diploma"),
    "letter of thanks": (open_letter, "other"),
    "commitment": (commitment, "application"),
    "circular": (circular, "legal"),
}
