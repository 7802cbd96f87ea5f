"""What was read, written beside the campaign's data as a workbook that a person checks."""

from collections.abc import Sequence
from pathlib import Path

from vbgen.campaign.cells.form_words import FORM_FILE, NOMINATIONS
from vbgen.campaign.writing.marked_out import marked_workbook
from vbgen.intake.papers.bodies import body_of
from vbgen.intake.papers.campaigns import LAUNCH, campaign_book
from vbgen.intake.received_book import received_book
from vbgen.intake.values import FileReading
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.paper import BODIES
from vbgen.model.vocabulary import Vocabulary
from vbgen.outputs import DATA, write_output, write_outputs


def write_received(
    folder: Path,
    readings: Sequence[FileReading],
    campaign: Campaign | None,
    words: Vocabulary,
    phase: int | None,
    merged: Sequence[tuple[str, ...]] = (),
) -> tuple[Path, ...]:
    """One workbook of all people read, among what units sent; OutputError where somebody's own file stands there."""
    named = [reading.file for reading in readings if reading.people]
    title = _("Đọc từ {files}", files=", ".join(named[:3]) + (" …" if len(named) > 3 else ""))  # noqa: PLR2004 - names shown
    book = received_book(readings, campaign, title, phase, merged)
    stem = Path(named[0]).stem if len(named) == 1 else "nhiều tệp"
    target = folder / NOMINATIONS / f"{stem} - đã đọc.xlsx"
    write_output(target, marked_workbook(book, words, campaign), sort=DATA)
    return (target,)


def write_launch(
    folder: Path, source: Path, reading: FileReading, words: Vocabulary
) -> tuple[Path, ...]:
    """A new campaign out of its launch paper: the workbook, and the paper's body as a Word file; both or none."""
    workbook, body = folder / FORM_FILE, folder / BODIES / f"{LAUNCH}.docx"
    files = {workbook: marked_workbook(campaign_book(reading), words), body: body_of(source)}
    write_outputs(files, sort=DATA)
    return (workbook, body)
