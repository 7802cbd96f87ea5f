"""Family names and words that tell how a name goes on: data that no rule of spelling gives."""

_KINH = (
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lương Trịnh Trương Đào Hà Cao"
    " Mai Lâm Tạ Phùng Vương Tô Chu Thái Nghiêm Tống Quách Lưu Kiều Hứa Tôn La Đàm Châu Thạch Triệu Doãn"
)
_OTHERS = (
    "Nông Bế Vi Lường Sầm Ma Lục Lăng Lò Quàng Cầm Đèo Tòng Bạc Cà Khoàng Lự Giàng Vàng Sùng Lầu Thào Mùa Hạng Cứ Vừ Hờ"
    " Chang Bàn Phàn Tẩn Chảo Chìu Sơn Kim Danh Kiên Bá Đàng Siu Kpă Ksor Nay Rmah Rơ Điểu Pơloong Alăng Zơrâm Đinh Y"
)
_NEVER_MIDDLE = (
    "Nguyễn Trần Phạm Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Trịnh Trương Đoàn Phùng Phan Đinh Lê"
)
_UNMARKED = "Nguyen Tran Pham Huynh Hoang Vu Vo Dang Bui Do Ngo Duong Dinh Doan Luong Trinh Truong"
_PARTICLES = "de da do dos das del della di du des van von der den ter la le las los el al bin binti ibn y af av zu"

KINH = frozenset(_KINH.split())
FAMILIES = frozenset(f"{_KINH} {_OTHERS}".split())
NEVER_MIDDLE = frozenset(_NEVER_MIDDLE.split())  # so that a title before them is one
UNMARKED = frozenset(_UNMARKED.split())
PARTICLES = frozenset(_PARTICLES.split())  # small words inside names of other countries
INNER_CAPITALS = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Fitz", "Van", "Von", "St")
