"""Answers to what could not be decided in files that people sent, kept beside the office's own headings."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import write_whole
from vbgen.messages import _

FILE = "answers.toml"
_HEAD = "# Câu trả lời khi đọc tệp được gửi đến; xóa dòng nào thì lần sau hỏi lại câu đó.\n\n[answers]\n"


def kept_answers(templates: Path | None) -> dict[str, str]:
    """What was answered before, by the question's key; UnreadableFileError for a file that is no TOML."""
    path = templates / FILE if templates else None
    if path is None or not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("answers", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = str(error)
        message = _(
            "tệp câu trả lời sai cú pháp TOML ({reason}); hãy sửa hoặc xóa tệp.", reason=reason
        )
        problem = Problem("wrong-answers", message, Place(file=path.name))
        raise UnreadableFileError(f"{path.name}: {message}", (problem,)) from error
    return {str(key): str(value) for key, value in found.items()}


def keep_answers(templates: Path, answers: Mapping[str, str]) -> None:
    """Add answers to those kept; a later answer to the same question counts."""
    kept = kept_answers(templates) | dict(answers)
    lines = (f"{_quoted(key)} = {_quoted(value)}\n" for key, value in sorted(kept.items()))
    write_whole(templates / FILE, (_HEAD + "".join(lines)).encode())


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False)
