"""What a clerk reads of an act of the journal, which keeps it by a name for programs."""

from functools import cache

from vbgen.messages import _, current_language


def act_words(what: str) -> str:
    """The act in the reader's language; its own name for one that nobody has words for."""
    return _words(current_language()).get(what, what)


@cache
def _words(_language: str) -> dict[str, str]:
    """Those about a paper, of changes as the earlier one has them; then those about none."""
    return {
        "reserve": _("giữ số"),
        "register": _("ghi văn bản lập ngoài vào sổ"),
        "hold": _("giữ số cho văn bản lập ngoài"),
        "render": _("soạn văn bản"),
        "accept-form-errors": _("cho qua lỗi thể thức"),
        "settle": _("vào sổ"),
        "void": _("hủy số"),
        "replaces": _("được thay thế"),
        "corrects": _("được đính chính"),
        "amends": _("được sửa đổi, bổ sung"),
        "withdraws": _("được thu hồi"),
        "signing": _("nhận tệp đã ký"),
        "sign": _("lưu tệp đã ký"),
        "deliver": _("ghi chuyển giao"),
        "print": _("in giấy khen"),
        "reprint": _("in lại giấy khen"),
        "design-chosen": _("chọn mẫu giấy khen"),
        "handed-over": _("nộp lưu hồ sơ"),
        "approve": _("duyệt dự thảo"),
        "send-back": _("trả lại dự thảo"),
        "golden-book": _("ghi sổ vàng các năm trước"),
        "import": _("nhập sổ các năm trước"),
        "recover": _("lấy lại từ kho lưu trữ"),
        "clock-corrected": _("ghi rằng giờ của máy đã đúng"),
        "account-added": _("thêm tài khoản"),
        "account-roles": _("đổi vai trò của tài khoản"),
        "account-password": _("đặt mật khẩu của tài khoản"),
        "account-closed": _("đóng tài khoản"),
        "unit-link-made": _("lập đường dẫn nộp danh sách"),
        "unit-link-closed": _("thu hồi đường dẫn nộp danh sách"),
        "list-handed-in": _("đơn vị nộp danh sách"),
    }
