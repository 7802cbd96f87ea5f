"""Where named contents lie: a local folder, or any store that fsspec reaches."""

from collections.abc import Iterator
from typing import Protocol


class NoAnswerError(OSError):
    """The store does not answer, or its library could not ask; the message is in the reader's language."""


class Shelf(Protocol):
    """Write-once places by relative name, like `objects/ab/abcd…`; what fails is told as an OSError."""

    @property
    def place(self) -> str:
        """The folder or address, as a clerk would name it."""

    def keep(self, name: str, content: bytes) -> None:
        """Content at `name`, whole and on disk when this returns; FileExistsError when something stands there."""

    def read(self, name: str) -> bytes:
        """The content at `name`; FileNotFoundError when there is none."""

    def size(self, name: str) -> int:
        """Bytes at `name`; FileNotFoundError when there is none."""

    def names(self) -> Iterator[str]:
        """Every name that holds something, sorted, leftovers of broken writes among them."""
