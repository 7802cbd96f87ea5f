"""What a clerk types into a book or onto a copy, each text on one line."""

from itertools import chain

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.words.text import clean, forbidden_controls


def typed_lines(*texts: str) -> tuple[str, ...]:
    """The texts cleaned, each on one line; UsageError for signs that can stand in no paper."""
    lines = tuple(" ".join(clean(text).text.split()) for text in texts)
    if found := next(chain.from_iterable(map(forbidden_controls, lines)), None):
        message = _("Chữ đã gõ có ký tự điều khiển {sign}, không in được.", sign=found.code)
        hint = _("Hãy xóa rồi gõ lại chỗ đó.")
        raise UsageError(message, (Problem("control-character", message, hint=hint),))
    return lines
