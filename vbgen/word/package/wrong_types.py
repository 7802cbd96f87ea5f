"""What a file really is when it is not the Excel workbook that its name says."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vbgen.messages import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_HEAD = 1024


def wrong_type(data: bytes) -> str:
    """A sentence that says what the file is and what to do; empty for a workbook."""
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"PK"):
        return _zip(data)
    return _other(data[:_HEAD])


def _ole(data: bytes) -> str:
    if _ENCRYPTED_STREAM in data:
        return _(
            "sổ Excel được đặt mật khẩu; hãy bỏ mật khẩu (File › Info › Protect Workbook) rồi lưu lại."
        )
    return _(
        "đây là sổ Excel kiểu cũ (.xls); hãy mở bằng Excel và lưu thành .xlsx (File › Save As)."
    )


def _zip(data: bytes) -> str:
    if not is_zipfile(BytesIO(data)):
        return _("tệp bị hỏng hoặc chưa tải về hết; hãy chép lại tệp.")
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return _("tệp bị hỏng, không mở được; hãy gửi lại hoặc lưu lại bằng Excel.")
    if "xl/workbook.xml" in names:
        return ""
    return _zip_of(names)


def _zip_of(names: set[str]) -> str:
    if "word/document.xml" in names:
        return _("đây là tệp Word, không phải sổ Excel; hãy dùng mẫu Excel của vbgen.")
    if "xl/workbook.bin" in names:
        return _("đây là sổ Excel nhị phân (.xlsb); hãy mở bằng Excel và lưu thành .xlsx.")
    if "content.xml" in names and "mimetype" in names:
        return _("đây là bảng tính OpenDocument (.ods); hãy lưu thành .xlsx.")
    return _("đây là tệp nén, không phải sổ Excel (.xlsx); hãy giải nén hoặc chọn lại tệp.")


def _other(head: bytes) -> str:
    if not head:
        return _("tệp rỗng, không có nội dung; hãy chép lại tệp.")
    if head.startswith(b"%PDF"):
        return _("đây là tệp PDF, không phải sổ Excel; hãy xin lại tệp Excel gốc.")
    if b"<html" in head.lower() or b"<table" in head.lower():
        return _("đây là trang web được đổi tên thành .xlsx; hãy mở bằng Excel và lưu thành .xlsx.")
    if b"\0" not in head:
        return _(
            "đây là tệp chữ (có thể là CSV), không phải sổ Excel; hãy mở bằng Excel và lưu thành .xlsx."
        )
    return _("đây không phải sổ Excel (.xlsx); hãy chọn lại tệp.")
