"""How a body ends: the Party sets a full stop where the State's papers have “./.” (Hướng dẫn 05-HD/VPTW)."""

from typing import Final

from lxml.etree import _Element

from vbgen.word.package.xml import w

_MARK: Final = "./."


def bare_last(root: _Element) -> bool:
    """Whether the last paragraph with words ended with “./.”: it ends with the stop alone now."""
    said = [list(each.iter(w("t"))) for each in root.iter(w("p"))]
    last = next((texts for texts in reversed(said) if _joined(texts).strip()), [])
    if not _joined(last).rstrip().endswith(_MARK):
        return False
    left = len(_MARK) - 1
    for text in reversed(last):
        words = (text.text or "").rstrip()
        cut = min(left, len(words))
        text.text = words[: len(words) - cut]
        left -= cut
        if not left:
            break
    return True


def _joined(texts: list[_Element]) -> str:
    return "".join(each.text or "" for each in texts)
