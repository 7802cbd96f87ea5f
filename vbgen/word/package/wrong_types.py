"""Why a file is no Excel workbook, in the words of whoever reads a campaign."""

from collections.abc import Collection

from vbgen.messages import _
from vbgen.word.package.file_kinds import FileKind, ZipKind, kind_of, zip_kind_of


def wrong_type(data: bytes) -> str:
    """A sentence that says what the file is and what to do; empty for a zip."""
    kind = kind_of(data)
    return "" if kind is FileKind.ZIP else _sentence(kind)


def broken_zip() -> str:
    """What to say of a zip that ends too early."""
    return _("tệp bị hỏng hoặc chưa tải về hết; hãy chép lại tệp.")


def wrong_zip(names: Collection[str]) -> str:
    """The same for a zip with these members; empty for a workbook."""
    kind = zip_kind_of(names)
    if kind is ZipKind.OPEN_DOCUMENT and "mimetype" not in names:
        kind = ZipKind.OTHER
    other = _("đây là tệp nén, không phải tệp Excel (.xlsx); hãy giải nén hoặc chọn lại tệp.")
    return {
        ZipKind.WORKBOOK: "",
        ZipKind.WORD: _(
            "đây là tệp Word, không phải tệp Excel; hãy dùng tệp Excel trống của vbgen."
        ),
        ZipKind.BINARY_WORKBOOK: _(
            "đây là tệp Excel nhị phân (.xlsb); hãy mở bằng Excel và lưu thành .xlsx."
        ),
        ZipKind.OPEN_DOCUMENT: _("đây là bảng tính OpenDocument (.ods); hãy lưu thành .xlsx."),
    }.get(kind, other)


def _sentence(kind: FileKind) -> str:
    web_page = _("đây là trang web được đổi tên thành .xlsx; hãy mở bằng Excel và lưu thành .xlsx.")
    return {
        FileKind.EMPTY: _("tệp rỗng, không có nội dung; hãy chép lại tệp."),
        FileKind.OLE_LOCKED: _(
            "tệp Excel được đặt mật khẩu; hãy bỏ mật khẩu (File › Info › Protect Workbook) rồi lưu lại."
        ),
        FileKind.OLE: _(
            "đây là tệp Excel kiểu cũ (.xls); hãy mở bằng Excel và lưu thành .xlsx (File › Save As)."
        ),
        FileKind.BROKEN_ZIP: broken_zip(),
        FileKind.PDF: _("đây là tệp PDF, không phải tệp Excel; hãy xin lại tệp Excel gốc."),
        FileKind.WEB_PAGE: web_page,
        FileKind.SPREADSHEET_2003: _(
            "đây là bảng tính kiểu Excel 2003; hãy mở bằng Excel và lưu thành .xlsx (File › Save As)."
        ),
        FileKind.PICTURE: _("đây là tệp ảnh, không phải tệp Excel; hãy xin lại tệp Excel gốc."),
        FileKind.TEXT: _(
            "đây là tệp chữ (có thể là CSV), không phải tệp Excel; hãy mở bằng Excel và lưu thành .xlsx."
        ),
    }.get(kind, _("đây không phải tệp Excel (.xlsx); hãy chọn lại tệp."))
