"""A draft's approval before it has a number: bound to what was approved, looked at again when the number is taken."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from vbgen.errors import Problem, Severity
from vbgen.law.office import tables_of
from vbgen.messages import _
from vbgen.model.document import Issue
from vbgen.model.dossier import Approval, Approved, Intent, Particulars
from vbgen.office.issuing.intents import Bundle, Wish, bundle, certificate_count
from vbgen.office.issuing.materials import CAMPAIGN
from vbgen.office.making.drafting import Drafter
from vbgen.register import Act, Register
from vbgen.ways import Approve, StateSigned, WayOut
from vbgen.word.reading.plain import plain_text
from vbgen.words.dates import long_date, short_date

APPROVE, SEND_BACK = "approve", "send-back"  # what the acts are called
PROBLEMS = frozenset(
    {"approval-missing", "approval-changed", "sent-back", "one-person-only"}
)  # codes


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an approval is bound to: SHA-256 of the paper as it would be issued, and of what it is made from."""

    paper: str  # of all its Word files, with a number and golden-book numbers from 1, under the law of its day
    data: str
    templates: str
    law: str

    @classmethod
    def of(cls, act: Act) -> "Fingerprint":
        """The one that an approval was bound to."""
        stated = act.detail["fingerprint"]
        return cls(**stated) if isinstance(stated, dict) else cls("", "", "", "")

    def changed_to(self, now: "Fingerprint") -> tuple[str, ...]:
        """What is not as it was, in a clerk's words."""
        words = {
            "data": _("dữ liệu"),
            "templates": _("mẫu"),
            "law": _("quy định về thi đua, khen thưởng"),
        }
        found = tuple(
            word for name, word in words.items() if getattr(self, name) != getattr(now, name)
        )
        return found or ((_("chương trình"),) if self.paper != now.paper else ())


@dataclass(frozen=True, slots=True)
class Judged:
    """The approval of a paper that is about to be issued, and what is to be told of it."""

    approval: Approval
    problems: tuple[Problem, ...] = ()


def fingerprint(
    made: Bundle, intent: Intent, drafter: Drafter, signer: str, day: date
) -> Fingerprint:
    """Of a paper as it would be issued on that day by that signer (or the planned one)."""
    templates = {name: content for name, content in intent.materials.items() if _is_template(name)}
    return Fingerprint(
        paper=_digest(_rendered(made, drafter, signer, day)),
        data=_digest({CAMPAIGN: intent.materials[CAMPAIGN]}),
        templates=_digest(templates),
        law=_digest(tables_of(made.main.law)),
    )


def _is_template(name: str) -> bool:
    return name.startswith("emblem.") or name.endswith((".kind.toml", ".docx"))


def last_word(register: Register, particulars: Particulars) -> Act | None:
    """The last time that somebody approved this paper or sent it back."""
    acts = register.acts_about_no_document(APPROVE, SEND_BACK)
    return next(
        (act for act in reversed(acts) if act.detail.get("paper") == particulars.paper), None
    )


