"""An old paper without a campaign: what it says itself, as the data that its template is proved with."""

from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign import inspect_campaign
from vbgen.campaign.cells.form_words import FORM_FILE
from vbgen.campaign.topics import heading_key
from vbgen.campaign.writing.marked_out import marked_workbook
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.files import write_all
from vbgen.intake.papers.campaigns import LAUNCH, LAUNCH_TYPES, campaign_book
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading, ReadValue
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.office.receiving.reading import known_of

if TYPE_CHECKING:
    from vbgen.office.office import Office


def said_by_itself(old: Path, office: "Office", kind: str = "") -> tuple[Campaign, str]:
    """The data that a paper says of itself, and its kind: a launch, else the decree's type of its name.

    ProblemsFoundError with what it does not say, where that is too little for a draft.
    """
    reading = read_file(old, old.name, known_of(office.words, office.today))
    kind = kind or _kind_of(reading)
    book = marked_workbook(campaign_book(reading, kind), office.words)
    with temporary_folder("said") as folder:
        write_all({Path(folder) / FORM_FILE: book})
        found = inspect_campaign(Path(folder), office.words)
    wrong = tuple(each for each in found.problems if each.severity is Severity.ERROR)
    if found.campaign is None or wrong:
        raise _says_too_little(old, wrong)
    return found.campaign, kind


def _kind_of(reading: FileReading) -> str:
    """`huong-dan` of `Hướng dẫn`; a launch of a type that launches have is one."""
    read = reading.paper.get("type")
    name = str(read.value) if isinstance(read, ReadValue) else ""
    if not name or (reading.is_launch and name in LAUNCH_TYPES):
        return LAUNCH
    return heading_key(name).replace(" ", "-")


def _says_too_little(old: Path, wrong: tuple[Problem, ...]) -> ProblemsFoundError:
    message = _(
        "Riêng {file} không nói đủ để lập thử; hãy chỉ phong trào có dữ liệu của văn bản.",
        file=old.name,
    )
    return ProblemsFoundError(
        message, wrong or (Problem("says-too-little", message, Place(file=old.name)),)
    )
