"""What a person has to decide about a number before it is taken: holes, switched series, the golden book's habit."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from vbgen.errors import Problem, ProblemsFoundError, Severity, UsageError
from vbgen.messages import _
from vbgen.model.dossier import Counter, GivenNumber, Intent, code, padded
from vbgen.papers.scene import Scene
from vbgen.register import Numbering, Register
from vbgen.register.switched import GOES_ON, GoldenPast
from vbgen.register.taking import Coming, ComingBlock
from vbgen.ways import GiveNumber, SetNumbering

_GIVEN = re.compile(r"0*(?P<number>[1-9]\d{0,6})(?P<suffix>[^\W\d_]?)(?:\s*/\s*(?P<symbol>\S+))?")


def given_number(text: str) -> tuple[GivenNumber, str]:
    """`245`, `06a` or `245/QĐ-SCT` as a number, and the symbol if one stands there; UsageError for anything else."""
    match = _GIVEN.fullmatch(unicodedata.normalize("NFC", text.strip()))
    if match is None:
        raise UsageError(
            _("“{text}” không phải là số văn bản; hãy ghi như 245, 06a hoặc 245/QĐ-SCT.", text=text)
        )
    return GivenNumber(int(match["number"]), match["suffix"]), match["symbol"] or ""


def bare_number(text: str) -> GivenNumber:
    """`245` or `06a`, for a paper whose symbol is known; UsageError where a symbol stands with it."""
    number, symbol = given_number(text)
    if symbol:
        raise UsageError(
            _("Chỉ ghi số {number}; ký hiệu do loại văn bản quyết định.", number=number)
        )
    return number


def refuse_inserted(numbering: Numbering, number: GivenNumber | None) -> None:
    """ProblemsFoundError for a number with a letter where the office does not allow any."""
    if number and number.suffix and not numbering.inserted:
        message = _("Cơ quan chưa cho phép chèn số có chữ như {number}.", number=number)
        ways = (SetNumbering("inserted", "true"),)
        raise ProblemsFoundError(message, (Problem("inserted-number", message, ways=ways),))


def number_doubts(coming: Coming, intent: Intent, *, elsewhere: bool = False) -> Iterator[Problem]:
    """What is unusual about the number that a paper is to get; `elsewhere`: another system gives the numbers."""
    shown = code(coming.number.number, intent.particulars.symbol, coming.number.suffix)
    yield from series_doubts(coming, intent.counter, shown, elsewhere=elsewhere)


def series_doubts(
    coming: Coming, counter: Counter, shown: str, *, elsewhere: bool = False
) -> Iterator[Problem]:
    """The same for any paper; `shown` is its number and symbol."""
    if elsewhere and not coming.is_given:
        yield _not_given(shown, coming)
    if coming.hole and not elsewhere:
        message = _(
            "Lấy số {code} thì hệ thống số “{series}” năm {year} bỏ trống {hole}: chưa có văn bản "
            "nào mang các số đó.",
            code=shown,
            series=counter.series,
            year=counter.year,
            hole=span(*coming.hole),
        )
        yield _doubt("number-hole", message)
    if coming.before_start:
        message = _(
            "Số {code} nhỏ hơn số {start} mà hệ thống số “{series}” bắt đầu: có thể sổ giấy đã dùng số đó.",
            code=shown,
            start=padded(coming.before_start),
            series=counter.series,
        )
        yield _doubt("number-before-start", message)
    if coming.origin:
        message = _(
            "Cách đánh số đã đổi giữa năm {year}: hệ thống số “{old}” ({agency}) đã đến số {last}. "
            "Hệ thống số “{new}” đi tiếp sau số đó, không trở lại 01.",
            year=counter.year,
            old=coming.origin.series,
            agency=coming.origin.agency,
            last=padded(coming.origin.last),
            new=counter.series,
        )
        yield _doubt("series-switched", message, _start(counter))


def _not_given(shown: str, coming: Coming) -> Problem:
    message = _(
        "Số của cơ quan do hệ thống khác cấp, mà văn bản này không được ghi số. Sổ sẽ tự lấy "
        "số {code}, có thể trùng với một văn bản khác.",
        code=shown,
    )
    ways = (GiveNumber(padded(coming.number.number)),)
    return Problem("number-not-given", message, severity=Severity.WARNING, ways=ways)


def numbered_elsewhere(scene: Scene, number: GivenNumber | None) -> Iterator[Problem]:
    """An error for a paper whose issuer gives the numbers itself, and whose number nobody has written."""
    if scene.is_numbered_elsewhere and number is None:
        message = _("Số của văn bản này do {issuer} cấp.", issuer=scene.agency.full_name)
        hint = _("Ghi số đã được cấp, ví dụ 245.")
        yield Problem("issuer-numbers-itself", message, hint=hint, ways=(GiveNumber("245"),))


def golden_past(
    register: Register, numbering: Numbering, agency: str, day: date
) -> GoldenPast | None:
    """How the golden book has that year's certificates, where neither settings nor law say how they are numbered."""
    if numbering.golden_habit(day):
        return None
    return register.golden_habit(numbering.agency or agency, day.year)


def golden_doubts(block: ComingBlock, intent: Intent, past: GoldenPast | None) -> Iterator[Problem]:
    """Whether the golden book goes on as it was, asked once; and what a switched book goes on from."""
    if block.first is None or intent.golden_book is None:
        return
    if past and not past.is_agreed:
        message = _(
            "Sổ vàng đã có giấy khen năm {year} đánh số theo hệ thống số, đến số {last}; giấy khen "
            "này đi tiếp từ số {first}. Từ 01/01/2024, số sổ vàng là số thứ tự của người nhận "
            "trong quyết định (Nghị định 98/2023/NĐ-CP, Điều 104). Nhật ký giữ câu trả lời, chỉ "
            "hỏi một lần.",
            year=intent.particulars.day.year,
            last=padded(past.last),
            first=padded(block.first),
        )
        ways = (
            SetNumbering("golden_book", f'"{past.habit}"'),
            SetNumbering("golden_book", '"decision"'),
        )
        yield _doubt(GOES_ON, message, *ways)
    if block.origin:
        message = _(
            "Cách đánh số sổ vàng đã đổi: sổ trước đã đến số {last}, nên giấy khen này đi tiếp từ số {first}.",
            last=padded(block.origin.last),
            first=padded(block.first),
        )
        yield _doubt("golden-book-switched", message, _start(intent.golden_book))


def span(first: int, last: int) -> str:
    """`số 05` or `các số 05–16`."""
    if first == last:
        return _("số {number}", number=padded(first))
    return _("các số {first}–{last}", first=padded(first), last=padded(last))


def _start(counter: Counter) -> SetNumbering:
    return SetNumbering("start", f"{{ {counter.series} = {{ {counter.year} = {counter.first} }} }}")


def _doubt(kind: str, message: str, *ways: SetNumbering) -> Problem:
    hint = _("Chỉ khi phải bắt đầu từ số khác:") if ways else ""
    return Problem(kind, message, severity=Severity.WARNING, hint=hint, ways=ways)
