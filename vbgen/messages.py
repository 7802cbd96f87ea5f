"""The language of what a clerk reads: Vietnamese in the source, other languages from catalogues."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from pathlib import Path

LANGUAGES = ("vi", "en")
_CATALOGUES = Path(__file__).parent / "locale"
_language: ContextVar[str] = ContextVar("language", default="vi")


def use_language(language: str) -> None:
    """Set the language of every message made from here on in this context; an unknown one is Vietnamese."""
    _language.set(language if language in LANGUAGES else "vi")


def current_language() -> str:
    """Code of the language that messages are made in: `vi` or `en`."""
    return _language.get()


@contextmanager
def in_vietnamese() -> Iterator[None]:
    """What is said inside is Vietnamese, whatever language the reader chose: it goes into a file for others."""
    before = _language.set("vi")
    try:
        yield
    finally:
        _language.reset(before)


def _(message: str, /, **values: object) -> str:
    """The sentence in the reader's language, with `{name}` places filled from `values`.

    The Vietnamese sentence is the catalogue's key, so a missing translation is still readable.
    """
    return _catalogue(_language.get()).gettext(message).format_map(values)


def quoted(text: object, most: int = 60) -> str:
    """What a sentence quotes of a name that somebody gave: all of it, or its beginning where it is too long to read."""
    said = str(text)
    return said if len(said) <= most else f"{said[:most]}…"


@cache
def _catalogue(language: str) -> NullTranslations:
    path = _CATALOGUES / f"{language}.po"
    return _read(path) if path.exists() else NullTranslations()


def _read(path: Path) -> NullTranslations:
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return Translations(compiled)
