"""Golden books of the past out of Excel: the columns of our own book, and those that offices usually have."""

import re
from collections.abc import Mapping

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.register.entering.golden_rows import GoldenRow, golden_row
from vbgen.register.entering.past_sheets import BookForm, nothing_in, past_sheets

_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
GOLDEN = BookForm(
    titles={
        "number": ("Số sổ vàng", "Vào sổ vàng số", "Số vào sổ vàng", "Số vào sổ", "Số giấy khen"),
        "name": (
            "Tên cá nhân, tập thể",
            "Tên tập thể, cá nhân",
            "Tập thể, cá nhân",
            "Họ và tên",
            "Họ tên",
            "Họ và tên, tên tập thể",
            "Họ tên/Tên tập thể",
            "Tên đối tượng",
            "Tên tập thể, cá nhân được khen thưởng",
        ),
        "unit": (
            "Đơn vị",
            "Chức vụ, đơn vị",
            "Chức vụ, đơn vị công tác",
            "Đơn vị công tác",
            "Địa chỉ",
        ),
        "award": (
            "Danh hiệu, hình thức khen thưởng",
            "Danh hiệu, hình thức",
            "Danh hiệu/Hình thức",
            "Danh hiệu thi đua/Hình thức khen thưởng",
            "Danh hiệu thi đua, hình thức khen thưởng",
            "Danh hiệu",
            "Danh hiệu thi đua",
            "Hình thức khen thưởng",
            "Hình thức",
        ),
        "code": (
            "Số, ký hiệu quyết định",
            "Số quyết định",
            "Số QĐ",
            "Quyết định",
            "Quyết định số",
            "Số, ngày quyết định",
            "Số, ngày, tháng, năm quyết định",
            "Số, ngày tháng năm của quyết định",
        ),
        "day": ("Ngày quyết định", "Ngày QĐ", "Ngày, tháng, năm quyết định", "Ngày ký"),
        "decided_by": (
            "Cơ quan quyết định",
            "Người quyết định",
            "Cấp quyết định",
            "Cơ quan ban hành quyết định",
            "Cơ quan khen thưởng",
            "Cấp khen thưởng",
            "Cơ quan ban hành",
        ),
        "merit": ("Thành tích", "Nội dung khen thưởng", "Tóm tắt thành tích", "Lý do khen thưởng"),
        "year": ("Năm", "Năm khen thưởng", "Năm đạt"),
        "nominee": ("Mã đối tượng", "Mã cán bộ"),
        "signer_name": ("Người ký", "Người ký quyết định"),
    },
    needed=("code", "name", "award"),
)


def read_golden(data: bytes, file: str, mapping: Mapping[str, str]) -> list[GoldenRow]:
    """The certificates of every sheet that is a golden book, out of a workbook that was found safe.

    ProblemsFoundError with every cell that cannot be read, or where there is no row at all.
    """
    rows, problems = list[GoldenRow](), list[Problem]()
    for sheet in past_sheets(data, file, GOLDEN, mapping, merged=True):
        problems += sheet.faults()
        for values, place in sheet.filled():
            if _COLUMN_NUMBER.fullmatch(str(values["name"] or "")):
                continue
            made, faults = golden_row(values, place)
            rows += [made] if made else []
            problems += faults
    if problems:
        message = _("Sổ vàng {file} có lỗi; chưa nhập gì.", file=file)
        raise ProblemsFoundError(message, tuple(problems))
    if not rows:
        raise nothing_in(file)
    return rows
