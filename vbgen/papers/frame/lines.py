"""Lists that a paper prints line by line, with the endings that the decree asks for.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II: legal grounds end with a semicolon, the last with a full stop or, before
"QUYẾT ĐỊNH:", a full stop too (6.b); recipients end with a semicolon, the last with a full stop (9.b); several
addressees stand each on a line (9.a).
"""

import re
from collections.abc import Iterable, Sequence

from vbgen.model.paper import PaperLine

_ENDS = " \t.;,"
# Papers that are cited: a line that begins with one is a ground without its word (Phụ lục III, Mẫu 1.1-1.3).
_NAMED = re.compile(
    r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Quy chế|Quy định|Điều lệ"
    r"|Kế hoạch|Công văn|Hướng dẫn|Thông báo|Kết luận|Chương trình|Biên bản|Tờ trình)\b"
)

_PROPOSED = re.compile(r"[-– \t]*(?:Theo đề nghị|Xét đề nghị|Xét)\b", re.IGNORECASE)
_CODE = re.compile(r"\d+[^\W\d_]?[/-][^\s,;]+")


def ended(texts: Iterable[str]) -> list[str]:
    """Each text with a semicolon, the last with a full stop; ends that were typed are replaced."""
    bare = [text.rstrip(_ENDS) for text in texts]
    return [f"{text}{'.' if number == len(bare) else ';'}" for number, text in enumerate(bare, 1)]


def grounds(texts: Sequence[str], *, by_dash: bool = False) -> list[str]:
    """Each ground with “Căn cứ” before a paper that is named bare, and its end; the Party has a dash before each."""
    said = ended(with_ground_word(text) for text in texts)
    return [f"- {text}" for text in said] if by_dash else said


def with_earlier(texts: Sequence[str], earlier: Sequence[str]) -> list[str]:
    """The grounds with the papers that are changed, before who proposed it; none is named twice."""
    said = " ".join(texts)
    new = [text for text in earlier if not _names(said, text)]
    last = next((at for at, text in enumerate(texts) if _PROPOSED.match(text)), len(texts))
    return [*texts[:last], *new, *texts[last:]]


def _names(said: str, ground: str) -> bool:
    """Whether a ground's paper is named by its code already."""
    match = _CODE.search(ground)
    return (
        match is not None
        and re.search(rf"(?<![\w/]){re.escape(match[0])}(?![\w-])", said) is not None
    )


def with_ground_word(text: str) -> str:
    """`Căn cứ Luật …` for a typed `Luật …`, `căn cứ Luật …` or `- Luật …`; any other line as it is."""
    bare = text.lstrip("-– \t")
    named = re.sub(r"^(?:căn cứ(?: vào)?|căn cứ:)\s+", "", bare, flags=re.IGNORECASE)
    if named != bare or _NAMED.match(bare):
        return f"Căn cứ {named}"
    return bare


def dashed(texts: Iterable[str]) -> list[str]:
    """`- Sở Nội vụ;` … `- Lưu: VT.`; a dash that was typed is not doubled."""
    return [f"- {text}" for text in ended(text.lstrip("-– \t") for text in texts)]


def texts_for(rows: Sequence[PaperLine], paper: str) -> list[str]:
    """Texts of the rows for one paper; a variant without rows of its own takes those of its kind."""
    return own_texts(rows, paper) or own_texts(rows, paper.partition("/")[0])


def own_texts(rows: Sequence[PaperLine], paper: str) -> list[str]:
    """Texts of the rows that name just this paper."""
    return [line for row in rows if row.kind == paper for line in _lines(row.text)]


def _lines(text: str) -> list[str]:
    """The lines that Alt+Enter set apart in a cell; one that goes on in small letters belongs to the line before."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if found and line[0].islower():
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found
