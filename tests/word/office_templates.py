"""Office papers as Word templates, one for each way in which docxtpl's own examples use its language.

Each is drawn anew, in our words; its context is made for one of docxtpl's documents, to which pictures and
subdocuments belong.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docxtpl import DocxTemplate, RichText

from tests.word.docx_making import Rows, of_paragraphs
from tests.word.office_parts import (
    escaped,
    marked,
    pictures,
    rich,
    rich_paragraphs,
    subdocument,
    whole_file,
    with_a_footnote,
    with_a_picture_and_a_workbook,
    with_margins,
    with_properties,
    with_styles,
)

Context = Callable[[DocxTemplate], Mapping[str, object]]


@dataclass(frozen=True)
class Example:
    """A template and what it is rendered with."""

    template: bytes
    context: Context
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict)


def _of(**values: object) -> Context:
    return lambda _template: values


def _table(*rows: list[str], before: tuple[str, ...] = ("Phụ lục",)) -> bytes:
    return of_paragraphs(*before, table=_squared(rows))


def _squared(rows: tuple[list[str], ...]) -> Rows:
    wide = max(map(len, rows))
    return [row + [""] * (wide - len(row)) for row in rows]


_MERGED = (
    ["{%tc for x in [1, 2, 3] %}", "{% hm %}Quý", "{%tc endfor %}"],
    ["{%tc for x in [1, 2, 3] %}", "{{ x }}", "{%tc endfor %}"],
)
_NESTED = (
    ["{%tr for unit in ['A', 'B'] %}"],
    ["{% vm %}{{ unit }}", "{%tc for n in [1, 2, 3] %}", "{{ n }}", "{%tc endfor %}"],
    ["{%tr endfor %}"],
    ["Cộng", "{%tc for n in [2, 4, 6] %}", "{{ n }}", "{%tc endfor %}"],
)
_AWARDS = [
    {"name": "Giấy khen", "count": 12, "money": "8.520.000"},
    {"name": "Bằng khen", "count": 1, "money": "0"},
]

EXAMPLES: Mapping[str, Example] = {
    "cells coloured row by row": Example(
        _table(
            ["{%tr for u in units %}"],
            ["{{ u.name }}", "{% cellbg u.bg %}{{r u.state }}"],
            ["{%tr endfor %}"],
        ),
        marked,
    ),
    "notes to the author": Example(
        of_paragraphs(
            "trước {# trong dòng #} sau",
            "{#p cả đoạn #}",
            "giữa",
            table=[["a", "{#tc cả ô #}", "b"], ["{#tr cả hàng #}", "", ""], ["c", "d", "e"]],
        ),
        _of(),
    ),
    "filters of one's own": Example(
        of_paragraphs("{{ amount | my_rounded(2) }} đồng, {{ name | my_called(‘ông’) }}"),
        _of(amount=710000, name="Bình"),
        {
            "my_rounded": lambda value, more: value + more,
            "my_called": lambda value, word: f"{word} {value}",
        },
    ),
    "properties of the file": Example(with_properties(), _of(subject="thi đua, khen thưởng")),
    "a table that grows both ways": Example(
        _table(
            ["{% colspan months|count %}Tháng"],
            ["", "{%tc for m in months %}", "{{ m }}", "{%tc endfor %}"],
            ["{%tr for r in rows %}"],
            ["{{ r.unit }}", "{%tc for n in r.counts %}", "{{ n }}", "{%tc endfor %}"],
            ["{%tr endfor %}"],
        ),
        _of(
            months=["4", "5", "6"],
            rows=[{"unit": "A", "counts": [1, 2, 3]}, {"unit": "B", "counts": [4, 5, 6]}],
        ),
    ),
    "a picture and a workbook that stay": Example(
        with_a_picture_and_a_workbook(), _of(name="Sở Nội vụ")
    ),
    "signs that XML reserves": Example(
        of_paragraphs(
            "{{r rich }}",
            "{{ plain|e }}",
            "{{r lines }}",
            "{{ listing }}",
            "{{r page }}",
            "{{ answer|e }}",
        ),
        escaped,
    ),
    "keys and values of a mapping": Example(
        of_paragraphs(
            "{% for k, v in pairs(signs) %}{{ k.capitalize() }}: {{ v }}; {% endfor %}",
            "{{ quoted }}",
        ),
        _of(
            signs={"bé": "<", "và": "&", "nháy": "\"'"},
            quoted='"Chữ & dấu"',
            pairs=lambda each: each.items(),
        ),
    ),
    "a footnote": Example(with_a_footnote(), _of(source="Báo cáo số 12 & phụ lục")),
    "margins with a part in the middle": Example(
        with_margins("{{ day }}", "{{ agency }}", "{{ title }}", "{{p part }}", "hết"), subdocument
    ),
    "a word in quotes in the margins": Example(
        with_margins(
            '{{ absent|default("chưa có") }}', '{{ absent|default("trống") }}', "{{ title }}"
        ),
        _of(title="Tờ trình"),
    ),
    "pictures in lines, paragraphs and rows": Example(
        of_paragraphs(
            "{{ emblem }} và {{ emblem }}",
            "{{ stretched }}",
            "{%p for u in units %}",
            "{{ u.logo }}",
            "{%p endfor %}",
            table=[
                ["{%tr for u in units %}", ""],
                ["{{ u.logo }}", "{{ u.name }}"],
                ["{%tr endfor %}", ""],
            ],
        ),
        pictures,
    ),
    "a picture in the header": Example(with_margins("{{ emblem }}", "chân", "thân"), pictures),
    "cells merged across": Example(_table(*_MERGED), _of()),
    "fewer cells after a loop": Example(
        _table(*_MERGED, ["{%tc for x in ['a', 'b'] %}", "{{ x }}", "{%tc endfor %}"]), _of()
    ),
    "cells merged downwards": Example(
        _table(
            ["{%tr for a in awards %}"],
            ["{% vm %}{{ form }}", "{{ a.name }}", "{{ a.count }}", "{{ a.money }}"],
            ["{%tr endfor %}"],
            ["", "", "Cộng", "{{ total }}"],
        ),
        _of(awards=_AWARDS, form="Năm 2022", total="8.520.000"),
    ),
    "merges within merges": Example(
        _table(
            ["{% colspan 4 %}Kết quả"],
            ["", "{%tc for n in [1, 2, 3] %}", "{{ n }}", "{%tc endfor %}"],
            *_NESTED,
        ),
        _of(),
    ),
    "paragraphs that are one sentence": Example(
        of_paragraphs(
            "Ông {% if town %}ở thị trấn{% else %}ở xã{% endif %}.",
            "Bà",
            "{%- if town -%}",
            "ở thị trấn",
            "{%- else -%}",
            "ở xã",
            "{%- endif -%}",
            "làm việc.",
            "Đơn vị {% if True -%}",
            "của huyện",
            "{%- endif %} đề nghị.",
        ),
        _of(town=True),
    ),
    "loops in loops": Example(
        of_paragraphs(
            "{%p for unit in units %}",
            "{{ unit.name }}: {% for one in unit.people %}{{ one }}, {% endfor %}",
            "{%p endfor %}",
            "{%p for unit in units %}",
            "{% for one in unit.people %}{{ unit.name }} – {{ one }}",
            "{% endfor %}",
            "{%p endfor %}",
        ),
        _of(
            units=[
                {"name": "Phòng A", "people": ["Ánh", "Bình"]},
                {"name": "Phòng B", "people": ["Châu"]},
            ]
        ),
    ),
    "a decision with its table": Example(
        of_paragraphs(
            "Kính gửi {{ who }}",
            "{%p if paid %}",
            "Đã chi.",
            "{%p else %}",
            "Còn {{ total }} đồng{% if own %}, từ quỹ của Sở{% else %}, từ ngân sách{% endif %}.",
            "{%p endif %}",
            "{{ agency }}",
            table=[
                ["Hình thức", "Số", "Tiền"],
                ["{%tr for a in awards %}", "", ""],
                ["{{ a.name }}", "{{ a.count }}", "{{ a.money }}"],
                ["{%tr endfor %}", "", ""],
                ["Cộng", "", "{{ total }}"],
            ],
        ),
        _of(
            who="Phòng Tài chính",
            paid=False,
            own=True,
            total="8.520.000",
            agency="Sở",
            awards=_AWARDS,
        ),
    ),
    "blanks beside a value": Example(
        of_paragraphs("  hai trống trước {{ a }}  và   {{ b }} sau  "), _of(a="đầu", b="cuối")
    ),
    "every format of a text": Example(with_styles("trước", "{{r text }}", "sau"), rich),
    "a formatted text under a condition": Example(
        of_paragraphs("Ghi chú: {%r if note %}{{r note }}{%r endif %} hết"),
        lambda _: {"note": RichText("đỏ", color="FF0000")},
    ),
    "fonts of other scripts": Example(
        of_paragraphs("{{r han }}", "{{r mixed }}"),
        lambda _: {
            "han": RichText("漢字 chữ Hán", font="eastAsia:SimSun"),
            "mixed": RichText("漢喃", font="eastAsia:Nom Na Tong"),
        },
    ),
    "paragraphs with their styles": Example(
        with_styles("{{p text }}", "giữa", "{{p text }}"), rich_paragraphs
    ),
    "a part made on the spot": Example(of_paragraphs("đầu", "{{p part }}", "cuối"), subdocument),
    "a file put into another": Example(of_paragraphs("đầu", "{{p part }}", "cuối"), whole_file),
    "blanks and tabs in data": Example(
        of_paragraphs(
            "[{{ '     ' }}]",
            "[{{ blanks }}]",
            "[{{r blanks_r }}]",
            "[{{ tabs }}]",
            "[{{r tabs_r }}]",
        ),
        lambda _: {
            "blanks": "    ",
            "tabs": "\t\t",
            "blanks_r": RichText("    "),
            "tabs_r": RichText("\t\t"),
        },
    ),
    "kinds of values": Example(
        of_paragraphs(
            "{% if m is mapping %}{{ m.a }}{% endif %}",
            "{% if s is sequence %}{{ s|join(', ') }}{% endif %}",
            "{% if t is string %}{{ t }}{% endif %}",
            "{% if i is integer %}{{ i }}{% endif %}",
            "{% if f is float %}{{ f }}{% endif %}",
            "{% if y is true %}có{% endif %}{% if n is none %} trống{% endif %}",
        ),
        _of(m={"a": 1}, s=["một", "hai"], t="chữ", i=10, f=1.5, y=True, n=None),
    ),
}
