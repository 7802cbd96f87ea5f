"""IPP messages go into bytes and come back; broken bytes are told, never followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.printer.ipp import IppFormatError, IppTag, Value, answer, request
from vbgen.printer.network import media_name
from vbgen.printer.stocks import Stocks
from vbgen.printer.words import explained

names = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=30)
plain = st.one_of(
    st.builds(
        Value, st.sampled_from([IppTag.INTEGER, IppTag.ENUM]), st.integers(-(2**31), 2**31 - 1)
    ),
    st.builds(Value, st.just(IppTag.BOOLEAN), st.booleans()),
    st.builds(
        Value,
        st.sampled_from([IppTag.TEXT, IppTag.NAME, IppTag.KEYWORD, IppTag.URI]),
        st.text(max_size=200),
    ),
)
values = st.one_of(
    plain, st.builds(Value, st.just(IppTag.COLLECTION), st.dictionaries(names, plain, max_size=4))
)


def read_back(value: Value) -> object:
    if isinstance(value.value, dict):
        return {name: [inner.value] for name, inner in value.value.items()}
    return value.value


@given(
    st.integers(0, 0x7FFF),
    st.dictionaries(names, values, max_size=6),
    st.dictionaries(names, values, max_size=6),
)
def test_a_message_comes_back_as_it_went(
    status: int, job: dict[str, Value], printer: dict[str, Value]
) -> None:
    read = answer(request(status, [(IppTag.JOB, job), (IppTag.PRINTER, printer)]))
    assert read.status == status
    for tag, sent in ((IppTag.JOB, job), (IppTag.PRINTER, printer)):
        assert read.group(tag).values == {name: [read_back(value)] for name, value in sent.items()}


@given(st.dictionaries(names, values, min_size=1, max_size=4), st.integers(0, 400))
def test_a_message_cut_short_is_told(job: dict[str, Value], cut: int) -> None:
    whole = request(0, [(IppTag.JOB, job)])
    with pytest.raises(IppFormatError):
        answer(whole[: min(cut, len(whole) - 1)])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        answer(content)
    except IppFormatError:
        return


def test_several_values_stand_under_one_name() -> None:
    message = request(0, [(IppTag.JOB, {"job-state-reasons": Value(IppTag.KEYWORD, "a")})])
    more = (
        message[:-1]
        + b"\x44\x00\x00\x00\x01b"
        + b"\x36\x00\x00\x00\x08\x00\x02vi\x00\x02in"
        + message[-1:]
    )
    assert answer(more).group(IppTag.JOB).words("job-state-reasons") == ("a", "b", "in")


def test_every_shipped_paper_has_its_name(stocks: Stocks) -> None:
    assert {media_name(stock.paper) for stock in stocks.all()} == {
        "iso_a4_210x297mm", "iso_a3_297x420mm", "custom_270x360mm_270x360mm", "custom_300x400mm_300x400mm",
    }  # fmt: skip


def test_what_a_printer_reports_is_told_in_vietnamese_without_its_severity() -> None:
    told = explained(
        [
            "none",
            "media-jam-error",
            "media-jam",
            "toner-low-warning",
            "job-printing",
            "flux-gone-report",
        ]
    )
    assert list(told) == ["media-jam", "toner-low", "flux-gone"]
    assert told["media-jam"].startswith("Kẹt giấy")
    assert "flux-gone" in told["flux-gone"]
