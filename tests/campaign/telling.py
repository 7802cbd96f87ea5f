"""What the tests ask of every problem."""

import re
from pathlib import Path

from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign
from vbgen.errors import Problem

_VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)


def problems_of(folder: Path) -> dict[str, list[Problem]]:
    """Every problem of a campaign folder by its code; asking leaves the folder as it was."""
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    found: dict[str, list[Problem]] = {}
    for problem in inspect_campaign(folder, WORDS).problems:
        found.setdefault(problem.code, []).append(problem)
    if before != sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")):
        raise RuntimeError("looking changed the folder")
    return found


def is_a_sentence(problem: Problem) -> bool:
    """Vietnamese, ended, and without a word of Python's."""
    text = f"{problem.message} {problem.hint}".strip()
    return (
        bool(_VIETNAMESE.search(text))
        and text[-1] in ".?!"
        and "Error" not in text
        and "None" not in text
    )
