"""Rows of older books, held against the imports that the journal tells of."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vbgen.errors import Place, Problem, Severity
from vbgen.files import canonical_json
from vbgen.messages import _
from vbgen.register.entries import Entry, State
from vbgen.register.journal import Act
from vbgen.register.numbers import ELSEWHERE
from vbgen.register.proving.block import Key
from vbgen.register.proving.replay import Replay

CERTIFICATES = "so-vang-cu.json"  # who got the certificates of each decision of a golden book
ROWS = "so-cu.json"  # the file of an import: its rows, as they were written
_SHOWN = {
    "number": "số",
    "symbol": "ký hiệu",
    "day": "ngày văn bản",
    "subject": "trích yếu",
    "signer_name": "người ký",
    "recipients": "nơi nhận",
}
_FREE = frozenset({"state", "delivered", "row"})  # what later acts change, or no act tells


def rows_as_kept(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows of one import as they are kept in the archive."""
    plain = [
        {
            name: str(value) if name in {"day", "moved_on"} and value else value
            for name, value in row.items()
        }
        for row in rows
    ]
    return canonical_json(plain)


@dataclass(slots=True)
class PastRows:
    """Rows that imports account for: whole where the act names them, by number and symbol where 0.1 imported."""

    whole: dict[str, Mapping[str, Any]] = field(default_factory=dict)  # identity → row
    codes: Counter[str] = field(default_factory=Counter)
    unproved: int = 0
    numbers: dict[Key, list[int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, imports: Sequence[Act], content: Callable[[str], bytes | None]) -> "PastRows":
        """What the imports wrote; `content` gives a file of the archive, None for one that is not there or changed."""
        made = cls()
        for act in imports:
            files: Any = act.detail.get("files") or {}
            codes: Any = act.detail.get("codes") or ()
            if ROWS not in files:
                made.codes.update(map(str, codes))
            elif (kept := content(str(files[ROWS]))) is not None:
                made.whole |= {row["id"]: row for row in json.loads(kept)}
        return made

    def account_for(self, entry: Entry, replay: Replay) -> bool:
        """Whether an import wrote that row; what is not as it was is added to the problems."""
        if entry.id in self.whole:
            self._compare(entry, self.whole.pop(entry.id))
        elif self.codes[entry.code] > 0:
            self.codes[entry.code] -= 1
            self.unproved += 1
        else:
            return False
        later = replay.documents.get(entry.id)
        expected = later.state if later else State.PAST
        if entry.state is not expected:
            self.problems.append(
                changed_row(entry, "trạng thái", entry.state.label, expected.label)
            )
        if entry.series != ELSEWHERE:
            self._count(entry)
        return True

    def _count(self, entry: Entry) -> None:
        """Its number is taken in its series."""
        self.numbers.setdefault((entry.agency, entry.series, entry.year), []).append(entry.number)

    def left(self) -> Iterator[Problem]:
        """Rows that imports wrote and the register does not have, and what cannot be proved."""
        yield from self.problems
        codes = [
            *(str(row.get("code") or _code(row)) for row in self.whole.values()),
            *self.codes.elements(),
        ]
        for code in codes:
            message = _(
                "Nhật ký ghi đã nhập văn bản này từ sổ các năm trước, nhưng sổ không có dòng đó."
            )
            yield Problem("row-deleted", message, Place(file=code), hint=_keep())
        if self.unproved:
            message = _(
                "{count} văn bản nhập từ sổ các năm trước bằng vbgen 0.1: nhật ký chỉ giữ số và ký "
                "hiệu. Không chứng minh được trích yếu, ngày và người ký còn đúng như khi nhập.",
                count=self.unproved,
            )
            yield Problem(
                "import-unproved", message, Place(file=_("Sổ các năm trước")), Severity.NOTE
            )

    def _compare(self, entry: Entry, row: Mapping[str, Any]) -> None:
        now = {
            **entry.as_json(),
            "recipients": "\n".join(entry.recipients),
            "paper": row.get("paper"),
        }
        for name, said in row.items():
            found = now.get(name, said)
            if name not in _FREE and str(found or "") != str(said or ""):
                self.problems.append(
                    changed_row(entry, _SHOWN.get(name, name), str(found or ""), str(said or ""))
                )


def _code(row: Mapping[str, Any]) -> str:
    return f"{row['number']}/{row['symbol']}"


def changed_row(entry: Entry, title: str, found: str, said: str) -> Problem:
    """What a row of an older book says otherwise than the journal."""
    message = _(
        "Sổ đăng ký ghi {name} là “{found}”, nhật ký ghi “{said}”: hai bên không khớp.",
        name=title,
        found=found,
        said=said,
    )
    return Problem("row-changed", message, Place(file=entry.code), hint=_keep())


def _keep() -> str:
    return _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
