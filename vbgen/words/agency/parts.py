"""Words of agencies' names that belong together, by what they are: data for the places where such a name may break."""

_PLACES = (
    "tỉnh, thành phố, quận, huyện, thị xã, thị trấn, xã, phường, đặc khu, khu vực, thôn, vùng, miền"
)
# what a body is; a stroke marks a place inside where what is too wide may still break
_BODIES = (
    "ủy ban nhân dân, uỷ ban nhân dân, hội đồng nhân dân, ủy ban mặt trận|tổ quốc việt nam, ủy ban|mặt trận tổ "
    "quốc, ủy ban kiểm tra, ủy ban, hội đồng, đoàn đại biểu quốc hội, văn phòng, văn phòng đăng ký|đất đai, tòa án "
    "nhân dân, toà án nhân dân, viện kiểm sát nhân dân, thi hành án dân sự, bộ chỉ huy quân sự, ban chỉ huy quân "
    "sự, bộ tư lệnh, bộ chỉ huy|bộ đội biên phòng, công an, cảnh sát, thanh tra, đảng ủy, đảng uỷ, đảng bộ, chi bộ, "
    "tỉnh ủy, thành ủy, huyện ủy, quận ủy, tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, xã đoàn, đoàn xã, đoàn "
    "phường, đoàn trường, đoàn thanh niên, đoàn thanh niên|cộng sản hồ chí minh, đoàn cơ sở, chi đoàn, liên đội, "
    "hội sinh viên, hội liên hiệp phụ nữ, hội liên hiệp|thanh niên, hội nông dân, hội cựu chiến binh, hội chữ thập "
    "đỏ, hội khuyến học, hội người cao tuổi, hội nhà báo, hội luật gia, liên đoàn lao động, công đoàn, công đoàn cơ "
    "sở, công đoàn ngành, công đoàn bộ phận, ban chấp hành, ban thường vụ, ban quản lý, ban quản lý dự án, ban chỉ "
    "đạo, ban chỉ huy, ban giám hiệu, ban tổ chức, ban dân vận, ban tuyên giáo, ban nội chính, chi cục, tổng cục, "
    "cục, cục thuế, chi cục thuế, thuế, sở, bộ, vụ, phòng, ban, khoa, tổ, đội, trạm, trạm y tế, hạt kiểm lâm, kho "
    "bạc nhà nước, ngân hàng nhà nước, ngân hàng|chính sách xã hội, bảo hiểm xã hội, trung tâm, trung tâm y tế, "
    "trung tâm phục vụ|hành chính công, bệnh viện, bệnh viện đa khoa, bệnh viện hữu nghị, bệnh viện chuyên khoa, "
    "viện, viện nghiên cứu, học viện, đại học quốc gia, đại học, trường đại học, trường cao đẳng, trường cao đẳng "
    "nghề, trường trung cấp, trường trung cấp nghề, trường chính trị, trường tiểu học, trường mầm non, trường mẫu "
    "giáo, trường trung học|cơ sở, trường trung học|phổ thông, trường trung học|phổ thông chuyên, trường tiểu "
    "học|và trung học cơ sở, trường trung học|cơ sở|và trung học|phổ thông, trường phổ thông|dân tộc nội trú, "
    "trường ptdtnt|thcs và thpt, trường ptdtbt|thcs và thpt, trường ptdtnt, trường ptdtbt, trường th và thcs, "
    "trường thcs và thpt, trường phổ thông|dân tộc bán trú, trường phổ thông, trường quân sự, "
    "trường, phân hiệu, trường thpt, trường thcs, trường th, ubnd, hđnd, công ty tnhh, "
    "công ty tnhh|một thành viên, công ty tnhh mtv, công ty, công ty cổ "
    "phần, công ty hợp danh, tổng công ty, tập đoàn, doanh nghiệp tư nhân, xí nghiệp, nhà máy, chi nhánh, hợp tác "
    "xã, liên hiệp hợp tác xã, hiệp hội, liên hiệp hội, liên minh hợp tác xã, hội, quỹ, thư viện, bảo tàng, nhà "
    "hát, nhà xuất bản, nhà văn hóa, vườn quốc gia, khu bảo tồn, báo, đài, tạp chí, cảng, cảng vụ, thi đua - khen "
    "thưởng, hội đồng|thi đua - khen thưởng"
)
# what it is busy with, and whatever else is one word of several syllables
_TERMS = (
    "thcs và thpt, th và thcs, quân dân y, "
    "trung học cơ sở, trung học|phổ thông, trung học, phổ thông, tiểu học, mầm non, dân tộc nội trú, dân tộc bán "
    "trú, dân tộc, nội trú, bán trú, chuyên biệt, thực hành, năng khiếu, sư phạm, kỹ thuật, công nghiệp, công nghệ, "
    "nông nghiệp, lâm nghiệp, nông lâm, nông lâm sản, nông thôn, ngư nghiệp, thủy sản, thủy lợi, chăn nuôi, thú y, "
    "trồng trọt, bảo vệ thực vật, bảo vệ môi trường, môi trường, tài nguyên, đất đai, phát triển, xây dựng, giao "
    "thông, vận tải, giao thông vận tải, đường bộ, đường sắt, đường thủy, hàng không, hàng hải, kiến trúc, quy "
    "hoạch, đô thị, hạ tầng, kỹ thuật hạ tầng, công trình, công trình công cộng, dân dụng, công cộng, dự án, đầu "
    "tư, kế hoạch, tài chính, kế toán, kiểm toán, ngân sách, thuế, hải quan, kho bạc, ngân hàng, tín dụng, bảo "
    "hiểm, chứng khoán, kinh tế, kinh doanh, thương mại, công thương, xuất khẩu, nhập khẩu, xuất nhập khẩu, thị "
    "trường, quản lý|thị trường, quản lý, khu công nghiệp, khu kinh tế, khu chế xuất, khu công nghệ cao, cửa khẩu, "
    "cụm công nghiệp, sản xuất, chế biến, dịch vụ, du lịch, khách sạn, văn hóa, văn hoá, nghệ thuật, thể thao, thể "
    "dục, thể dục thể thao, truyền thông, thông tin, phát thanh, truyền hình, báo chí, xuất bản, bưu chính, viễn "
    "thông, điện lực, điện tử, năng lượng, dầu khí, than, khoáng sản, xăng dầu, hóa chất, phân bón, dệt may, cấp "
    "nước, thoát nước, cấp thoát nước, nước sạch, vệ sinh, khoa học, xã hội, nhân văn, khoa học xã hội, tự nhiên, "
    "khoa học tự nhiên, ngoại ngữ, ngôn ngữ, luật, tư pháp, pháp luật, trợ giúp pháp lý, công chứng, hành chính, "
    "hành chính công, nội vụ, ngoại vụ, tổ chức, cán bộ, nhân sự, lao động, việc làm, thương binh, người có công, "
    "bảo trợ xã hội, bảo trợ, trẻ em, gia đình, phụ nữ, thanh niên, thiếu niên, nhi đồng, thanh thiếu niên, cựu "
    "chiến binh, nông dân, công nhân, viên chức, giáo dục, đào tạo, giáo dục nghề nghiệp, nghề nghiệp, giáo dục "
    "thường xuyên, thường xuyên, bồi dưỡng, hướng nghiệp, học tập cộng đồng, cộng đồng, giới thiệu, y tế, y học, y "
    "dược, y dược học, dược, dược phẩm, y học cổ truyền, cổ truyền, phục hồi chức năng, kiểm soát, kiểm soát bệnh "
    "tật, bệnh tật, dự phòng, điều dưỡng, phụ sản, nhi, phụ sản - nhi, sản nhi, mắt, tâm thần, lao, bệnh phổi, da "
    "liễu, ung bướu, tim mạch, truyền nhiễm, nhiệt đới, răng hàm mặt, tai mũi họng, cấp cứu, huyết học, truyền máu, "
    "giám định, giám định y khoa, pháp y, an toàn, thực phẩm, an toàn thực phẩm, dân số, kế hoạch hóa gia đình, đa "
    "khoa, chuyên khoa, hữu nghị, quốc gia, quốc tế, trung ương, nhà nước, nhân dân, chất lượng, tiêu chuẩn, đo "
    "lường, tiêu chuẩn|đo lường chất lượng, kiểm định, kiểm nghiệm, thử nghiệm, ứng dụng, nghiên cứu, sinh học, "
    "công nghệ sinh học, chuyển đổi số, công nghệ thông tin, dữ liệu, thống kê, lưu trữ, lịch sử, di sản, di tích, "
    "mỹ thuật, âm nhạc, sân khấu, điện ảnh, quân sự, quốc phòng, an ninh, biên phòng, phòng cháy chữa cháy, cứu nạn "
    "cứu hộ, kiểm lâm, khuyến nông, khuyến nông liên xã, khuyến công, xúc tiến, "
    "đấu giá, đấu giá tài sản, tài sản, quỹ đất, phát triển "
    "quỹ đất, phòng chống thiên tai, thiên tai, khí tượng, thủy văn, địa chất, bản đồ, trắc địa, tôn giáo, chính "
    "sách, chính trị, tuyên giáo, lý luận, mặt trận, tổ quốc, cơ quan, các cơ quan, doanh nghiệp, khối doanh "
    "nghiệp, khối các cơ quan, trách nhiệm hữu hạn, một thành viên, hai thành viên, cổ phần, tư nhân, hợp tác, thi "
    "đua, khen thưởng, cộng sản, việt nam, hồ chí minh, hà nội, chữ thập đỏ, người cao tuổi, người mù, người khuyết "
    "tật, nạn nhân, chất độc da cam, văn học, liên hiệp, hội nghề nghiệp, thành viên, đại biểu, quốc hội, lâm sản, "
    "nông sản, giống, cây trồng, vật nuôi, giống cây trồng"
)
_HELD = "các, của, và, về, tại, thuộc, cho, với, một, hai"  # belong to what follows


def _listed(words: str) -> dict[str, str]:
    """By what is said: the same with its strokes."""
    marked = (word.strip().upper() for word in words.split(","))
    return {word.replace("|", " "): word for word in marked}


PLACES, BODIES, TERMS, HELD = map(_listed, (_PLACES, _BODIES, _TERMS, _HELD))
