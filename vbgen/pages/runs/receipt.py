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
    rows: tuple[str, ...]  # keys of those that were made, in print order
    print_files: tuple[str, ...]  # digests, in print order
    files: Mapping[str, str] = field(default_factory=dict)  # row key → digest of its single file
    sizes: Mapping[str, int] = field(default_factory=dict)  # row key → bytes of that file

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "key": self.key,
            "number": self.number,
            "rows": list(self.rows),
            "print_files": list(self.print_files),
            "files": dict(self.files),
            "sizes": dict(self.sizes),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Receipt":
        """A receipt from its plain values; KeyError, TypeError or ValueError for others."""
        return cls(
            key=str(values["key"]),
            number=int(values["number"]),
            rows=tuple(map(str, values["rows"])),
            print_files=tuple(map(str, values["print_files"])),
            files={str(row): str(digest) for row, digest in dict(values["files"]).items()},
            sizes={str(row): int(size) for row, size in dict(values["sizes"]).items()},
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A chunk's receipt; the contents that the worker did not keep itself, by digest; what went wrong."""

    receipt: Receipt
    contents: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
