"""What a Word file may not carry: document type definitions refuse it, what fetches or runs is dropped and told."""

from collections.abc import Mapping

from vbgen.errors import Place, Problem, Severity, UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.dangers.disarming import Danger, DroppedThing
from vbgen.word.package.dangers.live_fields import COMPUTED
from vbgen.word.package.xml import has_document_type, is_xml


def refuse_document_types(contents: Mapping[str, bytes], name: str) -> None:
    """Raise `UnreadableFileError` for a part that declares a document type or entities."""
    for member, content in contents.items():
        if is_xml(member, content) and has_document_type(content):
            raise UnreadableFileError(_with_doctype(name, member))


def _with_doctype(name: str, member: str) -> str:
    return _(
        "Tệp “{name}” có thành phần lạ (“{member}”), không mở được an toàn. Xin lại tệp gốc, "
        "hoặc mở bằng Word rồi lưu mới thành .docx (File › Save As).",
        name=name,
        member=member,
    )


def dropped_problem(thing: DroppedThing, place: Place) -> Problem:
    """The warning for one thing that was dropped."""
    message = _("{what} đã bị bỏ vì có thể tải hoặc chạy thứ nằm ngoài tệp.", what=_named(thing))
    hint = _("Phần đang hiện được giữ lại. {mend}", mend=_mend(thing.danger))
    return Problem("dangerous-dropped", message, place, Severity.WARNING, hint)


def _named(thing: DroppedThing) -> str:
    if thing.danger is Danger.FIELD and thing.what == COMPUTED:
        return _("Trường (field) có tên do thẻ hoặc trường khác tạo ra")
    return {
        Danger.FIELD: _("Trường (field) {name}", name=thing.what),
        Danger.OBJECT: _("Đối tượng nhúng (OLE) “{name}”", name=thing.what),
        Danger.CONTROL: _("Điều khiển ActiveX “{name}”", name=thing.what),
        Danger.FOREIGN_TEXT: _("Tệp chèn “{name}” (altChunk)", name=thing.what),
        Danger.OUTSIDE: _("Liên kết ra ngoài “{name}”", name=thing.what),
        Danger.DATA_SOURCE: _("Nguồn dữ liệu trộn thư “{name}”", name=thing.what),
        Danger.PROGRAM: _("Phần chương trình “{name}”", name=thing.what),
    }[thing.danger]


def _mend(danger: Danger) -> str:
    return {
        Danger.FIELD: _(
            "Muốn hết cảnh báo: trong Word bấm vào trường, nhấn Ctrl+Shift+F9, rồi lưu lại."
        ),
        Danger.FOREIGN_TEXT: _("Hãy mở tệp bằng Word rồi lưu lại để chữ của phần chèn vào tệp."),
        Danger.OUTSIDE: _(
            "Nếu đó là ảnh, hãy chèn ảnh vào tệp rồi lưu lại. Nếu đó là mẫu .dotx mà tệp được tạo từ đó thì "
            "không cần làm gì."
        ),
        Danger.DATA_SOURCE: _("Dữ liệu được điền bằng thẻ, không cần trộn thư của Word."),
    }.get(danger, _("Nếu cần, hãy thay bằng ảnh hoặc chữ rồi lưu lại."))
