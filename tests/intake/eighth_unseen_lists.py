"""An eighth set of lists as units send them, written after the seventh was mended and before they were read."""

# ruff: noqa: E501 - rows of files, as they are typed

from tests.intake.sent_files import Sent

EIGHTH = (
    Sent(
        "cultural house",
        "docx",
        """
¶ TRUNG TÂM VĂN HÓA - THỂ THAO
¶ Danh sách cộng tác viên được đề nghị tặng Giấy khen năm 2026
STT | Nghệ danh/Họ tên | Quê quán | Lĩnh vực | Thời gian cộng tác | Đóng góp chính
1 | Nguyễn Thị Vân Hà | Xã Liêm Túc | Hát dậm | Từ 2010 | Truyền dạy cho 40 học viên nhỏ tuổi
2 | Trịnh Thị Răm | Xã Thi Sơn | Hát dậm | Từ 1990 | Phục dựng 12 làn điệu cổ
""",
        """
full_name | award
Nguyễn Thị Vân Hà | Giấy khen
Trịnh Thị Răm | Giấy khen
""",
    ),
    Sent(
        "water company",
        "xlsx",
        """
¶ CÔNG TY CỔ PHẦN NƯỚC SẠCH
¶ ĐỀ NGHỊ KHEN THƯỞNG QUÝ IV/2026
STT | Họ và tên người lao động | Tổ, trạm | Nhiệm vụ được giao | Khối lượng hoàn thành | Xếp loại A/B/C | Hình thức khen thưởng đề nghị
1 | Đậu Quang Lĩnh | Trạm bơm số 2 | Vận hành | 110% | A | Giấy khen
2 | Cát Thị Hạnh | Tổ Thu ngân | Thu tiền nước | 105% | A | Giấy khen
""",
        """
full_name | unit_name | award
Đậu Quang Lĩnh | Trạm bơm số 2 | Giấy khen
Cát Thị Hạnh | Tổ Thu ngân | Giấy khen
""",
    ),
    Sent(
        "veterans",
        "docx",
        """
¶ HỘI CỰU CHIẾN BINH XÃ BỒ ĐỀ
¶ DANH SÁCH
¶ Hội viên đề nghị tặng Giấy khen nhân dịp 37 năm ngày thành lập Hội
TT | Họ tên | Năm sinh | Nhập ngũ | Chức vụ trong Hội | Chi hội
1 | Trần Đình Vân | 1953 | 1971 | Chi hội trưởng | Chi hội thôn 1
2 | Lã Xuân Oai | 1956 | 1974 | Hội viên | Chi hội thôn 4
""",
        """
full_name | birth_year | position | unit_name | award
Trần Đình Vân | 1953 | Chi hội trưởng | Chi hội thôn 1 | Giấy khen
Lã Xuân Oai | 1956 | Hội viên | Chi hội thôn 4 | Giấy khen
""",
    ),
    Sent(
        "police ward, teams across",
        "xlsx",
        """
¶ CÔNG AN PHƯỜNG LÊ HỒNG PHONG
¶ Đề nghị công nhận danh hiệu “Chiến sĩ tiên tiến” năm 2026
STT | Họ tên | Cấp bậc | Chức vụ
A | Tổ An ninh | < | <
1 | Bế Văn Đàn | Đại úy | Tổ trưởng
B | Tổ Cảnh sát khu vực | < | <
2 | Tô Vĩnh Diện | Trung úy | Cán bộ
3 | Phan Đình Giót | Thượng úy | Cán bộ
""",
        """
full_name | position | unit_name | award
Bế Văn Đàn | Tổ trưởng | Tổ An ninh | Chiến sĩ tiên tiến
Tô Vĩnh Diện | Cán bộ | Tổ Cảnh sát khu vực | Chiến sĩ tiên tiến
Phan Đình Giót | Cán bộ | Tổ Cảnh sát khu vực | Chiến sĩ tiên tiến
""",
    ),
    Sent(
        "farm collectives",
        "xlsx",
        """
¶ SỞ NÔNG NGHIỆP
¶ DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH
TT | Tên đơn vị | Người đứng đầu | Số người | Thành tích tiêu biểu
1 | Trạm Khuyến nông Bình Lục | Hà Văn Nghiêm | 8 | Chuyển giao 15 mô hình
2 | Chi cục Kiểm lâm | Đỗ Thị Hiền | 42 | Không để xảy ra cháy rừng
""",
        """
full_name | kind | award | merit
Trạm Khuyến nông Bình Lục | collective | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Chuyển giao 15 mô hình
Chi cục Kiểm lâm | collective | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Không để xảy ra cháy rừng
""",
    ),
    Sent(
        "kindergarten xls",
        "xls",
        """
TRƯỜNG MẦM NON BAN MAI
DANH SÁCH GIÁO VIÊN, NHÂN VIÊN ĐỀ NGHỊ DANH HIỆU THI ĐUA

TT | Họ và tên giáo viên, nhân viên | Ngày/tháng/năm sinh | Nhóm, lớp phụ trách | Nhiệm vụ | Danh hiệu đăng ký | Danh hiệu đề nghị
1 | Ngô Thị Sâm | 02/05/1987 | 5 tuổi A | Giáo viên | CSTĐCS | CSTĐCS
2 | Sầm Thị Nương | 12/08/1995 | Bếp | Nuôi dưỡng | LĐTT | LĐTT
""",
        """
full_name | birth_year | award
Ngô Thị Sâm | 1987 | Chiến sĩ thi đua cơ sở
Sầm Thị Nương | 1995 | Lao động tiên tiến
""",
    ),
    Sent(
        "post office csv",
        "csv",
        """
Mã số | Tên nhân viên | Bưu cục | Vị trí | Doanh thu đạt | Khen thưởng
0045 | Tiêu Thị Mận | Bưu cục Đồng Văn | Giao dịch viên | 120% | Giấy khen
0078 | Lỗ Văn Đạt | Bưu cục Hòa Mạc | Bưu tá | 115% | Giấy khen
""",
        """
full_name | position | unit_name | award
Tiêu Thị Mận | Giao dịch viên | Bưu cục Đồng Văn | Giấy khen
Lỗ Văn Đạt | Bưu tá | Bưu cục Hòa Mạc | Giấy khen
""",
    ),
    Sent(
        "lines with commas and units",
        "docx",
        """
¶ VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HĐND TỈNH
¶ DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN
¶ 1. Bà Hoa Thị Mai - Phó Trưởng phòng Công tác Quốc hội
¶ 2. Ông Thẩm Văn Lực - Chuyên viên phòng Hành chính, Tổ chức, Quản trị
¶ 3. Bà Nhâm Thị Oanh - Kế toán viên
""",
        """
full_name | position | award
Hoa Thị Mai | Phó Trưởng phòng // Phó Trưởng phòng Công tác Quốc hội | Giấy khen
Thẩm Văn Lực | Chuyên viên | Giấy khen
Nhâm Thị Oanh | Kế toán viên | Giấy khen
""",
    ),
)
