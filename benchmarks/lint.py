"""Processor time to check a paper of 5 pages and one of 500; growth must be linear. Run: python benchmarks/lint.py."""

from io import BytesIO
from time import process_time

from docx import Document
from docx.shared import Mm, Pt

from vbgen.decree import lint

_PARAGRAPHS_A_PAGE = 12
_SENTENCE = (
    "Các phòng, đơn vị trực thuộc Sở tổ chức thực hiện phong trào thi đua yêu nước năm 2022, kịp thời phát hiện, "
    "bồi dưỡng, nhân rộng điển hình tiên tiến, báo cáo kết quả về Văn phòng Sở để tổng hợp theo quy định."
)


def paper(pages: int) -> bytes:
    """A công văn of about that many pages."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = "UBND TỈNH HÀ NAM\nSỞ CÔNG THƯƠNG\nSố: 05/SCT-VP"
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nam, ngày 05 tháng 3 năm 2022"
    document.add_paragraph("Kính gửi: Các đơn vị trực thuộc Sở")
    for number in range(1, pages * _PARAGRAPHS_A_PAGE):
        document.add_paragraph(f"{number % 40 + 1}. {_SENTENCE}")
    document.add_paragraph("Nơi nhận:\tGIÁM ĐỐC")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def seconds(docx: bytes, times: int) -> float:
    """The best time of some runs."""
    best = float("inf")
    for _time in range(times):
        start = process_time()
        lint(docx)
        best = min(best, process_time() - start)
    return best


def main() -> None:
    lint(paper(1))  # the rules are read once
    small, large = seconds(paper(5), 5), seconds(paper(500), 2)
    print(f"5 pages:   {small:8.3f} s  {small / 5 * 1000:7.2f} ms a page")
    print(f"500 pages: {large:8.3f} s  {large / 500 * 1000:7.2f} ms a page")
    print(f"time a page, 500 against 5: {(large / 500) / (small / 5):.2f}")


if __name__ == "__main__":
    main()
