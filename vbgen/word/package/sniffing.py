"""What a file really is when it is not a Word document, told by its first bytes and its parts."""

from collections.abc import Mapping

from vbgen.errors import UnreadableFileError
from vbgen.messages import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = b"wordprocessingml.document.main+xml"


def refuse_other_types(data: bytes, name: str) -> None:
    """Raise `UnreadableFileError` that names the type, for bytes that are no zip."""
    if data.startswith(b"PK\x03\x04"):
        return
    raise UnreadableFileError(_sentence(data, name))


def _sentence(data: bytes, name: str) -> str:
    if not data:
        return _("Tệp “{name}” trống; hãy lấy lại bản gốc.", name=name)
    if data.startswith(_OLE):
        return _ole_sentence(data, name)
    if data.lstrip()[:5] == b"%PDF-":
        return _("Tệp “{name}” là PDF, không phải .docx; hãy dùng bản Word của văn bản.", name=name)
    if data.lstrip()[:5] == b"{\\rtf":
        return _("Tệp “{name}” là RTF; hãy mở bằng Word và lưu thành .docx.", name=name)
    if data.lstrip()[:1] == b"<":
        return _("Tệp “{name}” là HTML hoặc XML; hãy mở bằng Word và lưu thành .docx.", name=name)
    if data.startswith(b"PK"):
        return _("Tệp “{name}” là tệp nén trống hoặc hỏng; hãy lấy lại bản gốc.", name=name)
    if b"\0" not in data[:4096]:
        return _(
            "Tệp “{name}” là văn bản thuần (.txt), không phải .docx; hãy lưu lại từ Word.",
            name=name,
        )
    return _(
        "Tệp “{name}” không phải là tệp Word (.docx); hãy kiểm tra lại tệp đã chọn.", name=name
    )


def _ole_sentence(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _(
            "Tệp “{name}” đang đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.", name=name
        )
    return _("Tệp “{name}” là Word đời cũ (.doc); hãy mở bằng Word và lưu thành .docx.", name=name)


def refuse_other_zips(contents: Mapping[str, bytes], name: str) -> None:
    """Raise `UnreadableFileError` that names the type, for a zip that is no Word document."""
    types = contents.get("[Content_Types].xml", b"")
    if (
        any(member.lower().endswith("vbaproject.bin") for member in contents)
        or b"macroEnabled" in types
    ):
        raise UnreadableFileError(
            _("Tệp “{name}” có macro (.docm); hãy lưu lại thành .docx không có macro.", name=name)
        )
    if _DOCUMENT not in types:
        raise UnreadableFileError(_zip_sentence(contents, name))


def _zip_sentence(contents: Mapping[str, bytes], name: str) -> str:
    if contents.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return _("Tệp “{name}” là OpenDocument (.odt); hãy lưu lại thành .docx.", name=name)
    if "xl/workbook.xml" in contents:
        return _("Tệp “{name}” là bảng tính Excel, không phải .docx; hãy chọn tệp Word.", name=name)
    if "ppt/presentation.xml" in contents:
        return _("Tệp “{name}” là bài trình chiếu PowerPoint; hãy chọn tệp Word.", name=name)
    return _("Tệp “{name}” là tệp nén, không phải tệp Word (.docx); hãy chọn lại tệp.", name=name)
