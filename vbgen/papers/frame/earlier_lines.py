"""Lists of a paper that changes another, where nobody typed them: as the earlier paper had them."""

import re
from collections.abc import Sequence

from vbgen.model.afterwards.known import KnownPaper

_LAST_ARTICLE = 3  # of a decision that changes another
_KEPT = re.compile(r"[-– \t]*lưu\b(?!\s+trữ)", re.IGNORECASE)
_ARTICLE = re.compile(r"^([-– \t]*như điều )\d+", re.IGNORECASE)


def is_kept_copy(text: str) -> bool:
    """Whether a line under “Nơi nhận” says where the copy is kept: `Lưu: VT, VP`."""
    return _KEPT.match(text) is not None


def earlier_lines(
    table: str, earlier: KnownPaper, same: Sequence[str], *, is_letter: bool
) -> list[str]:
    """Grounds hold on; a công văn goes to those who received the paper, a decision to the same places.

    `same` are the campaign's lines of that table for the earlier paper.
    """
    if table == "addressees":
        return [text for text in earlier.recipients if not is_kept_copy(text)]
    if table == "legal_grounds":
        return [] if is_letter else list(same)
    return _of_letter(earlier) if is_letter else _of_decision(same or earlier.recipients)


def _of_letter(earlier: KnownPaper) -> list[str]:
    kept = [text for text in earlier.recipients if is_kept_copy(text)]
    return ["Như trên", *(kept or ["Lưu: VT"])]


def _of_decision(texts: Sequence[str]) -> list[str]:
    """`Như Điều 3` for `Như Điều 2`: its last article is the third."""
    return [_ARTICLE.sub(rf"\g<1>{_LAST_ARTICLE}", text) for text in texts]
