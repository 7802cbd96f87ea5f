"""What keys of settings and rules are about: a sentence names the thing, the key stands in brackets."""

from collections.abc import Callable, Mapping

from vbgen.messages import _

_KEYS: Mapping[str, Callable[[], str]] = {
    "address": lambda: _("địa chỉ của bàn làm việc"),
    "certificate": lambda: _("chứng thư của máy chủ"),
    "golden_book": lambda: _("cách đánh số sổ vàng"),
    "inserted": lambda: _("việc cho chèn số"),
    "start": lambda: _("số bắt đầu của hệ thống số"),
}
_RULES: Mapping[str, Callable[[], str]] = {
    "base_salary": lambda: _("mức lương cơ sở"),
    "cap": lambda: _("tỷ lệ, số lượng tối đa"),
    "dossier": lambda: _("thành phần hồ sơ"),
    "exclusion": lambda: _("trường hợp không được xét"),
    "ground": lambda: _("căn cứ của quyết định"),
    "honour": lambda: _("tên danh hiệu, hình thức"),
    "household_rate": lambda: _("mức thưởng hộ gia đình"),
    "notice_part": lambda: _("nội dung văn bản phát động"),
    "power": lambda: _("thẩm quyền quyết định"),
    "prerequisite": lambda: _("điều kiện xét tặng"),
    "principle": lambda: _("nguyên tắc xét"),
    "rate_table": lambda: _("mức tiền thưởng"),
    "regime": lambda: _("luật áp dụng theo ngày"),
    "retention": lambda: _("thời hạn bảo quản hồ sơ"),
    "rounding": lambda: _("cách làm tròn"),
    "stacking": lambda: _("việc cộng tiền thưởng"),
    "vote": lambda: _("tỷ lệ phiếu"),
}


def key_name(key: str) -> str:
    """`cách đánh số sổ vàng`, of the key `golden_book`; a key that has no name is itself."""
    return _KEYS[key]() if key in _KEYS else key


def rule_name(table: str) -> str:
    """`mức tiền thưởng`, of the rules in `[[rate_table]]`."""
    return _RULES[table]() if table in _RULES else table
