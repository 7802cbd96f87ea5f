"""Which issued papers a scene's paper changes, and the words for it."""

from vbgen.law.honour_type import HonourType
from vbgen.model.afterwards.change import ChangeKind, PaperChange
from vbgen.model.agency import MoneyRule
from vbgen.papers.body.afterwards.paper_changes import (
    PaperChanges,
    known_paper,
    name_of,
    paper_changes,
)
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.papers.honours import awards
from vbgen.papers.kinds.kind import Kind
from vbgen.papers.scene import Scene

CHANGES = "changes"


def changed_rows(scene: Scene) -> tuple[PaperChange, ...]:
    """The rows that this paper carries out: its own, or those that say that it replaces an earlier one."""
    rows = scene.campaign.changes
    if scene.kind.each == CHANGES:
        return rows
    return tuple(
        row for row in rows if row.change is ChangeKind.REPLACE and _is_replaced_by(scene, row)
    )


def changes_of(scene: Scene) -> tuple[PaperChanges, ...]:
    """What the paper does to each of the earlier papers."""
    remade = [_certificate(entry) for entry in _remade(scene)]
    return tuple(
        paper_changes(
            rows,
            scene.known,
            remade,
            scene.issuer_name,
            scene.agency.executors,
            is_paid=scene.agency.money is not MoneyRule.NONE,
        )
        for rows in rows_by_paper(scene)
    )


def rows_by_paper(scene: Scene) -> tuple[tuple[PaperChange, ...], ...]:
    """The rows that this paper carries out, those of one earlier paper together, however each row writes its number."""
    found: dict[tuple[str, int], list[PaperChange]] = {}
    for row in changed_rows(scene):
        earlier = known_paper(row, scene.known)
        named = earlier.id if earlier else name_of(row)
        found.setdefault((named, row.time), []).append(row)
    return tuple(map(tuple, found.values()))


def goes_along(kind: Kind, scene: Scene) -> bool:
    """Whether papers of a kind go out with that paper: nothing with a withdrawal, no second payment."""
    acts = {row.change for row in changed_rows(scene)}
    is_payment = kind.needs == "payouts"
    return ChangeKind.WITHDRAW not in acts and not (is_payment and ChangeKind.REPLACE in acts)


def _remade(scene: Scene) -> tuple[HonourEntry, ...]:
    return awards(scene).entries if scene.kind.each == CHANGES else ()


def _certificate(entry: HonourEntry) -> str:
    """`Giấy khen của ông Đỗ Mạnh Cánh`."""
    name = entry.addressed_name
    whom = f"{entry.caption.lower()} {entry.name}" if entry.caption and name != entry.name else name
    honour = entry.honour
    if honour.type is HonourType.TITLE:
        return f"Giấy chứng nhận danh hiệu “{honour.name}” của {whom}"
    return f"{honour.name} của {whom}"


def _is_replaced_by(scene: Scene, row: PaperChange) -> bool:
    if row.by:
        return row.by in {scene.paper, scene.kind.id}
    found = known_paper(row, scene.known)
    if found is None:
        return False
    phase = scene.phase.number if scene.phase else None
    own = (scene.known.campaign, scene.kind.id, scene.variant.id, phase)
    return own == (found.campaign, found.kind, found.variant, found.phase)
