"""A seventh set of lists as units send them, written after the sixth was mended and before they were read."""

# ruff: noqa: E501 - rows of files, as they are typed

from tests.intake.sent_files import Sent

SEVENTH = (
    Sent(
        "a tax office: position under the unit's heading, two lines of head, money by coefficients",
        "xlsx",
        """
¶¶ CỤC HẢI QUAN KHU VỰC IX | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
¶¶ CHI CỤC HẢI QUAN CẢNG | Độc lập - Tự do - Hạnh phúc
¶ BIỂU TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG THƯỜNG XUYÊN NĂM 2026
TT | Họ và tên | Thông tin cá nhân | < | < | Đề nghị | < | Mức tiền thưởng
^ | ^ | Năm sinh | Chức vụ | Đội công tác | Danh hiệu | Hình thức | ^
1 | Văn Tiến Dũng | 1977 | Đội trưởng | Đội Thủ tục | CSTĐCS | GK | 2.340.000
2 | Mẫn Thị Hà | 1991 | Công chức | Đội Giám sát | LĐTT |  | 780.000
""",
        """
full_name | birth_year | position | unit_name | award
Văn Tiến Dũng | 1977 | Đội trưởng | Đội Thủ tục | Chiến sĩ thi đua cơ sở
Văn Tiến Dũng | 1977 | Đội trưởng | Đội Thủ tục | Giấy khen
Mẫn Thị Hà | 1991 | Công chức | Đội Giám sát | Lao động tiên tiến
""",
    ),
    Sent(
        "a village's list in plain rows with the address in the name's cell",
        "docx",
        """
¶ THÔN NỘI RỐI
¶ DANH SÁCH GIA ĐÌNH HIẾN ĐẤT LÀM ĐƯỜNG ĐỀ NGHỊ TẶNG GIẤY KHEN
Số TT | Họ tên chủ hộ | Diện tích hiến (m2) | Trị giá (triệu đồng) | Ghi chú
1 | Phạm Đình Bách | 45 | 90 |
2 | Vương Thị Chài | 30 | 60 | Hộ cận nghèo
""",
        """
full_name | kind | award
Phạm Đình Bách // Hộ ông Phạm Đình Bách | household | Giấy khen
Vương Thị Chài // Hộ bà Vương Thị Chài | household | Giấy khen
""",
    ),
    Sent(
        "an agricultural bank: initials of honours as column titles under one heading",
        "docx",
        """
¶ NGÂN HÀNG CHÍNH SÁCH XÃ HỘI
¶ TỔNG HỢP ĐỀ NGHỊ
TT | Họ tên | Chức danh | Phòng giao dịch | Danh hiệu, hình thức đề nghị (đánh dấu X) | < | < | <
^ | ^ | ^ | ^ | LĐTT | CSTĐCS | Giấy khen | Bằng khen tỉnh
1 | Lục Văn Thắng | Tổ trưởng | PGD Lạc Thủy | X | X |  |
2 | Ma Thị Hồng | Cán bộ | PGD Kim Bôi | X |  | X |
""",
        """
full_name | position | unit_name | award
Lục Văn Thắng | Tổ trưởng | PGD Lạc Thủy | Lao động tiên tiến
Lục Văn Thắng | Tổ trưởng | PGD Lạc Thủy | Chiến sĩ thi đua cơ sở
Ma Thị Hồng | Cán bộ | PGD Kim Bôi | Lao động tiên tiến
Ma Thị Hồng | Cán bộ | PGD Kim Bôi | Giấy khen
""",
    ),
    Sent(
        "a letter with paragraphs of collectives and persons, honours in each heading",
        "docx",
        """
¶¶ HỘI NÔNG DÂN TỈNH⏎BAN THƯỜNG VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc
¶ DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
¶ I. Tặng Bằng khen của Chủ tịch UBND tỉnh
¶ 1. Ông Tăng Bạt Hổ, Chủ tịch Hội Nông dân xã Đông Hưng;
¶ 2. Bà Ngô Thị Liễu, hội viên Chi hội thôn Trại Mới.
¶ II. Tặng Giấy khen
¶ 1. Ông Đinh Công Tráng, Phó Chủ tịch Hội Nông dân xã Tây Sơn;
¶ 2. Bà Bùi Thị Cúc, Chi hội trưởng Chi hội thôn Ao Sen.
""",
        """
full_name | position | unit_name | award
Tăng Bạt Hổ | Chủ tịch | Hội Nông dân xã Đông Hưng | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
Ngô Thị Liễu | hội viên // Hội viên | Chi hội thôn Trại Mới | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
Đinh Công Tráng | Phó Chủ tịch | Hội Nông dân xã Tây Sơn | Giấy khen
Bùi Thị Cúc | Chi hội trưởng | Chi hội thôn Ao Sen | Giấy khen
""",
    ),
    Sent(
        "a college: lecturers by faculties across the row, degrees before names",
        "xlsx",
        """
¶ TRƯỜNG CAO ĐẲNG NGHỀ
¶ DANH SÁCH VIÊN CHỨC ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM HỌC 2025-2026
STT | Học hàm, học vị | Họ và tên | Chức danh | Số giờ giảng | Kết quả NCKH
KHOA CƠ KHÍ | < | < | < | < | <
1 | TS | Vòng A Sáng | Trưởng khoa | 250 | 02 bài báo
2 | ThS | Lương Bích Hữu | Giảng viên | 420 | 01 giáo trình
KHOA ĐIỆN | < | < | < | < | <
3 | ThS | Ngọc Hân | Giảng viên | 410 | Không
""",
        """
full_name | position | unit_name | award
Vòng A Sáng | Trưởng khoa | KHOA CƠ KHÍ // Khoa Cơ khí | Lao động tiên tiến
Lương Bích Hữu | Giảng viên | KHOA CƠ KHÍ // Khoa Cơ khí | Lao động tiên tiến
Ngọc Hân | Giảng viên | KHOA ĐIỆN // Khoa Điện | Lao động tiên tiến
""",
    ),
    Sent(
        "a sports centre: athletes with medals, coaches, no STT",
        "csv",
        """
Họ và tên VĐV | Năm sinh | Môn | Huy chương | Huấn luyện viên | Đề nghị
Quàng Thị Mai | 2004 | Điền kinh | 02 HCV giải vô địch quốc gia | Trần Xuân Kỳ | Giấy khen
Hà Minh Đức | 2002 | Vật | 01 HCB giải trẻ châu Á | Lê Văn Vịnh | Bằng khen tỉnh
""",
        """
full_name | birth_year | award
Quàng Thị Mai | 2004 | Giấy khen
Hà Minh Đức | 2002 | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
""",
    ),
    Sent(
        "a court: names with posts in brackets, unit below the heading line",
        "docx",
        """
¶ TÒA ÁN NHÂN DÂN KHU VỰC 2
¶ DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU “LAO ĐỘNG TIÊN TIẾN” NĂM 2026
STT | Họ tên (chức danh) | Nhận xét của đơn vị
1 | Trương Định (Thẩm phán) | Hoàn thành xuất sắc nhiệm vụ
2 | Hồ Huấn Nghiệp (Thư ký Tòa án) | Hoàn thành tốt nhiệm vụ
3 | Âu Thị Loan (Kế toán) | Hoàn thành tốt nhiệm vụ
""",
        """
full_name | position | award
Trương Định | Thẩm phán | Lao động tiên tiến
Hồ Huấn Nghiệp | Thư ký Tòa án | Lao động tiên tiến
Âu Thị Loan | Kế toán | Lao động tiên tiến
""",
    ),
    Sent(
        "two lists side by side in one sheet",
        "xlsx",
        """
¶ DANH SÁCH CÔNG NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN ĐỢT 1
TT | Họ tên | Tổ |  | TT | Họ tên | Tổ
1 | Lèng Văn Chắn | Tổ Hàn |  | 3 | Giáp Thị Nụ | Tổ May 2
2 | Chẩu Văn Lâm | Tổ Tiện |  | 4 | Khổng Minh Dụ | Tổ Đóng gói
""",
        """
full_name | unit_name | award
Lèng Văn Chắn | Tổ Hàn | Giấy khen
Giáp Thị Nụ | Tổ May 2 | Giấy khen
Chẩu Văn Lâm | Tổ Tiện | Giấy khen
Khổng Minh Dụ | Tổ Đóng gói | Giấy khen
""",
    ),
    Sent(
        "a statistics office: everything in capitals, honours by code letters in a legend",
        "xls",
        """
CHI CỤC THỐNG KÊ

DANH SÁCH CÔNG CHỨC ĐỀ NGHỊ KHEN THƯỞNG

STT | HỌ VÀ TÊN | CHỨC VỤ | ĐỘI | DANH HIỆU
1 | NGUYỄN THIỆN THUẬT | ĐỘI TRƯỞNG | ĐỘI TỔNG HỢP | CHIẾN SĨ THI ĐUA CƠ SỞ
2 | TRỊNH ĐÌNH CỬU | THỐNG KÊ VIÊN | ĐỘI NGHIỆP VỤ | LAO ĐỘNG TIÊN TIẾN
 |  |  |  |
NGƯỜI LẬP BIỂU |  |  | CHI CỤC TRƯỞNG |
LÊ VĂN HUÂN |  |  | PHAN KẾ TOẠI |
""",
        """
full_name | position | unit_name | award
Nguyễn Thiện Thuật // NGUYỄN THIỆN THUẬT | ĐỘI TRƯỞNG // Đội trưởng | ĐỘI TỔNG HỢP // Đội Tổng hợp | Chiến sĩ thi đua cơ sở
Trịnh Đình Cửu // TRỊNH ĐÌNH CỬU | THỐNG KÊ VIÊN // Thống kê viên | ĐỘI NGHIỆP VỤ // Đội Nghiệp vụ | Lao động tiên tiến
""",
    ),
    Sent(
        "a red cross: groups by sponsors, gifts, mixed enterprises and persons",
        "docx",
        """
¶ HỘI CHỮ THẬP ĐỎ TỈNH
¶ DANH SÁCH TẬP THỂ, CÁ NHÂN CÓ NHIỀU ĐÓNG GÓP ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Đơn vị, cá nhân ủng hộ | Địa chỉ | Số tiền, hiện vật ủng hộ
1 | Công ty TNHH Minh Quang | Phường Hai Bà Trưng | 200.000.000 đồng
2 | Ông Lâm Quang Vinh | Xã Thanh Sơn | 50 suất quà
3 | Câu lạc bộ Thiện nguyện Hoa Sen | Phường Quang Trung | 5 tấn gạo
4 | Bà Hứa Thị Ngoan | Xã Ba Sao | 20.000.000 đồng
""",
        """
full_name | kind | award | address
Công ty TNHH Minh Quang | enterprise // collective | Giấy khen | *
Lâm Quang Vinh | individual | Giấy khen | Xã Thanh Sơn
Câu lạc bộ Thiện nguyện Hoa Sen | collective | Giấy khen | *
Hứa Thị Ngoan | individual | Giấy khen | Xã Ba Sao
""",
    ),
    Sent(
        "an inspectorate: unit and position swapped in one column with a slash",
        "ods",
        """
¶ THANH TRA TỈNH
¶ Danh sách đề nghị tặng Giấy khen của Chánh Thanh tra tỉnh
STT | Họ và tên | Đơn vị/Chức vụ | Thành tích
1 | Cung Đình Vận | Phòng Nghiệp vụ 1/Trưởng phòng | Chủ trì 03 cuộc thanh tra
2 | Sái Thị Ước | Văn phòng/Chuyên viên | Tham mưu xây dựng kế hoạch
""",
        """
full_name | position | unit_name | award | merit
Cung Đình Vận | Trưởng phòng | Phòng Nghiệp vụ 1 | Giấy khen | Chủ trì 03 cuộc thanh tra
Sái Thị Ước | Chuyên viên | Văn phòng | Giấy khen | Tham mưu xây dựng kế hoạch
""",
    ),
    Sent(
        "a high school's class list with prizes as honours, form teachers, and the class typed above",
        "docx",
        """
¶ TRƯỜNG THPT LÝ THƯỜNG KIỆT
¶ DANH SÁCH HỌC SINH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA HIỆU TRƯỞNG
¶ Lớp 11A3 - GVCN: Nguyễn Thu Trang
TT | Họ và tên | Ngày sinh | ĐTB | Lý do khen
1 | Thân Nhân Trung | 12/02/2009 | 9,2 | Giải Nhất cuộc thi khoa học kỹ thuật
2 | Lương Như Hộc | 30/08/2009 | 8,9 | Thủ khoa khối 11
¶ Lớp 12B1 - GVCN: Trần Đại Nghĩa
TT | Họ và tên | Ngày sinh | ĐTB | Lý do khen
1 | Đoàn Nguyễn Tuấn | 01/01/2008 | 9,0 | Giải Ba Olympic Vật lý
""",
        """
full_name | kind | birth_year | award | merit | unit_name
Thân Nhân Trung | pupil | 2009 | Giấy khen | Giải Nhất cuộc thi khoa học kỹ thuật | *
Lương Như Hộc | pupil | 2009 | Giấy khen | Thủ khoa khối 11 | *
Đoàn Nguyễn Tuấn | pupil | 2008 | Giấy khen | Giải Ba Olympic Vật lý | *
""",
    ),
)
