"""Invented names of all peoples that live in Việt Nam, and of foreigners; none is meant to be anybody's.

`right_names` builds 1,800 by a seeded programme out of syllables; HARD are 200 made by hand to be taken for wrong.
"""

from random import Random

_FAMILY = (
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lương Trịnh Trương Đào"
    " Hà Cao Mai Lâm Tạ Phùng Vương Tô Chu Thái Nghiêm Tống Quách Lưu Kiều Hứa Tôn La Đàm Châu Ông Khúc Mạc Nhữ"
    " Ninh Ong Phí Quản Tăng Thân Tiêu Trà Ưng Văn Viên Bạch Cấn Chử Cù Cung Doãn Đồng Giáp Giang Khổng Khuất"
    " Lã Lại Lều Ma Mẫn Ngụy"
)
_MIDDLE = (
    "Văn Thị Đức Hữu Quang Minh Ngọc Xuân Thu Thanh Gia Bảo Anh Công Đình Quốc Thế Duy Trọng Mạnh Hồng Kim"
    " Bích Diệu Thùy Khánh Phương Hoài Như Tuấn Việt Nhật Hải Hoàng Trung Tấn Phước Thành Chí Sỹ Bá Danh Khắc"
    " Thúy Mỹ Ái Uyên"
)
_GIVEN = (
    "An Anh Ánh Ân Bình Bảo Châu Chi Cường Dung Dũng Duy Duyên Đạt Đức Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa"
    " Hòa Hoà Hồng Huệ Hùng Hương Huy Khánh Khoa Kiên Kỳ Kì Lan Lâm Liên Linh Loan Long Ly Mai Mạnh Minh My Mỹ"
    " Nam Nga Ngân Nghĩa Ngọc Nhung Oanh Phong Phúc Phương Quân Quang Quý Quỳnh Sơn Tâm Tân Thảo Thắng Thịnh"
    " Thúy Thuý Thủy Tiến Toàn Trang Trí Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Vy Xuân Yến Ý Ái Ơn Ửng Ổn Út"
    " Nguyệt Khuê Thoa Hoè Nghiêm Quyên Huỳnh Đoá"
)
_TAY_NUNG = "Nông Hoàng Lương Bế Vi Triệu Mông Ma Chu Đàm La Lục Lường Sầm Nguyễn Hứa Dương Lưu Mã Tô Vy Linh Dồn Lăng"
_THAI = (
    "Lò Quàng Cầm Đèo Hà Lường Tòng Vì Bạc Cà Điêu Hoàng Khoàng Lang Lự Mè Ngần Sa Vi Lèo Kha Lô Quang Lương"
    " Bua"
)
_THAI_GIVEN = "Ọi Pánh Xuân Inh Óng Thoong Ún Phanh Bun Chiêng Văn Hặc Panh Xôm Khăm Mến Ín Ỉnh Pảo Ơi Hiêng Dọn Tiện"
_HMONG = (
    "Giàng Vàng Sùng Lầu Thào Mùa Lý Hạng Cứ Vừ Và Hờ Chang Sình Ly Ma Phàng Già Tráng Thề Mua Lù Ho Lỳ Khang"
    " Cháng"
)
_HMONG_MIDDLE = "A Seo Thị Mí Bá Nhìa Chờ Y Chúng Sào Pà Dúa Páo Láo Giống Súa"
_HMONG_GIVEN = (
    "Páo Chứ Dờ Pó Sử Xìa Chu Dế Sính Vảng Say Mỷ Tủa Giàng Lử Nủ Dình Cở Của Câu Ký Ná Sở Và Mỵ Chía Sung"
    " Dính"
)
_DAO = "Bàn Triệu Phàn Tẩn Chảo Đặng Lý Phùng Dương Chìu Tằng Lò Phượng Voòng"
_DAO_GIVEN = "Phấy Mẩy Lở Quẩy Mìn Chòi Sài Phù Lụa Tịnh Tả Nái Vạng Phin Khé Mùi Sểnh Chiêm Hiền Lưu Pham Dất Ton"
_KHMER = "Thạch Sơn Kim Danh Châu Lâm Lý Kiên Trần Néang Chau Tăng Liêu Dương Sơn Ngô Đào"
_KHMER_GIVEN = (
    "Rinh Sang Ol Sóc Sa Phết Thi Sarây Phan Rươi Ní Chanh Đa Ra Sô Phol Khon Som Sương Mên Pích Hươl Xuân"
    " Sine"
)
_CHAM = "Bá Đàng Đạo Kiều Lưu Thành Quảng Thập Trượng Từ Não Phú Hán Châu Dụng Mohamach Abdul Sa Châu Jaya"
_CHAM_GIVEN = "Năng Xuân Thị Chức Dũ Nghị Phố Lem Thơ Bố Hổ Mã Đai Sanh Karim Halim Mách Rohim Aly Salay Hamit"
_HOA = (
    "Lâm Trần Huỳnh Lưu Quách Tăng Diệp Lương Mã Ngô Dương Vương Trương Phùng Hứa Sú Voòng Chíu Tsằn Lồ Hà Phù"
    " Phoóng"
)
_HOA_GIVEN = "Mùi Chí Hào Vĩnh Phát Muối Kíu Lìn Sầu A Cú Sáng Dưỡng Phóng Lềnh Xíu Nhì Tài Quyền Kỳ Cẩm Sành Minh"
_EDE_MEN = (
    "Thiên Blŏk Moan Bhiăt Thịnh Nuê Kriêng Djang Djhăm Nguôr Hrim Krec Wan Jŭk Tlŏ Đăm Siêk Ñuê"
)
_EDE_WOMEN = (
    "Hen Lim Nga Bhŭ Duyên Juaih Ngoan Mlưn Sen Nhuê Wê Rêbơ Linh Yam Đrăm Hlăn Blia Ƀơi Lŭ"
)
_EDE_FAMILY = "Êban Niê Kbuôr Mlô Kđoh Byă Ayŭn Kpơr Hmŏk Êñuôl Knul Hđơk Buôn Krông Rcăm Adrơng Êya Kbôr Hwing Ktla"
_GIARAI = "Rơ Châm|Ksor|Siu|Kpă|Nay|Rmah|Rơ Mah|Rcom|Ralan|Hiao|Rah Lan|Rô|Puih|Rơ Lan|Alê|Kpuih"
_GIARAI_GIVEN = (
    "Hyéo H'Blă Klơng Duyên Black Phương Hnhan H'Yar Chơm Bơl Thêk Yơn Hĭm Thoan Pyưih Djoang Alik"
    " H'Nhiên Đen"
)
_BANA = "Đinh A Y Đinh Đinh Rah Yă Bok"
_BANA_GIVEN = "Núp Sanh Nhơn Hmưnh Byưk Thưk Klah Pơi Hnghe Wưu Lưu Ngơi Chek Hing Jer Gưm Hrui Bun Thiêl Keo Plong"
_KHO = (
    "K'Brể|Ka Să|Cil|Lơ Mu|Kơ Să|Liêng Hót|Bon Niêng|Rơ Ông|Cơ Liêng|Đa Cát|Kră Jăn|Pang Ting|"
    "Dơng Gur|Ndu"
)
_KHO_GIVEN = (
    "Ha Brưng|Ha Sêt|K'Thủy|K'Lai|Ha Thương|Ka Rin|Múp|K'Diệp|Ha Ju|Ka Să Mai|K'Hon|Y Lan|Ha Plin|"
    "K'Glang"
)
_RAGLAI = "Cao Mấu Pi Năng Chamaléa Katơr Bo Tro Bo Rah Tà Yên Mang Tro Mấu"
_RAGLAI_GIVEN = "Thị Sự|Điệp|Thị Nhi|Xuân Thạnh|Hạ|Thị Bích|Liêm|Châu|Thị Lang|Tân|Pha|Dũng|Thị Mai"
_WEST = (
    "Marie Jean-Pierre Anne John Peter Müller Hélène José François Renée Björn Søren Ingrid Łukasz Zoë Chloé"
    " Maria"
)
_WEST_FAMILY = (
    "O'Neill|McDonald|MacArthur|de Gaulle|van der Berg|García Márquez|Müller|Dupont|Smith|Søgaard|"
    "Kowalski|D'Angelo|Nuñez|da Silva|von Braun|Lefèvre|Saint-Exupéry|Nguyễn|Trần Lefort|Ivanov|"
    "Petrova|Kim|Le Goff|DeVito"
)
_EAST = (
    "Kim Min-jun|Park Ji Sung|Lee Young Ae|Tanaka Hiroshi|Sato Yuki|Wang Xiaoming|Li Na|"
    "Somchai Boonmee|Khamphay"
)
SEED = 20261129


