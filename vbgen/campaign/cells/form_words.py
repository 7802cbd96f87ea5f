"""Words of the Excel form itself; they are part of the file format and stay Vietnamese in every language."""

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
