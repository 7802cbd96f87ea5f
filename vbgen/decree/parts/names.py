"""The parts of an official paper, under the names that the decree gives them."""

from enum import StrEnum

from vbgen.messages import _


class Part(StrEnum):
    """What a line of a paper is."""

    NATIONAL_NAME = "national-name"
    MOTTO = "motto"
    GOVERNING_BODY = "governing-body"
    ISSUER = "issuer"
    NUMBER = "number"
    DATE = "date"
    LETTER_SUBJECT = "letter-subject"
    TYPE = "type"
    SUBJECT = "subject"
    ADDRESSEES = "addressees"
    AUTHORITY = "authority"
    GROUND = "ground"
    ORDER = "order"
    CHAPTER = "chapter"
    CHAPTER_TITLE = "chapter-title"
    SECTION = "section"
    SECTION_TITLE = "section-title"
    HEADING = "heading"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    ITEM = "item"
    TEXT = "text"
    TABLE_TEXT = "table-text"
    POWER = "power"
    SIGN_NOTE = "sign-note"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    APPENDIX = "appendix"
    APPENDIX_TITLE = "appendix-title"
    APPENDIX_REFERENCE = "appendix-reference"
    APPENDIX_TEXT = "appendix-text"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    DRAFTER = "drafter"
    ADDRESS_FOOT = "address-foot"
    STAMP = "stamp"
    PAGE_NUMBER = "page-number"
    RULE_LINE = "rule-line"
    EMPTY = "empty"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The name a clerk knows it by."""
        return _labels().get(self, self.value)


BODY = frozenset(
    {Part.HEADING, Part.ARTICLE, Part.CLAUSE, Part.POINT, Part.ITEM, Part.TEXT}
)  # what is justified, indented and spaced as the decree's "nội dung văn bản"


def _labels() -> dict[Part, str]:
    return {
        Part.NATIONAL_NAME: _("Quốc hiệu"),
        Part.MOTTO: _("Tiêu ngữ"),
        Part.GOVERNING_BODY: _("Tên cơ quan chủ quản"),
        Part.ISSUER: _("Tên cơ quan ban hành"),
        Part.NUMBER: _("Số, ký hiệu"),
        Part.DATE: _("Địa danh và thời gian"),
        Part.LETTER_SUBJECT: _("Trích yếu công văn"),
        Part.TYPE: _("Tên loại văn bản"),
        Part.SUBJECT: _("Trích yếu nội dung"),
        Part.ADDRESSEES: _("Phần “Kính gửi”"),
        Part.AUTHORITY: _("Thẩm quyền ban hành"),
        Part.GROUND: _("Căn cứ ban hành"),
        Part.ORDER: _("Dòng “QUYẾT ĐỊNH:”"),
        Part.CHAPTER: _("Phần, chương"),
        Part.CHAPTER_TITLE: _("Tiêu đề của phần, chương"),
        Part.SECTION: _("Mục, tiểu mục"),
        Part.SECTION_TITLE: _("Tiêu đề của mục, tiểu mục"),
        Part.HEADING: _("Đề mục lớn (I, II, III …)"),
        Part.ARTICLE: _("Điều"),
        Part.CLAUSE: _("Khoản"),
        Part.POINT: _("Điểm"),
        Part.POWER: _("Quyền hạn, chức vụ của người ký"),
        Part.SIGNER: _("Họ và tên người ký"),
        Part.RECIPIENTS: _("Từ “Nơi nhận”"),
        Part.RECIPIENT: _("Danh sách nơi nhận"),
        Part.APPENDIX: _("Từ “Phụ lục” và số thứ tự"),
        Part.APPENDIX_TITLE: _("Tên phụ lục"),
        Part.APPENDIX_REFERENCE: _("Dòng “Kèm theo” của phụ lục"),
        Part.URGENCY: _("Dấu chỉ mức độ khẩn"),
        Part.CIRCULATION: _("Chỉ dẫn phạm vi lưu hành"),
        Part.DRAFTER: _("Ký hiệu người soạn thảo"),
        Part.ADDRESS_FOOT: _("Địa chỉ cơ quan ở chân trang"),
        Part.PAGE_NUMBER: _("Số trang"),
        Part.TEXT: _("Nội dung văn bản"),
    }
