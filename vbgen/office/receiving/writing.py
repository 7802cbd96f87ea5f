"""What was read, written beside the campaign's data as a workbook that a person checks."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vbgen.campaign.cells.form_words import FORM_FILE, NOMINATIONS
from vbgen.campaign.writing.marked_out import marked_workbook
from vbgen.errors import Place, Problem, Severity
from vbgen.intake.papers.bodies import body_of
from vbgen.intake.papers.campaigns import LAUNCH, campaign_book
from vbgen.intake.received_book import received_book
from vbgen.intake.values import FileReading
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.paper import BODIES
from vbgen.model.vocabulary import Vocabulary
from vbgen.outputs import DATA, write_beside, write_outputs


@dataclass(frozen=True, slots=True)
class SentFiles:
    """What was read at once, and for which phase: the same files read again give way to the newer reading."""

    given: tuple[Path, ...]
    phase: int | None = None

    @property
    def sorts(self) -> tuple[str, ...]:
        """This reading, and the one that did not say the phase, as outputs tell them from those of other files."""
        told = hashlib.sha256("\n".join(sorted(map(_told_apart, self.given))).encode()).hexdigest()
        return tuple(f"{DATA}read {told} {phase}:" for phase in dict.fromkeys((self.phase or 0, 0)))


def _told_apart(given: Path) -> str:
    """A folder is the same whatever was added to it; a file is another one where it says something else."""
    if not given.is_file():
        return str(given.resolve())
    with given.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_received(
    folder: Path,
    sent: SentFiles,
    readings: Sequence[FileReading],
    campaign: Campaign | None,
    words: Vocabulary,
    merged: Sequence[tuple[str, ...]] = (),
) -> tuple[Path, tuple[Problem, ...]]:
    """One workbook of all people read, among what units sent, and a word where another of its name stays beside it.

    OutputError where somebody has changed what was read of the same files.
    """
    named = [reading.file for reading in readings if reading.people]
    title = _("Đọc từ {files}", files=", ".join(named[:3]) + (" …" if len(named) > 3 else ""))  # noqa: PLR2004 - names shown
    book = received_book(readings, campaign, title, sent.phase, merged)
    stem = Path(named[0]).stem if len(named) == 1 else "nhiều tệp"
    target = folder / NOMINATIONS / f"{stem} - đã đọc.xlsx"
    written = write_beside(target, marked_workbook(book, words, campaign), sorts=sent.sorts)
    return written, tuple(_of_one_name(target, written))


def _of_one_name(target: Path, written: Path) -> Iterator[Problem]:
    """Both lists count, until a person says which of them does."""
    if written != target:
        message = _(
            "đã có “{there}” đọc từ tệp khác cùng tên, nên ghi thành “{written}”; cả hai danh sách đều được tính.",
            there=target.name,
            written=written.name,
        )
        hint = _("Nếu danh sách này thay danh sách kia thì bỏ tệp kia khỏi thư mục.")
        place = Place(file=f"{NOMINATIONS}/{written.name}")
        yield Problem("read-beside", message, place, Severity.WARNING, hint=hint)


def write_launch(
    folder: Path, source: Path, reading: FileReading, words: Vocabulary
) -> tuple[Path, ...]:
    """A new campaign out of its launch paper: the workbook, and the paper's body as a Word file; both or none."""
    workbook, body = folder / FORM_FILE, folder / BODIES / f"{LAUNCH}.docx"
    files = {workbook: marked_workbook(campaign_book(reading), words), body: body_of(source)}
    write_outputs(files, sort=DATA)
    return (workbook, body)
