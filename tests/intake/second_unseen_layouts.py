"""A second set of lists of agencies unlike the others, written down before they were ever read."""

from tests.intake.layouts import CSTD, GK, LDTT, TTLD, Layout, who

MORE_UNSEEN = (
    Layout(
        "a customs branch, rank before the name and the post in its own column",
        [
            ("TT", "Cấp bậc, họ tên", "Chức vụ, đơn vị công tác", "Danh hiệu thi đua đề nghị"),
            (1, "Nguyễn Duy Khương", "Đội trưởng Đội Nghiệp vụ 1", "CSTĐCS"),
            (2, "Phan Thị Tuyết Mai", "Công chức, Đội Nghiệp vụ 2", "LĐTT"),
        ],
        [
            who(
                "Nguyễn Duy Khương", position="Đội trưởng", unit_name="Đội Nghiệp vụ 1", award=CSTD
            ),
            who(
                "Phan Thị Tuyết Mai", position="Công chức", unit_name="Đội Nghiệp vụ 2", award=LDTT
            ),
        ],
        before=("CHI CỤC HẢI QUAN KHU VỰC", "DANH SÁCH ĐỀ NGHỊ DANH HIỆU THI ĐUA NĂM 2026"),
    ),
    Layout(
        "a commune's numbered paragraphs with hamlets and households",
        [],
        [
            who("Vi Văn Khuyên", position="Trưởng bản", unit_name="Bản Huổi Lóng", award=GK),
            who("Hộ gia đình ông Lò Văn Inh", award=GK),
            who("Nhân dân và cán bộ Bản Nà Sản", award=GK),
        ],
        before=(
            "UBND XÃ MƯỜNG TRÙM",
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",
            "1. Ông Vi Văn Khuyên, Trưởng bản, Bản Huổi Lóng",
            "2. Hộ gia đình ông Lò Văn Inh, Bản Nà Sản",
            "3. Nhân dân và cán bộ Bản Nà Sản",
        ),
    ),
    Layout(
        "hamlets of a commune in a table, each a collective",
        [
            ("STT", "Tên thôn, bản", "Thành tích", "Hình thức khen thưởng"),
            (1, "Thôn Phú Cốc", "giữ vững danh hiệu thôn văn hóa 5 năm liền", "Giấy khen"),
            (2, "Bản Huổi Lóng", "không có hộ tái nghèo", "Giấy khen"),
            (3, "Tổ dân phố số 7", "thu quỹ đạt 100%", "Giấy khen"),
            (4, "Buôn Ea Súp", "trồng mới 12 ha cây xanh", "Giấy khen"),
        ],
        [
            who("Thôn Phú Cốc", kind="collective", award=GK),
            who("Bản Huổi Lóng", kind="collective", award=GK),
            who("Tổ dân phố số 7", kind="collective", award=GK),
            who("Buôn Ea Súp", kind="collective", award=GK),
        ],
        before=("ỦY BAN NHÂN DÂN XÃ TÂN LẬP",),
    ),
    Layout(
        "hamlets and their heads in one list without group rows",
        [
            ("TT", "Tập thể, cá nhân", "Nội dung thành tích", "Mức khen"),
            (1, "Ấp Bình Hòa", "vận động 40 hộ tham gia tổ hợp tác", "Giấy khen"),
            (2, "Ông Danh Sóc Kha, Trưởng ấp Bình Hòa", "gương mẫu trong phong trào", "Giấy khen"),
            (3, "Khóm 3", "thu gom rác tại nguồn", "Giấy khen"),
        ],
        [
            who("Ấp Bình Hòa", kind="collective", award=GK),
            who("Danh Sóc Kha", kind="individual", award=GK),
            who("Khóm 3", kind="collective", award=GK),
        ],
        before=("UBND XÃ VĨNH THUẬN ĐÔNG", "Danh sách kèm theo Tờ trình"),
    ),
    Layout(
        "households by their heads in a table of families",
        [
            ("Số TT", "Tên hộ gia đình", "Địa chỉ", "Hình thức"),
            (1, "Hộ gia đình ông Hoàng Văn Chấn", "Thôn Khe Hả", "Giấy khen"),
            (2, "Gia đình bà Triệu Thị Nái", "Thôn Khe Hả", "Giấy khen"),
            (3, "Hộ ông Chíu A Sáng", "Thôn Nà Ếch", "Giấy khen"),
        ],
        [
            who("Hộ gia đình ông Hoàng Văn Chấn", kind="household", award=GK),
            who("Gia đình bà Triệu Thị Nái", kind="household", award=GK),
            who("Hộ ông Chíu A Sáng", kind="household", award=GK),
        ],
        before=("DANH SÁCH GIA ĐÌNH TIÊU BIỂU NĂM 2026",),
    ),
    Layout(
        "positions written before the names in one column",
        [
            ("STT", "Họ tên, chức vụ", "Đơn vị", "Danh hiệu"),
            (1, "Trưởng phòng Nguyễn Thế Vinh", "Phòng Kinh tế", "CSTĐCS"),
            (2, "Phó Chánh Văn phòng Đào Thị Lệ Thu", "Văn phòng HĐND và UBND", "LĐTT"),
            (3, "Kế toán Lại Thúy Quỳnh", "Phòng Kinh tế", "LĐTT"),
        ],
        [
            who("Nguyễn Thế Vinh", position="Trưởng phòng", unit_name="Phòng Kinh tế", award=CSTD),
            who(
                "Đào Thị Lệ Thu",
                position="Phó Chánh Văn phòng",
                unit_name="Văn phòng HĐND và UBND",
                award=LDTT,
            ),
            who("Lại Thúy Quỳnh", position="Kế toán", unit_name="Phòng Kinh tế", award=LDTT),
        ],
        before=("UBND PHƯỜNG LAM HẠ",),
    ),
    Layout(
        "an insurance office, name and post split over lines of one cell",
        [
            ("TT", "Họ và tên, chức danh", "Bộ phận", "Đề nghị khen"),
            (1, "Tạ Quang Bửu\nGiám đốc", "Ban Giám đốc", "CSTĐCS"),
            (2, "Khúc Thị Ngân\nChuyên viên", "Tổ Thu", "LĐTT"),
        ],
        [
            who("Tạ Quang Bửu", position="Giám đốc", unit_name="Ban Giám đốc", award=CSTD),
            who("Khúc Thị Ngân", position="Chuyên viên", unit_name="Tổ Thu", award=LDTT),
        ],
        before=("BẢO HIỂM XÃ HỘI CƠ SỞ LÝ NHÂN",),
    ),
    Layout(
        "a university: titles of learning, faculties as group rows",
        [
            ("TT", "Học hàm, học vị, họ và tên", "Chức danh", "Danh hiệu đăng ký"),
            ("I", "KHOA CÔNG NGHỆ THÔNG TIN", None, None),
            (1, "PGS.TS. Vương Đình Toàn", "Trưởng khoa", "CSTĐCS"),
            (2, "ThS. Mạc Thị Hồng Nhung", "Giảng viên", "LĐTT"),
            ("II", "KHOA NGOẠI NGỮ", None, None),
            (3, "TS Bùi Hạnh Ngân", "Phó Trưởng khoa", "CSTĐCS"),
        ],
        [
            who("Vương Đình Toàn", position="Trưởng khoa", award=CSTD),
            who("Mạc Thị Hồng Nhung", position="Giảng viên", award=LDTT),
            who("Bùi Hạnh Ngân", position="Phó Trưởng khoa", award=CSTD),
        ],
        before=("TRƯỜNG ĐẠI HỌC ĐÔNG ĐÔ", "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ XÉT DANH HIỆU"),
        after=("Tổng cộng: 03 người",),
    ),
    Layout(
        "a cooperative union: collectives first, then people",
        [
            ("Stt", "Đơn vị/Cá nhân", "Chức vụ", "Thành tích", "Hình thức KT"),
            ("I", "Tập thể", None, None, None),
            (1, "Hợp tác xã Dịch vụ nông nghiệp Liêm Sơn", None, "doanh thu tăng 15%", "Giấy khen"),
            (2, "Tổ hợp tác nuôi ong Ba Sao", None, "giúp 9 hộ thoát nghèo", "Giấy khen"),
            ("II", "Cá nhân", None, None, None),
            (1, "Lưu Đức Cảnh", "Giám đốc HTX", "đổi mới quản lý", "Giấy khen"),
        ],
        [
            who("Hợp tác xã Dịch vụ nông nghiệp Liêm Sơn", kind="enterprise", award=GK),
            who("Tổ hợp tác nuôi ong Ba Sao", kind="collective", award=GK),
            who("Lưu Đức Cảnh", kind="individual", position="Giám đốc HTX", award=GK),
        ],
        before=("LIÊN MINH HỢP TÁC XÃ TỈNH",),
    ),
    Layout(
        "a police station by ranks in a column of their own",
        [
            ("TT", "Cấp bậc", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
            (1, "Thiếu tá", "Ngô Tuấn Kiệt", "Trưởng Công an xã", "Công an xã Bồ Đề", "CSTĐCS"),
            (2, "Đại úy", "Hà Thị Bích Liên", "Cán bộ", "Công an xã Bồ Đề", "LĐTT"),
        ],
        [
            who(
                "Ngô Tuấn Kiệt",
                position="Trưởng Công an xã",
                unit_name="Công an xã Bồ Đề",
                award=CSTD,
            ),
            who("Hà Thị Bích Liên", position="Cán bộ", unit_name="Công an xã Bồ Đề", award=LDTT),
        ],
        before=("CÔNG AN TỈNH",),
    ),
    Layout(
        "names of ethnic minorities with the hamlet as a column",
        [
            ("STT", "Họ và tên", "Năm sinh", "Thôn/Bản", "Thành tích", "Hình thức khen"),
            (1, "Giàng A Páo", 1979, "Bản Tà Xùa", "hiến đất làm đường", "Giấy khen"),
            (2, "H'Len Niê", 1988, "Buôn Kô Siêr", "giữ nghề dệt", "Giấy khen"),
            (3, "Y Moan Êban", 1990, "Buôn Kô Siêr", "dạy cồng chiêng", "Giấy khen"),
        ],
        [
            who("Giàng A Páo", birth_year=1979, award=GK, merit="hiến đất làm đường"),
            who("H'Len Niê", birth_year=1988, award=GK, merit="giữ nghề dệt"),
            who("Y Moan Êban", birth_year=1990, award=GK, merit="dạy cồng chiêng"),
        ],
        before=("HỘI NÔNG DÂN XÃ", "DANH SÁCH NÔNG DÂN SẢN XUẤT GIỎI"),
    ),
    Layout(
        "two honours ticked in columns",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đề nghị", None),
            (None, None, None, "LĐTT", "Giấy khen"),
            (1, "Doãn Minh Hiếu", "Kiểm lâm viên", "x", None),
            (2, "Cù Thị Na", "Kiểm lâm viên", "x", "x"),
        ],
        [
            who("Doãn Minh Hiếu", position="Kiểm lâm viên", award=LDTT),
            who("Cù Thị Na", position="Kiểm lâm viên", award=LDTT),
            who("Cù Thị Na", position="Kiểm lâm viên", award=GK),
        ],
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
        before=("HẠT KIỂM LÂM KHU VỰC",),
    ),
    Layout(
        "a post office: family name and given name apart, branch above",
        [
            ("TT", "Họ đệm", "Tên", "Vị trí việc làm", "Xếp loại", "Danh hiệu"),
            ("Bưu cục Phủ Lý", None, None, None, None, None),
            (1, "Ninh Thị", "Hoa", "Giao dịch viên", "HTXSNV", "LĐTT"),
            (2, "Âu Dương", "Phong", "Bưu tá", "HTT", "LĐTT"),
        ],
        [
            who("Ninh Thị Hoa", position="Giao dịch viên", award=LDTT),
            who("Âu Dương Phong", position="Bưu tá", award=LDTT),
        ],
        merges=("A2:F2",),
        before=("BƯU ĐIỆN TỈNH",),
    ),
    Layout(
        "sentences of a decision's annex without any table",
        [],
        [
            who("Đậu Quang Lĩnh", position="Phó Giám đốc", unit_name="Sở Xây dựng", award=GK),
            who("Thái Thị Phương", position="Chuyên viên", unit_name="Phòng Quản lý nhà", award=GK),
        ],
        before=(
            "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
            "(Kèm theo Quyết định số 12/QĐ-SXD ngày 05 tháng 02 năm 2026)",
            "1) Ông Đậu Quang Lĩnh - Phó Giám đốc - Sở Xây dựng;",
            "2) Bà Thái Thị Phương - Chuyên viên - Phòng Quản lý nhà.",
        ),
    ),
    Layout(
        "a hospital of traditional medicine, all in capitals",
        [
            ("STT", "HỌ VÀ TÊN", "CHỨC VỤ", "KHOA/PHÒNG", "DANH HIỆU THI ĐUA"),
            (1, "ĐẶNG HỮU PHƯỚC", "BÁC SĨ", "KHOA CHÂM CỨU", "LĐTT"),
            (2, "TỐNG THỊ MƠ", "DƯỢC SĨ", "KHOA DƯỢC", "LĐTT"),
        ],
        [
            who("Đặng Hữu Phước", award=LDTT),
            who("Tống Thị Mơ", award=LDTT),
        ],
        before=("BỆNH VIỆN Y HỌC CỔ TRUYỀN",),
    ),
    Layout(
        "collectives of a department with heads named beside them",
        [
            ("TT", "Tập thể", "Thủ trưởng đơn vị", "Danh hiệu"),
            (1, "Phòng Tổ chức - Hành chính", "Trịnh Quốc Đạt", "TTLĐTT"),
            (2, "Trung tâm Kiểm định", "Phí Thị Loan", "TTLĐTT"),
        ],
        [
            who("Phòng Tổ chức - Hành chính", kind="collective", award=TTLD),
            who("Trung tâm Kiểm định", kind="collective", award=TTLD),
        ],
        before=("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
    ),
    Layout(
        "a women's union: branches and members, remarks at the end",
        [
            ("STT", "Họ và tên hội viên", "Chi hội", "Nội dung đề nghị khen", "Ghi chú"),
            (1, "Nguyễn Thị Lụa", "Chi hội Thôn Đoài", "Giấy khen", "hộ mới thoát nghèo"),
            (2, "Đỗ Thị Tằm", "Chi hội Thôn Thượng", "Giấy khen", None),
        ],
        [
            who("Nguyễn Thị Lụa", award=GK),
            who("Đỗ Thị Tằm", award=GK),
        ],
        before=("HỘI LIÊN HIỆP PHỤ NỮ XÃ",),
        after=("Danh sách có 02 hội viên./.",),
    ),
    Layout(
        "an electricity company in English headings",
        [
            ("No.", "Full name", "Position", "Department", "Proposed title"),
            (1, "Kiều Anh Tú", "Trưởng ca", "Phân xưởng Vận hành", "CSTĐCS"),
            (2, "Vũ Hải Đăng", "Công nhân", "Phân xưởng Sửa chữa", "LĐTT"),
        ],
        [
            who("Kiều Anh Tú", position="Trưởng ca", unit_name="Phân xưởng Vận hành", award=CSTD),
            who("Vũ Hải Đăng", position="Công nhân", unit_name="Phân xưởng Sửa chữa", award=LDTT),
        ],
        before=("CÔNG TY ĐIỆN LỰC",),
    ),
    Layout(
        "a court: titles of judges",
        [
            ("TT", "Họ, tên", "Chức danh", "Nơi công tác", "Đề nghị"),
            (1, "Nghiêm Xuân Bách", "Thẩm phán", "Tòa án nhân dân khu vực 2", "CSTĐCS"),
            (2, "Lò Thị Thanh", "Thư ký Tòa án", "Tòa án nhân dân khu vực 2", "LĐTT"),
        ],
        [
            who(
                "Nghiêm Xuân Bách",
                position="Thẩm phán",
                unit_name="Tòa án nhân dân khu vực 2",
                award=CSTD,
            ),
            who(
                "Lò Thị Thanh",
                position="Thư ký Tòa án",
                unit_name="Tòa án nhân dân khu vực 2",
                award=LDTT,
            ),
        ],
    ),
    Layout(
        "a border post: the sum between groups",
        [
            ("TT", "Họ và tên", "Cấp bậc, chức vụ", "Đơn vị", "Hình thức"),
            (1, "Lương Thế Trung", "Thượng úy, Đội trưởng", "Đội Vũ trang", "Giấy khen"),
            (None, "Cộng: 01", None, None, None),
            (2, "Hoàng Seo Dìn", "Trung úy, Nhân viên quân y", "Đội Tham mưu", "Giấy khen"),
            (None, "Tổng: 02 đồng chí", None, None, None),
        ],
        [
            who("Lương Thế Trung", unit_name="Đội Vũ trang", award=GK),
            who("Hoàng Seo Dìn", unit_name="Đội Tham mưu", award=GK),
        ],
        before=("ĐỒN BIÊN PHÒNG",),
    ),
    Layout(
        "a mine: the quarter's best workers with money beside them",
        [
            (
                "STT",
                "Họ và tên",
                "Ngày sinh",
                "Nghề nghiệp",
                "Phân xưởng",
                "Hình thức khen",
                "Tiền thưởng (đồng)",
            ),
            (
                1,
                "Bạch Văn Quý",
                "07/9/1985",
                "Thợ lò",
                "Phân xưởng Khai thác 4",
                "Giấy khen",
                702000,
            ),
            (
                2,
                "Khổng Văn Mười",
                "11/01/1991",
                "Thợ cơ điện",
                "Phân xưởng Cơ điện",
                "Giấy khen",
                702000,
            ),
        ],
        [
            who("Bạch Văn Quý", birth_year=1985, unit_name="Phân xưởng Khai thác 4", award=GK),
            who("Khổng Văn Mười", birth_year=1991, unit_name="Phân xưởng Cơ điện", award=GK),
        ],
    ),
    Layout(
        "a kindergarten: kind in a column, group and persons mixed",
        [
            ("STT", "Tên tập thể/cá nhân", "Loại", "Chức danh", "Danh hiệu"),
            (1, "Tổ Nhà trẻ", "Tập thể", None, "TTLĐTT"),
            (2, "Quản Thị Oanh", "Cá nhân", "Giáo viên", "LĐTT"),
            (3, "Tổ Nuôi dưỡng", "Tập thể", None, "TTLĐTT"),
        ],
        [
            who("Tổ Nhà trẻ", kind="collective", award=TTLD),
            who("Quản Thị Oanh", kind="individual", position="Giáo viên", award=LDTT),
            who("Tổ Nuôi dưỡng", kind="collective", award=TTLD),
        ],
        before=("TRƯỜNG MẦM NON SAO MAI",),
    ),
    Layout(
        "the ward's quarter heads, roles before names in paragraphs",
        [],
        [
            who("Mai Văn Thược", position="Tổ trưởng", unit_name="Tổ dân phố số 4", award=GK),
            who("Lã Thị Bưởi", position="Trưởng thôn", award=GK),
        ],
        before=(
            "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN",
            "1. Đồng chí Mai Văn Thược, Tổ trưởng Tổ dân phố số 4",
            "2. Bà Lã Thị Bưởi, Trưởng thôn, Thôn Đông",
        ),
    ),
)
