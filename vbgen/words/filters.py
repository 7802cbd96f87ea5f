"""The Jinja filters of templates: Vietnamese wording under the names that template writers use.

The first line of each docstring carries an example; the template-field reference shows it.
Wrong types raise TypeError or ValueError with a Vietnamese sentence.
"""

from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal

from vbgen.messages import _
from vbgen.words import dates, names, numbers, points, spelling
from vbgen.words.agency.lines import agency_lines
from vbgen.words.expected import as_day, as_decimal, as_text, as_whole

Filter = Callable[..., str]


def filters() -> dict[str, Filter]:
    """Name → filter, a fresh mapping for each environment."""
    return {act.__name__: act for act in (*_of_dates(), *_of_numbers(), *_of_text())}


def long_date(value: date) -> str:
    """`{{ day | long_date }}` → ngày 05 tháng 01 năm 2022."""
    return dates.long_date(as_day(value))


def short_date(value: date) -> str:
    """`{{ day | short_date }}` → 05/03/2022."""
    return dates.short_date(as_day(value))


def citation_date(value: date) -> str:
    """`{{ day | citation_date }}` → 07/4/2014."""
    return dates.citation_date(as_day(value))


def month_and_year(value: date) -> str:
    """`{{ day | month_and_year }}` → tháng 01 năm 2022."""
    return dates.month_and_year(as_day(value))


def until(value: date, end: date) -> str:
    """`{{ start | until(end) }}` → 01 tháng 01 đến 30 tháng 6 năm 2022."""  # noqa: D402 - an example, no signature
    return dates.date_range(as_day(value), as_day(end))


def date_or_blank(value: date | None, year: int | None = None, month: int | None = None) -> str:
    """`{{ issued_on | date_or_blank(2022, 3) }}` → ngày      tháng 3 năm 2022, until there is a day."""  # noqa: D402 - as above
    return dates.blank_date(year, month) if value is None else dates.long_date(as_day(value))


def clock(value: time) -> str:
    """`{{ start | clock }}` → 08 giờ 30 phút."""
    if not isinstance(value, time):
        raise TypeError(_("Phải là giờ trong ngày; hiện là “{value}”.", value=value))
    return dates.clock(value)


def vn_number(value: Decimal | int, decimals: int | None = None) -> str:
    """`{{ plan | vn_number }}` → 174.186,0; `vn_number(2)` rounds half-up to two decimals."""
    return numbers.vn_number(value, decimals)


def percent(value: Decimal | int, decimals: int | None = 1) -> str:
    """`{{ share | percent }}` → 52,0%."""
    return numbers.percent(value, decimals)


def two_digits(value: int) -> str:
    """`{{ count | two_digits }}` → 05."""
    return numbers.two_digits(as_whole(value))


def in_words(value: Decimal | int) -> str:
    """`{{ count | in_words }}` → hai mươi mốt."""
    return spelling.in_words(as_decimal(value))


def money(value: Decimal | int) -> str:
    """`{{ bonus | money }}` → 1.490.000 đồng."""
    return numbers.money(value)


def money_in_words(value: Decimal | int) -> str:
    """`{{ bonus | money_in_words }}` → Một triệu bốn trăm chín mươi nghìn đồng chẵn."""
    return spelling.money_in_words(value)


def roman(value: int) -> str:
    """`{{ loop.index | roman }}` → IV."""
    return numbers.roman(as_whole(value))


def point(value: int) -> str:
    """`{{ loop.index | point }}` → đ, for the fifth point."""
    return points.point(as_whole(value))


def upper_vn(value: str) -> str:
    """`{{ name | upper_vn }}` → NGUYỄN THỊ ĐÀO."""
    return names.upper_vn(as_text(value))


def sentence(value: str) -> str:
    """`{{ merit | sentence }}` → Có thành tích …: the first letter large, the rest as it is."""
    text = as_text(value)
    return names.upper_vn(text[:1]) + text[1:]


def name_lines(value: str, width_mm: float = 165, size_pt: float = 14) -> str:
    """`{{ agency.authority | name_lines(165, 14) }}` → Chủ tịch Ủy ban nhân dân, below it Xã Bình Lục."""  # noqa: D402 - as above
    return "\n".join(agency_lines(as_text(value), width_mm, size_pt).lines)


def given_name(value: str) -> str:
    """`{{ name | given_name }}` → Đào, from Nguyễn Thị Đào."""
    return names.split_name(as_text(value)).given


def listed(value: Iterable[str]) -> str:
    """`{{ units | listed }}` → Văn phòng, Thanh tra và Phòng Quản lý năng lượng."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(_("Phải là danh sách; hiện là “{value}”.", value=value))
    return numbers.listed([as_text(word) for word in value])


def count_of(value: Iterable[tuple[int, str]]) -> str:
    """`{{ [(5, "tập thể"), (4, "cá nhân")] | count_of }}` → 05 tập thể và 04 cá nhân."""
    if not isinstance(value, Iterable):
        raise TypeError(_("Phải là danh sách; hiện là “{value}”.", value=value))
    return numbers.count_of(*(_counted(pair) for pair in value))


def _counted(pair: object) -> tuple[int, str]:
    match pair:
        case (count, noun):
            return as_whole(count), as_text(noun)
        case _:
            raise TypeError(_("Phải là một cặp số lượng và tên gọi; hiện là “{pair}”.", pair=pair))


def _of_dates() -> tuple[Filter, ...]:
    return long_date, short_date, citation_date, month_and_year, until, date_or_blank, clock


def _of_numbers() -> tuple[Filter, ...]:
    return vn_number, percent, two_digits, in_words, money, money_in_words, roman, point, count_of


def _of_text() -> tuple[Filter, ...]:
    return upper_vn, sentence, name_lines, given_name, listed
