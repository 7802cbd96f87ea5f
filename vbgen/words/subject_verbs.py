"""Verbs with which subjects of papers begin: behind “V/v” and “Về việc” they stand small."""

import re

VERBS = (
    "Phát động|Tổ chức|Triển khai|Đề nghị|Báo cáo(?! số)|Xin ý kiến|Mời|Hướng dẫn(?! số)|"
    "Thực hiện|Tăng cường|Cử|Góp ý|Lấy ý kiến|Xây dựng|Rà soát|Chấn chỉnh|Đôn đốc|Điều chỉnh|"
    "Điều động|Phối hợp|Cung cấp|Gửi|Trả lời|Giải quyết|Đăng ký|Bổ sung|Bổ nhiệm|Thành lập|"
    "Tham gia|Khen thưởng|Tặng|Xét|Công nhận|Công bố|Chuẩn bị|Tiếp tục|Bảo đảm|Quản lý|Cấp|Giao|"
    "Kiểm tra|Hoàn thiện|Sửa đổi|Hỗ trợ|Ban hành|Phê duyệt|Tuyển dụng|Nâng|Hoãn|Thông báo(?! số)"
)
_BEGINS = re.compile(rf"({VERBS})(?= [^\W\d_])")


def small_verb(subject: str) -> str:
    """`tổ chức hội nghị` of `Tổ chức hội nghị`; a subject that begins with a name stays as it is."""
    return subject[:1].lower() + subject[1:] if _BEGINS.match(subject) else subject
