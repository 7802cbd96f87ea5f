"""What a Word file may not carry: document type definitions, and pointers outside that are no hyperlinks."""

from collections.abc import Mapping

from lxml import etree

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.xml import has_document_type, is_xml, parse_xml


def refuse_unsafe_content(contents: Mapping[str, bytes], name: str, *, external_ok: bool) -> None:
    """Raise `UnreadableFileError` for the first dangerous thing found."""
    for member, content in contents.items():
        if is_xml(member, content) and has_document_type(content):
            raise UnreadableFileError(_with_doctype(name, member))
        if member.lower().endswith(".rels") and not external_ok:
            _refuse_external(parse_xml(content, name, member), name)


def _with_doctype(name: str, member: str) -> str:
    return _(
        "Tệp “{name}” bị từ chối: “{member}” có khai báo DTD hoặc thực thể, Word không tạo ra như vậy."
        " Nếu tin nguồn của tệp, hãy mở bằng Word rồi lưu mới thành .docx (File › Save As).",
        name=name,
        member=member,
    )


def _refuse_external(root: etree._Element, name: str) -> None:
    for relation in root:
        outside = str(relation.get("TargetMode", "")).lower() == "external"
        if outside and not str(relation.get("Type", "")).endswith("/hyperlink"):
            target = relation.get("Target")
            raise UnreadableFileError(
                _(
                    "Tệp “{name}” bị từ chối vì trỏ ra ngoài: “{target}”. Hãy nhúng ảnh vào tệp rồi lưu lại.",
                    name=name,
                    target=target,
                )
            )
