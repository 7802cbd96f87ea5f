"""One certificate template serves blank paper and every stock: what the stock carries is left out, the rest stays."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.law.law_texts import law_on
from tests.printer.where import pages_in
from tests.sample.sample_campaign import ROOT, SAMPLE
from tests.vocabulary import WORDS
from vbgen.errors import ProblemsFoundError, UnreadableFileError, UsageError
from vbgen.model.stock import Printed
from vbgen.printer.stocks import Stocks

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
LEFT_OUT = {
    "a4": [],
    "a4-1": [],
    "a4-2": [NATION, "GIẤY KHEN"],
    "a4-3": [
        NATION,
        "GIẤY KHEN",
        "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM",
        "TẶNG",
        "Quyết định số:",
        "Số sổ vàng:",
    ],
}


def drawn(pdf: bytes) -> tuple[int, int]:
    """Pictures and strokes of the first page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        page = opened.pages[0]
        strokes = sum(
            str(instruction.operator) == "l" for instruction in pikepdf.parse_content_stream(page)
        )
        return len(page.get_images()), strokes


@pytest.mark.parametrize("level", LEFT_OUT)
def test_what_the_stock_carries_is_left_out_and_every_other_word_keeps_its_place(
    level: str, set_pages: Mapping[str, bytes], tmp_path: Path
) -> None:
    whole, bare = (pages_in(set_pages[name], tmp_path) for name in ("a4", level))
    for full, page in zip(whole, bare, strict=True):
        assert set(page.words) <= set(full.words)  # the same words at the same places
        missing = [word for word in full.words if word not in page.words]
        assert sorted(word.text for word in missing) == sorted(" ".join(LEFT_OUT[level]).split())


def test_border_and_emblem_are_printed_on_blank_paper_only(set_pages: Mapping[str, bytes]) -> None:
    assert drawn(set_pages["a4"])[0] == 1
    assert drawn(set_pages["a4"])[1] > 500
    for level in ("a4-1", "a4-2", "a4-3"):
        pictures, strokes = drawn(set_pages[level])
        assert pictures == 0
        assert strokes < 10


def test_sixteen_stocks_are_shipped_four_papers_on_four_levels(stocks: Stocks) -> None:
    found = list(stocks.all())
    assert len(found) == 16
    assert {(stock.paper.width, stock.paper.height) for stock in found} == {
        (297, 210), (420, 297), (360, 270), (400, 300),
    }  # fmt: skip
    assert {len(stock.printed) for stock in found} == {0, 2, 4, 7}
    assert all(
        (box.x + box.width) <= stock.paper.width for stock in found for box in stock.outlines
    )


def test_the_offices_own_stock_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "a4.toml").write_text(
        'title = "Của Sở"\npaper = [300, 215.5]\npicture = "phoi.png"\n', "utf-8"
    )
    own = Stocks((tmp_path, ROOT / "templates" / "stocks"))
    stock = own.find("a4")
    assert (stock.title, stock.paper.width, stock.paper.height) == ("Của Sở", 300, 215.5)
    assert own.picture_of(stock) == tmp_path / "phoi.png"
    assert own.find("a4-1").carries(Printed.EMBLEM)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('paper = "A5"', "“paper”"),
        ('printed = ["quốc huy"]', "“printed”"),
        ("margins = { top = -1 }", "“margins”"),
        ("place = { x = 10, y = 0, width = 297, height = 210 }", "“place”"),
        ("colour = 3", "“colour”"),
        ("outlines = [3]", "“outlines”"),
        ("[[[", "sai cú pháp"),
    ],
)
def test_a_fault_of_a_stock_file_is_told_by_its_key(tmp_path: Path, line: str, word: str) -> None:
    lines = ['title = "Phôi"', *(['paper = "A4"'] if "paper" not in line else []), line]
    (tmp_path / "moi.toml").write_text("\n".join(lines), "utf-8")
    with pytest.raises(UnreadableFileError) as caught:
        Stocks((tmp_path,)).find("moi")
    assert word in caught.value.problems[0].message


def test_an_unknown_stock_is_told_with_the_nearest(stocks: Stocks) -> None:
    with pytest.raises(UsageError, match="Có phải là “360x270-1”"):
        stocks.find("360x270_1")


def test_a_template_that_does_not_ask_the_stock_is_refused(stocks: Stocks, tmp_path: Path) -> None:
    from shutil import copytree

    from vbgen.campaign import load_campaign
    from vbgen.office.making.drafting import Drafter
    from vbgen.office.printing.certificates import drafted
    from vbgen.papers.kinds.library import Library
    from vbgen.word.source.designs import build_design

    folder = tmp_path / "templates" / "_designs"
    copytree(ROOT / "templates" / "_designs", folder)
    layout = folder / "layout.xml"
    layout.write_text(layout.read_text("utf-8").replace('test="stock.title"', 'test="not code"'))
    (folder / "hoi-van.docx").write_bytes(build_design(folder / "hoi-van.toml"))
    library = Library((tmp_path / "templates", ROOT / "templates"))
    made = drafted(
        Drafter(library), load_campaign(SAMPLE, WORDS).campaign, "certificate/", 1, law=law_on(2022, 7, 1),
        emblem=None,
    )  # fmt: skip
    assert [len(batch.rows) for batch in made.batches(stocks.find("a4-1"), [1, 2, 3])] == [3]
    with pytest.raises(ProblemsFoundError, match=r"stock\.title") as caught:
        made.batches(stocks.find("a4-2"), [1])
    assert [problem.message for problem in caught.value.problems] == ["chữ GIẤY KHEN"]
