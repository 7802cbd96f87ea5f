"""A second set of launch papers, of agencies of every kind and typed in "
"every way, with what a reader finds in each."""

from datetime import date
from decimal import Decimal

from tests.intake.unseen_papers import UnseenPaper

MORE_PAPERS = (
    UnseenPaper(
        "a school, letterhead in rows",
        ("PHÒNG GD&ĐT BÌNH LỤC", "TRƯỜNG THCS TIÊU ĐỘNG", "Số: 32/KH-THCSTĐ"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Tiêu Động, ngày 08 tháng 9 năm 2026",
        ),
        (
            ">KẾ HOẠCH",
            ">Tổ chức phong trào thi đua “Dạy tốt - Học tốt” năm học 2026 - 2027",
            "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;",
            (
                "Căn cứ Công văn số 410/PGDĐT ngày 01 tháng 9 năm 2026 của Phòng Giáo dục và "
                "Đào tạo về hướng dẫn nhiệm vụ năm học;"
            ),
            "Trường THCS Tiêu Động xây dựng kế hoạch như sau:",
            ">I. MỤC TIÊU",
            "1. Tỷ lệ học sinh lên lớp đạt 99,5% trở lên.",
            "2. Có ít nhất 12 giải học sinh giỏi cấp huyện.",
            "3. 100% giáo viên có sáng kiến được công nhận.",
            ">II. CÁC ĐỢT THI ĐUA",
            "1. Đợt 1 (từ 05/9/2026 đến 20/11/2026): chủ đề “Mừng ngày Nhà giáo Việt Nam”.",
            "2. Đợt 2 (từ 21/11/2026 đến 26/3/2027): chủ đề “Tiến bước lên Đoàn”.",
            "3. Đợt 3 (từ 27/3/2027 đến 31/5/2027): chủ đề “Nhớ ơn Bác Hồ”.",
            ">III. TỔ CHỨC THỰC HIỆN",
            "Các tổ chuyên môn triển khai thực hiện./.",
        ),
        ("- Phòng GD&ĐT (để b/c);", "- Các tổ CM (để t/h);", "- Lưu: VT."),
        ("HIỆU TRƯỞNG", "", "", "Trần Quốc Toản"),
        {
            "type": "Kế hoạch",
            "number": "32",
            "symbol": "KH-THCSTĐ",
            "day": date(2026, 9, 8),
            "place": "Tiêu Động",
            "governing_body": "PHÒNG GD&ĐT BÌNH LỤC",
            "issuer": "TRƯỜNG THCS TIÊU ĐỘNG",
            "subject": "Tổ chức phong trào thi đua “Dạy tốt - Học tốt” năm học 2026 - 2027",
            "signers": ("Trần Quốc Toản",),
            "signer_title": "HIỆU TRƯỞNG",
            "recipients": ("Phòng GD&ĐT (để b/c)", "Các tổ CM (để t/h)", "Lưu: VT"),
            "period": "năm học 2026 - 2027",
        },
        (
            (1, date(2026, 9, 5), date(2026, 11, 20)),
            (2, date(2026, 11, 21), date(2027, 3, 26)),
            (3, date(2027, 3, 27), date(2027, 5, 31)),
        ),
        (
            (Decimal("99.5"), "%"),
            (Decimal(12), "giải học sinh giỏi cấp huyện"),
            (Decimal(100), "%"),
        ),
        style="rows",
    ),
    UnseenPaper(
        "a ministry, soft breaks",
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Số: 03/CT-BNNMT"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hà Nội, ngày 14 tháng 01 năm 2026",
        ),
        (
            ">CHỈ THỊ",
            (
                ">Về việc phát động phong trào thi đua yêu nước năm 2026\ntrong ngành Nông "
                "nghiệp và Môi trường"
            ),
            "Năm 2026 là năm đầu thực hiện kế hoạch 5 năm 2026 - 2030. Bộ trưởng chỉ thị:",
            "1. Các đơn vị tập trung thực hiện các chỉ tiêu:",
            "a) Tốc độ tăng trưởng GDP ngành đạt 3,5 - 4%;",
            "b) Kim ngạch xuất khẩu đạt 70 tỷ USD;",
            "c) Tỷ lệ xã đạt chuẩn nông thôn mới đạt 80%.",
            (
                "2. Thời gian thi đua: từ ngày 01 tháng 01 năm 2026 đến hết ngày 31 tháng 12 "
                "năm 2026, chia làm 02 đợt: Đợt I từ ngày 01/01/2026 đến ngày 30/6/2026; Đợt "
                "II từ ngày 01/7/2026 đến ngày 31/12/2026."
            ),
            "3. Vụ Tổ chức cán bộ theo dõi, đôn đốc việc thực hiện Chỉ thị này./.",
        ),
        ("- Các đơn vị thuộc Bộ;", "- Sở NN&MT các tỉnh, thành phố;", "- Lưu: VT, TCCB."),
        ("BỘ TRƯỞNG", "", "", "Đỗ Đức Thịnh"),
        {
            "type": "Chỉ thị",
            "number": "03",
            "symbol": "CT-BNNMT",
            "day": date(2026, 1, 14),
            "place": "Hà Nội",
            "issuer": "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "subject": (
                "Về việc phát động phong trào thi đua yêu nước năm 2026 trong ngành Nông "
                "nghiệp và Môi trường"
            ),
            "signers": ("Đỗ Đức Thịnh",),
            "signer_title": "BỘ TRƯỞNG",
            "recipients": ("Các đơn vị thuộc Bộ", "Sở NN&MT các tỉnh, thành phố", "Lưu: VT, TCCB"),
            "year": 2026,
        },
        ((1, date(2026, 1, 1), date(2026, 6, 30)), (2, date(2026, 7, 1), date(2026, 12, 31))),
        ((Decimal(70), "tỷ USD"), (Decimal(80), "%")),
        style="soft",
    ),
    UnseenPaper(
        "a union, tabs",
        ("CÔNG ĐOÀN TỔNG CÔNG TY SÔNG HỒNG", "CÔNG ĐOÀN CƠ SỞ NHÀ MÁY 2", "Số: 15/KH-CĐCS"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Nam Định, ngày 02 tháng 3 năm 2026",
        ),
        (
            ">KẾ HOẠCH",
            ">Phát động đợt thi đua cao điểm “Lao động giỏi, lao động sáng tạo” quý II năm 2026",
            (
                "Căn cứ Nghị quyết số 02/NQ-CĐ ngày 15 tháng 01 năm 2026 của Ban Chấp hành "
                "Công đoàn Tổng công ty;"
            ),
            "Ban Chấp hành Công đoàn cơ sở xây dựng kế hoạch như sau:",
            "I. CHỈ TIÊU",
            "- Sản lượng đạt 1.250.000 sản phẩm;",
            "- Giảm tỷ lệ hàng lỗi xuống dưới 1,2%;",
            "- Vận động mỗi tổ có 02 sáng kiến.",
            "II. THỜI GIAN",
            "Từ ngày 01/4/2026 đến ngày 30/6/2026.",
            "III. TỔ CHỨC THỰC HIỆN",
            "Các tổ công đoàn thực hiện kế hoạch này./.",
        ),
        ("- CĐ TCT (b/c);", "- Các tổ CĐ;", "- Lưu: VP."),
        ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "", "", "Vũ Thị Ánh Tuyết"),
        {
            "type": "Kế hoạch",
            "number": "15",
            "symbol": "KH-CĐCS",
            "day": date(2026, 3, 2),
            "place": "Nam Định",
            "governing_body": "CÔNG ĐOÀN TỔNG CÔNG TY SÔNG HỒNG",
            "issuer": "CÔNG ĐOÀN CƠ SỞ NHÀ MÁY 2",
            "subject": (
                "Phát động đợt thi đua cao điểm “Lao động giỏi, lao động sáng tạo” quý II năm 2026"
            ),
            "signers": ("Vũ Thị Ánh Tuyết",),
            "signer_title": "CHỦ TỊCH",
            "powers": ("TM. BAN CHẤP HÀNH",),
            "recipients": ("CĐ TCT (b/c)", "Các tổ CĐ", "Lưu: VP"),
            "year": 2026,
        },
        (),
        ((Decimal(1250000), "sản phẩm"), (Decimal("1.2"), "%"), (Decimal(2), "sáng kiến")),
        style="tabs",
    ),
    UnseenPaper(
        "a hospital, text box",
        (
            "SỞ Y TẾ NINH BÌNH",
            "BỆNH VIỆN MẮT",
            "Số: 210/BVM-KHTH",
            "V/v phát động thi đua chào mừng Ngày Thầy thuốc Việt Nam",
        ),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Ninh Bình, ngày 05 tháng 01 năm 2026",
        ),
        (
            "Kính gửi:",
            "- Các khoa, phòng;",
            "- Ban Chấp hành Công đoàn.",
            (
                "Bệnh viện Mắt phát động đợt thi đua từ ngày 10 tháng 01 năm 2026 đến ngày "
                "27 tháng 02 năm 2026 với chủ đề: “Hết lòng vì người bệnh”, cụ thể như sau:"
            ),
            "1. Chỉ tiêu",
            "- Số ca phẫu thuật đạt 450 ca;",
            "- Tỷ lệ người bệnh hài lòng đạt trên 95%;",
            "2. Khen thưởng",
            "Tặng Giấy khen cho 05 tập thể và 20 cá nhân tiêu biểu.",
            "Yêu cầu các khoa, phòng nghiêm túc thực hiện./.",
        ),
        ("- Như trên;", "- Giám đốc (b/c);", "- Lưu: VT, KHTH."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "BSCKII. Lê Minh Trí"),
        {
            "type": "Công văn",
            "number": "210",
            "symbol": "BVM-KHTH",
            "day": date(2026, 1, 5),
            "place": "Ninh Bình",
            "governing_body": "SỞ Y TẾ NINH BÌNH",
            "issuer": "BỆNH VIỆN MẮT",
            "subject": "phát động thi đua chào mừng Ngày Thầy thuốc Việt Nam",
            "addressees": ("Các khoa, phòng", "Ban Chấp hành Công đoàn"),
            "signers": ("BSCKII. Lê Minh Trí",),
            "signer_title": "PHÓ GIÁM ĐỐC",
            "powers": ("KT. GIÁM ĐỐC",),
            "recipients": ("Như trên", "Giám đốc (b/c)", "Lưu: VT, KHTH"),
            "theme": "Hết lòng vì người bệnh",
        },
        (),
        ((Decimal(450), "ca"), (Decimal(95), "%")),
        style="textbox",
    ),
    UnseenPaper(
        "a commune, automatic lists",
        ("ỦY BAN NHÂN DÂN", "XÃ ĐẠI CƯƠNG", "Số: 112/QĐ-UBND"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Đại Cương, ngày 20 tháng 02 năm 2026",
        ),
        (
            ">QUYẾT ĐỊNH",
            (
                ">Về việc phát động phong trào thi đua “Toàn dân chung sức xây dựng nông "
                "thôn mới nâng cao” giai đoạn 2026 - 2030"
            ),
            ">CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            (
                "Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 14/TTr-KT ngày 10 "
                "tháng 02 năm 2026."
            ),
            ">QUYẾT ĐỊNH:",
            (
                "Điều 1. Phát động phong trào thi đua “Toàn dân chung sức xây dựng nông thôn "
                "mới nâng cao” giai đoạn 2026 - 2030 với các chỉ tiêu sau:"
            ),
            "- Thu nhập bình quân đầu người đạt 95 triệu đồng/năm;",
            "- Tỷ lệ hộ nghèo giảm còn 0,8%;",
            "- Số thôn đạt chuẩn kiểu mẫu: 06 thôn.",
            "Điều 2. Phong trào chia làm 02 giai đoạn:",
            "- Giai đoạn 1: từ ngày 01/3/2026 đến ngày 31/12/2027.",
            "- Giai đoạn 2: từ ngày 01/01/2028 đến ngày 31/12/2030.",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
            (
                "Điều 4. Chánh Văn phòng, Trưởng phòng Kinh tế, Trưởng các thôn chịu trách "
                "nhiệm thi hành Quyết định này./."
            ),
        ),
        ("- Như Điều 4;", "- Đảng ủy, HĐND xã;", "- Lưu: VT."),
        ("CHỦ TỊCH", "", "", "Nguyễn Văn Chuyền"),
        {
            "type": "Quyết định",
            "number": "112",
            "symbol": "QĐ-UBND",
            "day": date(2026, 2, 20),
            "place": "Đại Cương",
            "issuer": "ỦY BAN NHÂN DÂN XÃ ĐẠI CƯƠNG",
            "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
            "subject": (
                "Về việc phát động phong trào thi đua “Toàn dân chung sức xây dựng nông thôn "
                "mới nâng cao” giai đoạn 2026 - 2030"
            ),
            "signers": ("Nguyễn Văn Chuyền",),
            "signer_title": "CHỦ TỊCH",
            "recipients": ("Như Điều 4", "Đảng ủy, HĐND xã", "Lưu: VT"),
            "period": "giai đoạn 2026 - 2030",
        },
        ((1, date(2026, 3, 1), date(2027, 12, 31)), (2, date(2028, 1, 1), date(2030, 12, 31))),
        ((Decimal(95), "triệu đồng/năm"), (Decimal("0.8"), "%"), (Decimal(6), "thôn")),
        style="lists",
    ),
    UnseenPaper(
        "a Party committee",
        ("ĐẢNG BỘ TỈNH HƯNG YÊN", "ĐẢNG ỦY XÃ HOÀN LONG", "*", "Số 21-KH/ĐU"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hoàn Long, ngày 12 tháng 02 năm 2026"),
        (
            ">KẾ HOẠCH",
            ">phát động phong trào thi đua chào mừng đại hội Đảng bộ xã",
            "-----",
            (
                "Thực hiện Kế hoạch số 08-KH/TU ngày 05/01/2026 của Tỉnh ủy, Ban Thường vụ "
                "Đảng ủy xã xây dựng kế hoạch như sau:"
            ),
            "I. MỤC TIÊU",
            "1. Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ đạt 90%.",
            "2. Kết nạp 25 đảng viên mới.",
            "II. THỜI GIAN",
            "1. Đợt 1: từ ngày 15/02/2026 đến ngày 19/5/2026.",
            "2. Đợt 2: từ ngày 20/5/2026 đến ngày 02/9/2026.",
            "III. TỔ CHỨC THỰC HIỆN",
            "Các chi bộ cụ thể hóa kế hoạch này.",
        ),
        ("- Tỉnh ủy (để báo cáo),", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy."),
        ("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", "", "Đào Duy Từ"),
        {
            "type": "Kế hoạch",
            "number": "21",
            "symbol": "KH/ĐU",
            "day": date(2026, 2, 12),
            "place": "Hoàn Long",
            "governing_body": "ĐẢNG BỘ TỈNH HƯNG YÊN",
            "issuer": "ĐẢNG ỦY XÃ HOÀN LONG",
            "subject": "phát động phong trào thi đua chào mừng đại hội Đảng bộ xã",
            "signers": ("Đào Duy Từ",),
            "signer_title": "BÍ THƯ",
            "recipients": (
                "Tỉnh ủy (để báo cáo)",
                "Các chi bộ trực thuộc",
                "Lưu Văn phòng Đảng ủy",
            ),
        },
        ((1, date(2026, 2, 15), date(2026, 5, 19)), (2, date(2026, 5, 20), date(2026, 9, 2))),
        ((Decimal(90), "%"), (Decimal(25), "đảng viên mới")),
        style="tables",
    ),
    UnseenPaper(
        "a department of a city",
        ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG", "SỞ VĂN HÓA, THỂ THAO", "Số: 77/KH-SVHTT"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hải Phòng, ngày 16 tháng 01 năm 2026",
        ),
        (
            ">KẾ HOẠCH",
            ">Phát động phong trào thi đua năm 2026",
            (
                "Căn cứ Kế hoạch số 12/KH-UBND ngày 08 tháng 01 năm 2026 của Ủy ban nhân dân "
                "thành phố về phong trào thi đua năm 2026;"
            ),
            "Sở Văn hóa, Thể thao ban hành Kế hoạch phát động phong trào thi đua như sau:",
            "I. CHỈ TIÊU",
            "1. Số lượt khách tham quan bảo tàng đạt 320.000 lượt.",
            "2. Tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,8%.",
            "II. CÁC ĐỢT",
            "1. Đợt 1: từ ngày 01/01/2026 đến ngày 30/6/2026.",
            "2. Đợt 2: từ ngày 01/7/2026 đến ngày 31/12/2026.",
            "III. TỔ CHỨC THỰC HIỆN",
            "Các phòng, đơn vị thực hiện nghiêm túc Kế hoạch này./.",
        ),
        ("- UBND thành phố;", "- Các phòng, đơn vị;", "- Lưu: VT, VP."),
        ("GIÁM ĐỐC", "", "", "Trần Thị Hoàng Mai"),
        {
            "type": "Kế hoạch",
            "number": "77",
            "symbol": "KH-SVHTT",
            "day": date(2026, 1, 16),
            "place": "Hải Phòng",
            "governing_body": "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
            "issuer": "SỞ VĂN HÓA, THỂ THAO",
            "subject": "Phát động phong trào thi đua năm 2026",
            "signers": ("Trần Thị Hoàng Mai",),
            "signer_title": "GIÁM ĐỐC",
            "recipients": ("UBND thành phố", "Các phòng, đơn vị", "Lưu: VT, VP"),
            "year": 2026,
        },
        ((1, date(2026, 1, 1), date(2026, 6, 30)), (2, date(2026, 7, 1), date(2026, 12, 31))),
        ((Decimal(320000), "lượt"), (Decimal("99.8"), "%")),
        style="tables",
    ),
    UnseenPaper(
        "a youth union",
        ("ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH ĐOÀN LÀO CAI", "***", "Số: 44-HD/TĐTN-PT"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Lào Cai, ngày 25 tháng 02 năm 2026"),
        (
            ">HƯỚNG DẪN",
            ">Tổ chức phong trào thi đua “Tuổi trẻ Lào Cai chuyển đổi số” năm 2026",
            "Ban Thường vụ Tỉnh đoàn hướng dẫn tổ chức phong trào như sau:",
            "I. CHỈ TIÊU",
            "- 100% cơ sở Đoàn có trang cộng đồng;",
            "- Tập huấn kỹ năng số cho 5.000 đoàn viên;",
            "II. THỜI GIAN",
            "Từ ngày 01/3/2026 đến ngày 15/12/2026.",
        ),
        ("- TW Đoàn;", "- Các huyện đoàn;", "- Lưu VP."),
        ("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", "", "", "Giàng Quốc Hưng"),
        {
            "type": "Hướng dẫn",
            "number": "44",
            "symbol": "HD/TĐTN-PT",
            "day": date(2026, 2, 25),
            "place": "Lào Cai",
            "subject": "Tổ chức phong trào thi đua “Tuổi trẻ Lào Cai chuyển đổi số” năm 2026",
            "signers": ("Giàng Quốc Hưng",),
            "signer_title": "PHÓ BÍ THƯ",
            "recipients": ("TW Đoàn", "Các huyện đoàn", "Lưu VP"),
            "year": 2026,
        },
        (),
        ((Decimal(100), "%"), (Decimal(5000), "đoàn viên")),
        style="tables",
    ),
)
