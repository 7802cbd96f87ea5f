"""Tables that ask for it get columns as wide as their words; their whole width and their words stay."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vbgen.word.package.xml import W
from vbgen.word.source.styles import styles
from vbgen.word.template.values.closing_rows import free_closing_lines
from vbgen.word.template.values.columns import fit_columns
from vbgen.word.template.values.table_rows import kept_rows

MARK = '<w:tblDescription w:val="vbgen:fit 12"/>'
OLD = (500, 2000, 2000, 4500)


def table(rows: Sequence[tuple[str, ...]], mark: str = MARK, widths: tuple[int, ...] = OLD) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{''.join(map(cell, row, widths))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{mark}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def cell(text: str, width: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    )


def widths_of(text: str) -> list[int]:
    return [int(width) for width in re.findall(r'gridCol w:w="(\d+)"', text)]


def test_figures_are_set_in_the_size_that_columns_are_measured_in() -> None:
    names = ("TableText", "TableNumber", "TableCentre", "TableHead", "TableGroup")
    assert {styles()[name]["size"] for name in names} == {12}


PEOPLE = [
    (str(number), "Nguyễn Thị Phương Thảo", "Phòng Kế hoạch - Tài chính - Tổng hợp", "Tốt")
    for number in range(1, 30)
]


def test_a_column_takes_the_room_that_its_words_need() -> None:
    widths = widths_of(fit_columns(table(PEOPLE)))
    assert sum(widths) == sum(OLD)
    assert widths[2] > widths[3] > 0
    assert widths[0] < widths[1] < widths[2]


def test_cells_and_spans_follow_the_grid() -> None:
    group = '<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="4"/></w:tcPr><w:p/></w:tc></w:tr>'
    text = table(PEOPLE).replace("</w:tblGrid>", "</w:tblGrid>" + group)
    fitted = fit_columns(text)
    cells = [int(width) for width in re.findall(r'tcW w:w="(\d+)"', fitted)]
    assert cells[0] == sum(OLD)
    assert cells[1:5] == widths_of(fitted)


def test_a_table_that_does_not_ask_stays_as_it_is() -> None:
    text = table(PEOPLE, mark="")
    assert fit_columns(text) == text


def test_the_request_itself_is_not_printed() -> None:
    assert "vbgen:fit" not in fit_columns(table(PEOPLE))


def test_words_wider_than_the_table_leave_it_as_it_is() -> None:
    long = [("1", "x" * 60, "x" * 60, "x" * 60)]
    assert widths_of(fit_columns(table(long))) == list(OLD)


def test_a_row_beyond_the_sample_still_has_its_word_whole() -> None:
    rows = [*PEOPLE * 10, ("291", "Wolfeschlegelsteinhausenberger", "Phòng A", "Tốt"), *PEOPLE]
    assert widths_of(fit_columns(table(rows)))[1] > 3200


WORD = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy", min_size=1, max_size=8)
TEXT = st.lists(WORD, max_size=9).map(" ".join)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT), min_size=1, max_size=60))
def test_words_and_width_are_never_lost(rows: list[tuple[str, ...]]) -> None:
    text = table(rows)
    fitted = fit_columns(text)
    assert sum(widths_of(fitted)) == sum(OLD)
    assert all(width > 0 for width in widths_of(fitted))
    freed = fitted.replace("<w:keepNext/>", "").replace("<w:pPr></w:pPr>", "")
    assert re.sub(r"\d+", "", freed) == re.sub(r"\d+", "", text.replace(MARK, ""))


STYLED = '<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p><w:p/><w:p>x</w:p></w:tc></w:tr>'


def test_few_rows_stay_on_one_page_but_for_the_last() -> None:
    kept = kept_rows(STYLED * 3, is_closed=False)
    assert kept.count("<w:keepNext/>") == 4
    assert kept.endswith(STYLED)
    assert '<w:pStyle w:val="TableText"/><w:keepNext/>' in kept


def test_the_last_rows_of_a_long_table_go_with_its_closing_line() -> None:
    kept = kept_rows(STYLED * 20, is_closed=True)
    assert kept.startswith(STYLED * 18)
    assert kept.count("<w:keepNext/>") == 4
    assert kept_rows(STYLED * 20, is_closed=False) == STYLED * 20


CLOSING = '<w:p><w:pPr><w:pStyle w:val="AnnexClosing"/></w:pPr><w:r><w:t>Hết./.</w:t></w:r></w:p>'
MARKS = '<w:bookmarkEnd w:id="7"/>'


@pytest.mark.parametrize("marks", ["", MARKS])
@pytest.mark.parametrize("lines", [CLOSING, CLOSING * 2])
@pytest.mark.parametrize("following", ["<w:p/>", '<w:p w:rsidR="1"/>', "<w:sectPr/>"])
def test_the_lines_that_close_a_table_are_its_last_row(
    marks: str, lines: str, following: str
) -> None:
    fitted = fit_columns(table(PEOPLE) + marks + lines + following)
    row = fitted[fitted.rindex("<w:tr>") : fitted.index("</w:tbl>")]
    assert lines in row
    assert f'<w:tcW w:w="{sum(OLD)}" w:type="dxa"/><w:gridSpan w:val="4"/>' in row
    behind = fitted[fitted.index("</w:tbl>") + len("</w:tbl>") :]
    assert behind.startswith(marks + "<w:p")  # never a table at the end of a section
    assert behind.endswith(following)


def test_a_closing_line_that_ends_a_section_stays_behind_its_table() -> None:
    ending = CLOSING.replace("</w:pPr>", "<w:sectPr/></w:pPr>")
    assert fit_columns(table(PEOPLE) + ending).endswith("</w:tbl>" + ending)


@pytest.mark.parametrize("following", ["<w:p><w:r/></w:p>", "<w:sectPr/>"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_closing_row_is_taken_apart_into_what_it_was(following: str, inside: bool) -> None:
    """Word moves the mark of an end into the paragraph that follows."""
    was = MARKS + CLOSING * 2 + following
    closed = fit_columns(table(PEOPLE) + was)
    if inside and MARKS + "<w:p>" in closed:
        closed = closed.replace(MARKS + "<w:p>", "<w:p>" + MARKS)
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{closed}</w:body>')
    free_closing_lines(root)
    said = etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{W}"', "")
    assert said.endswith("</w:tbl>" + was + "</w:body>")


def test_what_is_kept_already_is_not_kept_twice() -> None:
    once = kept_rows(STYLED * 2, is_closed=True)
    assert kept_rows(once, is_closed=True) == once


@pytest.mark.parametrize("said", ["", " 0", " 1.2.3", " rộng", " 12pt"])
def test_other_words_in_the_description_ask_for_nothing(said: str) -> None:
    text = table(PEOPLE, mark=f'<w:tblDescription w:val="vbgen:fit{said}"/>')
    assert fit_columns(text) == text


def test_a_table_that_holds_tables_keeps_its_widths_and_its_pages() -> None:
    inner = table([("1", "a", "b", "c")], mark="")
    text = table(PEOPLE[:2]).replace("<w:p>", f"{inner}<w:p>", 1)
    assert fit_columns(text) == text.replace(MARK, "")
