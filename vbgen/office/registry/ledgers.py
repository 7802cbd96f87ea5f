"""The register and its journal, said in the words of the archive's audit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from vbgen.archive.ledger import JournalEntry, RegisterEntry
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.dossier import Honoured, padded
from vbgen.pages.runs.receipt import Receipt
from vbgen.register import Act, Entry, Filter, GoldenEntry, KeptFile, Register, Relation, State
from vbgen.register.after_issue.signed_files import SIGNED
from vbgen.register.proving.block import Block
from vbgen.register.proving.past import PastRows, changed_row
from vbgen.register.proving.replay import NUMBERED, Replay, merged_in, second
from vbgen.register.reserving import honoured_digest

_STATES = {
    "reserve": State.RESERVED,
    "register": State.OUTSIDE,
    "hold": State.HELD,
    "render": State.RENDERED,
    "settle": State.ISSUED,
    "void": State.VOID,
    **{relation.value: relation.state for relation in Relation},
}


@dataclass(slots=True)
class Evidence:
    """Register and journal of one moment: the journal first, then the rows, then what the tables lack or have too much.

    `content` gives a file of the archive by its digest; None for one that is not there or changed.
    """

    register: Register
    content: Callable[[str], bytes | None]
    replay: Replay = field(default_factory=Replay)
    problems: tuple[Problem, ...] = ()
    held: tuple[str, ...] = ()  # codes of numbers whose papers are not finished

    def journal(self) -> Iterator[JournalEntry]:
        """Every act, in order."""
        for act, stated in self.register.journal():
            self.replay.follow(act)
            yield _entry(act, stated)
            for one in merged_in(act):
                yield replace(_entry(one, one.digest), is_aside=True)

    def rows(self) -> Iterator[RegisterEntry]:
        """Every row of the outgoing register, with its files and what the journal must say alike; after the journal."""
        past = PastRows.of(self.replay.imports, self.content)
        files, golden = _files_of(self.register), _golden_of(self.register)
        changed: list[Problem] = []
        for entry in self.register.entries(Filter(elsewhere=True)):
            one = self.replay.documents.get(entry.id)
            is_past = not (one and one.entry) and past.account_for(entry, self.replay)
            facts = {**_row_facts(entry), **_golden_facts(golden.get(entry.id, []))}
            if is_past and one:
                changed += _changed_book(entry, one.block, facts)
            yield self._row(entry, files.get(entry.id, {}), facts, is_past=is_past)
        self.held = tuple(one.code for one in self.replay.documents.values() if one.is_open)
        self.problems = (*changed, *self.register.table_problems(self.replay, past))

    def _row(
        self,
        entry: Entry,
        kept: Mapping[str, KeptFile],
        facts: dict[str, str],
        *,
        is_past: bool,
    ) -> RegisterEntry:
        """One row; without the certificates whose names nothing keeps."""
        if entry.id in self.replay.nameless:
            del facts[_("sổ vàng")]
        sizes = {file.digest: file.size for file in kept.values()}
        named = {name: file.digest for name, file in kept.items()}
        named |= _receipted(self.register, entry.id) if entry.is_open else {}
        return RegisterEntry(entry.id, entry.code, named, facts, entry.is_open, is_past, sizes)


def _files_of(register: Register) -> dict[str, dict[str, KeptFile]]:
    found: dict[str, dict[str, KeptFile]] = {}
    for file in register.files():
        found.setdefault(file.document, {})[file.name] = file
    return found


def _golden_of(register: Register) -> dict[str, list[GoldenEntry]]:
    found: dict[str, list[GoldenEntry]] = {}
    for certificate in register.golden_book():
        found.setdefault(certificate.document, []).append(certificate)
    return found


def _entry(act: Act, stated: str) -> JournalEntry:
    named = _files(act)
    return JournalEntry(
        seq=act.seq,
        label=_label(act),
        stated=stated,
        computed=act.digest,
        previous=act.previous,
        document=act.document or "",
        kept=named if act.what in {"settle", "import"} else {},
        added=named if act.what == SIGNED else {},
        announced=frozenset((*named.values(), *_digests(act.detail.get("left")).values())),
        facts=_act_facts(act),
    )


def _receipted(register: Register, document: str) -> dict[str, str]:
    """What a run that is still going, or was cut off, has put into the archive."""
    receipts = register.receipts(document).items()
    return {
        f"{chunk}/{row}": digest
        for chunk, values in receipts
        for row, digest in Receipt.from_json(values).files.items()
    }


def _label(act: Act) -> str:
    return _("{what}, {who}, {at}", what=act.label, who=act.who, at=act.at)


def _files(act: Act) -> Mapping[str, str]:
    return _digests(act.detail.get("files"))


def _digests(files: object) -> dict[str, str]:
    """File → digest, as an act tells them."""
    return (
        {str(name): str(digest) for name, digest in files.items()}
        if isinstance(files, dict)
        else {}
    )


def _new_state(act: Act) -> State | None:
    """The state that the act gives its document; None where it touches some of its certificates alone."""
    state = _STATES.get(act.what)
    is_partial = bool(act.detail.get("certificates")) and state is not State.AMENDED
    return None if is_partial else state


def _act_facts(act: Act) -> Mapping[str, str]:
    """What the act says of its document from then on."""
    said = _numbered_facts(act) if act.what in NUMBERED else {}
    if state := _new_state(act):
        said[_("trạng thái")] = state.label
    if act.what == "settle":
        said[_("giờ vào sổ")] = second(act.at)
    golden = act.detail.get("golden_book")
    if isinstance(golden, dict):
        said[_("sổ vàng")] = _golden_fact(int(str(golden["first"])), str(golden["honoured"]))
    return said


def _numbered_facts(act: Act) -> dict[str, str]:
    """The paper as it got its number, and when, where the number was not held for it before."""
    said, entry = dict[str, str](), act.detail.get("entry")
    if isinstance(entry, dict):
        counted = ("number", "suffix", "series", "year")
        said |= _particulars({**entry, **{name: act.detail.get(name, "") for name in counted}})
    if not act.detail.get("was_held"):
        said |= {_("giờ cấp số"): second(act.at), _("giờ vào sổ"): ""}
    return said


def _row_facts(entry: Entry) -> Mapping[str, str]:
    plain = {**entry.as_json(), "recipients": "\n".join(entry.recipients)}
    times = {_("giờ cấp số"): entry.reserved_at, _("giờ vào sổ"): entry.settled_at or ""}
    return {**_particulars(plain), **times, _("trạng thái"): entry.state.label}


def _particulars(values: Mapping[str, object]) -> dict[str, str]:
    titles = {
        "number": _("số"),
        "symbol": _("ký hiệu"),
        "year": _("năm"),
        "day": _("ngày văn bản"),
        "type_name": _("tên loại"),
        "subject": _("trích yếu"),
        "issuer": _("cơ quan ban hành"),
        "signer_name": _("người ký"),
        "signer_position": _("chức vụ người ký"),
        "recipients": _("nơi nhận"),
        "campaign": _("phong trào"),
        "kind": _("loại văn bản"),
        "suffix": _("chữ sau số"),
        "agency": _("sổ của cơ quan"),
        "series": _("hệ thống số"),
        "variant": _("dạng văn bản"),
        "phase": _("đợt"),
        "copy_kept_by": _("nơi lưu"),
        "copies": _("số lượng bản"),
        "note": _("ghi chú"),
        "moved_on": _("ngày chuyển"),
    }
    found = {title: values.get(name) for name, title in titles.items()}
    return {title: "" if value is None else str(value) for title, value in found.items()}


def _golden_facts(rows: list[GoldenEntry]) -> Mapping[str, str]:
    if not rows:
        return {_("sổ vàng"): _("không có giấy khen")}
    honoured = tuple(
        Honoured(row.nominee, row.name, row.unit, row.award, row.merit) for row in rows
    )
    return {_("sổ vàng"): _golden_fact(rows[0].number, honoured_digest(honoured))}


def _changed_book(entry: Entry, block: Block | None, facts: Mapping[str, str]) -> Iterator[Problem]:
    """Certificates of an older golden book, where it had any, that are not as they were written over."""
    title = _("sổ vàng")
    if block and facts[title] != (said := _golden_fact(block.first, block.honoured)):
        yield changed_row(entry, title, facts[title], said)


def _golden_fact(first: int, digest: str) -> str:
    return _("từ số {first}, mã {digest}", first=padded(first), digest=digest[:16])
