"""What a terminal shows of many problems: what forbids first, then the money, the rest folded."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from vbgen.cli.screen.problem_table import folded, problem_table
from vbgen.errors import Place, Problem, Severity


def _problem(
    code: str, severity: Severity = Severity.WARNING, cell: str = "A1", sheet: str = "Đề nghị"
) -> Problem:
    return Problem(code, f"điều {code} ở {cell}.", Place("campaign.xlsx", sheet, cell), severity)


def _shown(problems: list[Problem], *, is_brief: bool = False, width: int = 80) -> str:
    out = StringIO()
    Console(file=out, width=width).print(problem_table(problems, is_brief=is_brief))
    return out.getvalue()


def test_three_hundred_like_warnings_are_three_and_a_count() -> None:
    text = _shown([_problem("not-nominated", cell=f"B{row}") for row in range(2, 324)])

    assert text.count("điều not-nominated") == 3
    assert "… và 319 hàng nữa" in text
    assert len(text.splitlines()) < 20


def test_what_forbids_comes_first_then_the_money_then_doubts_then_notes() -> None:
    problems = [
        _problem("remark", Severity.NOTE), _problem("doubt"), _problem("budget", Severity.NOTE),
        _problem("forbidden", Severity.ERROR),
    ]  # fmt: skip

    assert [group.shown[0].code for group in folded(problems)] == [
        "forbidden", "budget", "doubt", "remark",
    ]  # fmt: skip


def test_notes_that_were_told_before_are_one_of_a_kind() -> None:
    notes = [_problem("date-read", Severity.NOTE, f"B{row}", f"{row % 3}") for row in range(20)]

    text = _shown(notes, is_brief=True)

    assert text.count("điều date-read") == 1
    assert "… và 19 hàng nữa" in text


def test_one_more_is_shown_rather_than_counted() -> None:
    (group,) = folded([_problem("a", cell=f"B{row}") for row in range(4)])

    assert (len(group.shown), group.more) == (4, ())


def test_the_cells_of_what_is_folded_are_named() -> None:
    text = _shown([_problem("a", cell=f"B{row}") for row in range(2, 12)])

    assert "B5, B6" in text


def test_no_line_is_wider_than_the_terminal() -> None:
    problems = [_problem(f"x{number}", cell=f"B{number}") for number in range(40)]

    assert max(map(len, _shown(problems).splitlines())) <= 80


@given(
    st.lists(
        st.builds(
            _problem,
            st.sampled_from("abc"),
            st.sampled_from(Severity),
            st.sampled_from(["A1", "B2"]),
        )
    ),
    st.booleans(),
)
def test_nothing_is_lost_in_folding(problems: list[Problem], is_brief: bool) -> None:
    groups = list(folded(problems, is_brief=is_brief))

    assert sorted(map(repr, problems)) == sorted(
        repr(each) for group in groups for each in (*group.shown, *group.more)
    )
    weights = [list(Severity).index(group.shown[0].severity) for group in groups]
    assert weights == sorted(weights)
