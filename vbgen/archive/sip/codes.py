"""Codes of Thông tư 05/2025/TT-BNV: what its tables call kinds of paper, periods, languages and ways of use."""

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    f"{number:02}": name
    for number, name in enumerate(
        (
            "Nghị quyết",
            "Quyết định",
            "Chỉ thị",
            "Quy chế",
            "Quy định",
            "Thông cáo",
            "Thông báo",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Dự án",
            "Báo cáo",
            "Tờ trình",
            "Giấy ủy quyền",
            "Phiếu gửi",
            "Phiếu chuyển",
            "Phiếu báo",
            "Biên bản",
            "Hợp đồng",
            "Công văn",
            "Công điện",
            "Bản ghi nhớ",
            "Bản thỏa thuận",
            "Giấy mời",
            "Giấy giới thiệu",
            "Giấy nghỉ phép",
            "Thư công",
            "Bản đồ",
            "Bản vẽ kỹ thuật",
            "Khác",
        ),
        start=1,
    )
}
LANGUAGES: Mapping[str, str] = {
    "01": "Tiếng Việt",
    "02": "Tiếng Anh",
    "03": "Tiếng Pháp",
    "04": "Tiếng Nga",
    "05": "Tiếng Trung",
    "06": "Việt - Anh",
    "07": "Việt - Nga",
    "08": "Việt - Pháp",
    "09": "Hán - Nôm",
    "10": "Việt - Trung",
    "11": "Khác",
}
PERIODS: Mapping[str, str] = {
    "01": "Vĩnh viễn",
    "02": "70 năm",
    "03": "50 năm",
    "04": "30 năm",
    "05": "20 năm",
    "06": "10 năm",
    "07": "Khác",
}
USES: Mapping[str, str] = {"01": "Công khai", "02": "Sử dụng có điều kiện", "03": "Mật"}
SOURCES: Mapping[str, str] = {"01": "Gốc điện tử", "02": "Số hóa", "03": "Hỗn hợp"}
TRUTHS: Mapping[str, str] = {"0": "Không", "1": "Có"}
PRECAUTIONS: Mapping[str, str] = {"01": "Đã dự phòng", "02": "Chưa dự phòng"}

PERMANENT = "01"
ELECTRONIC, SCANNED, MIXED = "01", "02", "03"
_OTHER_TYPE, _OTHER_PERIOD = "32", "07"


def type_code(name: str) -> str:
    """The code of a kind of paper by its Vietnamese name; that of “Khác” for any other."""
    return _code(TYPES, name) or _OTHER_TYPE


def period_code(period: str) -> str:
    """The code of a period (`Vĩnh viễn`, `20 năm`); that of “Khác” for any other, empty for none."""
    return _code(PERIODS, period) or (_OTHER_PERIOD if period else "")


def use_code(use: str) -> str:
    """The code of a way of use by its Vietnamese name; empty for any other."""
    return _code(USES, use)


def _code(table: Mapping[str, str], name: str) -> str:
    wanted = " ".join(name.split()).casefold()
    return next((code for code, known in table.items() if known.casefold() == wanted), "")
