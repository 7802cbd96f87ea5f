"""What a paper says of an earlier one that it corrects, amends, replaces or withdraws.

Nghị định 30/2020/NĐ-CP, Điều 18.3: faults of content take a paper of equal form, faults of form a công văn.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vbgen.model.afterwards.change import ChangeKind, FaultyPart, PaperChange
from vbgen.model.afterwards.known import KnownPaper, KnownPapers
from vbgen.papers.body.decision import executed_by
from vbgen.words.dates import long_date
from vbgen.words.numbers import listed

_LETTER = "Công văn"
_YEAR = re.compile(r"(?P<code>.+?)(?:\s+(?:năm\s+)?(?P<year>\d{4}))?$")
_ABOUT = re.compile(r"\A(?:V/v|Về việc)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EarlierPaper:
    """An earlier paper, as a later one names it."""

    type_name: str  # `Quyết định`
    code: str
    day: str  # `ngày 04 tháng 9 năm 2026`; empty where it is not known
    by: str  # `Chủ tịch Ủy ban nhân dân xã …`; empty where it is not known
    about: str  # `về việc tặng Giấy khen …`; empty where it is not known

    @property
    def name(self) -> str:
        """`Quyết định số 01/QĐ-UBND`: as it is called once it was cited."""
        return f"{self.type_name} số {self.code}"

    @property
    def dated(self) -> str:
        """`Quyết định số 01/QĐ-UBND ngày 04 tháng 9 năm 2026`."""
        return f"{self.name} {self.day}".strip()

    @property
    def cited(self) -> str:
        """The same with who made it, and about what: as it is cited for the first time (Phụ lục I, Mục II.6)."""
        by = f"của {self.by}" if self.by else ""
        return " ".join(filter(None, (self.dated, by, self.about)))


@dataclass(frozen=True, slots=True)
class ChangedPoint:
    """One thing that is put right."""

    number: int
    text: str  # `Tại số thứ tự 3 …: “Đỗ Mạnh Cảnh” sửa thành “Đỗ Mạnh Cánh”`


@dataclass(frozen=True, slots=True)
class PaperChanges:
    """All that one later paper does to one earlier one."""

    change: ChangeKind
    earlier: EarlierPaper
    points: tuple[ChangedPoint, ...]
    reason: str  # `do sơ suất khi soạn`; empty where nobody said it
    remade: str  # `Giấy khen của ông …`: certificates that end; empty where none does
    changes_money: bool
    issuer: str = ""  # `Ủy ban nhân dân xã …`: who puts it right
    executors: str = ""  # the office's own beginning of the last article
    is_paid: bool = True  # whether the agency gives money or gifts with its awards

    @property
    def is_amending(self) -> bool:
        """Whether some of the content changes and the rest stands."""
        return self.change is ChangeKind.AMEND

    @property
    def is_of_certificates(self) -> bool:
        """Whether only some certificates are withdrawn, and the decision stands."""
        return self.change is ChangeKind.WITHDRAW and bool(self.remade)

    @property
    def subject(self) -> str:
        """`sửa đổi, bổ sung Quyết định số … ngày …`."""
        what = f"{self.remade} theo " if self.is_of_certificates else ""
        return f"{self.change.label.lower()} {what}{self.earlier.dated}"

    @property
    def ground(self) -> str:
        """`Căn cứ Quyết định số … ngày … của … về việc …`."""
        return f"Căn cứ {self.earlier.cited}"

    @property
    def found(self) -> str:
        """`Ngày … có sai sót về thể thức …`: what the công văn begins with."""
        name, maker = self.earlier.name, self.earlier.by or self.issuer
        said = " ".join(filter(None, (f"{maker} ban hành {name}", self.earlier.about)))
        day = f"{self.earlier.day}, " if self.earlier.day else ""
        why = f" ({self.reason})" if self.reason else ""
        fault = f"{name} có sai sót về thể thức, kỹ thuật trình bày, thủ tục ban hành{why}"
        return f"{day}{said}. Sau khi rà soát, {fault}; {self.issuer}"

    @property
    def carried_out_by(self) -> str:
        """Who carries the change out."""
        return executed_by(self.executors, "tập thể, cá nhân")

    @property
    def opening(self) -> str:
        """`Sửa đổi, bổ sung một số nội dung của Quyết định …`: how the first article begins."""
        if self.is_amending:
            return f"Sửa đổi, bổ sung một số nội dung của {self.earlier.cited} như sau:"
        what = f"{self.remade} đã cấp theo " if self.is_of_certificates else ""
        why = f" Lý do: {self.reason}." if self.reason else ""
        return f"Thu hồi {what}{self.earlier.cited}.{why}"

    @property
    def consequence(self) -> str:
        """What becomes of certificates and money: nothing is given twice."""
        return " ".join(self._consequences())

    @property
    def short_clause(self) -> str:
        """`Văn bản này thay thế Quyết định số … ngày …`: for a body that somebody types."""
        return f"Văn bản này {self.change.label.lower()} {self.earlier.dated}"

    @property
    def clause(self) -> str:
        """What a replacing paper says of the replaced one, in an article of its own."""
        name = self.earlier.name
        kept = f"; tiền thưởng, hiện vật đã chi theo {name} không chi lại" if self.is_paid else ""
        ended = f"Giấy khen, giấy chứng nhận đã cấp kèm theo {name} hết giá trị{kept}."
        return f"Quyết định này thay thế {self.earlier.cited}. {ended}"

    def _consequences(self) -> Iterator[str]:
        name = self.earlier.name
        if not self.is_amending:
            what = "Hiện vật khen thưởng và tiền thưởng" if self.is_paid else "Hiện vật khen thưởng"
            by_law = "được nộp lại theo quy định của Luật Thi đua, khen thưởng"
            yield f"{what} đã nhận theo {name} {by_law}."
            return
        if self.remade:
            yield f"{self.remade} đã cấp theo {name} hết giá trị, được thay bằng bản cấp kèm theo Quyết định này."
        if self.changes_money:
            yield f"Tiền thưởng đã chi theo {name} được trừ vào mức nêu tại Điều 1."
        elif self.remade and self.is_paid:
            yield f"Tiền thưởng thực hiện theo {name}, không chi thêm."
        yield f"Các nội dung khác của {name} giữ nguyên."


def name_of(row: PaperChange) -> str:
    """`01-QĐ-UBND`: how the paper that makes the change is told from others of its kind."""
    time = f"-{row.time}" if row.time > 1 else ""
    return re.sub(r"[^\w]+", "-", row.paper).strip("-") + time


def known_paper(row: PaperChange, known: KnownPapers) -> KnownPaper | None:
    """The paper that the row is about, as the register has it."""
    match = _YEAR.match(" ".join(row.paper.split()))
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else (row.day.year if row.day else None)
    return known.named(match["code"], year)


def paper_changes(
    rows: Sequence[PaperChange],
    known: KnownPapers,
    remade: Iterable[str],
    issuer: str = "",
    executors: str = "",
    *,
    is_paid: bool = True,
) -> PaperChanges:
    """What the paper made of those rows says; `remade` are the certificates that end, each with its recipient."""
    first = rows[0]
    told = [row for row in rows if _says_what(row)]
    names = list(remade)
    return PaperChanges(
        change=first.change,
        earlier=_earlier(first, known_paper(first, known)),
        points=_points(told),
        reason=next((row.reason.rstrip(" .;") for row in rows if row.reason), ""),
        remade=listed(names) if names else "",
        changes_money=any(row.part is FaultyPart.MONEY for row in rows),
        issuer=issuer,
        executors=executors,
        is_paid=is_paid,
    )


def _points(rows: Sequence[PaperChange]) -> tuple[ChangedPoint, ...]:
    return tuple(ChangedPoint(number, _point(row)) for number, row in enumerate(rows, 1))


def _says_what(row: PaperChange) -> bool:
    return bool(row.wrong or row.right or row.place)


def _earlier(row: PaperChange, found: KnownPaper | None) -> EarlierPaper:
    if found is None:
        match = _YEAR.match(row.paper)
        name, _space, about = row.cited_as.partition(" về việc ")
        return EarlierPaper(
            type_name=name or "Quyết định",
            code=match["code"] if match else row.paper,
            day=long_date(row.day) if row.day else "",
            by="",
            about=f"về việc {about}" if about else "",
        )
    return EarlierPaper(
        type_name=found.type_name or _LETTER,
        code=found.code,
        day=long_date(found.day),
        by=found.decided_by,
        about=_about(found.subject),
    )


def _about(subject: str) -> str:
    bare = _ABOUT.sub("", subject)
    return f"về việc {bare[:1].lower()}{bare[1:]}" if bare else ""


def _point(row: PaperChange) -> str:
    """`Tại Điều 1: “…” sửa thành “…”`; added or left out where one side is empty."""
    at = f"Tại {row.place}: " if row.place else ""
    verb = "đính chính thành" if row.change is ChangeKind.CORRECT else "sửa thành"
    if row.wrong and row.right:
        return f"{at}“{row.wrong}” {verb} “{row.right}”"
    if row.right:
        return f"{at}bổ sung “{row.right}”" if at else f"Bổ sung “{row.right}”"
    return f"{at}bỏ “{row.wrong}”" if row.wrong else at.rstrip(": ")
