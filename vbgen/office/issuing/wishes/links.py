"""What a paper does to earlier ones: planned before its number is taken, told to the register once it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.files import readable_json
from vbgen.messages import _
from vbgen.model.afterwards.change import ChangeKind, PaperChange
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import Intent
from vbgen.office.issuing.intents import Wish
from vbgen.office.issuing.materials import INTENT, options_of
from vbgen.office.references import find
from vbgen.papers.afterwards.changing import changes_of, rows_by_paper
from vbgen.papers.body.afterwards.paper_changes import known_paper
from vbgen.papers.honours import awards
from vbgen.papers.scene import Scene
from vbgen.register import Entry, Register, Relation
from vbgen.register.entries import IN_FORCE
from vbgen.ways import ListRegister
from vbgen.word.reading.plain import plain_text

UNSAID = "change-unsaid"
_NAMED = 2  # in the grounds, and in what the paper itself says
_RELATIONS = {
    ChangeKind.CORRECT: Relation.CORRECTS,
    ChangeKind.AMEND: Relation.AMENDS,
    ChangeKind.REPLACE: Relation.REPLACES,
    ChangeKind.WITHDRAW: Relation.WITHDRAWS,
}


def with_replaced(campaign: Campaign, wish: Wish, register: Register) -> Campaign:
    """The campaign in which a row says that the wanted paper replaces the one that the clerk names.

    Rows of the campaign that say so of whatever paper become this one's.
    """
    if not wish.replaces:
        return campaign
    entry, by = register.entry(wish.replaces), wish.kind.removesuffix("/")
    saying = [row for row in campaign.changes if _says_so(row, entry, register)]
    named = PaperChange(paper=f"{entry.code} năm {entry.year}", change=ChangeKind.REPLACE)
    own = [row.model_copy(update={"by": by}) for row in saying or [named]]
    others = [row for row in campaign.changes if row not in saying]
    return campaign.model_copy(update={"changes": (*others, *own)})


def _says_so(row: PaperChange, entry: Entry, register: Register) -> bool:
    return row.change is ChangeKind.REPLACE and find(register, row.paper).id == entry.id


def planned_links(scene: Scene, wish: Wish, register: Register) -> tuple[Mapping[str, object], ...]:
    """Each earlier paper with the relation and the golden-book numbers that end; ProblemsFoundError for wrong rows."""
    rows = rows_by_paper(scene)
    problems = tuple(_wrong(scene, [of_paper[0] for of_paper in rows], wish))
    if problems:
        raise ProblemsFoundError(_("Trang “Sửa văn bản” có lỗi nên chưa cấp số."), problems)
    return tuple(_link(scene, of_paper, register) for of_paper in rows)


def with_links(intent: Intent, links: Sequence[Mapping[str, object]]) -> Intent:
    """The same intent, with what the paper does to earlier ones; the register is told once it stands."""
    if not links:
        return intent
    options = {**options_of(intent.materials), "links": list(links)}
    return replace(intent, materials={**intent.materials, INTENT: readable_json(options)})


def unsaid_changes(scene: Scene, docx: bytes) -> Iterator[Problem]:
    """A doubt for each earlier paper that the paper's own words do not name, beside its grounds."""
    text = plain_text(docx)
    for change in changes_of(scene):
        if text.count(change.earlier.code) < _NAMED:
            message = _(
                "Văn bản này {act} {paper} nhưng phần nội dung chưa nói điều đó.",
                act=change.change.label.lower(),
                paper=change.earlier.name,
            )
            hint = _("Hãy thêm một câu vào thân văn bản: “{clause}”.", clause=change.short_clause)
            yield Problem(UNSAID, message, severity=Severity.WARNING, hint=hint)


def links_of(options: Mapping[str, Any]) -> Iterator[tuple[str, Relation, tuple[int, ...]]]:
    """The planned links of a stored intent; older intents know only what the paper replaces."""
    for link in options.get("links", ()):
        yield str(link["earlier"]), Relation(link["relation"]), tuple(link["certificates"])
    if options.get("replaces") and "links" not in options:
        yield str(options["replaces"]), Relation.REPLACES, ()


def _link(scene: Scene, rows: Sequence[PaperChange], register: Register) -> Mapping[str, object]:
    found = known_paper(rows[0], scene.known)
    earlier = found.id if found else ""
    ended = _ended(scene, earlier, register) if scene.kind.each else ()
    relation = _RELATIONS[rows[0].change]
    return {"earlier": earlier, "relation": relation.value, "certificates": list(ended)}


def _ended(scene: Scene, earlier: str, register: Register) -> tuple[int, ...]:
    """Golden-book numbers of the certificates that are given out anew, or taken back."""
    wanted = {(entry.nominee.id, entry.honour.name) for entry in awards(scene).entries}
    rows = register.golden_book(document=earlier)
    return tuple(
        row.number for row in rows if (row.nominee, row.award) in wanted and row.state in IN_FORCE
    )


def _wrong(scene: Scene, rows: Sequence[PaperChange], wish: Wish) -> Iterator[Problem]:
    """Rows about a paper that the register does not have, that stands no more, or that is later than this one."""
    place = Place(sheet=Campaign.title_of("changes"))
    for row in rows:
        found = known_paper(row, scene.known)
        if found is None:
            message = _("Sổ đăng ký không có văn bản số {code}.", code=row.paper)
            yield Problem("no-such-paper", message, place, ways=(ListRegister(),))
        elif not found.in_force:
            message = _("Văn bản {code} không còn hiệu lực để sửa.", code=found.code)
            yield Problem("not-in-force", message, place, ways=(ListRegister(),))
        elif found.day > wish.day:
            message = _(
                "Văn bản {code} ngày {day} ban hành sau ngày của văn bản sửa.",
                code=found.code,
                day=f"{found.day:%d/%m/%Y}",
            )
            yield Problem("changed-before", message, place)
