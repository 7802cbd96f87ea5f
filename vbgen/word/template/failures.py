"""What to tell when a tag cannot be worked out, and which other names are missing besides."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError

from vbgen.errors import Problem, VbgenError
from vbgen.messages import _
from vbgen.word.template.compiling import CompiledPart
from vbgen.word.template.language.stream import Tag
from vbgen.word.template.missing_problems import undefined_problem
from vbgen.word.template.unfit import UnfitValueError

if TYPE_CHECKING:
    from vbgen.word.template.rendering import Rendering

RENDERING_FAILURES = (  # what a template's own expressions can raise
    ArithmeticError,
    AttributeError,
    JinjaError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


def failure_problem(error: BaseException, part: CompiledPart, line: int) -> Problem:
    """The problem of an error that a tag raised; `line` of the code is where the part had come to."""
    tag = _tag_of(error.__traceback__, part) or part.tag_at_code(line)
    place = tag.place if tag else part.place
    if isinstance(error, SecurityError):
        message = _("Thẻ bị dừng vì không an toàn: {reason}.", reason=_reason(error))
        return Problem(
            "tag-refused",
            message,
            place,
            hint=_("Hãy sửa thẻ để nó làm ít hơn hoặc chỉ đọc dữ liệu."),
        )
    if isinstance(error, UnfitValueError):
        return Problem("value-unfit", error.message, place, hint=error.hint)
    if isinstance(error, VbgenError):
        return Problem("tag-failed", error.message, place)
    message = _("Không tính được thẻ này: {reason}.", reason=_reason(error))
    return Problem(
        "tag-failed", message, place, hint=_("Hãy kiểm tra kiểu dữ liệu của các trường trong thẻ.")
    )


def _tag_of(traceback: TracebackType | None, part: CompiledPart) -> Tag | None:
    tag = None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == part.file_name:
            tag = part.tag_at_code(_line_of(traceback)) or tag
        traceback = traceback.tb_next
    return tag


def _line_of(traceback: TracebackType) -> int:
    """The line that was run; an interruption may come at an instruction that has none: then the one before."""
    positions = list(traceback.tb_frame.f_code.co_positions())[: traceback.tb_lasti // 2 + 1]
    return next((start for start, *_rest in reversed(positions) if start), 0)


def _reason(error: BaseException) -> str:
    if isinstance(error, SecurityError):
        text = str(error)
        return _("mẫu gọi tới phần không được phép") if "not safely callable" in text else text
    if isinstance(error, ZeroDivisionError):
        return _("chia cho số 0")
    if isinstance(error, RecursionError):
        return _("macro gọi chính nó quá sâu")
    if isinstance(error, MemoryError):
        return _("kết quả quá lớn")
    if isinstance(error, (TypeError, AttributeError)):
        return _("kiểu dữ liệu không hợp với phép tính hoặc bộ lọc")
    return _("dữ liệu không hợp với phép tính hoặc bộ lọc")


def missing_elsewhere(parts: Iterable[CompiledPart], rendering: "Rendering") -> Iterator[Problem]:
    """Names of the context that are missing in tags the rendering did not come to."""
    noted = {(key[1], key[2]) for key in rendering.problems if key[0] == "missing"}
    names = {name for _tag_id, name in noted}
    for part in parts:
        for use in part.uses:
            name = use.path.replace("[", ".").split(".", 1)[0]
            known = name in rendering.context or name in names or use.optional
            if not known:
                yield undefined_problem(name, rendering.context, use.place)
                names.add(name)
