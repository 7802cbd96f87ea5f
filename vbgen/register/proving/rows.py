"""Golden book, links, roles of files and stored intents, held against what the journal makes of them."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import padded
from vbgen.register import tables
from vbgen.register.after_issue import deliveries
from vbgen.register.after_issue.signed_files import SignedFile
from vbgen.register.database.words import fold
from vbgen.register.entries import State
from vbgen.register.proving.block import Block
from vbgen.register.proving.replay import (
    Derived,
    DerivedLink,
    Replay,
    role_of,
    signed_role,
)

_GOLDEN, _LINKS, _FILES = tables.golden_book.c, tables.links.c, tables.files.c


def golden_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Certificates that no act made, at another number, or in another state than the acts left them."""
    before, place = "", 0
    found = select(tables.golden_book).order_by(_GOLDEN.document, _GOLDEN.number)
    for row in connection.execute(found.execution_options(yield_per=1000)).mappings():
        one = replay.documents.get(row["document"])
        block = one.block if one else None
        place = place + 1 if row["document"] == before else 0
        before = row["document"]
        if block is None:
            message = _("Sổ vàng có dòng này nhưng nhật ký chưa từng ghi.")
            yield _problem("row-unjournalled", message, _golden_place(row["number"]))
        else:
            yield from _certificate(row, block, block.at(place), replay)


def _certificate(row: object, block: Block, number: int, replay: Replay) -> Iterator[Problem]:
    values = dict(row)  # type: ignore[call-overload]  # a mapping of SQLAlchemy
    state, ended_by = block.of(values["number"])
    said = {
        _("số sổ vàng"): (padded(values["number"]), padded(number)),
        _("hệ thống số"): (
            _shown(values["agency"], values["series"], values["year"]),
            _shown(*block.key),
        ),
        _("trạng thái"): (State(values["state"]).label, state.label),
        _("văn bản chấm dứt"): (_code(replay, values["ended_by"]), _code(replay, ended_by)),
    }
    for title, (found, expected) in said.items():
        if found != expected:
            yield _changed(title, found, expected, _golden_place(values["number"]))
    if values["plain_name"] != fold(values["name"]):
        message = _(
            "Dòng này của sổ vàng không tìm ra được theo tên: chỉ mục tìm kiếm không khớp với tên."
        )
        yield Problem(
            "index-stale", message, Place(file=_golden_place(values["number"])), Severity.WARNING
        )


def link_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Changes of papers that no act made, and acts whose change is not in the table."""
    found = select(
        _LINKS.document, _LINKS.changed_by, _LINKS.relation, _LINKS.certificates, _LINKS.act
    )
    standing = [DerivedLink(*row) for row in connection.execute(found.order_by(_LINKS.row))]
    expected = list(replay.links)
    for link in standing:
        if link in expected:
            expected.remove(link)
            continue
        message = _(
            "Sổ ghi số {by} thay đổi văn bản này, nhưng nhật ký không ghi.",
            by=_code(replay, link.changed_by),
        )
        yield _problem("link-unjournalled", message, _code(replay, link.document))
    for link in expected:
        message = _(
            "Nhật ký (mục số {seq}) ghi số {by} thay đổi văn bản này, nhưng sổ không ghi.",
            seq=link.act,
            by=_code(replay, link.changed_by),
        )
        yield _problem("link-deleted", message, _code(replay, link.document))


def file_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Files that were given another part to play, as a paper that is said to be one certificate."""
    found = select(_FILES.document, _FILES.name, _FILES.role).execution_options(yield_per=1000)
    for row in connection.execute(found):
        one = replay.documents.get(row.document)
        if one is None or row.name not in one.files:
            continue
        role = _role(row.name, one)
        if row.role != role:
            message = _(
                "Sổ ghi vai trò của tệp là “{found}”, nhật ký cho thấy là “{said}”.",
                found=row.role,
                said=role,
            )
            yield _problem("row-changed", message, _code(replay, row.document), row.name)


def _role(name: str, one: Derived) -> str:
    if name in one.materials:
        return "material"
    return signed_role(name) if name in one.signed else role_of(name, one.papers)


def signature_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Signed files that no act tells of, or tells of otherwise, and acts whose signed file is not in the table."""
    found = [SignedFile(*row) for row in connection.execute(select(tables.signed_files))]
    for one in {*found} - {*replay.signatures}:
        message = _("Sổ ghi tệp đã ký này, nhưng nhật ký không ghi như vậy.")
        yield _problem("signed-unjournalled", message, _code(replay, one.document), one.name)
    for one in {*replay.signatures} - {*found}:
        message = _(
            "Nhật ký (mục số {seq}) ghi tệp đã ký này, nhưng sổ không ghi như vậy.", seq=one.act
        )
        yield _problem("signed-deleted", message, _code(replay, one.document), one.name)


def delivery_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Lines of the delivery book that no act tells of, or tells of otherwise, and acts whose lines are not there."""
    found = {*deliveries.versions(connection)}
    for one in found - {*replay.deliveries}:
        message = _("Sổ ghi dòng chuyển giao này, nhưng nhật ký không ghi như vậy.")
        place = _code(replay, one.document)
        yield _problem("delivery-unjournalled", message, place, one.written.recipient)
    for one in {*replay.deliveries} - found:
        message = _(
            "Nhật ký (mục số {seq}) ghi dòng chuyển giao này, nhưng sổ không ghi như vậy.",
            seq=one.act,
        )
        place = _code(replay, one.document)
        yield _problem("delivery-deleted", message, place, one.written.recipient)


def intent_problems(connection: Connection, replay: Replay) -> Iterator[Problem]:
    """Contents that wait for an open paper to be finished, changed since its number was taken."""
    for row in connection.execute(select(tables.pending)):
        one = replay.documents.get(row.document, Derived(row.document))
        if hashlib.sha256(row.content).hexdigest() != one.materials.get(row.name):
            message = _("Dữ liệu chờ không khớp với khi cấp số: làm tiếp sẽ ra một văn bản khác.")
            yield _problem("intent-changed", message, _code(replay, row.document), row.name)


def _golden_place(number: int) -> str:
    return _("Sổ vàng, số {number}", number=padded(number))


def _shown(agency: str, series: str, year: int) -> str:
    return f"{agency} {series} {year or ''}".strip()


def _code(replay: Replay, identity: str | None) -> str:
    one = replay.documents.get(identity or "")
    return one.code if one and one.entry else identity or ""


def _changed(title: str, found: str, said: str, place: str) -> Problem:
    message = _(
        "Sổ đăng ký ghi {name} là “{found}”, nhật ký ghi “{said}”: hai bên không khớp.",
        name=title,
        found=found,
        said=said,
    )
    return _problem("row-changed", message, place)


def _problem(code: str, message: str, place: str, quote: str = "") -> Problem:
    hint = _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
    return Problem(code, message, Place(file=place, quote=quote), hint=hint)
