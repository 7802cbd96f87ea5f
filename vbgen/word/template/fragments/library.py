"""Fragments: parts of documents kept once and shared by templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

_SAFE_NAME = re.compile(r"[\w.-]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Fragments:
    """Where fragments are found: a folder of `.docx` files, or a mapping from name to file or bytes."""

    source: Path | Mapping[str, bytes | Path]

    def find(self, name: str) -> bytes | Path | None:
        """The fragment called `name`, without its ending; `None` where there is none."""
        if not _SAFE_NAME.fullmatch(name) or name.startswith("."):
            return None
        if isinstance(self.source, Path):
            path = self.source / f"{name}.docx"
            return path if path.is_file() else None
        return self.source.get(name)

    def names(self) -> list[str]:
        """The fragments there are."""
        if isinstance(self.source, Path):
            return sorted(path.stem for path in self.source.glob("*.docx"))
        return sorted(self.source)

    def nearest(self, name: str) -> str:
        """The known name most like `name`, or nothing."""
        return next(iter(get_close_matches(name, self.names(), 1, 0.5)), "")

    def __reduce__(self) -> tuple[object, ...]:
        source = self.source if isinstance(self.source, Path) else dict(self.source)
        return Fragments, (source,)