def right_names() -> list[str]:
    """1,800 names, the same ones each time."""
    random = Random(SEED)  # noqa: S311 - nothing secret
    shares = (
        (_kinh, 820), (_tay_nung, 110), (_thai, 110), (_hmong, 110), (_dao, 80), (_khmer, 90), (_cham, 60), (_hoa, 70),
        (_ede, 110), (_giarai, 70), (_bana, 50), (_kho, 40), (_raglai, 30), (_foreign, 50),
    )  # fmt: skip
    return [make(random) for make, count in shares for _number in range(count)]


def _one(random: Random, words: str) -> str:
    return random.choice(words.split("|") if "|" in words else words.split())


def _kinh(random: Random) -> str:
    middles = [_one(random, _MIDDLE) for _part in range(random.choice((0, 1, 1, 1, 2, 2, 3)))]
    second = [_one(random, _FAMILY)] if random.random() < 0.06 else []
    return " ".join([_one(random, _FAMILY), *second, *middles, _one(random, _GIVEN)])


def _tay_nung(random: Random) -> str:
    return f"{_one(random, _TAY_NUNG)} {_one(random, _MIDDLE)} {_one(random, _GIVEN)}"


def _thai(random: Random) -> str:
    return f"{_one(random, _THAI)} {_one(random, 'Văn Thị')} {_one(random, _THAI_GIVEN)}"


