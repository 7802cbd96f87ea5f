"""Lists that a paper prints line by line, with the endings that the decree asks for.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II: legal grounds end with a semicolon, the last with a full stop or, before
"QUYẾT ĐỊNH:", a full stop too (6.b); recipients end with a semicolon, the last with a full stop (9.b); several
addressees stand each on a line (9.a).
"""

from collections.abc import Iterable, Sequence

from vbgen.model.paper import PaperLine

_ENDS = " \t.;,"


def ended(texts: Iterable[str]) -> list[str]:
    """Each text with a semicolon, the last with a full stop; ends that were typed are replaced."""
    bare = [text.rstrip(_ENDS) for text in texts]
    return [f"{text}{'.' if number == len(bare) else ';'}" for number, text in enumerate(bare, 1)]


def dashed(texts: Iterable[str]) -> list[str]:
    """`- Sở Nội vụ;` … `- Lưu: VT.`; a dash that was typed is not doubled."""
    return [f"- {text}" for text in ended(text.lstrip("-– \t") for text in texts)]


def texts_for(rows: Sequence[PaperLine], paper: str) -> list[str]:
    """Texts of the rows for one paper; a variant without rows of its own takes those of its kind."""
    return own_texts(rows, paper) or own_texts(rows, paper.partition("/")[0])


def own_texts(rows: Sequence[PaperLine], paper: str) -> list[str]:
    """Texts of the rows that name just this paper."""
    return [row.text for row in rows if row.kind == paper]
