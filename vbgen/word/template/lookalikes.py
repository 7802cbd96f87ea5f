"""Names that a reader cannot tell apart: composed in two ways, with letters that nobody sees, of two alphabets."""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

_STRINGS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_UNSEEN = "Cf"  # soft hyphens, blanks without width, marks of direction
_LATIN = str.maketrans(
    "аеорсухіјѕһԁɡ", "aeopcyxijshdg"
)  # letters of other alphabets → those that they look like


def plain_code(code: str) -> str:
    """A tag's code as it is seen: names composed one way, without letters that nobody sees; strings as they are."""
    if code.isascii():
        return code
    pieces = _STRINGS.split(code)
    return "".join(piece if at % 2 else plain_name(piece) for at, piece in enumerate(pieces))


def plain_name(name: str) -> str:
    """A name as it is seen: composed, without letters that nobody sees."""
    if name.isascii():
        return name
    return normalize("NFC", "".join(sign for sign in name if category(sign) != _UNSEEN))


def same_name(name: str, known: Iterable[object]) -> str | None:
    """The one of `known` that is the same name composed another way, or nothing."""
    if name.isascii():
        return None
    plain = plain_name(name)
    return next(
        (each for each in known if isinstance(each, str) and plain_name(each) == plain), None
    )


def look_alike(name: str, known: Iterable[str]) -> tuple[str, str] | None:
    """One of `known` that looks like `name` and is another, and the first letter of `name` that differs."""
    looks = _looks(name)
    other = next((each for each in known if each != name and _looks(each) == looks), None)
    if other is None:
        return None
    differing = (one for one, two in zip(name, f"{other}\0", strict=False) if one != two)
    return other, next(differing, name[-1:])


def _looks(name: str) -> str:
    return plain_name(name).casefold().translate(_LATIN)


def named(sign: str) -> str:
    """A letter that cannot be told by eye: `U+0430`."""
    return f"U+{ord(sign):04X}"
