"""How the tool's sentences are written, as far as a pattern can tell (CONTRIBUTING.md, “How sentences are written”).

`.ci/vietnamese.py` lists what breaks a rule; `.ci/vietnamese.py --shrink` takes from `.ci/vietnamese.txt` what no
longer does.
"""

import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from vbgen.campaign.topics import topics

ROOT = Path(__file__).parent.parent
LIST = ROOT / ".ci" / "vietnamese.txt"
MOST_WORDS = 25
# Modules whose sentences only those read who look after machines, stores and accounts, or write templates' code.
ADMINISTRATORS = re.compile(
    r"(archive/(remote|store|shelf|local)|register/database/|register/migrations|machine/|office/setting/|"
    r"cli/registry/register_upkeep|cli/backups|cli/doctor|office/upkeep|office/backups|pages/|windows_untried/|"
    r"web/(addresses|running|serving)|cli/serving|word/template/|word/drawing/|word/soundness|decree/filling/|"
    r"cli/starting|decree/checking/settings|law/(own_rules|reading)|papers/kinds/)"
)

RULES = {
    "pronoun": "no “bạn”",
    "that": "“đó”, “này”; no “ấy”",
    "speech": "no “nốt”, “băn khoăn”, “chật”, “nơi kia”: tiếp, câu hỏi xác nhận, nhiều chữ, đơn vị cũ",
    "its": "no “của nó”",
    "passive": "no “bởi”",
    "chain": "one “hãy” in a sentence",
    "length": f"at most {MOST_WORDS} words in a sentence",
    "code": "words of programmers only for administrators",
    "accusing": "a file “không khớp”; nobody is said to have “sửa, xóa, tráo, viết lại” it",
    "bag": "gói hồ sơ; no “túi”",
    "entry": "mục nhật ký số; no “việc số”",
    "seal": "no “mã chốt, mã băm, mã nối”",
    "workbook": "tệp Excel; “sổ” is the register alone",
    "blank": "dấu cách; no “khoảng trắng”",
    "series": "hệ thống số; no “dãy số”",
    "past": "sổ các năm trước; no “sổ cũ”",
    "sample": "phong trào thử; no “phong trào mẫu”",
    "fragment": "phần dùng chung; no “mảnh”",
    "issued": "`issue` gives number and day: cấp số; phát hành is sending",
    "level": "the level is “lưu ý”; ghi chú is a column",
    "form": "chưa đúng thể thức; no “trái thể thức”",
    "got": "“Phải là …; hiện là …”; no “nhưng nhận được”, “lẽ ra phải”",
    "date": "NGÀY (dd/mm/yyyy); no “YYYY-MM-DD”",
    "setting": "settings and codes of kinds by their names on screen, or the way out is an administrator’s",
}
_PATTERNS = {
    "pronoun": r"\bbạn\b",
    "that": r"\bấy\b",
    "speech": r"\bnốt\b|băn khoăn|\bchật\b|nơi kia",
    "its": r"\bcủa nó\b",
    "passive": r"\bbởi\b",
    "code": r"\b(JSON|YAML|DTD|XML|SHA(-?256)?|bytes?|None|GRANT|bucket|UTF-8|Decimal|RichText|BagIt)\b",
    "accusing": r"\bbị (sửa|xóa|tráo|viết lại|cắt bớt)\b|đã rẽ làm hai",
    "bag": r"\btúi\b",
    "entry": r"\bviệc số\b",
    "seal": r"\bmã (chốt|băm|nối)\b",
    "workbook": r"\b(sổ|bảng|mẫu) Excel\b",
    "blank": r"khoảng trắng",
    "series": r"\bdãy\b(?! ký tự)",
    "past": r"\bsổ cũ\b(?! hơn)",
    "sample": r"phong trào mẫu",
    "fragment": r"\bmảnh\b",
    "issued": r"(đã|chưa|chờ|để|vẫn|chưa được) phát hành",
    "level": r"…(\S+)? ghi chú\b|cảnh báo (hay|và) ghi chú",
    "form": r"trái thể thức",
    "got": r"nhưng nhận được|lẽ ra phải",
    "date": r"YYYY-MM-DD",
}
_FOUND = {rule: re.compile(pattern, re.IGNORECASE) for rule, pattern in _PATTERNS.items()}
_FOUND |= {rule: re.compile(_PATTERNS[rule]) for rule in ("code", "date")}  # as they are written
_KINDS = "|".join(path.parent.name for path in (ROOT / "templates").glob("*-*/kind.toml"))
_SETTING = re.compile(
    rf"\[\[?[a-z_.]+\]|\b[\w*/-]+\.toml\b|\b(?:{_KINDS})\b|“[a-z]+(?:[-_][a-z]+)+”"
)
_COMMAND_LINE = re.compile(r"“vbgen [^”]*”|\bvbgen [a-z].*")
_ADMINISTRATOR = re.compile(r"\bquản trị\b")
_FENCED = re.compile(r"```.*?```", re.DOTALL)
_NO_PROSE = re.compile(r"`[^`]*`|(?<=\])\([^)]*\)")
_PLACE = re.compile(r"\{[^{}]*\}")
_COMMAND = re.compile(r"“[^”]*”|--[\w-]+")
_END = re.compile(r"(?<=[.!?])\s+|\n")
_PLEASE = re.compile(r"\bhãy\b", re.IGNORECASE)


