"""Words of the Excel form itself; they are part of the file format and stay Vietnamese in every language."""

from collections.abc import Iterator
from contextlib import contextmanager

from vbgen.messages import current_language, use_language

FORM_FILE = "campaign.xlsx"
YAML_FILE = "campaign.yaml"
NOMINATIONS = "nominations"
UNDERSTOOD_FILE = "understood.toml"  # what somebody has looked at, beside the data

GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"
RESULTS_SHEET = "Kết quả kiểm tra"
COMPARED_SHEET = "Cần xem"  # what was read elsewhere and a person should look at
OWN_SHEETS = frozenset({GUIDE_SHEET, LISTS_SHEET, RESULTS_SHEET, COMPARED_SHEET})

YES, NO = "Có", "Không"

SINGLE_NAME = "Tên mục"
SINGLE_VALUE = "Giá trị"
SINGLE_NOTE = "Cách ghi"
SINGLE_EXAMPLE = "Ví dụ"


@contextmanager
def in_vietnamese() -> Iterator[None]:
    """What is said inside is Vietnamese, whatever language the reader chose."""
    chosen = current_language()
    use_language("vi")
    try:
        yield
    finally:
        use_language(chosen)
