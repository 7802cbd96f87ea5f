"""The register and its journal, said in the words of the archive's audit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vbgen.archive.ledger import JournalEntry, RegisterEntry
from vbgen.batch.receipt import Receipt
from vbgen.messages import _
from vbgen.model.dossier import Honoured, padded
from vbgen.register import Act, Entry, GoldenEntry, Register, Relation, State
from vbgen.register.replay import NAMELESS, merged_in
from vbgen.register.reserving import honoured_digest

_STATES = {
    "reserve": State.RESERVED,
    "render": State.RENDERED,
    "settle": State.ISSUED,
    "void": State.VOID,
    **{relation.value: relation.state for relation in Relation},
}


def register_entries(register: Register) -> Iterator[RegisterEntry]:
    """Every row of the outgoing register, with its files and what the journal must say alike."""
    files: dict[str, dict[str, str]] = {}
    for file in register.files():
        files.setdefault(file.document, {})[file.name] = file.digest
    golden: dict[str, list[GoldenEntry]] = {}
    for certificate in register.golden_book():
        golden.setdefault(certificate.document, []).append(certificate)
    nameless = _nameless(register)
    for entry in register.entries():
        facts = {**_row_facts(entry), **_golden_facts(golden.get(entry.id, []))}
        if entry.id in nameless:
            del facts[_("sổ vàng")]
        kept = files.get(entry.id, {}) | (_receipted(register, entry.id) if entry.is_open else {})
        yield RegisterEntry(entry.id, entry.code, kept, facts, entry.is_open, entry.state is State.PAST)


def journal_entries(register: Register) -> Iterator[JournalEntry]:
    """Every act of the journal, in order."""
    for act, stated in register.journal():
        yield _entry(act, stated)
        for one in merged_in(act):
            yield replace(_entry(one, one.digest), is_aside=True)


def _entry(act: Act, stated: str) -> JournalEntry:
    named = _files(act)
    return JournalEntry(
        seq=act.seq,
        label=_label(act),
        stated=stated,
        computed=act.digest,
        previous=act.previous,
        document=act.document or "",
        kept=named if act.what == "settle" else {},
        announced=frozenset((*named.values(), *_digests(act.detail.get("left")).values())),
        facts=_act_facts(act),
    )


def _nameless(register: Register) -> set[str]:
    """Documents of which the journal says that nothing keeps their certificates' rows."""
    acts = (act for act, _stated in register.journal() if act.what == "recover")
    return {str(one) for act in acts for one in _listed(act.detail.get(NAMELESS))}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _receipted(register: Register, document: str) -> dict[str, str]:
    """What a run that is still going, or was cut off, has put into the archive."""
    receipts = register.receipts(document).items()
    return {
        f"{chunk}/{row}": digest
        for chunk, values in receipts
        for row, digest in Receipt.from_json(values).files.items()
    }


def _label(act: Act) -> str:
    return _("{what}, {who}, {at}", what=act.what, who=act.who, at=act.at)


def _files(act: Act) -> Mapping[str, str]:
    return _digests(act.detail.get("files"))


def _digests(files: object) -> dict[str, str]:
    """File → digest, as an act tells them."""
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def _act_facts(act: Act) -> Mapping[str, str]:
    """What the act says of its document from then on."""
    facts = {}
    state = _STATES.get(act.what)
    if state and not act.detail.get("certificates"):
        facts[_("trạng thái")] = state.label
    entry = act.detail.get("entry")
    if act.what == "reserve" and isinstance(entry, dict):
        facts |= _particulars({**entry, "number": act.detail.get("number"), "year": act.detail.get("year")})
    golden = act.detail.get("golden_book")
    if isinstance(golden, dict):
        facts[_("sổ vàng")] = _golden_fact(int(str(golden["first"])), str(golden["honoured"]))
    return facts


def _row_facts(entry: Entry) -> Mapping[str, str]:
    plain = {**entry.as_json(), "recipients": "\n".join(entry.recipients)}
    return {**_particulars(plain), _("trạng thái"): entry.state.label}


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
    }
    return {title: str(values.get(name, "")) for name, title in titles.items()}


def _golden_facts(rows: list[GoldenEntry]) -> Mapping[str, str]:
    if not rows:
        return {_("sổ vàng"): _("không có giấy khen")}
    honoured = tuple(Honoured(row.nominee, row.name, row.unit, row.award, row.merit) for row in rows)
    return {_("sổ vàng"): _golden_fact(rows[0].number, honoured_digest(honoured))}


def _golden_fact(first: int, digest: str) -> str:
    return _("từ số {first}, mã {digest}", first=padded(first), digest=digest[:16])
