"""A fifth set of lists as units send them, written before the reader was looked at."""

# ruff: noqa: E501 - rows of files, as they are typed

from tests.intake.sent_files import Sent

FIFTH = (
    Sent(
        "a primary school's pupils, the honour of its circular in its own column",
        "docx",
        """
¶¶ PHÒNG GD&ĐT HUYỆN KIM BẢNG⏎TRƯỜNG TIỂU HỌC NHẬT TÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc
¶ DANH SÁCH HỌC SINH ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG CUỐI NĂM HỌC 2025 - 2026
¶ (Kèm theo Tờ trình số 41/TTr-THNT ngày 25/5/2026 của Hiệu trưởng)
STT | Họ và tên học sinh | Nữ | Ngày sinh | Lớp | Toán | T.Việt | Danh hiệu | Ghi chú
1 | Nguyễn Gia Bảo |  | 12/03/2016 | 4A | 10 | 9 | Học sinh Xuất sắc |
2 | Trần Ngọc Diệp | x | 05/11/2016 | 4A | 10 | 10 | Học sinh Xuất sắc |
3 | Lê Khánh Huyền | x | 21/07/2015 | 5B | 9 | 9 | Học sinh Tiêu biểu |
4 | Đinh Công Vinh |  | 30/01/2015 | 5B | 9 | 8 | Học sinh Tiêu biểu | Con hộ nghèo
¶ Danh sách này có 04 học sinh./.
¶¶ NGƯỜI LẬP⏎⏎⏎Phạm Thị Thu | HIỆU TRƯỞNG⏎⏎⏎Vũ Văn Thao
""",
        """
full_name | kind | gender | birth_year | award
Nguyễn Gia Bảo | pupil | * | 2016 | Học sinh Xuất sắc
Trần Ngọc Diệp | pupil | female | 2016 | Học sinh Xuất sắc
Lê Khánh Huyền | pupil | female | 2015 | Học sinh Tiêu biểu
Đinh Công Vinh | pupil | * | 2015 | Học sinh Tiêu biểu
""",
    ),
    Sent(
        "a hospital: two rows of headings, honours as ticked columns",
        "xlsx",
        """
¶ SỞ Y TẾ HÀ NAM
¶ BỆNH VIỆN ĐA KHOA TỈNH
¶ BẢNG TỔNG HỢP ĐỀ NGHỊ DANH HIỆU THI ĐUA NĂM 2026
TT | Họ tên CBVC | Năm sinh | < | Chức danh nghề nghiệp | Khoa, phòng | Danh hiệu đề nghị | < | Ghi chú
^ | ^ | Nam | Nữ | ^ | ^ | LĐTT | CSTĐCS | ^
1 | Hoàng Minh Đạo | 1978 |  | Bác sĩ CKII, Trưởng khoa | Khoa Ngoại | x | x |
2 | Lại Thị Hường |  | 1985 | Điều dưỡng hạng III | Khoa Ngoại | x |  |
3 | Vũ Hải Yến |  | 1990 | Dược sĩ | Khoa Dược | x |  | nghỉ TS
4 | Ngô Quý Đôn | 1982 |  | Kỹ thuật viên | Khoa Chẩn đoán hình ảnh | x | x |
Tổng cộng |  | 2 | 2 |  |  | 4 | 2 |
""",
        """
full_name | gender | birth_year | position | unit_name | award
Hoàng Minh Đạo | male | 1978 | Bác sĩ CKII, Trưởng khoa | Khoa Ngoại | Lao động tiên tiến
Hoàng Minh Đạo | male | 1978 | Bác sĩ CKII, Trưởng khoa | Khoa Ngoại | Chiến sĩ thi đua cơ sở
Lại Thị Hường | female | 1985 | Điều dưỡng hạng III | Khoa Ngoại | Lao động tiên tiến
Vũ Hải Yến | female | 1990 | Dược sĩ | Khoa Dược | Lao động tiên tiến
Ngô Quý Đôn | male | 1982 | Kỹ thuật viên | Khoa Chẩn đoán hình ảnh | Lao động tiên tiến
Ngô Quý Đôn | male | 1982 | Kỹ thuật viên | Khoa Chẩn đoán hình ảnh | Chiến sĩ thi đua cơ sở
""",
    ),
    Sent(
        "a commune's households, the honour in the title alone",
        "docx",
        """
¶¶ ỦY BAN NHÂN DÂN⏎XÃ THANH HẢI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc
¶ DANH SÁCH
¶ Hộ gia đình đề nghị Chủ tịch UBND xã tặng Giấy khen
¶ “Gia đình văn hóa tiêu biểu” năm 2026
TT | Chủ hộ | Số khẩu | Địa chỉ (thôn) | Số điện thoại | Tóm tắt thành tích
1 | Nguyễn Văn Thắng | 5 | Thôn Động Xuyên | 0912345678 | Ba năm liền đạt Gia đình văn hóa
2 | Bà Phạm Thị Mùi | 3 | Thôn Thanh Bồng | 0987 654 321 | Hiến 120m2 đất làm đường
3 | Ông Đỗ Đình Chiến | 6 | Thôn Hải Phú |  | Con cháu học giỏi
""",
        """
full_name | kind | address | award | position | merit
Nguyễn Văn Thắng // Hộ ông Nguyễn Văn Thắng // Hộ gia đình Nguyễn Văn Thắng // Hộ Nguyễn Văn Thắng | household | Thôn Động Xuyên | Giấy khen | | Ba năm liền đạt Gia đình văn hóa
Phạm Thị Mùi // Bà Phạm Thị Mùi // Hộ bà Phạm Thị Mùi // Hộ gia đình bà Phạm Thị Mùi | household | Thôn Thanh Bồng | Giấy khen | | Hiến 120m2 đất làm đường
Đỗ Đình Chiến // Ông Đỗ Đình Chiến // Hộ ông Đỗ Đình Chiến // Hộ gia đình ông Đỗ Đình Chiến | household | Thôn Hải Phú | Giấy khen | | Con cháu học giỏi
""",
    ),
    Sent(
        "a company: family and given name apart, codes, money, days; the honour above",
        "xls",
        """
¶ CÔNG TY CỔ PHẦN MAY ĐÔNG HẢI
¶ DANH SÁCH CÁN BỘ CÔNG NHÂN VIÊN ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA GIÁM ĐỐC
Số TT | Mã NV | Họ đệm | Tên | Bộ phận | Công việc đang làm | Ngày vào làm | Tiền thưởng (đồng) | Ký nhận
1 | 00123 | Trần Thị | Lụa | Chuyền may 5 | Công nhân may | 01/03/2015 | 1500000 |
2 | 00456 | Nguyễn Hữu | Tài | Phòng Cơ điện | Thợ điện bậc 4/7 | 15/08/2012 | 1500000 |
3 | 00789 | Mai | Anh | Phòng Kế toán | Kế toán viên | 02/01/2020 | 1500000 |
 |  | Cộng |  |  |  |  | 4500000 |
""",
        """
full_name | position | unit_name | award | kind
Trần Thị Lụa | Công nhân may | Chuyền may 5 | Giấy khen | individual
Nguyễn Hữu Tài | Thợ điện bậc 4/7 | Phòng Cơ điện | Giấy khen | individual
Mai Anh | Kế toán viên | Phòng Kế toán | Giấy khen | individual
""",
    ),
    Sent(
        "a farmers' union in the Windows code page",
        "csv-1258",
        """
STT | Họ tên hội viên | Năm sinh | Chi hội | Mô hình sản xuất | Thu nhập (triệu đồng/năm) | Hình thức đề nghị khen
1 | Lương Văn Bền | 1968 | Chi hội thôn Nội | Nuôi cá lồng | 350 | Bằng khen của Chủ tịch UBND tỉnh
2 | Trịnh Thị Nhàn | 1972 | Chi hội thôn Ngoại | Trồng rau sạch | 180 | Giấy khen
3 | Bạch Công Tuấn | 1980 | Chi hội thôn Nội | Chăn nuôi lợn | 500 | Giấy khen
""",
        """
full_name | birth_year | unit_name | award
Lương Văn Bền | 1968 | Chi hội thôn Nội | Bằng khen của Chủ tịch UBND tỉnh // Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
Trịnh Thị Nhàn | 1972 | Chi hội thôn Ngoại | Giấy khen
Bạch Công Tuấn | 1980 | Chi hội thôn Nội | Giấy khen
""",
    ),
    Sent(
        "numbered paragraphs in two groups",
        "docx",
        """
¶ SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
¶ DANH SÁCH
¶ Tập thể, cá nhân đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh
¶ (Kèm theo Tờ trình số 112/TTr-SNNMT ngày 10/11/2026)
¶ I. TẬP THỂ (03 tập thể)
¶ 1. Chi cục Thủy lợi;
¶ 2. Trung tâm Khuyến nông;
¶ 3. Phòng Kế hoạch - Tài chính, Sở Nông nghiệp và Môi trường.
¶ II. CÁ NHÂN (03 cá nhân)
¶ 1. Ông Phan Đình Tùng, sinh năm 1975, Chi cục trưởng Chi cục Thủy lợi;
¶ 2. Bà Tạ Thị Bích Ngọc, sinh năm 1983, Phó Giám đốc Trung tâm Khuyến nông;
¶ 3. Ông Cao Bá Quát, Chuyên viên Phòng Kế hoạch - Tài chính./.
¶ Tổng số: 03 tập thể, 03 cá nhân.
¶ GIÁM ĐỐC
¶ Nguyễn Mạnh Hùng
""",
        """
full_name | kind | position | unit_name | award | gender | birth_year
Chi cục Thủy lợi | collective | | * | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | | *
Trung tâm Khuyến nông | collective | | * | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | | *
Phòng Kế hoạch - Tài chính // Phòng Kế hoạch - Tài chính, Sở Nông nghiệp và Môi trường | collective | | * | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | | *
Phan Đình Tùng | individual | Chi cục trưởng | Chi cục Thủy lợi | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | male | 1975
Tạ Thị Bích Ngọc | individual | Phó Giám đốc | Trung tâm Khuyến nông | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | female | 1983
Cao Bá Quát | individual | Chuyên viên | Phòng Kế hoạch - Tài chính | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | male | *
""",
    ),
    Sent(
        "ditto marks of three typings",
        "docx",
        """
¶ UBND HUYỆN BÌNH LỤC
¶ PHÒNG NỘI VỤ
¶ Danh sách trích ngang cán bộ, công chức đề nghị khen
STT | Họ và tên | Chức vụ | Đơn vị công tác | Hình thức khen thưởng | Lý do
1 | Đào Duy Từ | Phó Trưởng phòng | Phòng Nội vụ | Giấy khen | Hoàn thành xuất sắc nhiệm vụ
2 | Ngô Thì Nhậm | Chuyên viên | nt | nt | nt
3 | Lê Quý Đôn | -nt- | Phòng Tư pháp | -//- | Hoàn thành tốt nhiệm vụ
4 | Phan Huy Chú | " | " | " | "
""",
        """
full_name | position | unit_name | award | merit
Đào Duy Từ | Phó Trưởng phòng | Phòng Nội vụ | Giấy khen | Hoàn thành xuất sắc nhiệm vụ
Ngô Thì Nhậm | Chuyên viên | Phòng Nội vụ | Giấy khen | Hoàn thành xuất sắc nhiệm vụ
Lê Quý Đôn | Chuyên viên | Phòng Tư pháp | Giấy khen | Hoàn thành tốt nhiệm vụ
Phan Huy Chú | Chuyên viên | Phòng Tư pháp | Giấy khen | Hoàn thành tốt nhiệm vụ
""",
    ),
    Sent(
        "a council's count of votes",
        "ods",
        """
¶ KẾT QUẢ BỎ PHIẾU XÉT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2026
TT | Họ và tên | Chức vụ, đơn vị | Số phiếu phát ra | Số phiếu thu về | Đồng ý | Tỷ lệ phiếu (%) | Kết quả
1 | Bùi Thế Mỹ | Trưởng phòng, Phòng Tổ chức | 11 | 11 | 11 | 100 | Đạt
2 | Quách Thị Trang | Kế toán trưởng, Trung tâm Lưu trữ | 11 | 11 | 10 | 90.9 | Đạt
""",
        """
full_name | position | unit_name | award
Bùi Thế Mỹ | Trưởng phòng | Phòng Tổ chức | Chiến sĩ thi đua cơ sở
Quách Thị Trang | Kế toán trưởng | Trung tâm Lưu trữ | Chiến sĩ thi đua cơ sở
""",
    ),
    Sent(
        "a workbook with collectives and persons on sheets of their own",
        "xlsx",
        """
=== TT
¶ DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG
STT | Tên tập thể | Tổng số CBVC | Số LĐTT | Tỷ lệ % | Danh hiệu đề nghị
1 | Tổ Toán - Tin | 12 | 11 | 91.7 | Tập thể lao động tiên tiến
2 | Tổ Văn phòng | 6 | 6 | 100 | Tập thể lao động xuất sắc
=== CN
¶ DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG
STT | Họ và tên | Giới tính | Chuyên môn | Tổ | Danh hiệu đề nghị | Sáng kiến
1 | Phùng Khắc Khoan | Nam | Giáo viên Toán | Tổ Toán - Tin | Chiến sĩ thi đua cơ sở | Dạy hình học bằng GeoGebra
2 | Đoàn Thị Điểm | Nữ | Văn thư | Tổ Văn phòng | Lao động tiên tiến |
=== Sheet3
¶ Ghi chú: LĐTT là Lao động tiên tiến
""",
        """
full_name | kind | unit_name | award | gender | position
Tổ Toán - Tin | collective | * | Tập thể lao động tiên tiến | |
Tổ Văn phòng | collective | * | Tập thể lao động xuất sắc | |
Phùng Khắc Khoan | individual | Tổ Toán - Tin | Chiến sĩ thi đua cơ sở | male | Giáo viên Toán
Đoàn Thị Điểm | individual | Tổ Văn phòng | Lao động tiên tiến | female | Văn thư
""",
    ),
    Sent(
        "units across the row, with sums of each",
        "xlsx",
        """
¶ TỔNG CÔNG TY ĐIỆN LỰC - CÔNG TY ĐIỆN LỰC HÀ NAM
¶ DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU “LAO ĐỘNG TIÊN TIẾN” NĂM 2026
TT | Họ và tên | Chức danh | Hệ số hoàn thành | Ghi chú
I | Phòng Kỹ thuật an toàn | < | < | <
1 | Kiều Văn Phúc | Trưởng phòng | 1.05 |
2 | Hồ Xuân Hương | Kỹ sư | 1.0 |
 | Cộng: 02 người |  |  |
II | Đội Quản lý vận hành số 3 | < | < | <
3 | Mạc Đĩnh Chi | Đội trưởng | 1.02 |
 | Cộng: 01 người |  |  |
 | TỔNG CỘNG: 03 NGƯỜI |  |  |
""",
        """
full_name | position | unit_name | award
Kiều Văn Phúc | Trưởng phòng | Phòng Kỹ thuật an toàn | Lao động tiên tiến
Hồ Xuân Hương | Kỹ sư | Phòng Kỹ thuật an toàn | Lao động tiên tiến
Mạc Đĩnh Chi | Đội trưởng | Đội Quản lý vận hành số 3 | Lao động tiên tiến
""",
    ),
    Sent(
        "police officers with their ranks",
        "docx",
        """
¶ CÔNG AN TỈNH HÀ NAM
¶ DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Cấp bậc | Họ và tên | Chức vụ | Đơn vị | Thành tích đạt được
1 | Thiếu tá | Trương Hán Siêu | Phó Đội trưởng | Đội Cảnh sát giao thông | Phá vụ trộm cắp xe máy
2 | Đại úy | Nguyễn Thị Lộ | Cán bộ | Đội Tổng hợp | Tham mưu tốt
3 | Trung úy | Phạm Ngũ Lão | Cán bộ | Công an xã Liêm Sơn | Bắt đối tượng truy nã
""",
        """
full_name | position | unit_name | award | merit
Trương Hán Siêu | Phó Đội trưởng // Thiếu tá, Phó Đội trưởng | Đội Cảnh sát giao thông | Giấy khen | Phá vụ trộm cắp xe máy
Nguyễn Thị Lộ | Cán bộ // Đại úy, Cán bộ | Đội Tổng hợp | Giấy khen | Tham mưu tốt
Phạm Ngũ Lão | Cán bộ // Trung úy, Cán bộ | Công an xã Liêm Sơn | Giấy khen | Bắt đối tượng truy nã
""",
    ),
    Sent(
        "a women's union: name and post in one cell on two lines",
        "docx",
        """
¶ HỘI LIÊN HIỆP PHỤ NỮ XÃ AN NỘI
¶ DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG PHONG TRÀO “PHỤ NỮ TÍCH CỰC HỌC TẬP”
TT | Tên tập thể, cá nhân | Thành tích | Hình thức đề nghị
I | TẬP THỂ |  |
1 | Chi hội phụ nữ thôn An Thuận | Dẫn đầu phong trào | Giấy khen
II | CÁ NHÂN |  |
1 | Chị Nguyễn Thị Hoa⏎Chi hội trưởng Chi hội phụ nữ thôn An Tập | Vận động 30 hội viên mới | Giấy khen
2 | Chị Lưu Thúy Nga⏎Hội viên Chi hội phụ nữ thôn An Thuận | Hộ làm kinh tế giỏi | Giấy khen
""",
        """
full_name | kind | position | unit_name | award | merit
Chi hội phụ nữ thôn An Thuận | collective | | * | Giấy khen | Dẫn đầu phong trào
Nguyễn Thị Hoa | individual | Chi hội trưởng | Chi hội phụ nữ thôn An Tập | Giấy khen | Vận động 30 hội viên mới
Lưu Thúy Nga | individual | Hội viên | Chi hội phụ nữ thôn An Thuận | Giấy khen | Hộ làm kinh tế giỏi
""",
    ),
    Sent(
        "enterprises with their representatives and taxes",
        "xlsx",
        """
¶ HIỆP HỘI DOANH NGHIỆP TỈNH
¶ DANH SÁCH DOANH NGHIỆP ĐỀ NGHỊ CHỦ TỊCH UBND TỈNH TẶNG BẰNG KHEN
STT | Tên doanh nghiệp | Mã số thuế | Người đại diện | Địa chỉ trụ sở | Nộp NSNN 2025 (tỷ đồng) | Số lao động
1 | Công ty TNHH Thép Việt Nhật | 0700123456 | Nguyễn Văn Thép | KCN Đồng Văn II | 25.3 | 320
2 | Công ty CP Sữa Hà Nam | 0700654321 | Trần Sữa | Phường Duy Minh | 12.1 | 150
3 | Hợp tác xã Rau sạch Trác Văn | 0700999888 | Lê Thị Rau | Xã Trác Văn | 0.4 | 35
""",
        """
full_name | kind | award | position
Công ty TNHH Thép Việt Nhật | collective // enterprise | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh // Bằng khen |
Công ty CP Sữa Hà Nam | collective // enterprise | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh // Bằng khen |
Hợp tác xã Rau sạch Trác Văn | collective // enterprise | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh // Bằng khen |
""",
    ),
    Sent(
        "blood donors: two columns of sex, blood groups, times, telephones",
        "xlsx",
        """
¶¶ HỘI CHỮ THẬP ĐỎ HUYỆN LÝ NHÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
¶ DANH SÁCH NGƯỜI HIẾN MÁU TÌNH NGUYỆN TIÊU BIỂU ĐỀ NGHỊ TẶNG GIẤY KHEN NĂM 2026
Stt | Họ tên | Giới | < | Ngày sinh | Nghề nghiệp | Địa chỉ | Nhóm máu | Số lần hiến | SĐT
^ | ^ | Nam | Nữ | ^ | ^ | ^ | ^ | ^ | ^
1 | Trần Khát Chân | x |  | d:10/02/1988 | Nông dân | Xã Nhân Chính | O+ | 21 | 0912000111
2 | Bùi Thị Xuân |  | x | d:04/12/1990 | Giáo viên | Xã Bắc Lý | A | 15 | 0977000222
3 | Hoàng Diệu | x |  | d:25/05/1979 | Công nhân | Thị trấn Vĩnh Trụ | AB- | 33 | 0366000333
""",
        """
full_name | gender | birth_year | address | award | unit_name
Trần Khát Chân | male | 1988 | Xã Nhân Chính | Giấy khen | *
Bùi Thị Xuân | female | 1990 | Xã Bắc Lý | Giấy khen | *
Hoàng Diệu | male | 1979 | Thị trấn Vĩnh Trụ | Giấy khen | *
""",
    ),
    Sent(
        "columns the other way round",
        "docx",
        """
¶ Danh sách đề nghị xét tặng của Trung tâm Văn hóa
Danh hiệu đề nghị | Thành tích tiêu biểu | Phòng (ban) | Chức vụ hiện nay | Họ tên | TT
LĐTT | Tổ chức tốt 12 buổi biểu diễn | Ban Nghệ thuật | Trưởng ban | Tống Duy Tân | 1
CSTĐ cơ sở | Đạo diễn vở “Đất mẹ” | Ban Nghệ thuật | Đạo diễn | Mỵ Duy Thọ | 2
LĐTT | Quản lý thư viện | Ban Thư viện | Thủ thư | Ung Thị Kim | 3
""",
        """
full_name | position | unit_name | award | merit
Tống Duy Tân | Trưởng ban | Ban Nghệ thuật | Lao động tiên tiến | Tổ chức tốt 12 buổi biểu diễn
Mỵ Duy Thọ | Đạo diễn | Ban Nghệ thuật | Chiến sĩ thi đua cơ sở | Đạo diễn vở “Đất mẹ”
Ung Thị Kim | Thủ thư | Ban Thư viện | Lao động tiên tiến | Quản lý thư viện
""",
    ),
    Sent(
        "a project's list in English headings",
        "xlsx",
        """
No. | Employee name | Job title | Department | D.O.B | Sex | Nominated for | Key achievements
1 | Lâm Vĩnh Hải | Team leader | IT Department | d:01/09/1991 | M | Giấy khen | Migrated the system
2 | Âu Dương Lân | Accountant | Finance | d:12/12/1987 | F | Giấy khen | Closed the books early
""",
        """
full_name | position | unit_name | birth_year | gender | award | merit
Lâm Vĩnh Hải | Team leader | IT Department | 1991 | male | Giấy khen | Migrated the system
Âu Dương Lân | Accountant | Finance | 1987 | female | Giấy khen | Closed the books early
""",
    ),
    Sent(
        "headings without marks, capitals",
        "xls",
        """
¶ DANH SACH DE NGHI KHEN THUONG
TT | HO VA TEN | NGAY SINH | CHUC DANH | PHONG BAN | HINH THUC KHEN | QUA TRINH CONG TAC
1 | TRẦN NHẬT DUẬT | 03/04/1980 | CHUYÊN VIÊN CHÍNH | PHÒNG THANH TRA | GIẤY KHEN | Từ 2005 đến nay
2 | YẾT KIÊU | 1984 | NHÂN VIÊN LÁI XE | VĂN PHÒNG | GIẤY KHEN | Từ 2010 đến nay
""",
        """
full_name | birth_year | position | unit_name | award
Trần Nhật Duật // TRẦN NHẬT DUẬT | 1980 | CHUYÊN VIÊN CHÍNH // Chuyên viên chính | PHÒNG THANH TRA // Phòng Thanh tra | Giấy khen
Yết Kiêu // YẾT KIÊU | 1984 | NHÂN VIÊN LÁI XE // Nhân viên lái xe | VĂN PHÒNG // Văn phòng | Giấy khen
""",
    ),
    Sent(
        "two tables, each under the line that names its honour",
        "docx",
        """
¶ ĐẢNG ỦY - UBND XÃ TIÊN NGOẠI
¶ DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026
¶ 1. Danh hiệu Lao động tiên tiến
STT | Họ và tên | Chức vụ
1 | Chu Văn An | Bí thư Đảng ủy
2 | Lý Thị Thiên Hương | Công chức Tài chính - Kế toán
¶ 2. Danh hiệu Chiến sĩ thi đua cơ sở
STT | Họ và tên | Chức vụ | Tên sáng kiến
1 | Chu Văn An | Bí thư Đảng ủy | Số hóa hồ sơ
¶ 3. Tặng Giấy khen
STT | Họ và tên | Chức vụ
1 | Phó Đức Chính | Trưởng thôn Thượng
""",
        """
full_name | position | award
Chu Văn An | Bí thư Đảng ủy | Lao động tiên tiến
Lý Thị Thiên Hương | Công chức Tài chính - Kế toán | Lao động tiên tiến
Chu Văn An | Bí thư Đảng ủy | Chiến sĩ thi đua cơ sở
Phó Đức Chính | Trưởng thôn Thượng // Trưởng thôn | Giấy khen
""",
    ),
    Sent(
        "honours as group rows, unit and post in one column",
        "docx",
        """
¶ CỤC THUẾ TỈNH
¶ DANH SÁCH CÔNG CHỨC ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU THI ĐUA
¶ (Kèm theo Biên bản họp ngày 05/12/2026)
TT | Họ và tên | Chức vụ - Đơn vị
A | CHIẾN SĨ THI ĐUA CƠ SỞ (02 người) | <
1 | Tôn Thất Thuyết | Chi cục trưởng - Chi cục Thuế khu vực Phủ Lý
2 | Khúc Thừa Dụ | Phó Trưởng phòng - Phòng Thanh tra, kiểm tra số 1
B | LAO ĐỘNG TIÊN TIẾN (01 người) | <
1 | Triệu Thị Trinh | Kiểm tra viên thuế - Phòng Kê khai
""",
        """
full_name | position | unit_name | award
Tôn Thất Thuyết | Chi cục trưởng | Chi cục Thuế khu vực Phủ Lý | Chiến sĩ thi đua cơ sở
Khúc Thừa Dụ | Phó Trưởng phòng | Phòng Thanh tra, kiểm tra số 1 | Chiến sĩ thi đua cơ sở
Triệu Thị Trinh | Kiểm tra viên thuế | Phòng Kê khai | Lao động tiên tiến
""",
    ),
    Sent(
        "units merged down, an empty column, abbreviations",
        "xlsx",
        """
¶ ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH
¶ TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG
STT |  | Đơn vị | Họ và tên | CV | Hình thức KT | Thành tích | Điểm tự chấm | Điểm thẩm định
1 |  | Phòng Thời sự | ĐINH BỘ LĨNH | TP | GK | Đạt giải Nhất liên hoan phát thanh | 95 | 94
2 |  | ^ | LÊ ĐẠI HÀNH | Phóng viên | GK | Có 20 tin bài xuất sắc | 92 | 92
3 |  | Phòng Kỹ thuật | NGÔ QUYỀN | PTP | GK | Bảo đảm sóng an toàn | 90 | 91
""",
        """
full_name | position | unit_name | award | merit
Đinh Bộ Lĩnh // ĐINH BỘ LĨNH | TP // Trưởng phòng | Phòng Thời sự | Giấy khen | Đạt giải Nhất liên hoan phát thanh
Lê Đại Hành // LÊ ĐẠI HÀNH | Phóng viên | Phòng Thời sự | Giấy khen | Có 20 tin bài xuất sắc
Ngô Quyền // NGÔ QUYỀN | PTP // Phó Trưởng phòng // Phó trưởng phòng | Phòng Kỹ thuật | Giấy khen | Bảo đảm sóng an toàn
""",
    ),
    Sent(
        "a union's list with ethnic groups, Party, schooling and signatures",
        "docx",
        """
¶ LIÊN ĐOÀN LAO ĐỘNG HUYỆN
¶ DANH SÁCH TRÍCH NGANG ĐOÀN VIÊN CÔNG ĐOÀN TIÊU BIỂU
TT | Họ và tên đoàn viên | Ngày, tháng, năm sinh | Dân tộc | Tôn giáo | Đảng viên | Trình độ CM | Chức vụ công đoàn | CĐCS | Hình thức đề nghị
1 | Giàng A Páo | 02/9/1989 | Mông | Không | x | Đại học | Chủ tịch CĐCS | CĐCS Trường THCS Tân Sơn | Giấy khen
2 | H'Hen Niê | 15/5/1992 | Ê Đê | Không |  | Cao đẳng | UV BCH | CĐCS Trạm Y tế xã Ba Sao | Giấy khen
3 | Thạch Sô Phia | 1978 | Khmer | Phật giáo | x | Thạc sĩ | Đoàn viên | CĐCS Công ty Xi măng | Giấy khen
¶¶ NGƯỜI LẬP BIỂU⏎(Ký, ghi rõ họ tên)⏎⏎Dương Văn Nội | TM. BAN THƯỜNG VỤ⏎CHỦ TỊCH⏎⏎Trần Thị Lan
""",
        """
full_name | birth_year | position | unit_name | award
Giàng A Páo | 1989 | Chủ tịch CĐCS | CĐCS Trường THCS Tân Sơn | Giấy khen
H'Hen Niê | 1992 | UV BCH | CĐCS Trạm Y tế xã Ba Sao | Giấy khen
Thạch Sô Phia | 1978 | Đoàn viên | CĐCS Công ty Xi măng | Giấy khen
""",
    ),
    Sent(
        "whole lines in one column of a table",
        "docx",
        """
¶ HUYỆN ĐOÀN THANH LIÊM
¶ DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN
TT | Cá nhân
1 | Đ/c Trần Văn Nam, Bí thư Đoàn xã Liêm Tiết;
2 | Đ/c Nguyễn Thị Minh Khai - Phó Bí thư Đoàn xã Thanh Hà;
3 | Anh Hà Huy Tập, đoàn viên Chi đoàn thôn Chè, xã Liêm Phong
""",
        """
full_name | position | unit_name | award
Trần Văn Nam | Bí thư // Bí thư Đoàn xã Liêm Tiết // Bí thư Đoàn | Đoàn xã Liêm Tiết // xã Liêm Tiết // Xã Liêm Tiết | Giấy khen
Nguyễn Thị Minh Khai | Phó Bí thư // Phó Bí thư Đoàn xã Thanh Hà // Phó Bí thư Đoàn | Đoàn xã Thanh Hà // xã Thanh Hà // Xã Thanh Hà | Giấy khen
Hà Huy Tập | đoàn viên // Đoàn viên | Chi đoàn thôn Chè, xã Liêm Phong // Chi đoàn thôn Chè | Giấy khen
""",
    ),
    Sent(
        "no heading row at all",
        "xlsx",
        """
¶ Danh sách phòng Văn hóa gửi, đề nghị tặng Giấy khen
1 | Nguyễn Bỉnh Khiêm | Nam | Chuyên viên | Phòng Văn hóa - Xã hội | Giấy khen
2 | Hồ Thị Kỷ | Nữ | Nhân viên | Trung tâm Văn hóa | Giấy khen
3 | Lương Thế Vinh | Nam | Phó Giám đốc | Trung tâm Văn hóa | Giấy khen
""",
        """
full_name | position | unit_name | award | gender
Nguyễn Bỉnh Khiêm | Chuyên viên | Phòng Văn hóa - Xã hội | Giấy khen | male
Hồ Thị Kỷ | Nhân viên | Trung tâm Văn hóa | Giấy khen | female
Lương Thế Vinh | Phó Giám đốc | Trung tâm Văn hóa | Giấy khen | male
""",
    ),
    Sent(
        "a hamlet's list of pupils by class, prize in the cell, parent beside",
        "xlsx",
        """
¶ HỘI KHUYẾN HỌC XÃ NGỌC LŨ
¶ DANH SÁCH HỌC SINH GIỎI ĐƯỢC KHEN THƯỞNG NĂM HỌC 2025-2026 (tặng Giấy khen)
TT | Họ tên học sinh | Học lớp | Trường | Họ tên bố (mẹ) | Thôn | Đạt giải | Tiền thưởng
1 | Phạm Tuệ Lâm | 9A1 | THCS Ngọc Lũ | Phạm Văn Toàn | Đội 1 | Giải Nhì môn Văn cấp tỉnh | 300.000
2 | Vũ Minh Triết | 12A2 | THPT A Bình Lục | Nguyễn Thị Hằng | Đội 5 | Giải Ba môn Hóa cấp tỉnh | 500.000
 | Cộng | | | | | | 800.000
¶ Bằng chữ: Tám trăm nghìn đồng chẵn.
""",
        """
full_name | award | position | merit
Phạm Tuệ Lâm | Giấy khen | * | Giải Nhì môn Văn cấp tỉnh // *
Vũ Minh Triết | Giấy khen | * | Giải Ba môn Hóa cấp tỉnh // *
""",
    ),
)
