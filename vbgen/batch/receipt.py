"""What a worker answers: not papers but receipts for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vbgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Receipt:
    """A chunk that is done: where its files are kept, by their SHA-256."""

    key: str  # the chunk's
    number: int
    files: Mapping[str, str]  # row key → digest, in print order
    print_files: tuple[str, ...]  # digests, in print order
    pages: int
    seconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "key": self.key,
            "number": self.number,
            "files": dict(self.files),
            "print_files": list(self.print_files),
            "pages": self.pages,
            "seconds": round(self.seconds, 3),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Receipt":
        """A receipt from its plain values; KeyError, TypeError or ValueError for others."""
        return cls(
            key=str(values["key"]),
            number=int(values["number"]),
            files={str(row): str(digest) for row, digest in dict(values["files"]).items()},
            print_files=tuple(map(str, values["print_files"])),
            pages=int(values["pages"]),
            seconds=float(values.get("seconds", 0)),
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A chunk's receipt; its contents by digest when the worker could not keep them itself; what went wrong."""

    receipt: Receipt
    contents: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
