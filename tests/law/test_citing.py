"""Papers cite point, clause, article, document; a law by its year, the rest by their number."""

import pytest

from vbgen.law.citing import cite
from vbgen.law.reading import shipped_files, shipped_rows


@pytest.mark.parametrize(
    ("source", "article", "cited"),
    [
        ("Nghị định 91/2017/NĐ-CP", "Điều 9 khoản 3", "khoản 3 Điều 9 Nghị định số 91/2017/NĐ-CP"),
        (
            "Nghị định 98/2023/NĐ-CP",
            "Điều 4 khoản 1 điểm a",
            "điểm a khoản 1 Điều 4 Nghị định số 98/2023/NĐ-CP",
        ),
        (
            "Luật Thi đua, khen thưởng 15/2003/QH11",
            "Điều 79, 80",
            "Điều 79, Điều 80 Luật Thi đua, khen thưởng năm 2003",
        ),
        (
            "Luật 39/2013/QH13",
            "",
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013",
        ),
        ("Quy chế của Sở", "Điều 7", "Điều 7 Quy chế của Sở"),
        ("Thông lệ", "", "Thông lệ"),
    ],
)
def test_a_rule_is_cited_as_the_decree_cites(source: str, article: str, cited: str) -> None:
    assert cite(source, article) == cited


def test_no_shipped_rule_is_cited_backwards_or_a_law_by_its_number() -> None:
    cited = [rule.citation for rule in shipped_rows(shipped_files())]
    assert [text for text in cited if "/QH" in text or " khoản" in text.partition("Điều")[2]] == []
