"""A launch paper made into the data of a campaign: office, signer, movement, phases, targets, lines of the paper."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from vbgen.campaign.writing.marked_out import CellMark, MarkedBook
from vbgen.intake.papers.capitals import spoken
from vbgen.intake.papers.symbols import kept_by, level_told, symbols_of
from vbgen.intake.values import FileReading, ReadValue
from vbgen.messages import _
from vbgen.model.agency import Agency, AgencyLevel, Signer, SigningPower
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.movement import Movement, Phase
from vbgen.model.paper import PaperLine, PaperPlan
from vbgen.model.targets import Indicator

LAUNCH = "launch-notice"
_SIGNER = "ky"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
LAUNCH_TYPES = {
    "Kế hoạch": "ke-hoach",
    "Chỉ thị": "chi-thi",
    "Quyết định": "quyet-dinh",
    "Công văn": "cong-van",
}
_MOVEMENT = re.compile(
    r"\b((?:phong trào|đợt|cuộc) (?:thi đua|vận động).*)", re.IGNORECASE | re.DOTALL
)
_POWERS = {
    frozenset({"KT"}): SigningPower.DEPUTY,
    frozenset({"TL"}): SigningPower.BY_ORDER,
    frozenset({"TUQ"}): SigningPower.AUTHORISED,
    frozenset({"Q"}): SigningPower.ACTING,
    frozenset({"TM"}): SigningPower.COLLECTIVE,
    frozenset({"TM", "KT"}): SigningPower.COLLECTIVE_DEPUTY,
}


@dataclass
class CampaignRows:
    """Records of a campaign on their way into a workbook, with the source of each cell."""

    reading: FileReading
    kind: str = LAUNCH  # of the paper
    rows: dict[str, list[Record]] = field(default_factory=dict)
    marks: dict[tuple[str, int, str], CellMark] = field(default_factory=dict)
    guessed: set[tuple[str, int, str]] = field(
        default_factory=set
    )  # what the paper itself does not say

    def build(self) -> None:
        """Every table that the paper says something of; the others are there, and empty."""
        self.rows = {name: [] for name in Campaign.model_fields}
        self._agency()
        self._signer()
        self._movement()
        self._phases()
        self._indicators()
        self._paper()

    def one(self, name: str) -> ReadValue | None:
        """A part of which there is one."""
        found = self.reading.paper.get(name)
        return found if isinstance(found, ReadValue) else None

    def all(self, name: str) -> Sequence[ReadValue]:
        """A part of which there are several."""
        found = self.reading.paper.get(name, ())
        return (found,) if isinstance(found, ReadValue) else found

    def text(self, name: str) -> str:
        """What a part says; empty where it is not there."""
        found = self.one(name)
        return str(found.value) if found else ""

    def _put(
        self,
        table: str,
        record: type[Record],
        said: Mapping[str, tuple[object, ReadValue | None, str]],
    ) -> None:
        """A record out of values, each with its source and a doubt of our own."""
        row = len(self.rows[table])
        needed = {name: "" for name, info in record.model_fields.items() if info.is_required()}
        values = {
            name: value for name, (value, _source, _why) in said.items() if value not in ("", None)
        }
        built: dict[str, Any] = needed | values
        self.rows[table].append(record.model_construct(**built))
        for name, (value, source, why) in said.items():
            self._mark((table, row, name), value, source, why)
            if why:
                self.guessed.add((table, row, name))

    def _mark(
        self, key: tuple[str, int, str], value: object, source: ReadValue | None, why: str
    ) -> None:
        doubts = [*(source.doubts if source else ()), *filter(None, (why,))]
        if value in ("", None):
            doubts.append(_("văn bản không cho biết; hãy điền"))
        lines = list(doubts)
        if source:
            lines += [
                _("Nguồn: {place}", place=source.place),
                _("Nguyên văn: “{words}”", words=source.words),
            ]
        self.marks[key] = CellMark("\n".join(lines), bool(doubts))

    def _agency(self) -> None:
        issuer, place = self.one("issuer"), self.one("place")
        symbol, drafting = self._symbols()
        head, level = self._head(), self._level()
        in_number = symbols_of(self.text("symbol"), self.text("type"))[1]
        guessed = _("suy từ tên cơ quan; hãy xem lại")
        in_sentence = " ".join(filter(None, (spoken(self.text("issuer")), self.text("place"))))
        self._put(
            "agency",
            Agency,
            {
                "governing_body": (self.text("governing_body"), self.one("governing_body"), ""),
                "name": (self.text("issuer"), issuer, ""),
                "full_name": (in_sentence, issuer, guessed),
                "short_name": (spoken(self.text("issuer")), issuer, guessed),
                "symbol": (symbol, self.one("symbol"), ""),
                "drafting_unit_symbol": (
                    drafting,
                    self.one("symbol"),
                    "" if in_number else guessed,
                ),
                "place": (self.text("place"), place, ""),
                "level": (level, self.one("symbol"), ""),
                "heading": (_PARTY if level is AgencyLevel.PARTY else "", self.one("symbol"), ""),
                "head_title": (head, self.one("signer_title"), ""),
                "authority": (
                    self.text("authority") or _authority(head, self.text("issuer")),
                    issuer,
                    guessed,
                ),
            },
        )
        if level is not AgencyLevel.PARTY:
            self.marks.pop(("agency", 0, "heading"), None)

    def _level(self) -> AgencyLevel | None:
        return level_told(self.text("symbol"), self.text("issuer"))

    def _symbols(self) -> tuple[str, str]:
        """The issuer's symbol, and that of who drafted the paper: in its number, else its last recipient."""
        symbol, drafting = symbols_of(self.text("symbol"), self.text("type"))
        return symbol, drafting or kept_by([str(each.value) for each in self.all("recipients")])

    def _head(self) -> str:
        """The head's title: of him for whom is signed, else the signer's own."""
        for letters, title in self._said_powers():
            if letters in {"KT", "TL", "TUQ", "Q"}:
                return spoken(title)
        return spoken(self.text("signer_title"))

    def _signer(self) -> None:
        signers = self.all("signers")
        if not signers:
            return
        power, behalf = self._power()
        title = self.one("signer_title")
        powers = next(iter(self.all("powers")), None)
        self._put(
            "signers",
            Signer,
            {
                "id": (_SIGNER, None, ""),
                "full_name": (str(signers[0].value), signers[0], ""),
                "position": (spoken(self.text("signer_title")), title, ""),
                "power": (power, powers or title, ""),
                "on_behalf_of": (behalf, powers, ""),
            },
        )
        for name in ("id", "on_behalf_of"):
            self.marks.pop(("signers", 0, name), None)

    def _power(self) -> tuple[SigningPower, str]:
        """By what right he signs, and for whom: the collective, or the title of him for whom he signs."""
        said = self._said_powers()
        letters = frozenset(letter for letter, _title in said)
        behalf = said[0][1] if said else ""
        return _POWERS.get(letters, SigningPower.HEAD), spoken(behalf)

    def _said_powers(self) -> list[tuple[str, str]]:
        """`KT` and `GIÁM ĐỐC` of `KT. GIÁM ĐỐC`, `TM` and `BAN THƯỜNG VỤ` of the Party's `T/M BAN THƯỜNG VỤ`."""
        said = (re.split(r"[.\s]+", str(each.value), maxsplit=1) for each in self.all("powers"))
        return [(letters.replace("/", ""), "".join(rest).strip()) for letters, *rest in said]

    def _movement(self) -> None:
        subject = self.one("subject")
        match = _MOVEMENT.search(self.text("subject"))
        name = match[1].strip(" .") if match else self.text("subject")
        year = self.one("year")
        self._put(
            "movement",
            Movement,
            {
                "name": (
                    name[:1].lower() + name[1:],
                    subject,
                    "" if match else _("hãy xem lại tên phong trào"),
                ),
                "year": (year.value if year else None, year, ""),
                "period": (self.text("period"), self.one("period"), ""),
                "theme": (self.text("theme"), self.one("theme"), ""),
            },
        )
        for name, other in (("period", "year"), ("year", "period")):
            if self.one(other) and not self.one(name):
                self.marks.pop(("movement", 0, name), None)

    def _phases(self) -> None:
        for read in self.all("phases"):
            said = read.value if isinstance(read.value, Mapping) else {}
            names = ("number", "start", "end", "theme")
            self._put("phases", Phase, {name: (said.get(name), read, "") for name in names})

    def _indicators(self) -> None:
        for number, read in enumerate(self.all("targets"), 1):
            said = read.value if isinstance(read.value, Mapping) else {}
            planned = said.get("planned")
            decimals = -int(planned.as_tuple().exponent) if isinstance(planned, Decimal) else 0
            values: dict[str, tuple[object, ReadValue | None, str]] = {
                name: (said.get(name), read, "") for name in ("name", "unit", "planned")
            }
            values |= {"id": (f"CT{number}", read, ""), "decimals": (max(decimals, 0), read, "")}
            self._put("indicators", Indicator, values)

    def _paper(self) -> None:
        kind = self.one("type")
        as_type = LAUNCH_TYPES.get(self.text("type"), "")
        why = "" if as_type else _("công văn, kế hoạch, chỉ thị hay quyết định?")
        self._put(
            "papers",
            PaperPlan,
            {
                "kind": (self.kind, kind, ""),
                "signer": (_SIGNER if self.all("signers") else "", None, ""),
                "as_type": (as_type, kind, why) if self.kind == LAUNCH else (None, kind, ""),
                "subject": (self.text("subject"), self.one("subject"), ""),
            },
        )
        self.marks.pop(("papers", 0, "signer"), None)
        for table, part in _LINES.items():
            for read in self.all(part):
                said: dict[str, tuple[object, ReadValue | None, str]] = {
                    "kind": (self.kind, read, ""),
                    "text": (str(read.value), read, ""),
                }
                self._put(table, PaperLine, said)


_LINES = {"legal_grounds": "grounds", "addressees": "addressees", "recipients": "recipients"}


def campaign_rows(reading: FileReading, kind: str = LAUNCH) -> CampaignRows:
    """What a launch paper, or a paper of another kind, says, as records of a campaign."""
    made = CampaignRows(reading, kind)
    made.build()
    return made


def campaign_book(reading: FileReading, kind: str = LAUNCH) -> MarkedBook:
    """The workbook of a new campaign out of its launch paper, or of what a paper of another kind needs."""
    made = campaign_rows(reading, kind)
    title = _("Đọc từ {files}", files=reading.file)
    return MarkedBook(made.rows, made.marks, list(_compared(reading)), title)


def _compared(reading: FileReading) -> Iterator[tuple[str, ...]]:
    yield (_("Việc"), _("Ai, cái gì"), _("Vì sao"), _("Ghi trong tệp"), _("Chỗ"))
    for name, part in reading.paper.items():
        for each in (part,) if isinstance(part, ReadValue) else part:
            if each.doubts:
                yield (_("Chưa chắc"), name, "; ".join(each.doubts), each.words, str(each.place))


def _authority(head: str, issuer: str) -> str:
    return f"{head} {issuer}".strip().upper() if head else ""