def _hmong(random: Random) -> str:
    return f"{_one(random, _HMONG)} {_one(random, _HMONG_MIDDLE)} {_one(random, _HMONG_GIVEN)}"


def _dao(random: Random) -> str:
    return f"{_one(random, _DAO)} {_one(random, 'A Thị Văn Tà Sành')} {_one(random, _DAO_GIVEN)}"


def _khmer(random: Random) -> str:
    middle = _one(random, "Thị Sóc Sa Ngọc Sô Hoàng Sà Hữu")
    return f"{_one(random, _KHMER)} {middle} {_one(random, _KHMER_GIVEN)}"


def _cham(random: Random) -> str:
    return f"{_one(random, _CHAM)} {_one(random, 'Văn Thị Ngọc Minh Trung')} {_one(random, _CHAM_GIVEN)}"


def _hoa(random: Random) -> str:
    return (
        f"{_one(random, _HOA)} {_one(random, 'A Chí Cẩm Văn Thị Nhì')} {_one(random, _HOA_GIVEN)}"
    )


def _ede(random: Random) -> str:
    if random.random() < 0.5:
        return f"Y {_one(random, _EDE_MEN)} {_one(random, _EDE_FAMILY)}"
    mark = random.choice(("'", "’", " "))
    return f"H{mark}{_one(random, _EDE_WOMEN)} {_one(random, _EDE_FAMILY)}"


def _giarai(random: Random) -> str:
    return f"{_one(random, _GIARAI)} {_one(random, _GIARAI_GIVEN)}"


def _bana(random: Random) -> str:
    return f"{_one(random, _BANA)} {_one(random, _BANA_GIVEN)}"


def _kho(random: Random) -> str:
    return f"{_one(random, _KHO)} {_one(random, _KHO_GIVEN)}"


def _raglai(random: Random) -> str:
    return f"{_one(random, _RAGLAI)} {_one(random, _RAGLAI_GIVEN)}"


def _foreign(random: Random) -> str:
    if random.random() < 0.2:
        return _one(random, _EAST)
    return f"{_one(random, _WEST)} {_one(random, _WEST_FAMILY)}"


