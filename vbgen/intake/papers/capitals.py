"""Titles and names that papers write in capitals, as a sentence writes them."""

_CAPITAL_AFTER = frozenset({"phó", "chánh", "quyền", "trưởng"})


def spoken(capitals: str) -> str:
    """`Phó Chủ tịch` of `PHÓ CHỦ TỊCH`; a text that is not all capitals stays."""
    if not capitals.isupper():
        return capitals
    words = capitals.lower().split()
    shown = [
        word.capitalize() if not at or words[at - 1] in _CAPITAL_AFTER else word
        for at, word in enumerate(words)
    ]
    return " ".join(shown)
