"""A title is not a commendation form."""

from vbgen.model.field import Choice


class HonourType(Choice):
    """Dossiers, columns and money of the two are separate (Luật 06/2022/QH15, Điều 8, 9)."""

    TITLE = "title", "Danh hiệu thi đua"
    COMMENDATION = "commendation", "Hình thức khen thưởng"
