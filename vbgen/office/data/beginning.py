"""A campaign of the workspace begun: from last year's, or from a few answers, with or without a movement."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.campaign.cells.form_words import FORM_FILE
from vbgen.campaign.cells.shown import labels, offered, typed_example
from vbgen.campaign.editing.changing import unwritable
from vbgen.campaign.editing.first_answers import (
    asked_at,
    begun_workbook,
    first_columns,
    person_columns,
)
from vbgen.campaign.folder import load_file
from vbgen.campaign.topics import Column, heading_key
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, VbgenError
from vbgen.files import write_all
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import Ground
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.data.next_campaign import StartFrom, following_name
from vbgen.office.overview.campaigns import campaign_named
from vbgen.papers.kinds.known_honours import refuse_unknown_honours

if TYPE_CHECKING:
    from vbgen.model.vocabulary import Vocabulary
    from vbgen.office.office import Office

_LONGEST_NAME = 60
_MOVEMENT = "movement"
_GRANTED = "granted"
_WITH_AN_HONOUR = ("full_name", "merit")


@dataclass(frozen=True)
class BeginningQuestion:
    """One question, as a form asks it."""

    field: str
    title: str
    note: str
    example: str
    choices: tuple[str, ...]
    is_needed: bool
    is_closed: bool  # nothing but a choice is an answer


@dataclass(frozen=True)
class BeginningShown(Answer):
    """What is asked of the office and of the first person to be rewarded."""

    office: tuple[BeginningQuestion, ...]
    person: tuple[BeginningQuestion, ...]


@dataclass(frozen=True)
class ShowBeginning(Request[BeginningShown]):
    """The few questions that a first paper takes."""

    with_movement: bool = True

    def carry_out(self, office: "Office") -> BeginningShown:
        """Those of the form's first sheet and list; without a movement that is not asked."""
        asked = [each for each in first_columns(office.words) if self._asks(each)]
        return BeginningShown(_questions(asked), _questions(person_columns(office.words)))

    def _asks(self, column: Column) -> bool:
        return self.with_movement or column.field != _MOVEMENT


def _questions(columns: Iterable[Column]) -> tuple[BeginningQuestion, ...]:
    return tuple(
        BeginningQuestion(
            each.field,
            each.title,
            each.note,
            typed_example(each),
            offered(each),
            each.required,
            bool(labels(each)),
        )
        for each in columns
    )


@dataclass(frozen=True)
class CampaignBegun(Answer):
    """The name of the new campaign's folder."""

    name: str


@dataclass(frozen=True)
class BeginCampaign(Request[CampaignBegun]):
    """Begin a campaign, or an award without one, from a few answers by field."""

    office: Mapping[str, str] = field(default_factory=dict)
    person: Mapping[str, str] = field(default_factory=dict)

    def carry_out(self, office: "Office") -> CampaignBegun:
        """ProblemsFoundError with all that is wrong in the answers; nothing is made then."""
        office.confirm_may_write()
        asked = _Asked(office.words)
        _refuse(self._not_to_be_written(asked))
        law = office.workspace.law(office.today)
        content = begun_workbook(self.office, self.person, office.words, _grounds(law))
        unsaid = tuple(self._unsaid(asked))
        told = {Place(), *(each.place for each in unsaid)} if unsaid else set[Place]()
        wrong = asked.placed(_wrong(content, office.words, law), content)
        _refuse((*unsaid, *(each for each in wrong if each.place not in told)))
        data = data_of(office)
        name = free_name(data, self._name(office.today.year))
        write_all({data / name / FORM_FILE: content})
        return CampaignBegun(name)

    def _not_to_be_written(self, asked: "_Asked") -> Iterator[Problem]:
        """Each answer that no cell of Excel can hold."""
        for said, columns in ((self.office, asked.office), (self.person, asked.person)):
            for name, text in said.items():
                found = unwritable(text, _place_of(columns, name))
                if found is not None:
                    yield found

    def _unsaid(self, asked: "_Asked") -> Iterator[Problem]:
        """What an honour needs beside it: whose it is, and what for."""
        if not self.person.get(_GRANTED):
            return
        for name in _WITH_AN_HONOUR:
            if not self.person.get(name):
                granted = _place_of(asked.person, _GRANTED).part
                message = _("cần ghi, vì đã ghi “{granted}”.", granted=granted)
                yield Problem("missing-value", message, _place_of(asked.person, name))

    def _name(self, year: int) -> str:
        movement = self.office.get(_MOVEMENT, "")
        said = f"{movement or 'khen thuong'} {self.office.get('year') or year}"
        words = dict.fromkeys(heading_key(said).split())
        return "-".join(words)[:_LONGEST_NAME].strip("-")


def _grounds(law: LawOfDay) -> list[str]:
    """What every decision of the day cites; what nobody has proved is left to the check to tell."""
    return [each.text for each in law.all(Ground) if each.required and each.proved]


def _refuse(found: Iterable[Problem]) -> None:
    """ProblemsFoundError with all of them; nothing where there is none."""
    if problems := tuple(found):
        message = _("Có {count} câu trả lời cần xem lại.", count=len(problems))
        raise ProblemsFoundError(message, problems)


@dataclass(frozen=True)
class _Asked:
    """The questions by what they are called: what is wrong with an answer is told at its question."""

    words: "Vocabulary"

    @property
    def office(self) -> tuple[Column, ...]:
        """Those about the office."""
        return first_columns(self.words)

    @property
    def person(self) -> tuple[Column, ...]:
        """Those about the first person."""
        return person_columns(self.words)

    def placed(self, problems: Iterable[Problem], content: bytes) -> Iterator[Problem]:
        """Problems of cells as problems of the answers that were put there."""
        title_of = asked_at(content, self.words)
        for each in problems:
            yield replace(each, place=Place(part=title_of(each.place)))


def _place_of(columns: Iterable[Column], field: str) -> Place:
    """Where a question is answered; nowhere for what is not asked."""
    return Place(part=next((each.title for each in columns if each.field == field), ""))


def _wrong(content: bytes, words: "Vocabulary", law: LawOfDay) -> Iterator[Problem]:
    """The errors of a workbook of answers."""
    with temporary_folder("form") as folder:
        path = Path(folder) / FORM_FILE
        path.write_bytes(content)
        try:
            loaded = load_file(path, words)
            refuse_unknown_honours(loaded.campaign, law, loaded.places.place_of)
        except VbgenError as fault:
            yield from (each for each in fault.problems if each.severity is Severity.ERROR)


@dataclass(frozen=True)
class StartNextCampaign(Request[CampaignBegun]):
    """Begin next year's campaign from one of the workspace, by the name of its folder."""

    source: str

    def carry_out(self, office: "Office") -> CampaignBegun:
        """Office, people, council and kinds go over, as `StartFrom` tells."""
        office.confirm_may_write()
        source = campaign_named(office, self.source)
        folder = data_of(office) / following_name(source.name)
        return CampaignBegun(folder.name, problems=office.do(StartFrom(folder, source)).problems)


def data_of(office: "Office") -> Path:
    """The folder of the workspace's campaigns."""
    return office.root / "data"


def free_name(data: Path, name: str) -> str:
    """The name, or the first free one of `…-2`, `…-3`."""
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next((each for each in names if not (data / each).exists()), f"{name}-{len(names)}")
