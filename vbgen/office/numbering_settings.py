"""How an office numbers, as the table `[numbering]` of a new workspace's settings."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_MAIN = "van-ban-di"


@dataclass(frozen=True, slots=True)
class NumberingWish:
    """What the office says of its series when a workspace is made."""

    by_type: bool = False
    apart: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # series → types (GM) or kinds
    inserted: bool = False
    golden_book: str = ""  # empty: as the law of the decision's day has it
    last_number: int = 0  # the last one used this year, before vbgen
    year: int = 0  # of `last_number`

    def as_toml(self) -> str:
        """The table with what may be said in it, in a clerk's words."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "[numbering]"
        yield f"by_type = {_shown(self.by_type)}  # true: mỗi loại văn bản một dãy số (QĐ, BC, TTr …; công văn là CV)"
        yield f"inserted = {_shown(self.inserted)}  # true: cho phép chèn số có chữ, như 06a"
        yield "# given = true  # số do hệ thống khác cấp (phần mềm văn bản của cơ quan), ghi vào khi phát hành"
        if self.golden_book:
            yield f'golden_book = "{self.golden_book}"'
        else:
            yield '# golden_book = "decision"  # số thứ tự trong quyết định; hoặc "yearly", "running"'
        yield ""
        if self.apart:
            yield "[numbering.apart]"
            yield from (
                f"{json.dumps(name, ensure_ascii=False)} = {_listed(kinds)}"
                for name, kinds in self.apart.items()
            )
        else:
            yield "# [numbering.apart]  # loại văn bản có dãy số riêng"
            yield '# giay-moi = ["GM"]'
        yield ""
        if self.last_number:
            yield "[numbering.start]  # số đầu tiên mà vbgen cấp"
            yield f"{_MAIN} = {{ {self.year} = {self.last_number + 1} }}"
        else:
            yield "# [numbering.start]  # sổ giấy đã dùng đến số 120: số tiếp theo là 121"
            yield f"# {_MAIN} = {{ {self.year or 2026} = 121 }}"


def _shown(yes: bool) -> str:
    return "true" if yes else "false"


def _listed(kinds: tuple[str, ...]) -> str:
    return json.dumps(list(kinds), ensure_ascii=False)
