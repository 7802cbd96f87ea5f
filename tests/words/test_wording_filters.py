"""The Jinja filters, as a template uses them."""

import re
from datetime import date, time
from decimal import Decimal

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from vbgen.words.filters import filters

DAY = date(2022, 1, 5)
VALUES: dict[str, object] = {
    "day": DAY, "start": DAY, "end": date(2022, 6, 30), "hour": time(8, 30), "plan": Decimal("174186.0"), "share": 52,
    "count": 5, "bonus": 1_490_000, "name": "Nguyễn Thị Đào", "merit": "có thành tích",
    "units": ["Văn phòng", "Thanh tra"], "nothing": None,
}  # fmt: skip


def rendered(template: str) -> str:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(filters())
    return environment.from_string(template).render(VALUES)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("day | long_date", "ngày 05 tháng 01 năm 2022"),
        ("day | short_date", "05/01/2022"),
        ("day | citation_date", "05/01/2022"),
        ("day | month_and_year", "tháng 01 năm 2022"),
        ("start | until(end)", "05 tháng 01 đến 30 tháng 6 năm 2022"),
        ("nothing | date_or_blank(2022, 3)", "ngày      tháng 3 năm 2022"),
        ("day | date_or_blank(2022, 3)", "ngày 05 tháng 01 năm 2022"),
        ("hour | clock", "08 giờ 30 phút"),
        ("plan | vn_number", "174.186,0"),
        ("plan | vn_number(2)", "174.186,00"),
        ("share | percent", "52,0%"),
        ("count | two_digits", "05"),
        ("count | in_words", "năm"),
        ("bonus | money", "1.490.000 đồng"),
        ("bonus | money_in_words", "Một triệu bốn trăm chín mươi nghìn đồng chẵn"),
        ("count | roman", "V"),
        ("count | point", "đ"),
        ("name | upper_vn", "NGUYỄN THỊ ĐÀO"),
        ("merit | sentence", "Có thành tích"),
        ("name | given_name", "Đào"),
        ("'SỞ Y TẾ TỈNH HÀ NAM' | name_lines(40, 14)", "SỞ Y TẾ\nTỈNH HÀ NAM"),
        ("[(5, 'tập thể'), (count - 1, 'cá nhân')] | count_of", "05 tập thể và 04 cá nhân"),
        ("units | listed", "Văn phòng và Thanh tra"),
    ],
)
def test_a_filter_writes_what_its_name_says(expression: str, text: str) -> None:
    assert rendered(f"{{{{ {expression} }}}}") == text


@pytest.mark.parametrize("name", sorted(filters()))
def test_every_filter_shows_an_example_in_its_first_line(name: str) -> None:
    first_line = (filters()[name].__doc__ or "").split("\n", 1)[0]
    assert re.match(rf"`{{{{ .+ \| {name}\b.*}}}}` → \S", first_line)


@pytest.mark.parametrize("name", sorted(set(filters()) - {"date_or_blank"}))
@pytest.mark.parametrize("wrong", ["nothing", "1.5", "true"])
def test_a_value_of_a_wrong_type_is_refused_in_vietnamese(name: str, wrong: str) -> None:
    argument = "(end)" if name == "until" else ""
    with pytest.raises(TypeError, match=r"^Phải là .*hiện là"):
        rendered(f"{{{{ {wrong} | {name}{argument} }}}}")


@pytest.mark.parametrize(
    "expression",
    [
        "plan | vn_number('2')",
        "nothing | date_or_blank('2022')",
        "'1' | listed",
        "'12' | count_of",
        "[(1, 2, 3)] | count_of",
    ],
)
def test_a_wrong_argument_is_refused_in_vietnamese(expression: str) -> None:
    with pytest.raises(TypeError, match=r"^Phải là .*hiện là"):
        rendered(f"{{{{ {expression} }}}}")


def test_each_environment_gets_its_own_filters() -> None:
    assert filters() is not filters()
