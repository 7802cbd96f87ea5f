"""How far a paper may be mended: as far as it is certain what it is."""

from dataclasses import dataclass
from typing import Final

from vbgen.decree.parts.paper import FormKind

_WHOLE: Final = frozenset({FormKind.OFFICIAL, FormKind.ATTACHED, FormKind.CERTIFICATE})
_PAGE: Final = frozenset(
    {"page.paper", *(f"page.margin-{side}" for side in ("top", "bottom", "left", "right"))}
)
_TYPING: Final = frozenset(
    f"typing.{name}"
    for name in (
        "double-blank", "blank-before-mark", "no-blank-after-mark", "brackets", "repeated-mark",
        "invisible", "decomposed",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MendScope:
    """The rules whose mends a paper may be given; all of them where `rules` is `None`."""

    rules: frozenset[str] | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether only page and typing are mended."""
        return self.rules is not None

    def allows(self, rule: str) -> bool:
        """Whether what this rule finds may be mended."""
        return self.rules is None or rule in self.rules


def scope_of(kind: str, *, certain: bool) -> MendScope:
    """All mends for a paper that is certainly one of the decree's; sheet, margins and typing for any other."""
    return MendScope() if certain and kind in _WHOLE else MendScope(_PAGE | _TYPING)
