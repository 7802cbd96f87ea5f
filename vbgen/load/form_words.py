"""Words of the Excel form itself; they are part of the file format and stay Vietnamese in every language."""

FORM_FILE = "campaign.xlsx"
YAML_FILE = "campaign.yaml"
NOMINATIONS = "nominations"

GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"
RESULTS_SHEET = "Kết quả kiểm tra"
OWN_SHEETS = frozenset({GUIDE_SHEET, LISTS_SHEET, RESULTS_SHEET})

SINGLE_NAME = "Tên mục"
SINGLE_VALUE = "Giá trị"
SINGLE_NOTE = "Cách ghi"
SINGLE_EXAMPLE = "Ví dụ"

FROM_UNITS = ("nominees", "initiatives", "past_awards", "nominations")  # what a unit's own workbook may hold
