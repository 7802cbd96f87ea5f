"""Which papers are handed over, and what the office says of their files: its settings, and over them the wish."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.handing_over.gathering import FileRow, GatheredFile, Gathering
from vbgen.office.references import find
from vbgen.office.registry.bagging import Handover
from vbgen.register import Entry, Register

if TYPE_CHECKING:
    from vbgen.office.office import Office

_OF_SETTINGS = ("organ_id", "fonds", "rights", "creator")


@dataclass(frozen=True)
class FilesWish:
    """Which papers: of one campaign, of one year, one alone, or all where nothing is named."""

    campaign: str = ""
    year: int | None = None
    document: str = ""  # `05/QĐ-SCT`
    handover: Handover = field(default_factory=Handover)


def gathered(office: "Office", wish: FilesWish) -> tuple[GatheredFile, ...]:
    """The files; UsageError where there is no paper, or one title or sign is meant for several files."""
    desk, workspace = office.desk_to_look(), office.own_workspace
    said = workspace.settings.get("handover", {})
    rows = tuple(map(FileRow.of, said.get("files", ())))
    gathering = Gathering(desk, workspace.law, with_settings(wish.handover, said), rows)
    found = gathering.files(_entries(desk.register, wish))
    if not found:
        raise UsageError(_("Không có văn bản nào đã cấp số để lập hồ sơ."))
    if len(found) > 1 and (wish.handover.notation or wish.handover.title):
        message = _(
            "Có {count} hồ sơ; số, ký hiệu và tiêu đề chỉ đặt được cho từng hồ sơ.",
            count=len(found),
        )
        raise UsageError(message)
    return found


def with_settings(handover: Handover, said: dict[str, str]) -> Handover:
    """What the face says, and where it is silent what the settings say."""
    told = {name: getattr(handover, name) or said.get(name, "") for name in _OF_SETTINGS}
    return replace(handover, **told)


def _entries(register: Register, wish: FilesWish) -> list[Entry]:
    if wish.document:
        return [find(register, wish.document, wish.year)]
    return [
        entry
        for entry in register.entries()
        if (wish.year is None or entry.day.year == wish.year)
        and (not wish.campaign or entry.campaign == wish.campaign)
    ]