def broken(sentence: str, *, is_administrators: bool) -> Iterator[str]:
    """Which rules a message breaks; values, quotes and options in it are no words of ours."""
    said = _COMMAND.sub("…", _PLACE.sub("…", sentence))
    for rule, pattern in _FOUND.items():
        if pattern.search(said) and not (rule == "code" and is_administrators):
            yield rule
    if not is_administrators and _names_settings(sentence):
        yield "setting"
    parts = _END.split(said)
    if any(len(_PLEASE.findall(part)) > 1 for part in parts):
        yield "chain"
    if any(len(part.split()) > MOST_WORDS for part in parts):
        yield "length"


def _names_settings(sentence: str) -> bool:
    """Whether it names what stands in files of settings, and sends nobody to who looks after them."""
    plain = _COMMAND_LINE.sub("…", _PLACE.sub("…", sentence))
    return bool(_SETTING.search(plain)) and not _ADMINISTRATOR.search(sentence)


def messages() -> Iterator[tuple[str, bool]]:
    """Every sentence of the source and of its data, and whether administrators alone read it."""
    source = runpy.run_path(str(ROOT / ".ci" / "messages.py"))
    for file, message in source["marked"]():
        yield message, bool(ADMINISTRATORS.match(file))
    for message in source["data_sentences"]():
        yield message, False


def form_words() -> Iterator[str]:
    """Titles, notes and examples of the campaign's fields and sheets: what the Excel form shows."""
    for each in topics():
        yield from (each.title, each.purpose)
        for column in each.columns:
            yield from (column.title, column.note)
            shown = () if column.form.offers else column.examples  # codes are shown by their titles
            yield from (str(example) for example in shown if example is not None)


def guide_lines() -> Iterator[str]:
    """Lines and cells of the clerks' guides, without commands, links and what the program is quoted with."""
    for page in sorted((ROOT / "docs" / "vi").glob("*.md")):
        text = _NO_PROSE.sub("…", _FENCED.sub("", page.read_text("utf-8")))
        for line in text.splitlines():
            if not line.startswith(">"):
                yield from map(str.strip, line.split("|"))


def told() -> Iterator[tuple[str, str]]:
    """Each sentence that breaks a rule, and the rule; guides and citations may be longer than messages."""
    for message, is_administrators in messages():
        for rule in broken(message, is_administrators=is_administrators):
            yield rule, message
    for words in (*form_words(), *guide_lines()):
        for rule in broken(words, is_administrators=False):
            if rule != "length":
                yield rule, words


def breaches() -> dict[str, list[str]]:
    """Rule → the sentences that break it."""
    found: dict[str, list[str]] = {}
    for rule, sentence in told():
        found.setdefault(rule, []).append(sentence.replace("\n", "\\n"))
    return found


def listed() -> dict[str, list[str]]:
    """Rule → the sentences that broke it when the rule came, and have not been touched since."""
    found: dict[str, list[str]] = {}
    for line in LIST.read_text("utf-8").splitlines():
        rule, _tab, message = line.partition("\t")
        found.setdefault(rule, []).append(message)
    return found


def main() -> None:
    """List what breaks a rule, or shrink the list of what may."""
    found = breaches()
    lines = sorted(f"{rule}\t{each}" for rule, several in found.items() for each in set(several))
    if "--shrink" in sys.argv:
        kept = LIST.read_text("utf-8").splitlines()
        LIST.write_text("".join(f"{line}\n" for line in kept if line in lines), encoding="utf-8")
    for line in lines:
        print(line)  # noqa: T201 - a script that lists


if __name__ == "__main__":
    main()
