"""The launch notice is the real one, paragraph by paragraph."""

from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

from tests.papers.reading import texts

SOURCE = Path(__file__).parents[1] / "sample" / "launch-notice-2022.txt"
# A page break cuts these two paragraphs of the source in two; they are joined again.
CUT_AFTER = ("các phòng, đơn vị chủ động", "biểu dương, khen thưởng")
LETTERHEAD = [
    "UBND TỈNH HÀ NAM",
    "SỞ CÔNG THƯƠNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
]


def source_paragraphs() -> list[str]:
    """The source without the mark-up of bold, blanks collapsed, its broken paragraphs joined."""
    blocks = SOURCE.read_text("utf-8").replace("**", "").split("\n\n")
    found: list[str] = []
    for block in blocks:
        lines = block.strip().split("\n- ")
        for number, line in enumerate(lines):
            text = " ".join(line.split()) if not number else f"- {' '.join(line.split())}"
            if found and found[-1].endswith(CUT_AFTER):
                found[-1] += f" {text}"
            elif text:
                found.append(text)
    return found


def test_the_source_is_read_whole() -> None:
    assert len(source_paragraphs()) == 43


def test_the_notice_equals_its_source_paragraph_by_paragraph(drafts: Mapping[str, Path]) -> None:
    written = texts(drafts["launch-notice"])
    assert written[:4] == LETTERHEAD
    for number, (ours, theirs) in enumerate(zip_longest(written[4:], source_paragraphs()), 1):
        assert ours == theirs, f"paragraph {number} is the first that differs"
