"""Vietnamese text as legacy fonts stored it, made from Unicode by tables of the tests' own."""

import unicodedata

SENTENCES = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
    "Sở Công Thương phát động phong trào thi đua với chủ đề đoàn kết, sáng tạo",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
    "Danh sách cá nhân được tặng Giấy khen kèm theo Quyết định số 15/QĐ-SCT",
    "Hoàn thành xuất sắc nhiệm vụ; được đồng nghiệp tín nhiệm, quý mến",
    "Kỹ thuật viên trưởng tổ điện, xưởng cơ khí số 2",
    "Những tập thể, cá nhân có thành tích tiêu biểu trong phong trào thi đua",
    "Phòng Quản lý năng lượng và Kỹ thuật an toàn – môi trường",
    "Ngoài ra, khuyến khích tự giác rèn luyện, giữ gìn kỷ luật",
)
NAMES = (
    "Nguyễn Văn Ân", "Trần Thị Thúy Hằng", "Lê Đức Thịnh", "Phạm Hồng Ngọc", "Vũ Thị Mỹ Duyên", "Đặng Quốc Khánh",
    "Bùi Xuân Trường", "Đỗ Thị Hường", "Hoàng Thế Vĩnh", "Dương Thị Kiều Oanh", "Ngô Huyền Trang", "Lý A Sử",
)  # fmt: skip
UNUSUAL_NAMES = (
    "Y Moan Êban", "H'Hen Niê", "K'Brể", "Giàng A Páo", "Mlô Y Thôn", "Rơ Châm Ênuôl", "Alê Plông", "Krông Jông",
    "Êđê Kbuôr", "Rmah Sê Ô", "Blô Hmôk", "Kpă Ktla",
)  # fmt: skip
FOREIGN = (
    (
        "für Müller in Köln über Straße Größe Höhe Käse süß Öl schön Mädchen Tür "
        "fünf Häuser Bäume Äpfel weiß groß Fuß Gebäude"
    ),
    (
        "élève école hôtel château fête forêt île boîte mère cœur façon égoïste naître "
        "crème brûlée pâté âge déjà été né français"
    ),
    "año niño España señor mañana país leído raíz día frío también café Núñez Muñoz ações coração avó pão",
    "på grå står Århus bøde kød hjælp här många hyvä päivä tämä jõgi þá ólafur",
)
PLAIN = (
    "nguyen.van.an@hanam.gov.vn", "https://sct.hanam.gov.vn/vb?id=5", "35/SCT-VP", "15/QĐ-UBND", "36.T1", "10 µm",
    "25 °C", "5 m²", "kg/m³", "±0,5", "3×4", "½", "A · B", "© 2022", "Microsoft®", "§ 5", "«Hà»", "100 %",
    "Ø20", "ABC-123", "", "…", "“Hà Nội”",
)  # fmt: skip

_TCVN3 = {
    pair[0]: pair[1]
    for pairs in (
        "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ",
        "òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u00ad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ",
        "Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§",
    )
    for pair in pairs.split(" ")
}
_VNI = {
    unicode: legacy
    for pairs in (
        "á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë đ=ñ",
        "é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò",
        "ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï",
        "ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î",
    )
    for unicode, legacy in (pair.split("=") for pair in pairs.split(" "))
}


def in_tcvn3(text: str) -> str:
    """The text in TCVN3; capitals with a tone become small letters, as typing programs wrote them."""
    return "".join(
        _TCVN3.get(letter, _TCVN3.get(letter.lower(), letter)) for letter in _composed(text)
    )


def in_vni(text: str) -> str:
    """The text in VNI; a capital letter takes its mark as a capital too."""
    return "".join(_vni_letter(letter) for letter in _composed(text))


def _vni_letter(letter: str) -> str:
    signs = _VNI.get(letter.lower(), letter)
    return signs.upper() if letter.isupper() else signs


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
