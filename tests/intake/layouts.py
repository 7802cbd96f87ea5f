"""Layouts of lists as units send them, in words of our own, each with the people that stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.intake.files import Row

GK, LDTT, CSTD, TTLD = (
    "Giấy khen",
    "Lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở",
    "Tập thể lao động tiên tiến",
)
BK = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


def who(name: str, **said: object) -> dict[str, object]:
    """A person that must be read: every field named, others free."""
    return {"full_name": name, **said}


@dataclass(frozen=True)
class Layout:
    """One list: rows of its table, what stands before and behind, and who is in it."""

    name: str
    rows: Sequence[Row]
    people: Sequence[dict[str, object]]
    merges: Sequence[str] = ()
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    asks: bool = False  # something about it cannot be told: it must be asked or doubtful
    codes: Sequence[str] = field(default=())  # questions that must be asked


AN, BINH, CUC, DUNG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Cúc", "Phạm Quốc Dũng"
HOA, KHANH, LINH, MINH = "Hoàng Thị Hòa", "Vũ Duy Khánh", "Đặng Mỹ Linh", "Bùi Công Minh"
KH, VP, TC, TT = "Phòng Kế hoạch", "Văn phòng", "Phòng Tài chính", "Trung tâm Khuyến công"

LAYOUTS = (
    Layout(
        "plain",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Thành tích"),
            (1, AN, "Trưởng phòng", KH, "Giấy khen", "xuất sắc trong năm 2026"),
            (2, BINH, "Chuyên viên", VP, "Giấy khen", "xuất sắc trong năm 2026"),
        ],
        [
            who(
                AN, position="Trưởng phòng", unit_name=KH, award=GK, merit="xuất sắc trong năm 2026"
            ),
            who(BINH, position="Chuyên viên", unit_name=VP, award=GK),
        ],
    ),
    Layout(
        "nine columns of a ministry's form",
        [
            (
                "STT",
                "Tên gọi",
                "Tên tập thể/cá nhân/hộ gia đình",
                "Chức vụ",
                "Đơn vị công tác",
                "Phân loại khen thưởng",
                "Danh hiệu thi đua/Hình thức khen thưởng",
                "Phân loại đối tượng",
                "Lĩnh vực hoạt động",
            ),
            (
                1,
                "Ông",
                AN,
                "Phó Giám đốc",
                "Sở Xây dựng",
                "Chuyên đề",
                "Bằng khen của Chủ tịch UBND tỉnh",
                "Cá nhân",
                "Khác",
            ),
            (
                2,
                None,
                "Phòng Quản lý nhà",
                None,
                "Sở Xây dựng",
                "Chuyên đề",
                "Bằng khen của Chủ tịch UBND tỉnh",
                "Tập thể",
                "Khác",
            ),
        ],
        [
            who(
                AN,
                kind="individual",
                gender="male",
                position="Phó Giám đốc",
                unit_name="Sở Xây dựng",
                award=BK,
            ),
            who("Phòng Quản lý nhà", kind="collective", award=BK),
        ],
    ),
    Layout(
        "eleven columns with codes of honours",
        [
            (
                "STT",
                "Họ và tên",
                "Giới tính",
                "Ngày sinh",
                "Chức vụ",
                "Tên phòng ban",
                "Tên đơn vị",
                "Địa chỉ",
                "Mã phân loại cán bộ",
                "Mã hình thức",
                "Mã danh hiệu",
            ),
            (
                1,
                AN,
                "Nam",
                "15/02/1980",
                "Chuyên viên",
                KH,
                "Sở Xây dựng",
                "phường Châu Sơn",
                "CC",
                None,
                "LĐTT",
            ),
            (
                2,
                BINH,
                "Nữ",
                "03/11/1990",
                "Kế toán",
                VP,
                "Sở Xây dựng",
                "phường Châu Sơn",
                "CC",
                "GK",
                None,
            ),
        ],
        [
            who(
                AN,
                gender="male",
                birth_year=1980,
                position="Chuyên viên",
                unit_name=f"{KH}, Sở Xây dựng",
                award=LDTT,
            ),
            who(BINH, gender="female", birth_year=1990, award=GK),
        ],
    ),
    Layout(
        "two columns with groups as rows",
        [
            ("TT", "Tập thể, cá nhân đề nghị xét khen thưởng"),
            ("I", "Tập thể"),
            (1, "Phòng Kế hoạch - Tài chính, Sở Xây dựng"),
            ("II", "Cá nhân"),
            (1, f"Ông {AN}, Phó Giám đốc, Sở Xây dựng"),
            (2, f"Bà {BINH}, Chuyên viên, Văn phòng Sở Xây dựng"),
        ],
        [
            who("Phòng Kế hoạch - Tài chính, Sở Xây dựng", kind="collective"),
            who(AN, gender="male", position="Phó Giám đốc", unit_name="Sở Xây dựng"),
            who(BINH, gender="female", position="Chuyên viên", unit_name="Văn phòng Sở Xây dựng"),
        ],
        asks=True,
        codes=("honour-not-said",),
    ),
    Layout(
        "names of both kinds with scores",
        [
            (
                "STT",
                "Họ tên/Tên tập thể",
                "Đơn vị",
                "Danh hiệu",
                "Điểm xét",
                "Ghi chú",
                "Người đề nghị",
            ),
            (1, AN, KH, "LĐTT", 95, None, DUNG),
            (2, "Tập thể Phòng Tài chính", None, "TTLĐTT", 92, None, DUNG),
        ],
        [
            who(AN, kind="individual", unit_name=KH, award=LDTT),
            who("Tập thể Phòng Tài chính", kind="collective", award=TTLD),
        ],
    ),
    Layout(
        "seven columns",
        [
            (
                "STT",
                "Họ và tên",
                "Giới tính",
                "Ngày sinh",
                "Phân loại cán bộ",
                "Chức vụ",
                "Hình thức khen thưởng",
            ),
            (1, AN, "Nam", "1/2/1980", "Công chức", "Chuyên viên", "Giấy khen"),
        ],
        [who(AN, gender="male", birth_year=1980, position="Chuyên viên", award=GK)],
    ),
    Layout(
        "eight columns, name cut short",
        [
            (
                "STT",
                "Phân loại khen thưởng",
                "Tên tập thể, cá nhân",
                "Chức vụ",
                "Đơn vị công tác",
                "Danh hiệu/Hình thức",
                "Phân loại đối tượng",
                "Lĩnh vực",
            ),
            (
                1,
                "Thường xuyên",
                AN,
                "Giáo viên",
                "Trường Tiểu học Hoa Sen",
                "Giấy khen",
                "Cá nhân",
                "Giáo dục",
            ),
        ],
        [
            who(
                AN,
                kind="individual",
                position="Giáo viên",
                unit_name="Trường Tiểu học Hoa Sen",
                award=GK,
            )
        ],
    ),
    Layout(
        "title, merged heading of two rows, sexes under the year of birth",
        [
            (
                "STT",
                "Họ và tên",
                "Năm sinh",
                None,
                "Chức vụ, đơn vị công tác",
                "Hình thức khen thưởng",
            ),
            (None, None, "Nam", "Nữ", None, None),
            (1, AN, 1980, None, f"Trưởng phòng, {KH}", "Giấy khen"),
            (2, BINH, None, 1985, f"Chuyên viên, {VP}", "Giấy khen"),
        ],
        [
            who(
                AN, gender="male", birth_year=1980, position="Trưởng phòng", unit_name=KH, award=GK
            ),
            who(BINH, gender="female", birth_year=1985, position="Chuyên viên", unit_name=VP),
        ],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"),
        before=(
            "SỞ XÂY DỰNG",
            "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026",
            "(Kèm theo Tờ trình số 12/TTr-SXD)",
        ),
    ),
    Layout(
        "heading of two rows without merging",
        [
            ("TT", "Họ tên", "Giới tính", None, "Chức danh", "Đề nghị"),
            (None, None, "Nam", "Nữ", None, None),
            (1, AN, "x", None, "Nhân viên", "GK"),
            (2, BINH, None, "x", "Nhân viên", "GK"),
        ],
        [who(AN, gender="male", award=GK), who(BINH, gender="female", award=GK)],
    ),
    Layout(
        "honours as columns of ticks",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu thi đua", None, "Giấy khen"),
            (None, None, None, "LĐTT", "CSTĐCS", None),
            (1, AN, "Trưởng phòng", "x", "x", None),
            (2, BINH, "Chuyên viên", "x", None, "x"),
        ],
        [
            who(AN, award=LDTT),
            who(AN, award=CSTD),
            who(BINH, award=LDTT),
            who(BINH, award=GK),
        ],
        merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"),
    ),
    Layout(
        "family and given name in two columns",
        [
            ("STT", "Họ và đệm", "Tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
            (1, "Nguyễn Văn", "An", "Chuyên viên", KH, "LĐTT"),
            (2, "Trần Thị", "Bình", "Chuyên viên", KH, "LĐTT"),
        ],
        [who(AN, unit_name=KH, award=LDTT), who(BINH, award=LDTT)],
    ),
    Layout(
        "one heading merged over family and given name",
        [
            ("STT", "Họ và tên", None, "Chức vụ", "Danh hiệu"),
            (1, "Nguyễn Văn", "An", "Chuyên viên", "LĐTT"),
            (2, "Trần Thị", "Bình", "Chuyên viên", "LĐTT"),
        ],
        [who(AN, position="Chuyên viên", award=LDTT), who(BINH, award=LDTT)],
        merges=("B1:C1",),
    ),
    Layout(
        "a unit's name across the row above its people",
        [
            ("STT", "Họ và tên", "Chức vụ", "Hình thức khen thưởng"),
            ("PHÒNG KẾ HOẠCH", None, None, None),
            (1, AN, "Trưởng phòng", "Giấy khen"),
            (2, BINH, "Chuyên viên", "Giấy khen"),
            ("VĂN PHÒNG", None, None, None),
            (3, CUC, "Văn thư", "Giấy khen"),
        ],
        [
            who(AN, unit_name="PHÒNG KẾ HOẠCH", award=GK),
            who(BINH, unit_name="PHÒNG KẾ HOẠCH"),
            who(CUC, unit_name="VĂN PHÒNG"),
        ],
        merges=("A2:D2", "A5:D5"),
    ),
    Layout(
        "groups of kinds with Roman numbers, units below with figures",
        [
            ("TT", "Tên tập thể, cá nhân", "Chức vụ", "Danh hiệu"),
            ("I", "TẬP THỂ", None, None),
            (1, "Phòng Tổng hợp", None, "Tập thể Lao động tiên tiến"),
            ("II", "CÁ NHÂN", None, None),
            (1, AN, "Chuyên viên", "Lao động tiên tiến"),
            (2, BINH, "Chuyên viên", "CSTĐ cơ sở"),
            (None, "Tổng cộng: 03", None, None),
        ],
        [
            who("Phòng Tổng hợp", kind="collective", award=TTLD),
            who(AN, kind="individual", award=LDTT),
            who(BINH, kind="individual", award=CSTD),
        ],
    ),
    Layout(
        "a unit typed once",
        [
            ("STT", "Họ và tên", "Đơn vị", "Chức vụ", "Danh hiệu"),
            (1, AN, KH, "Trưởng phòng", "LĐTT"),
            (2, BINH, None, "Chuyên viên", "LĐTT"),
            (3, CUC, VP, "Chánh Văn phòng", "LĐTT"),
            (4, DUNG, None, "Văn thư", "LĐTT"),
        ],
        [
            who(AN, unit_name=KH),
            who(BINH, unit_name=KH),
            who(CUC, unit_name=VP),
            who(DUNG, unit_name=VP),
        ],
    ),
    Layout(
        "a unit merged down its people",
        [
            ("STT", "Họ và tên", "Đơn vị", "Danh hiệu"),
            (1, AN, KH, "LĐTT"),
            (2, BINH, None, "LĐTT"),
            (3, CUC, VP, "LĐTT"),
        ],
        [who(AN, unit_name=KH), who(BINH, unit_name=KH), who(CUC, unit_name=VP)],
        merges=("C2:C3",),
    ),
    Layout(
        "marks of as above",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
            (1, AN, "Chuyên viên", KH, "LĐTT"),
            (2, BINH, "nt", "-nt-", "nt"),
            (3, CUC, '"', '"', '"'),
        ],
        [who(AN, unit_name=KH)]
        + [who(each, position="Chuyên viên", unit_name=KH, award=LDTT) for each in (BINH, CUC)],
    ),
    Layout(
        "numbers of columns under the heading, totals, signatures and a note",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            (1, AN, "Chuyên viên", KH, "LĐTT"),
            (2, BINH, "Chuyên viên", KH, "LĐTT"),
            (None, "Tổng số: 02 người", None, None, None),
            (None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ", None),
            (None, CUC, None, DUNG, None),
        ],
        [who(AN, award=LDTT), who(BINH, award=LDTT)],
    ),
    Layout(
        "the heading far down, no marks, English",
        [
            ("No", "Full name", "Position", "Unit", "Award"),
            (1, AN, "Chuyên viên", KH, "Giấy khen"),
        ],
        [who(AN, position="Chuyên viên", unit_name=KH, award=GK)],
        before=tuple(f"dòng {number}" for number in range(12)),
    ),
    Layout(
        "headings without marks and with hints",
        [
            (
                "STT",
                "Ho va ten (ghi ro)",
                "Chuc vu (neu co)",
                "Don vi cong tac",
                "Danh hieu de nghi *",
            ),
            (1, AN, "Chuyên viên", KH, "LĐTT"),
        ],
        [who(AN, position="Chuyên viên", unit_name=KH, award=LDTT)],
    ),
    Layout(
        "capitals in the column of names",
        [
            ("STT", "HỌ VÀ TÊN", "CHỨC VỤ", "DANH HIỆU"),
            (1, "NGUYỄN VĂN AN", "Chuyên viên", "LĐTT"),
            (2, "TRẦN THỊ BÌNH", "Chuyên viên", "LĐTT"),
        ],
        [who(AN, award=LDTT), who(BINH, award=LDTT)],
    ),
    Layout(
        "titles before names",
        [
            ("STT", "Họ và tên", "Chức vụ", "Khen thưởng"),
            (1, f"Ông {AN}", "Trưởng phòng", "Giấy khen"),
            (2, f"Bà {BINH}", "Chuyên viên", "Giấy khen"),
            (3, f"Đ/c {CUC}", "Chuyên viên", "Giấy khen"),
        ],
        [
            who(AN, gender="male", honorific="Ông"),
            who(BINH, gender="female", honorific="Bà"),
            who(CUC),
        ],
    ),
    Layout(
        "a column for the form of address",
        [
            ("TT", "Ông (Bà)", "Họ và tên", "Chức vụ, đơn vị", "Hình thức"),
            (1, "Ông", AN, f"Trưởng phòng - {KH}", "GK"),
            (2, "Bà", BINH, f"Chuyên viên {VP}", "GK"),
        ],
        [
            who(AN, gender="male", position="Trưởng phòng", unit_name=KH),
            who(BINH, gender="female", position="Chuyên viên", unit_name=VP),
        ],
    ),
    Layout(
        "position and unit on two lines of a cell",
        [
            ("TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Hình thức"),
            (1, AN, f"Trưởng phòng\n{KH}", "GK"),
        ],
        [who(AN, position="Trưởng phòng", unit_name=KH)],
    ),
    Layout(
        "everything in the cell of names",
        [
            ("TT", "Họ tên, chức vụ, đơn vị công tác", "Hình thức khen thưởng"),
            (1, f"Ông {AN}, Trưởng phòng, {KH}", "Giấy khen"),
            (2, f"Bà {BINH} - Chuyên viên, {VP}", "Giấy khen"),
            (3, f"{CUC} (Kế toán, {TC})", "Giấy khen"),
        ],
        [
            who(AN, position="Trưởng phòng", unit_name=KH, award=GK),
            who(BINH, position="Chuyên viên", unit_name=VP),
            who(CUC, position="Kế toán", unit_name=TC),
        ],
    ),
    Layout(
        "pupils with their classes",
        [
            ("STT", "Họ và tên học sinh", "Lớp", "Danh hiệu"),
            (1, AN, "10A1", "Giấy khen"),
            (2, BINH, "Lớp 11B2", "Giấy khen"),
        ],
        [
            who(AN, kind="pupil", unit_name="10A1", award=GK),
            who(BINH, kind="pupil", unit_name="Lớp 11B2"),
        ],
    ),
    Layout(
        "households and enterprises",
        [
            ("STT", "Tập thể, cá nhân, hộ gia đình", "Địa chỉ", "Hình thức khen thưởng"),
            (1, f"Hộ ông {AN}", "Thôn An Nội", "Giấy khen"),
            (2, "Công ty TNHH Hòa Phát", "Cụm công nghiệp Bình Lục", "Giấy khen"),
            (3, BINH, "Thôn Tiêu Động", "Giấy khen"),
        ],
        [
            who(f"Hộ ông {AN}", kind="household", address="Thôn An Nội"),
            who("Công ty TNHH Hòa Phát", kind="enterprise"),
            who(BINH, kind="individual", address="Thôn Tiêu Động"),
        ],
    ),
    Layout(
        "the honour only in the title of the list",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị"),
            (1, AN, "Chuyên viên", KH),
        ],
        [who(AN, position="Chuyên viên", unit_name=KH, award=GK)],
        before=("DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",),
    ),
    Layout(
        "the honour as a group",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị"),
            ("I", "Danh hiệu Chiến sĩ thi đua cơ sở: 01 người", None, None),
            (1, AN, "Chuyên viên", KH),
            ("II", "Danh hiệu Lao động tiên tiến: 02 người", None, None),
            (1, BINH, "Chuyên viên", KH),
            (2, CUC, "Chuyên viên", VP),
        ],
        [who(AN, award=CSTD), who(BINH, award=LDTT), who(CUC, award=LDTT, unit_name=VP)],
        merges=("B2:D2", "B4:D4"),
    ),
    Layout(
        "no honour anywhere",
        [("STT", "Họ và tên", "Chức vụ", "Đơn vị"), (1, AN, "Chuyên viên", KH)],
        [who(AN, position="Chuyên viên", unit_name=KH)],
        asks=True,
        codes=("honour-not-said",),
    ),
    Layout(
        "only collectives, under the word for units",
        [
            ("TT", "Tên đơn vị", "Hình thức khen thưởng", "Thành tích"),
            (1, "Phòng Kế hoạch", "Giấy khen", "hoàn thành sớm kế hoạch năm"),
            (2, "Đoàn Thanh niên Sở", "Giấy khen", "tình nguyện vì cộng đồng"),
        ],
        [
            who("Phòng Kế hoạch", kind="collective", award=GK, merit="hoàn thành sớm kế hoạch năm"),
            who("Đoàn Thanh niên Sở", kind="collective"),
        ],
    ),
    Layout(
        "numbered paragraphs without a table",
        [],
        [
            who(AN, gender="male", position="Trưởng phòng", unit_name=KH, award=GK),
            who(BINH, gender="female", position="Chuyên viên", unit_name=VP, award=GK),
        ],
        before=(
            "DANH SÁCH TẶNG GIẤY KHEN",
            f"1. Ông {AN}, Trưởng phòng, {KH};",
            f"2. Bà {BINH}, Chuyên viên, {VP}.",
        ),
    ),
    Layout(
        "paragraphs in groups, collectives and people",
        [],
        [
            who("Phòng Kế hoạch", kind="collective", award=GK),
            who("Tổ Văn thư", kind="collective", award=GK),
            who(AN, position="Giám đốc", unit_name="Công ty cổ phần Gạch Khang Minh", award=GK),
        ],
        before=(
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",
            "I. Tập thể",
            "1. Phòng Kế hoạch",
            "2. Tổ Văn thư",
            "II. Cá nhân",
            f"- Ông {AN}, Giám đốc, Công ty cổ phần Gạch Khang Minh",
        ),
    ),
    Layout(
        "labels inside the lines",
        [],
        [who(AN, birth_year=1980, position="Trưởng phòng", unit_name=KH)],
        before=(
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",
            f"1. Họ và tên: {AN}; Sinh năm: 1980; Chức vụ: Trưởng phòng; Đơn vị: {KH}.",
        ),
    ),
    Layout(
        "the sender above the table",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (1, AN, "Chuyên viên", "LĐTT"),
        ],
        [who(AN, unit_name=KH, award=LDTT)],
        before=(f"Đơn vị: {KH}", "DANH SÁCH ĐỀ NGHỊ"),
    ),
    Layout(
        "a merit in the column of names",
        [
            ("STT", "Tên tập thể, cá nhân", "Hình thức khen thưởng", "Thành tích"),
            (
                1,
                f"Ông {AN}, Chuyên viên, {KH}",
                "Giấy khen",
                "Đã có thành tích xuất sắc trong cứu nạn",
            ),
        ],
        [who(AN, position="Chuyên viên", unit_name=KH, award=GK, merit="xuất sắc trong cứu nạn")],
    ),
    Layout(
        "two honours in one cell",
        [
            ("STT", "Họ và tên", "Danh hiệu, hình thức đề nghị"),
            (1, AN, "LĐTT; Giấy khen"),
        ],
        [who(AN, award=LDTT), who(AN, award=GK)],
    ),
    Layout(
        "title and form in two columns",
        [
            ("STT", "Họ và tên", "Danh hiệu thi đua", "Hình thức khen thưởng"),
            (1, AN, "LĐTT", "Giấy khen"),
            (2, BINH, "LĐTT", None),
        ],
        [who(AN, award=LDTT), who(AN, award=GK), who(BINH, award=LDTT)],
    ),
    Layout(
        "an honour that nobody knows",
        [
            ("STT", "Họ và tên", "Danh hiệu"),
            (1, AN, "Ngôi sao sáng tạo"),
        ],
        [who(AN)],
        asks=True,
        codes=("honour-unknown",),
    ),
    Layout(
        "a column that nobody knows",
        [
            ("STT", "Họ và tên", "Chức vụ", "Cột lạ", "Danh hiệu"),
            (1, AN, "Chuyên viên", "Đạt giải Nhất hội thi tay nghề", "Giấy khen"),
        ],
        [who(AN, award=GK)],
        codes=("column-unknown",),
    ),
    Layout(
        "a column that nobody knows, and that says nothing that is missing",
        [
            ("STT", "Họ và tên", "Chức vụ", "Cột lạ", "Danh hiệu"),
            (1, AN, "Chuyên viên", "abc", "LĐTT"),
        ],
        [who(AN, award=LDTT, position="Chuyên viên")],
    ),
    Layout(
        "two people in one cell",
        [
            ("STT", "Họ và tên", "Danh hiệu"),
            (1, f"{AN}, {BINH}", "LĐTT"),
        ],
        [who(AN)],
        asks=True,
    ),
    Layout(
        "a table without a heading",
        [
            (1, AN, "Trưởng phòng", KH, "Giấy khen"),
            (2, BINH, "Chuyên viên", VP, "Giấy khen"),
            (3, CUC, "Chuyên viên", VP, "Giấy khen"),
        ],
        [who(AN), who(BINH), who(CUC)],
        asks=True,
    ),
    Layout(
        "names of other peoples",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (1, "Y Thiên Êban", "Trưởng buôn", "Giấy khen"),
            (2, "Lò Thị Ọi", "Nông dân", "Giấy khen"),
            (3, "H'Hen Niê", "Giáo viên", "Giấy khen"),
            (4, "K'Brể", "Nông dân", "Giấy khen"),
        ],
        [who("Y Thiên Êban"), who("Lò Thị Ọi"), who("H'Hen Niê"), who("K'Brể")],
    ),
    Layout(
        "a family that is also a word of units",
        [
            ("STT", "Họ và tên, tên tập thể", "Chức vụ", "Danh hiệu"),
            (1, "Đoàn Văn Hậu", "Chuyên viên", "LĐTT"),
            (2, "Hồ Thị Tổ", "Chuyên viên", "LĐTT"),
            (3, "Đoàn Thanh niên", None, "Giấy khen"),
        ],
        [
            who("Đoàn Văn Hậu", kind="individual"),
            who("Hồ Thị Tổ", kind="individual"),
            who("Đoàn Thanh niên", kind="collective"),
        ],
    ),
    Layout(
        "a unit above kinds",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            ("A", "Phòng Kế hoạch", None, None),
            ("I", "Cá nhân", None, None),
            (1, AN, "Chuyên viên", "LĐTT"),
            ("B", "Văn phòng", None, None),
            ("I", "Cá nhân", None, None),
            (1, BINH, "Văn thư", "LĐTT"),
        ],
        [who(AN, unit_name="Phòng Kế hoạch"), who(BINH, unit_name="Văn phòng")],
    ),
    Layout(
        "the heading once more on the next page",
        [
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (1, AN, "Chuyên viên", "LĐTT"),
            ("STT", "Họ và tên", "Chức vụ", "Danh hiệu"),
            (2, BINH, "Văn thư", "LĐTT"),
        ],
        [who(AN, position="Chuyên viên"), who(BINH, position="Văn thư")],
    ),
    Layout(
        "positions that name their units",
        [
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
            (1, AN, "Trưởng phòng Kế hoạch", "Sở Xây dựng", "LĐTT"),
            (2, BINH, "Hiệu trưởng", "Trường Mầm non Hoa Mai", "LĐTT"),
            (3, CUC, "Phó Trưởng Ban Quản lý dự án", "UBND xã", "LĐTT"),
        ],
        [
            who(AN, position="Trưởng phòng Kế hoạch", unit_name="Sở Xây dựng"),
            who(BINH, position="Hiệu trưởng", unit_name="Trường Mầm non Hoa Mai"),
            who(CUC, position="Phó Trưởng Ban Quản lý dự án"),
        ],
    ),
    Layout(
        "columns moved about, the number last",
        [
            ("Danh hiệu", "Đơn vị", "Chức vụ", "Họ và tên", "STT"),
            ("LĐTT", KH, "Chuyên viên", AN, 1),
        ],
        [who(AN, position="Chuyên viên", unit_name=KH, award=LDTT)],
    ),
    Layout(
        "three rows of heading",
        [
            ("STT", "Họ và tên", "Thông tin cá nhân", None, None, "Đề nghị khen thưởng"),
            (None, None, "Năm sinh", None, "Chức vụ", None),
            (None, None, "Nam", "Nữ", None, None),
            (1, AN, 1980, None, "Chuyên viên", "LĐTT"),
            (2, BINH, None, 1990, "Văn thư", "LĐTT"),
        ],
        [
            who(AN, gender="male", birth_year=1980, position="Chuyên viên", award=LDTT),
            who(BINH, gender="female", birth_year=1990, position="Văn thư", award=LDTT),
        ],
        merges=("A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3", "F1:F3"),
    ),
    Layout(
        "a person without a position, as lists of communes have them",
        [
            ("STT", "Họ tên", "Thôn", "Lý do khen thưởng", "Hình thức"),
            (1, AN, "Thôn An Nội", "hiến đất làm đường", "Giấy khen"),
        ],
        [who(AN, address="Thôn An Nội", merit="hiến đất làm đường", award=GK)],
    ),
    Layout(
        "two lists side by side",
        [
            ("STT", "Họ và tên", "Hình thức", "STT", "Họ và tên", "Hình thức"),
            (1, AN, "GK", 3, CUC, "GK"),
            (2, BINH, "GK", 4, DUNG, "GK"),
        ],
        [who(each, award=GK) for each in (AN, CUC, BINH, DUNG)],
    ),
    Layout(
        "the honour in the heading of ticks",
        [("STT", "Họ và tên", "Đề nghị tặng Giấy khen"), (1, AN, "x"), (2, BINH, "x")],
        [who(AN, award=GK), who(BINH, award=GK)],
    ),
    Layout(
        "units numbered like their people",
        [
            ("STT", "Họ và tên", "Chức vụ", "Hình thức"),
            (1, "Phòng Kế hoạch", None, None),
            ("1.1", AN, "Trưởng phòng", "GK"),
            (2, "Văn phòng", None, None),
            ("2.1", BINH, "Văn thư", "GK"),
        ],
        [who(AN, unit_name="Phòng Kế hoạch"), who(BINH, unit_name="Văn phòng")],
    ),
    Layout(
        "units alone above their people, no numbers",
        [
            ("Họ và tên", "Chức vụ", "Hình thức"),
            ("Phòng Kế hoạch", None, None),
            (AN, "Trưởng phòng", "GK"),
            ("Văn phòng", None, None),
            (BINH, "Văn thư", "GK"),
        ],
        [who(AN, unit_name="Phòng Kế hoạch"), who(BINH, unit_name="Văn phòng")],
    ),
    Layout(
        "a sentence before the list is no unit",
        [],
        [who(AN, position="Trưởng phòng", award=GK)],
        before=(
            "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN",
            "Phòng Kế hoạch đề nghị khen thưởng các cá nhân sau:",
            f"1) {AN} - Trưởng phòng",
            "Xin trân trọng cảm ơn.",
        ),
    ),
    Layout(
        "a unit in small letters behind its position",
        [
            ("STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Hình thức"),
            (1, AN, "Giáo viên trường THCS Hoa Sen", "GK"),
            (2, BINH, "Chuyên viên phòng Kế hoạch", "GK"),
            (3, CUC, "Trưởng phòng Kế hoạch", "GK"),
            (4, DUNG, "Bí thư chi bộ thôn Nội", "GK"),
        ],
        [
            who(AN, position="Giáo viên", unit_name="Trường THCS Hoa Sen"),
            who(BINH, position="Chuyên viên", unit_name="Phòng Kế hoạch"),
            who(CUC, position="Trưởng phòng Kế hoạch"),
            who(DUNG),
        ],
    ),
)
