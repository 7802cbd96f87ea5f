"""Lists of agencies unlike the others, written down before they were ever read; measured as a whole."""

from tests.intake.layouts import CSTD, GK, LDTT, TTLD, Layout, who

AWARD, UNION = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Giấy khen"

UNSEEN = (
    Layout(
        "a hospital by departments, doctors with degrees",
        [
            (
                "TT",
                "HỌ VÀ TÊN VIÊN CHỨC",
                "Chức danh nghề nghiệp",
                "Khoa",
                "Danh hiệu đề nghị",
                "Ghi chú",
            ),
            ("A", "KHỐI LÂM SÀNG", None, None, None, None),
            (1, "BSCKII. Phạm Hữu Thọ", "Trưởng khoa", "Khoa Nội", "CSTĐCS", None),
            (
                2,
                "ĐDĐH Vũ Thị Nhàn",
                "Điều dưỡng trưởng",
                "Khoa Nội",
                "LĐTT",
                "nghỉ thai sản 4 tháng",
            ),
            ("B", "KHỐI CẬN LÂM SÀNG", None, None, None, None),
            (3, "Trịnh Công Lực", "Kỹ thuật viên", "Khoa Xét nghiệm", "LĐTT", None),
        ],
        [
            who("Phạm Hữu Thọ", position="Trưởng khoa", unit_name="Khoa Nội", award=CSTD),
            who("Vũ Thị Nhàn", position="Điều dưỡng trưởng", award=LDTT),
            who(
                "Trịnh Công Lực", position="Kỹ thuật viên", unit_name="Khoa Xét nghiệm", award=LDTT
            ),
        ],
        before=("BỆNH VIỆN ĐA KHOA PHÚ LỘC", "DANH SÁCH VIÊN CHỨC ĐỀ NGHỊ TẶNG DANH HIỆU NĂM 2026"),
        after=("Người lập bảng", "Ngô Thị Mừng"),
    ),
    Layout(
        "a school's pupils by classes",
        [
            ("STT", "Họ và tên học sinh", "Ngày sinh", "Lớp", "Danh hiệu", "Thành tích nổi bật"),
            (
                1,
                "Lê Bảo Châu",
                "12/3/2015",
                "5A",
                "Giấy khen",
                "học sinh xuất sắc năm học 2025 - 2026",
            ),
            (2, "Hà Gia Huy", "05/11/2015", "5B", "Giấy khen", "giải Nhì Trạng nguyên nhỏ tuổi"),
        ],
        [
            who(
                "Lê Bảo Châu",
                birth_year=2015,
                award=GK,
                merit="học sinh xuất sắc năm học 2025 - 2026",
            ),
            who("Hà Gia Huy", birth_year=2015, award=GK, merit="giải Nhì Trạng nguyên nhỏ tuổi"),
        ],
        before=("TRƯỜNG TIỂU HỌC HOA SEN", "DANH SÁCH HỌC SINH ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG"),
    ),
    Layout(
        "households of a commune",
        [
            ("Số TT", "Chủ hộ", "Thôn", "Nội dung khen thưởng", "Hình thức khen"),
            (1, "Ông Đinh Văn Sửu", "Thôn An Nội", "hiến 120 m2 đất mở rộng đường", "Giấy khen"),
            (
                2,
                "Bà Lương Thị Tý",
                "Thôn Đông Mỹ",
                "nuôi dạy con tốt, làm kinh tế giỏi",
                "Giấy khen",
            ),
        ],
        [
            who(
                "Đinh Văn Sửu",
                address="Thôn An Nội",
                award=GK,
                merit="hiến 120 m2 đất mở rộng đường",
            ),
            who("Lương Thị Tý", address="Thôn Đông Mỹ", award=GK),
        ],
        before=("UBND XÃ PHÚ LỘC", "DANH SÁCH HỘ GIA ĐÌNH ĐỀ NGHỊ TẶNG GIẤY KHEN"),
    ),
    Layout(
        "a union's groups, dashes before lines",
        [
            ("TT", "Tập thể, cá nhân", "Công đoàn cơ sở", "Đề nghị"),
            ("I", "TẬP THỂ", None, None),
            (1, "Tổ Công đoàn Phân xưởng May 2", "CĐCS Công ty Dệt Sông Châu", "GK"),
            ("II", "CÁ NHÂN", None, None),
            (1, "Đ/c Mai Thị Xuyến", "CĐCS Công ty Dệt Sông Châu", "GK"),
            (2, "Đ/c Tạ Quang Sáng", "CĐCS Chi cục Thuế", "GK"),
        ],
        [
            who("Tổ Công đoàn Phân xưởng May 2", kind="collective", award=UNION),
            who("Mai Thị Xuyến", unit_name="CĐCS Công ty Dệt Sông Châu", award=UNION),
            who("Tạ Quang Sáng", unit_name="CĐCS Chi cục Thuế", award=UNION),
        ],
        before=("LIÊN ĐOÀN LAO ĐỘNG HUYỆN", "DANH SÁCH KÈM THEO TỜ TRÌNH"),
    ),
    Layout(
        "headings in small letters at the right, ordinal missing",
        [
            ("họ và tên (in hoa)", "phòng/đội", "chức vụ hiện nay", "hình thức k.thưởng", "lý do"),
            ("NGUYỄN ĐÌNH PHÚC", "Đội Cảnh sát khu vực", "Đội trưởng", "giấy khen", "phá án nhanh"),
            ("TRẦN LỆ QUYÊN", "Đội Tham mưu", "Cán bộ", "giấy khen", "cải cách hành chính"),
        ],
        [
            who(
                "Nguyễn Đình Phúc",
                position="Đội trưởng",
                unit_name="Đội Cảnh sát khu vực",
                award=GK,
            ),
            who("Trần Lệ Quyên", position="Cán bộ", unit_name="Đội Tham mưu", award=GK),
        ],
    ),
    Layout(
        "sentences without a table",
        [],
        [
            who("Bùi Văn Nghĩa", gender="male", award=LDTT),
            who("Cao Thị Thắm", gender="female", position="Kế toán trưởng", award=LDTT),
        ],
        before=(
            "CHI CỤC KIỂM LÂM",
            "DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN DANH HIỆU “LAO ĐỘNG TIÊN TIẾN”",
            "1. Ông Bùi Văn Nghĩa, Phó Trưởng phòng Sử dụng và phát triển rừng",
            "2. Bà Cao Thị Thắm, Kế toán trưởng",
        ),
    ),
    Layout(
        "title above, unit and position in one column by a dash",
        [
            ("STT", "Cá nhân", "Chức vụ - đơn vị", "Danh hiệu thi đua"),
            (1, "Hồ Sĩ Đan", "Tổ trưởng - Tổ Kỹ thuật", "Chiến sĩ thi đua cơ sở"),
            (2, "Kiều Thị Lành", "Nhân viên - Tổ Hành chính", "Lao động tiên tiến"),
        ],
        [
            who("Hồ Sĩ Đan", position="Tổ trưởng", unit_name="Tổ Kỹ thuật", award=CSTD),
            who("Kiều Thị Lành", position="Nhân viên", unit_name="Tổ Hành chính", award=LDTT),
        ],
    ),
    Layout(
        "names of other peoples, columns swapped",
        [
            ("Hình thức", "Đơn vị", "Họ, tên", "STT"),
            ("Giấy khen", "Bản Hua Tạt", "Giàng A Pháo", 1),
            ("Giấy khen", "Bản Lóng Luông", "Y Sol Êban", 2),
            ("Giấy khen", "Buôn Ako", "H'Hen Niê", 3),
        ],
        [
            who("Giàng A Pháo", unit_name="Bản Hua Tạt", award=GK),
            who("Y Sol Êban", award=GK),
            who("H'Hen Niê", award=GK),
        ],
    ),
    Layout(
        "totals between groups and a sum at the end",
        [
            ("TT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (None, "Phòng Tổ chức", None, None),
            (1, "Lại Thế Vinh", "Trưởng phòng", "LĐTT"),
            (2, "Ông Thị Sen", "Chuyên viên", "LĐTT"),
            (None, "Cộng: 02 người", None, None),
            (None, "Phòng Tài vụ", None, None),
            (3, "Dương Quá Hải", "Kế toán", "LĐTT"),
            (None, "Cộng: 01 người", None, None),
            (None, "Tổng cộng: 03 người", None, None),
        ],
        [
            who("Lại Thế Vinh", unit_name="Phòng Tổ chức", award=LDTT),
            who("Ông Thị Sen", unit_name="Phòng Tổ chức", award=LDTT),
            who("Dương Quá Hải", unit_name="Phòng Tài vụ", award=LDTT),
        ],
    ),
    Layout(
        "collectives alone with headcount",
        [
            ("STT", "Tên tập thể", "Số người", "Đề nghị tặng"),
            (1, "Phòng Khám bệnh", 12, "Tập thể Lao động tiên tiến"),
            (2, "Khoa Dược", 8, "Tập thể Lao động tiên tiến"),
        ],
        [
            who("Phòng Khám bệnh", kind="collective", award=TTLD),
            who("Khoa Dược", kind="collective", award=TTLD),
        ],
    ),
    Layout(
        "an enterprise's English form",
        [
            ("No.", "Full name", "Job title", "Department", "Award", "Reason"),
            (1, "Phan Thanh Tùng", "Line leader", "Assembly", "Giấy khen", "zero defects in 2026"),
            (2, "Võ Thị Út", "Operator", "Packing", "Giấy khen", "best idea of the year"),
        ],
        [
            who("Phan Thanh Tùng", position="Line leader", unit_name="Assembly", award=GK),
            who(
                "Võ Thị Út", position="Operator", unit_name="Packing", merit="best idea of the year"
            ),
        ],
    ),
    Layout(
        "sex by a title in front, year in brackets behind the name",
        [
            ("STT", "Họ tên, năm sinh", "Công việc đang làm", "Đơn vị", "HTKT đề nghị"),
            (1, "Ông Tô Hoài Nam (1979)", "Lái xe", "Văn phòng", "Giấy khen"),
            (2, "Bà Từ Thị Hiền (1984)", "Tạp vụ", "Văn phòng", "Giấy khen"),
        ],
        [
            who("Tô Hoài Nam", gender="male", birth_year=1979, position="Lái xe", award=GK),
            who("Từ Thị Hiền", gender="female", birth_year=1984, position="Tạp vụ", award=GK),
        ],
    ),
)
