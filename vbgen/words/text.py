"""Text as it should be kept: composed, without invisible characters and stray blanks; every change is told."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from vbgen.messages import _
from vbgen.words.look_alikes import in_latin_letters, in_plain_letters, with_blanks
from vbgen.words.tones import ToneStyle, tone_style, with_tone_style

__all__ = [
    "Cleaned",
    "Control",
    "TextChange",
    "ToneStyle",
    "clean",
    "forbidden_controls",
    "on_one_line",
    "tone_style",
    "with_tone_style",
]

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_ODD_BLANK = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Vietnamese words, composed, one blank between them: nothing that any step would touch
_SETTLED = re.compile(
    "[!-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+(?: [!-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+)*"
)
_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_BROKEN_LINE = re.compile("\n+")  # of a cleaned text: no blank stands at a line's end
_DOUBLE_BLANK = re.compile(" {2,}")
_EDGE = re.compile(r"\A[ \n]+|[ \n]+\Z|(?m:^ +| +$)")
_LOOK_ALIKES = {
    "Ð": "Đ",
    "Ɖ": "Đ",
    "ð": "đ",
}  # Icelandic and African letters that some keyboards give
_LOOK_ALIKE = re.compile("[ÐƉð]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class TextChange:
    """One kind of correction that was made to a text."""

    code: (
        str  # stable, for programs: "composed", "look-alike", "invisible", "edge" … as in `_steps`
    )
    count: int  # how many places

    @property
    def description(self) -> str:
        """What was done, as a clerk reads it."""
        return _descriptions(self.count)[self.code]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after cleaning, and what was changed to get it."""

    text: str
    changes: tuple[TextChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """A character that no document may hold."""

    position: int  # from 0
    code: str  # "U+0007"


def clean(text: str) -> Cleaned:
    """The text composed (NFC), without invisible characters, odd, doubled or outer blanks, with plain line feeds.

    Control characters stay, for `forbidden_controls` to find: what they stood for cannot be known.
    Text in a legacy charset must be converted before: there the soft hyphen is ư, and Ð is é.
    """
    if _SETTLED.fullmatch(text):
        return Cleaned(text)
    changes = []
    for code, act in _steps():
        text, count = act(text)
        if count:
            changes.append(TextChange(code, count))
    return Cleaned(text, tuple(changes))


def on_one_line(cleaned: Cleaned) -> Cleaned:
    """What stands within a sentence: a line begun by hand (Alt+Enter) goes on behind a blank."""
    text, count = _BROKEN_LINE.subn(" ", cleaned.text)
    joined = (TextChange("broken-line", count),) if count else ()
    return Cleaned(text, (*cleaned.changes, *joined))


def forbidden_controls(text: str) -> tuple[Control, ...]:
    """Every control character, lone surrogate or non-character in the text; tab and line breaks are allowed.

    XML 1.0, section 2.2, forbids them in a Word file (and discourages those from U+007F).
    """
    return tuple(
        Control(match.start(), f"U+{ord(match[0]):04X}") for match in _FORBIDDEN.finditer(text)
    )


def _steps() -> tuple[tuple[str, Callable[[str], tuple[str, int]]], ...]:
    return (
        ("line-end", lambda text: _LINE_END.subn("\n", text)),
        ("unseen-blank", with_blanks),
        ("invisible", lambda text: _INVISIBLE.subn("", text)),
        ("odd-blank", lambda text: _ODD_BLANK.subn(" ", text)),
        ("styled-letter", in_plain_letters),
        ("composed", _composed),
        ("look-alike", lambda text: _LOOK_ALIKE.subn(lambda match: _LOOK_ALIKES[match[0]], text)),
        ("foreign-letter", in_latin_letters),
        ("edge", lambda text: _EDGE.subn("", text)),
        ("double-blank", lambda text: _DOUBLE_BLANK.subn(" ", text)),
    )


def _composed(text: str) -> tuple[str, int]:
    composed = unicodedata.normalize("NFC", text)
    return composed, int(composed != text)


def _descriptions(count: int) -> dict[str, str]:
    return {
        "line-end": _("đã thống nhất {count} dấu xuống dòng", count=count),
        "invisible": _("đã bỏ {count} ký tự không nhìn thấy", count=count),
        "unseen-blank": _(
            "đã thay {count} ký tự không nhìn thấy giữa hai từ bằng dấu cách", count=count
        ),
        "styled-letter": _(
            "đã thay {count} chữ toàn khổ hoặc chữ kiểu toán học bằng chữ thường dùng", count=count
        ),
        "foreign-letter": _(
            "đã thay {count} chữ Kirin hoặc Hy Lạp trông giống bằng chữ Latinh", count=count
        ),
        "odd-blank": _("đã thay {count} dấu cách đặc biệt bằng dấu cách thường", count=count),
        "composed": _("đã chuyển chữ có dấu từ Unicode tổ hợp sang Unicode dựng sẵn"),
        "look-alike": _("đã thay {count} chữ Ð gõ nhầm mã bằng chữ Đ tiếng Việt", count=count),
        "double-blank": _("đã gộp {count} chỗ có nhiều dấu cách liền nhau", count=count),
        "broken-line": _("đã nối {count} chỗ ngắt dòng trong ô", count=count),
        "edge": _("đã bỏ dấu cách thừa ở đầu hoặc cuối ({count} chỗ)", count=count),
    }
