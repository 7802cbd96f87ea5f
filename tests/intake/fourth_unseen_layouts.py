"""A fourth set of lists, written down after what the third set taught was mended, and before they were read."""

from tests.intake.layouts import BK, CSTD, GK, LDTT, TTLD, Layout, who

BKBT = "Bằng khen của Bộ trưởng"
TTXS = "Tập thể lao động xuất sắc"

FOURTH_UNSEEN = (
    Layout(
        "a power company: posts with slashes, units typed once with groups above, remarks",
        [
            (
                "STT",
                "Họ và tên CBCNV",
                "Chức danh/Công việc",
                "Đơn vị",
                "Kết quả XL",
                "Đề nghị khen",
            ),
            ("I", "Khối cơ quan", None, None, None, None),
            (1, "Bùi Đắc Tuyên", "Trưởng phòng", "P. Kỹ thuật", "A1", "LĐTT, GK"),
            (2, "Hà Kiều Oanh", "Chuyên viên", None, "A2", "LĐTT"),
            ("II", "Khối đội", None, None, None, None),
            (3, "Trịnh Bá Lân", "Công nhân vận hành", "Đội QLVH số 2", "A1", "LĐTT"),
        ],
        [
            who("Bùi Đắc Tuyên", position="Trưởng phòng", unit_name="P. Kỹ thuật", award=LDTT),
            who("Bùi Đắc Tuyên", award=GK),
            who("Hà Kiều Oanh", position="Chuyên viên", unit_name="P. Kỹ thuật", award=LDTT),
            who(
                "Trịnh Bá Lân", position="Công nhân vận hành", unit_name="Đội QLVH số 2", award=LDTT
            ),
        ],
        before=("ĐIỆN LỰC LÝ NHÂN", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026"),
        after=("Trưởng phòng TC - HC", "Nguyễn Thị Vóc"),
    ),
    Layout(
        "a kindergarten: teachers by classes, years in two columns of sexes",
        [
            ("STT", "Họ và tên", "Năm sinh", None, "Chức vụ", "Dạy lớp", "Danh hiệu thi đua"),
            (None, None, "Nam", "Nữ", None, None, None),
            (1, "Lưu Thị Minh Thư", None, "1990", "Giáo viên", "5 tuổi A", "Lao động tiên tiến"),
            (2, "Phùng Văn Kế", "1985", None, "Bảo vệ", None, "Lao động tiên tiến"),
        ],
        [
            who(
                "Lưu Thị Minh Thư",
                gender="female",
                birth_year=1990,
                position="Giáo viên",
                award=LDTT,
            ),
            who("Phùng Văn Kế", gender="male", birth_year=1985, position="Bảo vệ", award=LDTT),
        ],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:G2"),
        before=("TRƯỜNG MẦM NON LIÊM CẦN",),
    ),
    Layout(
        "a district's fatherland front: households and villages in one list by kinds",
        [
            ("TT", "Tên tập thể, hộ gia đình, cá nhân", "Địa chỉ", "Thành tích"),
            ("A", "TẬP THỂ", None, None),
            ("1", "Ban Công tác Mặt trận thôn Trung", "Xã Bắc Lý", "Vận động quỹ đạt 120%"),
            ("B", "HỘ GIA ĐÌNH", None, None),
            ("1", "Hộ bà Nguyễn Thị Sợi", "Thôn Hạ, xã Bắc Lý", "Hiến 200 m2 đất"),
            ("C", "CÁ NHÂN", None, None),
            ("1", "Ông Đặng Trần Côn", "Thôn Thượng, xã Bắc Lý", "Ủng hộ 50 triệu đồng"),
        ],
        [
            who("Ban Công tác Mặt trận thôn Trung", kind="collective", award=GK),
            who("Hộ bà Nguyễn Thị Sợi", kind="household", address="Thôn Hạ, xã Bắc Lý", award=GK),
            who(
                "Đặng Trần Côn",
                kind="individual",
                gender="male",
                award=GK,
                merit="Ủng hộ 50 triệu đồng",
            ),
        ],
        before=(
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM",
            "DANH SÁCH",
            "Tập thể, hộ gia đình, cá nhân đề nghị tặng Giấy khen",
        ),
    ),
    Layout(
        "a university's students: faculty, class, code of student and marks",
        [
            (
                "STT",
                "MSSV",
                "Họ và tên sinh viên",
                "Lớp",
                "Khoa",
                "Điểm TBC",
                "Xếp loại RL",
                "Hình thức khen",
            ),
            (
                1,
                "2251120001",
                "Nguyễn Lê Bảo Trân",
                "DH22TIN1",
                "CNTT",
                "3.85",
                "Xuất sắc",
                "Giấy khen",
            ),
            (2, "2251120045", "Kiên Sóc Phol", "DH22NN2", "Ngoại ngữ", "3.79", "Tốt", "Giấy khen"),
        ],
        [
            who("Nguyễn Lê Bảo Trân", kind="pupil", award=GK),
            who("Kiên Sóc Phol", kind="pupil", award=GK),
        ],
        before=("TRƯỜNG ĐẠI HỌC CỬU LONG", "DANH SÁCH SINH VIÊN ĐỀ NGHỊ KHEN THƯỞNG"),
    ),
    Layout(
        "a ministry's tờ trình: numbered paragraphs with posts, rooms and bodies",
        [],
        [
            who("Vụ Tổ chức cán bộ", kind="collective", award=BKBT),
            who("Cục Công nghệ thông tin", kind="collective", award=BKBT),
            who("Trương Mỹ Hoa", position="Phó Vụ trưởng", unit_name="Vụ Pháp chế", award=BKBT),
            who(
                "Ngô Quang Xuân", position="Chuyên viên chính", unit_name="Văn phòng Bộ", award=BKBT
            ),
        ],
        before=(
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG",
            "I. Tập thể",
            "1. Vụ Tổ chức cán bộ;",
            "2. Cục Công nghệ thông tin.",
            "II. Cá nhân",
            "1. Bà Trương Mỹ Hoa, Phó Vụ trưởng, Vụ Pháp chế;",
            "2. Ông Ngô Quang Xuân, Chuyên viên chính, Văn phòng Bộ.",
        ),
        after=("TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ THI ĐUA", "Lê Hồng Lam"),
    ),
    Layout(
        "a union of textile workers: English abbreviations of none, quantity of honours at the top",
        [
            (
                "TT",
                "Họ và tên",
                "Giới tính",
                "Chức vụ CĐ",
                "CĐCS",
                "Hình thức khen thưởng",
                "Thành tích",
            ),
            (
                1,
                "Đoàn Thị Sáu",
                "Nữ",
                "Chủ tịch CĐCS",
                "Công ty May Hưng Yên",
                "BK UBND tỉnh",
                "phong trào sáng kiến, tiết kiệm",
            ),
            (
                2,
                "Vũ Trọng Phụng",
                "Nam",
                "Ủy viên BCH",
                "Công ty Dệt Hà Nam",
                "Giấy khen",
                "chăm lo đời sống đoàn viên",
            ),
        ],
        [
            who(
                "Đoàn Thị Sáu",
                gender="female",
                position="Chủ tịch CĐCS",
                unit_name="Công ty May Hưng Yên",
                award=BK,
                merit="phong trào sáng kiến, tiết kiệm",
            ),
            who(
                "Vũ Trọng Phụng",
                gender="male",
                position="Ủy viên BCH",
                unit_name="Công ty Dệt Hà Nam",
                award=GK,
            ),
        ],
        before=("LIÊN ĐOÀN LAO ĐỘNG TỈNH",),
    ),
    Layout(
        "a Party committee: cells and members in a table, years of joining",
        [
            ("STT", "Họ và tên đảng viên", "Ngày vào Đảng", "Chi bộ", "Hình thức khen thưởng"),
            (1, "Phạm Sơn Khang", "19/5/1998", "Chi bộ Khối Dân", "Giấy khen"),
            (2, "Nguyễn Thị Hồng Gấm", "03/02/2010", "Chi bộ Trường THCS", "Giấy khen"),
        ],
        [
            who("Phạm Sơn Khang", unit_name="Chi bộ Khối Dân", award=GK),
            who("Nguyễn Thị Hồng Gấm", unit_name="Chi bộ Trường THCS", award=GK),
        ],
        before=("ĐẢNG ỦY XÃ ĐỨC LÝ", "DANH SÁCH ĐẢNG VIÊN HOÀN THÀNH XUẤT SẮC NHIỆM VỤ 5 NĂM"),
        after=("T/M ĐẢNG ỦY", "BÍ THƯ", "Trần Duy Khải"),
    ),
    Layout(
        "a veterans' association: dashes and semicolons, posts in brackets",
        [],
        [
            who(
                "Ngô Văn Kính",
                position="Chi hội trưởng",
                unit_name="Chi hội CCB thôn Nội",
                award=GK,
            ),
            who("Lều Thọ Nam", position="Hội viên", unit_name="Chi hội CCB thôn Ngoại", award=GK),
        ],
        before=(
            "HỘI CỰU CHIẾN BINH XÃ",
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",
            "1- Đ/c Ngô Văn Kính (Chi hội trưởng, Chi hội CCB thôn Nội);",
            "2- Đ/c Lều Thọ Nam (Hội viên, Chi hội CCB thôn Ngoại).",
        ),
    ),
    Layout(
        "a department of transport: three-row head with honours of last year beside",
        [
            (
                "Số TT",
                "Họ và tên",
                "Chức vụ, đơn vị",
                "Danh hiệu thi đua đã đạt",
                None,
                "Danh hiệu đề nghị năm 2026",
            ),
            (None, None, None, "Năm 2024", "Năm 2025", None),
            ("A", "B", "C", "1", "2", "3"),
            (1, "Lê Văn Tám Hùng", "Đội trưởng Đội Thanh tra số 1", "LĐTT", "LĐTT", "CSTĐCS"),
            (2, "Đặng Thùy Dương", "Kế toán, Văn phòng", "LĐTT", "CSTĐCS", "LĐTT"),
        ],
        [
            who(
                "Lê Văn Tám Hùng", position="Đội trưởng", unit_name="Đội Thanh tra số 1", award=CSTD
            ),
            who("Đặng Thùy Dương", position="Kế toán", unit_name="Văn phòng", award=LDTT),
        ],
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"),
        before=("SỞ XÂY DỰNG",),
    ),
    Layout(
        "a hospital's departments as collectives with codes of honours in two columns",
        [
            ("STT", "Khoa, phòng", "TTLĐTT", "TTLĐXS", "Ghi chú"),
            (1, "Khoa Ngoại chấn thương", "x", None, None),
            (2, "Khoa Chẩn đoán hình ảnh", "x", "x", None),
            (3, "Phòng Điều dưỡng", "x", None, "đề nghị xét thêm"),
        ],
        [
            who("Khoa Ngoại chấn thương", kind="collective", award=TTLD),
            who("Khoa Chẩn đoán hình ảnh", kind="collective", award=TTLD),
            who("Khoa Chẩn đoán hình ảnh", kind="collective", award=TTXS),
            who("Phòng Điều dưỡng", kind="collective", award=TTLD),
        ],
        before=("BỆNH VIỆN SẢN NHI",),
    ),
    Layout(
        "a company of forestry: names with initials of degree behind, merged merit for all",
        [
            ("STT", "Họ và tên", "Chức vụ", "Tóm tắt thành tích", "Đề nghị"),
            (
                1,
                "Hoàng Ngọc Phách, ThS",
                "Giám đốc Lâm trường",
                "Chữa cháy rừng ngày 12/4/2026",
                "Giấy khen",
            ),
            (2, "Ma Văn Kháng", "Tổ trưởng bảo vệ rừng", None, "Giấy khen"),
            (3, "Lục Thị Nga", "Nhân viên", None, "Giấy khen"),
        ],
        [
            who("Hoàng Ngọc Phách", award=GK, merit="Chữa cháy rừng ngày 12/4/2026"),
            who(
                "Ma Văn Kháng",
                position="Tổ trưởng bảo vệ rừng",
                award=GK,
                merit="Chữa cháy rừng ngày 12/4/2026",
            ),
            who(
                "Lục Thị Nga", position="Nhân viên", award=GK, merit="Chữa cháy rừng ngày 12/4/2026"
            ),
        ],
        merges=("D2:D4",),
        before=("CÔNG TY LÂM NGHIỆP",),
    ),
    Layout(
        "a commune's vaccination campaign: several in one cell by lines, no honours column",
        [
            ("STT", "Đơn vị", "Họ và tên", "Chức vụ"),
            (1, "Trạm Y tế xã", "Đỗ Thị Hải Yến", "Trưởng trạm"),
            (2, None, "Bùi Quang Huy", "Y sĩ"),
            (3, "Công an xã", "Dương Văn Nội", "Phó Trưởng Công an xã"),
        ],
        [
            who("Đỗ Thị Hải Yến", unit_name="Trạm Y tế xã", position="Trưởng trạm", award=GK),
            who("Bùi Quang Huy", unit_name="Trạm Y tế xã", position="Y sĩ", award=GK),
            who(
                "Dương Văn Nội", unit_name="Công an xã", position="Phó Trưởng Công an xã", award=GK
            ),
        ],
        before=(
            "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
            "có thành tích xuất sắc trong công tác phòng, chống dịch bệnh",
        ),
    ),
    Layout(
        "a state bank: post and room in one, Mr and Ms as a column of sex",
        [
            ("STT", "Ông/Bà", "Họ tên", "Chức vụ - Đơn vị", "DHTĐ", "HTKT"),
            (1, "Ông", "Tạ Quang Bửu Long", "Phó Giám đốc - Chi nhánh Hà Nam", "CSTĐCS", "BK tỉnh"),
            (2, "Bà", "Nhữ Thị Nhung", "Thủ quỹ - Phòng Tiền tệ kho quỹ", "LĐTT", "-"),
        ],
        [
            who(
                "Tạ Quang Bửu Long",
                gender="male",
                position="Phó Giám đốc",
                unit_name="Chi nhánh Hà Nam",
                award=CSTD,
            ),
            who("Tạ Quang Bửu Long", award=BK),
            who(
                "Nhữ Thị Nhung",
                gender="female",
                position="Thủ quỹ",
                unit_name="Phòng Tiền tệ kho quỹ",
                award=LDTT,
            ),
        ],
    ),
    Layout(
        "a school's list with blank rows, page footers and a second list of collectives below",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (1, "Quách Thị Lan Anh", "Hiệu trưởng", "CSTĐCS"),
            (2, "Vừ A Dính", "Giáo viên", "LĐTT"),
            (None, None, None, None),
            ("STT", "Tên tập thể", None, "Danh hiệu"),
            (1, "Tổ Toán - Lý - Tin", None, "TTLĐTT"),
            (2, "Tổ Văn phòng", None, "TTLĐTT"),
        ],
        [
            who("Quách Thị Lan Anh", position="Hiệu trưởng", award=CSTD),
            who("Vừ A Dính", position="Giáo viên", award=LDTT),
            who("Tổ Toán - Lý - Tin", kind="collective", award=TTLD),
            who("Tổ Văn phòng", kind="collective", award=TTLD),
        ],
        before=("TRƯỜNG PTDTBT TIỂU HỌC TẢ PHÌN", "Trang 1/2"),
    ),
    Layout(
        "an emulation cluster: proposals by agencies in rows with several people per agency",
        [
            ("STT", "Cơ quan, đơn vị đề nghị", "Cá nhân đề nghị", "Chức vụ", "Hình thức"),
            (1, "Sở Nội vụ", "Nguyễn Hữu Chỉnh", "Trưởng phòng", "BK UBND tỉnh"),
            (None, None, "Lý Thị Mai Hồng", "Chuyên viên", "BK UBND tỉnh"),
            (2, "Sở Tư pháp", "Đàm Quang Trung", "Chánh Thanh tra", "BK UBND tỉnh"),
        ],
        [
            who("Nguyễn Hữu Chỉnh", position="Trưởng phòng", unit_name="Sở Nội vụ", award=BK),
            who("Lý Thị Mai Hồng", position="Chuyên viên", unit_name="Sở Nội vụ", award=BK),
            who("Đàm Quang Trung", position="Chánh Thanh tra", unit_name="Sở Tư pháp", award=BK),
        ],
        merges=("A2:A3", "B2:B3"),
    ),
)
