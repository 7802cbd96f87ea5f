"""Symbols of numbers are looked at when they are read: what is no abbreviation is told at its cell."""

from pathlib import Path

import pytest

from tests.campaign.files import campaign_folder, put
from tests.campaign.telling import is_a_sentence
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign
from vbgen.campaign.cells.symbols import symbol_doubts
from vbgen.campaign.topics import topic
from vbgen.errors import Place

FIELDS = [
    ("agency", "symbol"), ("agency", "drafting_unit_symbol"), ("agency", "council_symbol"),
    ("issuers", "symbol"), ("units", "symbol"), ("papers", "drafting_unit_symbol"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("symbol", "is_doubtful"),
    [
        *((each, False) for each in ("SCT", "UBND-VX", "ĐĐHĐ", "TTg", "BV2", "S&T", "P.TCCB", "ĐU", "05", "")),
        *((each, True) for each in ("../../SCT", "S C T", "sct", "SCT/", "-SCT", "SCT\nVP", "{{ x }}", "S:T",
                                    "Sở Công Thương", "=A1", "SCT…")),
    ],
)  # fmt: skip
def test_what_is_no_abbreviation_is_told(symbol: str, is_doubtful: bool) -> None:
    for table, field in FIELDS:
        told = list(symbol_doubts(topic(table), {field: symbol}, lambda field: Place(path=field)))
        assert [each.code for each in told] == ["symbol-doubtful"] * is_doubtful
        assert all(is_a_sentence(each) and each.place.path == field for each in told)


def test_it_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, put("Đơn vị", "C2", "../VP"))
    found = [
        each for each in inspect_campaign(folder, WORDS).problems if each.code == "symbol-doubtful"
    ]
    assert [each.place.cell for each in found] == ["C2"]
