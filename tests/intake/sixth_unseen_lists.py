"""A sixth set of lists as units send them, written after the fifth was mended and before they were read."""

# ruff: noqa: E501 - rows of files, as they are typed

from tests.intake.sent_files import Sent

SIXTH = (
    Sent(
        "a cooperative alliance: two collectives' columns, years of founding, members",
        "docx",
        """
¶¶ LIÊN MINH HỢP TÁC XÃ TỈNH⏎Số: 15/DS-LMHTX | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc
¶ DANH SÁCH
¶ Các hợp tác xã, tổ hợp tác tiêu biểu đề nghị tặng Giấy khen
Số thứ tự | Tên HTX, tổ hợp tác | Năm thành lập | Số thành viên | Giám đốc/Tổ trưởng | Kết quả nổi bật
1 | HTX Dịch vụ nông nghiệp Bồ Đề | 1998 | 1250 | Trần Văn Hạ | Doanh thu 12 tỷ đồng, không nợ xấu
2 | Tổ hợp tác trồng hoa Phù Vân | 2016 | 22 | Lê Thị Đào | Thu nhập bình quân 8 triệu đồng/người/tháng
""",
        """
full_name | kind | award | merit
HTX Dịch vụ nông nghiệp Bồ Đề | collective // enterprise | Giấy khen | Doanh thu 12 tỷ đồng, không nợ xấu
Tổ hợp tác trồng hoa Phù Vân | collective // enterprise | Giấy khen | Thu nhập bình quân 8 triệu đồng/người/tháng
""",
    ),
    Sent(
        "a secondary school: three terms of address in front, teachers and staff in groups, honours of years before",
        "xlsx",
        """
¶ UBND HUYỆN DUY TIÊN
¶ TRƯỜNG THCS NGUYỄN HỮU TIẾN
¶ DANH SÁCH CBGVNV ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU THI ĐUA NĂM HỌC 2025-2026
TT | Họ và tên | Chức vụ | Danh hiệu đạt được các năm trước | < | Danh hiệu đề nghị | Tên SKKN
^ | ^ | ^ | 2023-2024 | 2024-2025 | ^ | ^
I. Ban giám hiệu | < | < | < | < | < | <
1 | Thầy Nguyễn Hữu Cảnh | Hiệu trưởng | CSTĐCS | LĐTT | CSTĐCS | Quản lý hồ sơ số
2 | Cô Vũ Thị Thanh | P. Hiệu trưởng | LĐTT | LĐTT | LĐTT |
II. Giáo viên | < | < | < | < | < | <
3 | Cô Bùi Bích Thủy | Tổ trưởng CM | LĐTT |  | CSTĐCS | Dạy từ vựng qua trò chơi
III. Nhân viên | < | < | < | < | < | <
4 | Anh Đoàn Văn Hậu | Bảo vệ |  | LĐTT | LĐTT |
""",
        """
full_name | position | award | gender
Nguyễn Hữu Cảnh | Hiệu trưởng | Chiến sĩ thi đua cơ sở | male
Vũ Thị Thanh | P. Hiệu trưởng // Phó Hiệu trưởng | Lao động tiên tiến | female
Bùi Bích Thủy | Tổ trưởng CM // Tổ trưởng chuyên môn | Chiến sĩ thi đua cơ sở | female
Đoàn Văn Hậu | Bảo vệ | Lao động tiên tiến | male
""",
    ),
    Sent(
        "a road company: units merged down in front, posts abbreviated, wages, a signature table",
        "docx",
        """
¶ CÔNG TY CP ĐƯỜNG BỘ 240
¶ BẢNG ĐỀ NGHỊ KHEN THƯỞNG ĐỘT XUẤT
¶ (Do có thành tích trong khắc phục hậu quả bão số 3)
Bộ phận | STT | Họ tên | Chức danh | Bậc thợ | Số công | Mức đề nghị
Hạt 1 | 1 | Nguyễn Đăng Khoa | Hạt trưởng |  | 26 | Giấy khen + 1.000.000đ
^ | 2 | Trần Trọng Kim | Tuần đường viên | 4/7 | 25 | Giấy khen + 500.000đ
Hạt 2 | 3 | Đỗ Nhuận | Hạt phó |  | 26 | Giấy khen + 700.000đ
¶¶ PHÒNG TCHC⏎⏎Mai Thúc Loan | GIÁM ĐỐC⏎⏎Lê Văn Khôi
""",
        """
full_name | position | unit_name | award
Nguyễn Đăng Khoa | Hạt trưởng | Hạt 1 | Giấy khen
Trần Trọng Kim | Tuần đường viên | Hạt 1 | Giấy khen
Đỗ Nhuận | Hạt phó | Hạt 2 | Giấy khen
""",
    ),
    Sent(
        "a province's department: workers abroad, columns named by questions",
        "xlsx",
        """
¶ SỞ KHOA HỌC VÀ CÔNG NGHỆ
¶ Biểu 02: Cá nhân đề nghị khen thưởng chuyên đề chuyển đổi số
Số TT | Ông/bà | Tên là gì | Đang giữ chức vụ gì? | Ở đơn vị nào? | Đề nghị khen ở mức nào? | Vì sao được khen?
01 | Ông | Phạm Hồng Thái | Trưởng phòng | Phòng Chuyển đổi số | Bằng khen của Chủ tịch UBND tỉnh | Xây dựng kho dữ liệu dùng chung
02 | Bà | Nguyễn Thị Định | Viên chức | Trung tâm Công nghệ thông tin | Giấy khen | Số hóa 12.000 hồ sơ
""",
        """
full_name | position | unit_name | award | merit | gender
Phạm Hồng Thái | Trưởng phòng | Phòng Chuyển đổi số | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Xây dựng kho dữ liệu dùng chung | male
Nguyễn Thị Định | Viên chức | Trung tâm Công nghệ thông tin | Giấy khen | Số hóa 12.000 hồ sơ | female
""",
    ),
    Sent(
        "bullets with dashes, post before the name, no numbers",
        "docx",
        """
¶ BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
¶ ĐỀ NGHỊ KHEN THƯỞNG
¶ Ban Quản lý các khu công nghiệp đề nghị tặng Giấy khen cho các cá nhân sau:
¶ - Đồng chí Lương Văn Can, Trưởng phòng Quản lý đầu tư;
¶ - Đồng chí Dương Bá Trạc, chuyên viên Văn phòng;
¶ - Đồng chí Sương Nguyệt Anh, kế toán trưởng Trung tâm Dịch vụ việc làm.
¶ Nơi nhận:
¶ - Như trên;
¶ - Lưu: VT.
""",
        """
full_name | position | unit_name | award
Lương Văn Can | Trưởng phòng // Trưởng phòng Quản lý đầu tư | * | Giấy khen
Dương Bá Trạc | chuyên viên // Chuyên viên | Văn phòng | Giấy khen
Sương Nguyệt Anh | kế toán trưởng // Kế toán trưởng | Trung tâm Dịch vụ việc làm | Giấy khen
""",
    ),
    Sent(
        "a district's culture office: villages and families by quotas, ranks and percentages",
        "ods",
        """
¶ PHÒNG VĂN HÓA - XÃ HỘI
¶ DANH SÁCH THÔN, TỔ DÂN PHỐ ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Thôn, tổ dân phố | Thuộc xã, phường | Tổng số hộ | Số hộ đạt GĐVH | Tỷ lệ đạt | Số năm liên tục
1 | Thôn Nga Thượng | Xã Liên Minh | 210 | 205 | 97.6 | 5
2 | Tổ dân phố số 7 | Phường Châu Sơn | 180 | 171 | 95 | 6
3 | Thôn Phúc Hạ | Xã Liên Minh | 95 | 92 | 96.8 | 5
""",
        """
full_name | kind | award
Thôn Nga Thượng | collective | Giấy khen
Tổ dân phố số 7 | collective | Giấy khen
Thôn Phúc Hạ | collective | Giấy khen
""",
    ),
    Sent(
        "an army command: ranks before names in the cell, wards beside",
        "docx",
        """
¶ BỘ CHỈ HUY QUÂN SỰ TỈNH
¶ DANH SÁCH QUÂN NHÂN ĐỀ NGHỊ TẶNG DANH HIỆU CHIẾN SĨ TIÊN TIẾN
STT | Cấp bậc, họ và tên | Chức vụ | Đơn vị
1 | Thượng úy Phùng Thế Tài | Trợ lý Tác huấn | Ban CHQS huyện Kim Bảng
2 | Trung sĩ Cù Chính Lan | Tiểu đội trưởng | Đại đội Thiết giáp
3 | Binh nhất La Văn Cầu | Chiến sĩ | Trung đội Vệ binh
""",
        """
full_name | position | unit_name | award
Phùng Thế Tài | Trợ lý Tác huấn | Ban CHQS huyện Kim Bảng | Chiến sĩ tiên tiến
Cù Chính Lan | Tiểu đội trưởng | Đại đội Thiết giáp | Chiến sĩ tiên tiến
La Văn Cầu | Chiến sĩ | Trung đội Vệ binh | Chiến sĩ tiên tiến
""",
    ),
    Sent(
        "an export of a personnel program: many columns, codes, mails, days of entry, honours ticked as 1",
        "xlsx",
        """
Mã CB | Họ và tên | Ngày sinh | GT | Email | Chức danh nghề nghiệp | Đơn vị trực thuộc | Ngày vào CQ | Hệ số lương | LĐTT | GK | Trạng thái
CB001 | Trịnh Hoài Đức | 14/02/1976 | Nam | duc@abc.vn | Chuyên viên chính | Vụ Pháp chế | 01/09/2001 | 4.40 | 1 |  | Đang làm việc
CB017 | Bà Thị Xuân Lan | 30/11/1988 | Nữ | lan@abc.vn | Chuyên viên | Vụ Kế hoạch - Tài chính | 15/03/2012 | 3.33 | 1 | 1 | Đang làm việc
""",
        """
full_name | birth_year | gender | position | unit_name | award
Trịnh Hoài Đức | 1976 | male | Chuyên viên chính | Vụ Pháp chế | Lao động tiên tiến
Bà Thị Xuân Lan // Thị Xuân Lan | 1988 | female | Chuyên viên | Vụ Kế hoạch - Tài chính | Lao động tiên tiến
Bà Thị Xuân Lan // Thị Xuân Lan | 1988 | female | Chuyên viên | Vụ Kế hoạch - Tài chính | Giấy khen
""",
    ),
    Sent(
        "a youth union: two lists one under the other in one sheet, other columns in each",
        "xlsx",
        """
¶ TỈNH ĐOÀN
¶ I. TẬP THỂ ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Tên đơn vị | Số đoàn viên | Thành tích
1 | Đoàn xã Tiên Sơn | 120 | Tổ chức tốt tháng thanh niên
2 | Chi đoàn Bưu điện | 15 | 100% đoàn viên hiến máu
¶ II. CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Họ và tên | Năm sinh | Chức vụ Đoàn | Thành tích
1 | Nguyễn Thái Học | 2001 | Bí thư Đoàn xã Tiên Sơn | Mô hình thanh niên khởi nghiệp
2 | Cô Giang | 2004 | UVBCH Chi đoàn Bưu điện | Hiến máu 5 lần
""",
        """
full_name | kind | position | unit_name | award | merit
Đoàn xã Tiên Sơn | collective | | * | Giấy khen | Tổ chức tốt tháng thanh niên
Chi đoàn Bưu điện | collective | | * | Giấy khen | 100% đoàn viên hiến máu
Nguyễn Thái Học | individual | Bí thư // Bí thư Đoàn xã Tiên Sơn | Đoàn xã Tiên Sơn // * | Giấy khen | Mô hình thanh niên khởi nghiệp
Cô Giang // Giang | individual | UVBCH // UVBCH Chi đoàn Bưu điện | Chi đoàn Bưu điện // * | Giấy khen | Hiến máu 5 lần
""",
    ),
    Sent(
        "a bank branch: names in capitals without marks, mixed case headings, empty rows between",
        "xls",
        """
NGÂN HÀNG NÔNG NGHIỆP CHI NHÁNH HÀ NAM

Danh sach can bo de nghi tang giay khen nam 2026

Stt | Ho Ten | Phong / To | Chuc Vu | Ket Qua XLLD | De Nghi
1 | Nguyễn Xuân Ôn | Phòng Tín dụng | Phó phòng | A | Giấy khen của Giám đốc Chi nhánh

2 | Trần Xuân Soạn | Phòng Kế toán - Ngân quỹ | Kiểm ngân | A | Giấy khen của Giám đốc Chi nhánh

3 | Tạ Quang Bửu | Phòng Tín dụng | Cán bộ tín dụng | B | Giấy khen của Giám đốc Chi nhánh
""",
        """
full_name | position | unit_name | award
Nguyễn Xuân Ôn | Phó phòng | Phòng Tín dụng | Giấy khen
Trần Xuân Soạn | Kiểm ngân | Phòng Kế toán - Ngân quỹ | Giấy khen
Tạ Quang Bửu | Cán bộ tín dụng | Phòng Tín dụng | Giấy khen
""",
    ),
    Sent(
        "a medical centre: councils' remarks, a column of proposals and one of results, both honours",
        "docx",
        """
¶ TRUNG TÂM Y TẾ HUYỆN
¶ TỔNG HỢP KẾT QUẢ XÉT THI ĐUA NĂM 2026
TT | Họ tên | Khoa | Chức danh | Cá nhân tự đăng ký | Khoa bình xét | Hội đồng kết luận | Lý do thay đổi
1 | Hải Triều | Khoa Nội | Bác sĩ | CSTĐCS | CSTĐCS | LĐTT | Sáng kiến chưa được công nhận
2 | Hoài Thanh | Khoa Nhi | Điều dưỡng | LĐTT | LĐTT | LĐTT |
""",
        """
full_name | position | unit_name | award
Hải Triều | Bác sĩ | Khoa Nội | Lao động tiên tiến
Hoài Thanh | Điều dưỡng | Khoa Nhi | Lao động tiên tiến
""",
    ),
    Sent(
        "whole names in a column of officials with parish, one list over two pages with its heading again",
        "docx",
        """
¶ ỦY BAN MTTQ VIỆT NAM XÃ KIM BÌNH
¶ DANH SÁCH NGƯỜI CÓ UY TÍN, CHỨC SẮC ĐỀ NGHỊ TẶNG GIẤY KHEN
STT | Họ, tên và năm sinh | Nơi cư trú | Tóm tắt công trạng
1 | Ông Bàn Văn Minh (1955) | Bản Khe Sú | Vận động 20 hộ bỏ hủ tục
2 | Bà Triệu Mùi Chài (1960) | Bản Nà Lốc | Giữ gìn nghề thêu
STT | Họ, tên và năm sinh | Nơi cư trú | Tóm tắt công trạng
3 | Ông Sùng Seo Páo (1949) | Thôn Sín Chải | Hòa giải 15 vụ việc
""",
        """
full_name | birth_year | address | award | merit | gender
Bàn Văn Minh | 1955 | Bản Khe Sú | Giấy khen | Vận động 20 hộ bỏ hủ tục | male
Triệu Mùi Chài | 1960 | Bản Nà Lốc | Giấy khen | Giữ gìn nghề thêu | female
Sùng Seo Páo | 1949 | Thôn Sín Chải | Giấy khen | Hòa giải 15 vụ việc | male
""",
    ),
)