@dataclass(frozen=True, slots=True)
class Judge:
    """Says of a paper whether it was approved, and what is amiss with its approval."""

    register: Register
    wish: Wish
    drafter: Drafter
    required: bool

    def judged(self, made: Bundle, intent: Intent) -> Judged:
        """With an error or a doubt where the last word is missing, a refusal, or about another paper than this one."""
        act = last_word(self.register, intent.particulars)
        if self.wish.stated_signed:
            approval = Approval(Approved.STATED_SIGNED, intent.particulars.signer_name)
            return Judged(approval, tuple(self._sent_back(act, Severity.WARNING)))
        if act is not None and act.what == APPROVE:
            return self._approved(act, made, intent)
        severity = Severity.ERROR if self.required else Severity.WARNING
        missing = [self._missing(intent.particulars)] if self.required and act is None else []
        return Judged(Approval(), (*missing, *self._sent_back(act, severity)))

    def _approved(self, act: Act, made: Bundle, intent: Intent) -> Judged:
        approval = Approval(Approved.APPROVED, str(act.detail["signer"]), act.seq)
        then, day = Fingerprint.of(act), date.fromisoformat(str(act.detail["day"]))
        now = fingerprint(made, intent, self.drafter, self.wish.signer, day)
        changed = then.changed_to(now)
        if then.paper != now.paper:
            return Judged(Approval(), (self._changed(act, changed, intent.particulars),))
        if self._reads_otherwise(made, day):
            law = _("luật của ngày {day}", day=short_date(self.wish.day))
            return Judged(Approval(), (self._changed(act, (law,), intent.particulars),))
        return Judged(approval, (_unmoved(act, changed),) if changed else ())

    def _reads_otherwise(self, made: Bundle, approved_for: date) -> bool:
        """Whether the day of issue makes other words of the paper than its date."""
        if self.wish.day == approved_for:
            return False
        days = (approved_for, self.wish.day)
        one, other = (
            _words(_rendered(made, self.drafter, self.wish.signer, day), days) for day in days
        )
        return one != other

    def _missing(self, particulars: Particulars) -> Problem:
        message = _(
            "“{subject}” chưa được {signer} duyệt; cơ quan yêu cầu duyệt trước khi cấp số.",
            subject=particulars.subject,
            signer=particulars.signer_name,
        )
        return Problem("approval-missing", message, ways=_ways(particulars))

    def _changed(self, act: Act, changed: tuple[str, ...], particulars: Particulars) -> Problem:
        message = _(
            "{who} đã duyệt ngày {day}, nhưng từ đó văn bản đã khác: thay đổi ở {what}.",
            who=act.detail["signer"],
            day=_day_of(act),
            what=", ".join(changed),
        )
        severity = Severity.ERROR if self.required else Severity.WARNING
        return Problem("approval-changed", message, severity=severity, ways=_ways(particulars))

    def _sent_back(self, act: Act | None, severity: Severity) -> Iterator[Problem]:
        if act is not None and act.what == SEND_BACK:
            message = _(
                "{who} đã trả lại ngày {day}: {remarks}.",
                who=act.who,
                day=_day_of(act),
                remarks=act.why,
            )
            yield Problem("sent-back", message, severity=severity)


def _unmoved(act: Act, changed: tuple[str, ...]) -> Problem:
    message = _(
        "{who} đã duyệt ngày {day}; từ đó có thay đổi ở {what}, văn bản này vẫn như lúc duyệt.",
        who=act.detail["signer"],
        day=_day_of(act),
        what=", ".join(changed),
    )
    return Problem("approval-holds", message, severity=Severity.NOTE)


def _ways(particulars: Particulars) -> tuple[WayOut, ...]:
    kind = f"{particulars.kind}/{particulars.variant}" if particulars.variant else particulars.kind
    return (Approve(kind, particulars.phase, particulars.signer_name), StateSigned())


def _day_of(act: Act) -> str:
    return f"{datetime.fromisoformat(act.at):%d/%m/%Y}"


def _rendered(made: Bundle, drafter: Drafter, signer: str, day: date) -> dict[str, bytes]:
    """The Word files as they would be if they were the year's first, issued on that day."""
    bundled = bundle(replace(made.main, law=made.main.law.on(day)), drafter.library)
    count = sum(certificate_count(scene) for scene in bundled.carried)
    issued = bundled.issued(Issue(1, day, tuple(range(1, count + 1)), signer))
    drafts = [drafter.draft(scene) for scene in issued.scenes]
    return {draft.stem: draft.docx for draft in drafts}


def _words(papers: Mapping[str, bytes], days: tuple[date, date]) -> list[str]:
    """What the papers say, their dates left out."""
    texts = [plain_text(docx) for docx in papers.values()]
    for shown in (shape(day) for day in days for shape in (long_date, short_date)):
        texts = [text.replace(shown, "") for text in texts]
    return texts


def _digest(contents: Mapping[str, bytes]) -> str:
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    return hashlib.sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()