HARD = (
    # of the family Ông, Anh, Cô …, or with a first syllable that is a title elsewhere
    "Ông Cao Thắng", "Ông Thị Hà", "Ông Ích Khiêm", "Ông Vĩnh Lộc", "Công Tằng Tôn Nữ Hoàng Phương Anh Thư",
    "Chú Văn Sáng", "Tôn Nữ Thị Ninh", "Công Huyền Tôn Nữ Mộng Lan", "Vĩnh Thụy", "Bảo Đại Sơn", "Thầy A Sìn",
    "Trung Văn Hậu", "Giám Thị Đào", "Đồng Chí Kiên", "Thiếu Văn Sơn", "Nhà Văn Thụ", "Bác Thị Lành",
    "Thượng Văn Tế", "Binh Văn Nhị", "Mục Thị Lan", "Chủ Văn Tịch", "Viên Thị Chức", "Cán Văn Bộ",
    "Hiệu Thị Trưởng", "Điều Dưỡng", "Nhân Viên Châu", "Điểu K'Ré", "Điểu Thị Mai", "Điểu Ong", "Thị Lành",
    "Thị Oanh", "Thị Kim Hoa", "Dì Thị Ngọt", "Cụ Văn Thành",
    # of one word, of one letter, of two letters
    "K'Brể", "H'Ly", "Núp", "Khamphay", "Madonna", "Y Ô", "Lê Y", "Nguyễn Thị Y", "Phạm Thị Ý", "Lò Thị Ỷ",
    "Trần Ô", "Vũ Ơ", "Đỗ Ê", "A Lăng Ư", "Hồ Ú", "Bùi Ả", "Nguyễn Ái", "Hà Ly", "Y Y Niê", "A Á", "Lý A Ú",
    "Ka H'Ú", "Ly A Ò", "Giàng A A Páo", "Mùa A Ó", "Y Á", "A Ó", "Y Ó", "Lò Ó", "Cà Thị È",
    # hyphens, apostrophes, brackets, blanks
    "Nguyễn Thị Hà - Minh", "Nguyễn Thị Hà-Minh", "Jean-Pierre Dupont", "Jean-Luc Nguyễn", "Trần Thị Hà – My",
    "Trần Thị Bích Ngọc (Ngọc Lan)", "Lê Văn Ba (Ba Lê)", "Y Moan (Y Moan Êban)", "H’Lim Niê", "HʼHen Niê",
    "H`Nga Byă", "H' Hen Niê", "K’ Thủy", "D'Angelo Russo", "O’Brien Mary", "Shin Soo-kyung", "Anne-Marie Nguyễn",
    "Bùi Thị Xuân (Sáu)", "N'Trang Lơng", "M'Lơ Y Sanh", "R'Ông Ha Kê", "B'Krông Thị Nhớ", "K'Să Ha Niêm",
    "Ha'Brê", "Kră Jăn K'Đoan", "Đ'Rao", "Pơloong A'Plơ", "A Rất Blúi", "Cơlâu Nâm", "Bh'riu Liếc", "Zơrâm Bloó",
    "Alăng Mai", "Tơngôl Sim", "Pơloong Bêr", "Riah Dơr", "Coor Nớp", "Hôih Thị Triên", "Bríu Pố", "Arâl Ky",
    "Ra Pát Tố", "Ploong Plênh", "Blúp Dáo", "Ating Chưn",
    # letters that other alphabets of the Latin family have, and Ê Đê's own
    "Y Ƀhăm Ênuôl", "Y Jŭt H'Wing", "H'Ñuê Adrơng", "Y Čik Niê", "Y Krŏng Ñuôl", "H'Ƀuê Mlô", "Y Đĭ Kđăm",
    "H'Mĭu Êčăm", "Kpă Ŏ", "Nay H'Ŭ", "Ksor H'Ƀlă", "Rơ Ô Bhŭng", "Siu H'Wiu", "Rmah Hlơ̆", "Nay Kră",
    "Adrơng Y Djê̆", "Y Khơ̆m Byă", "Björn Åkesson", "Søren Ångström", "Łukasz Żółty", "José Nuñez",
    "François Lefèvre", "Renée Zoë", "Ana Gonçalves", "Trần Thị Cécile Hélène", "Jürgen Weiß", "Zoë Kravitz",
    "Đặng Zoé", "Béla Bartók", "Dvořák Antonín", "Šimon Čapek", "Ștefan Ionescu", "İbrahim Şahin", "Gülşen Yılmaz",
    "Ñandú Peña", "Ægir Þórsson", "Siobhán Ó Briain",
    # capitals inside, small particles, initials, ordinals
    "Ronald McDonald", "Douglas MacArthur", "Danny DeVito", "LeBron Smith", "Leonardo da Vinci",
    "Ludwig van Beethoven", "Charles de Gaulle", "Osama bin Ahmad", "Siti binti Rahman", "Vincent van Gogh",
    "Otto von Braun", "Maria del Mar", "John F. Kennedy", "J. R. R. Tolkien", "George W. Bush",
    "Martin Luther King Jr.", "Elizabeth II", "John Paul III", "Rosa la Cruz", "Ana y Moreno",
    "Pedro de la Fuente", "Juan Ortega y Gasset", "Ali ibn Yusuf", "Khaled al-Asaad",
    # Khmer, Chăm, Thái and others that look cut or foreign
    "Thạch Ol", "Sơn Ol", "Danh Ní", "Kim Sa Rinh", "Châu Ôn", "Néang Sóc", "Chau Rết", "Thạch Sô Phết",
    "Kiên Huôn", "Po Dharma", "Mohamach Aly", "Abdul Karim", "Sa Li Mah", "Jaya Bahasa", "Ja Hlê", "Lò Văn Ọi",
    "Quàng Thị Ỏm", "Bạc Cầm Ính", "Cầm Bá Ún", "Lự Văn Ỉn", "Tòng Thị Phóng", "Vi Thị Ơn", "Lang Vi Ín",
    "Tsằn A Sám", "Voòng Nhì Múi", "Chíu Sì Kíu", "Lồ A Pẩu", "Hà Thị Ửng", "Phù Chăn Lìn", "Lỳ Xè Xá",
    "Pờ Lóng Tơ", "Khoàng Thị Én", "Vàng Ché Sừ", "Phùng Quán Phin", "Sùng Thị Mỷ", "Hờ A Dế", "Và Bá Dơ",
    "Và Y Xìa", "Cứ A Của", "Già Mí Pó", "Ly Mí Mua", "Thích Nữ Diệu Không", "Thích Minh Châu",
    "Nguyễn Phúc Bảo Ân", "Lê Đặng Vũ Huỳnh Như", "Vũ Trần Minh Châu", "Đặng Trần Côn Sơn",
    "Nguyễn Lê Hoàng Phương Thảo My", "Huỳnh Thị Xuân Quỳnh Như",
)  # fmt: skip
