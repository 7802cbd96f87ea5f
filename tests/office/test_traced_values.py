"""From printed values back to cells: in the order of the paper, narrowed to its own rows, never surer than it is."""

import pytest

from tests.sample.sample_campaign import SAMPLE
from tests.vocabulary import WORDS
from vbgen.campaign import Loaded, load_campaign
from vbgen.errors import Place, Problem
from vbgen.office.overview.traced_values import CellIndex, TracedValue, traced
from vbgen.office.overview.tracing import pinned
from vbgen.pages.pdf.letters import PrintedLetters, without_blanks
from vbgen.word.reading.proof import Shown

LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"
KINDS = {"award-decision", "nomination-list", "certificate", "launch-notice"}
NAME, POST = "Nguyễn Hoàng Thảo Mai Phương Anh", "Chuyên viên"


@pytest.fixture(scope="module")
def sample() -> Loaded:
    return load_campaign(SAMPLE, WORDS)


def printed(*lines: str) -> PrintedLetters:
    """One page with those lines, each letter a point wide."""
    rows = [without_blanks(line) for line in lines]
    boxes = [
        (float(at), 20.0 * number, at + 1.0, 20.0 * number + 10)
        for number, row in enumerate(rows)
        for at in range(len(row))
    ]
    text = "".join(rows)
    return PrintedLetters(((600.0, 800.0),), text, [0] * len(text), boxes)


def shown(*texts: str, tag: str = "{{ x }}") -> list[Shown]:
    return [Shown("word/document.xml", text, Place(quote=tag)) for text in texts]


def found(
    sample: Loaded, lines: list[str], values: list[Shown], **about: object
) -> list[TracedValue]:
    kind, phase = str(about.get("kind", "award-decision")), about.get("phase", 1)
    others = KINDS - {kind}
    index = CellIndex.of(sample.places, others, phase if isinstance(phase, int) else None)
    return list(traced(printed(*lines), values, index))


def cells(value: TracedValue) -> list[str]:
    return [f"{place.sheet}!{place.cell}" for place in value.cells]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("award-decision", ["Căn cứ!B2"]), ("nomination-list", ["Căn cứ!B9", "Căn cứ!B16"])],
)
def test_rows_of_other_papers_are_left_out(sample: Loaded, kind: str, expected: list[str]) -> None:
    [value] = found(sample, [LAW], shown(LAW), kind=kind)
    assert (cells(value), value.is_certain) == (expected, len(expected) == 1)
    assert value.words == LAW


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("90.576,7", "Kết quả nhiệm vụ!C2"),
        ("01 tháng 01", "Các đợt!B2"),
        ("SỞ CÔNG THƯƠNG", "Cơ quan!B3"),
    ],
)
def test_figures_days_and_capitals_are_found_as_papers_print_them(
    sample: Loaded, text: str, cell: str
) -> None:
    [value] = found(sample, [text], shown(text))
    assert cells(value) == [cell]


def test_a_field_that_the_tag_names_is_preferred(sample: Loaded) -> None:
    name = "Giám đốc"
    [any_cell] = found(sample, [name], shown(name))
    [named] = found(sample, [name], shown(name, tag="{{ signer.position }}"))
    assert set(cells(named)) < set(cells(any_cell))
    assert "Người ký!C2" in cells(named)


def test_what_is_printed_beside_decides_and_no_certainty_is_made_up(sample: Loaded) -> None:
    beside = found(sample, [f"{NAME} {POST}"], shown(f"Bà {NAME}", NAME, POST))
    post = next(value for value in beside if value.words == POST)
    name = next(value for value in beside if value.words == NAME)
    assert (post.is_certain, name.is_certain) == (True, True)
    assert [cells(post)[0][-2:], cells(name)[0]] == [cells(name)[0][-2:], "Cá nhân, tập thể!D20"]
    apart = found(sample, [NAME, POST], shown(NAME, POST))
    assert POST not in [value.words for value in apart if value.is_certain]


def test_what_is_computed_or_not_printed_has_no_cell(sample: Loaded) -> None:
    computed = "Tặng thưởng cho 9.876.543 trường hợp"
    assert found(sample, [computed], shown(computed)) == []
    assert found(sample, ["trang trống"], shown(LAW)) == []


def test_values_are_found_in_the_order_of_the_paper_over_line_ends(sample: Loaded) -> None:
    head, tail = LAW[:20], LAW[20:]
    values = found(sample, [LAW, "một dòng khác", head, tail], shown(LAW, LAW))
    tops = [[box[1] for _page, box in value.rows] for value in values]
    assert tops == [[0.0], [40.0, 60.0]]


def test_a_problem_is_pinned_to_its_cell_or_to_the_words_that_it_quotes(sample: Loaded) -> None:
    lines = ["dòng đầu", LAW, "Nơi nhận sai chữ"]
    letters, values = printed(*lines), found(sample, lines, shown(LAW))
    problems = [
        Problem("a", "ở ô", Place("campaign.xlsx", "Căn cứ", "B2")),
        Problem("b", "ở chữ", Place("x.docx", paragraph=3, quote="nhận sai…")),
        Problem("c", "không ở đâu", Place("x.docx", quote="không có ở đây")),
        Problem("d", "ô khác", Place("campaign.xlsx", "Căn cứ", "B3")),
    ]
    pins = [(pin.number, pin.box[1]) for pin in pinned(problems, letters, values)]
    assert pins == [(1, 20.0), (2, 40.0)]


def test_a_short_number_is_sure_only_where_the_tag_names_its_field(sample: Loaded) -> None:
    """A row's own number may be the same as that of its phase, its votes or its year."""
    for tag, is_sure in (("{{ loop.index }}", False), ("{{ each.achieved }}", True)):
        [value] = found(sample, ["65"], shown("65", tag=tag))
        assert (cells(value), value.is_certain) == (["Kết quả thi đua!C10"], is_sure)
