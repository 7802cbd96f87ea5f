"""Why a file is no Word document, in the words of whoever opens a template."""

from collections.abc import Mapping

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.file_kinds import FileKind, ZipKind, kind_of, zip_kind_of

_DOCUMENT = b"wordprocessingml.document.main+xml"


def refuse_other_types(data: bytes, name: str) -> None:
    """Raise `UnreadableFileError` that names the type, for bytes that are no zip."""
    kind = kind_of(data)
    if kind is not FileKind.ZIP:
        raise UnreadableFileError(_sentence(kind, name))


def _sentence(kind: FileKind, name: str) -> str:
    markup = _(
        "Tệp “{name}” là trang web, không phải văn bản Word; hãy mở bằng Word và lưu thành .docx.",
        name=name,
    )
    other = _(
        "Tệp “{name}” không phải là tệp Word (.docx); hãy kiểm tra lại tệp đã chọn.", name=name
    )
    return {
        FileKind.EMPTY: _("Tệp “{name}” trống; hãy lấy lại bản gốc.", name=name),
        FileKind.OLE_LOCKED: _(
            "Tệp “{name}” đang đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.", name=name
        ),
        FileKind.OLE: _(
            "Tệp “{name}” là Word đời cũ (.doc); hãy mở bằng Word và lưu thành .docx.", name=name
        ),
        FileKind.PDF: _(
            "Tệp “{name}” là PDF, không phải .docx; hãy dùng bản Word của văn bản.", name=name
        ),
        FileKind.PICTURE: _(
            "Tệp “{name}” là ảnh (bản chụp, bản quét); hãy dùng bản Word của văn bản.", name=name
        ),
        FileKind.RTF: _("Tệp “{name}” là RTF; hãy mở bằng Word và lưu thành .docx.", name=name),
        FileKind.WEB_PAGE: markup,
        FileKind.XML: markup,
        FileKind.SPREADSHEET_2003: markup,
        FileKind.BROKEN_ZIP: _(
            "Tệp “{name}” là tệp nén trống hoặc hỏng; hãy lấy lại bản gốc.", name=name
        ),
        FileKind.TEXT: _(
            "Tệp “{name}” là văn bản thuần (.txt), không phải .docx; hãy lưu lại từ Word.",
            name=name,
        ),
    }.get(kind, other)


def refuse_other_zips(contents: Mapping[str, bytes], name: str) -> None:
    """Raise `UnreadableFileError` that names the type, for a zip that is no Word document."""
    types = contents.get("[Content_Types].xml", b"")
    has_macros = any(member.lower().endswith("vbaproject.bin") for member in contents)
    if has_macros or b"macroEnabled" in types:
        raise UnreadableFileError(
            _("Tệp “{name}” có macro (.docm); hãy lưu lại thành .docx không có macro.", name=name)
        )
    if _DOCUMENT not in types:
        raise UnreadableFileError(_zip_sentence(contents, name))


def _zip_sentence(contents: Mapping[str, bytes], name: str) -> str:
    if contents.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return _("Tệp “{name}” là OpenDocument (.odt); hãy lưu lại thành .docx.", name=name)
    kind = zip_kind_of(contents)
    if kind is ZipKind.WORKBOOK:
        return _("Tệp “{name}” là tệp Excel, không phải .docx; hãy chọn tệp Word.", name=name)
    if kind is ZipKind.PRESENTATION:
        return _("Tệp “{name}” là bài trình chiếu PowerPoint; hãy chọn tệp Word.", name=name)
    return _("Tệp “{name}” là tệp nén, không phải tệp Word (.docx); hãy chọn lại tệp.", name=name)
