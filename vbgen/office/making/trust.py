"""Which templates may render in this process: the shipped ones, and those whose digest an administrator has written."""

from collections.abc import Iterable
from contextvars import ContextVar
from functools import cache, lru_cache
from hashlib import sha256

from vbgen.papers.kinds.shipped import shipped_folder

_TRUSTED: ContextVar[frozenset[str]] = ContextVar("trusted templates", default=frozenset())


def trust(digests: Iterable[str]) -> None:
    """From here on templates with these SHA-256 digests are trusted too, and no others but the shipped ones."""
    _TRUSTED.set(frozenset(digests))


def is_trusted(digests: Iterable[str]) -> bool:
    """Whether a template and every fragment that it may include, told by their digests, are trusted."""
    shipped, trusted = _shipped_digests(), _TRUSTED.get()
    return all(digest in shipped or digest in trusted for digest in digests)


@lru_cache(maxsize=64)  # it is asked for each of a thousand papers
def template_digest(content: bytes) -> str:
    """What an administrator writes to trust a template: the SHA-256 of its file."""
    return sha256(content).hexdigest()


@cache
def _shipped_digests() -> frozenset[str]:
    folder = shipped_folder() / "templates"
    return frozenset(template_digest(path.read_bytes()) for path in folder.rglob("*.docx"))
