"""Files as units send them, whole and in every form: everybody right or asked, nobody wrong in silence."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.intake.eighth_unseen_lists import EIGHTH
from tests.intake.fifth_unseen_lists import FIFTH
from tests.intake.sent_files import Sent, write_sent
from tests.intake.seventh_unseen_lists import SEVENTH
from tests.intake.sixth_unseen_lists import SIXTH
from tests.intake.test_lists import known  # noqa: F401 - a fixture
from vbgen.intake.known import KnownOffice
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading, ReadPerson

Answers = Mapping[str, Sequence[str]]
SETS = {
    "fifth": (FIFTH, 0.92),
    "sixth": (SIXTH, 0.8),
    "seventh": (SEVENTH, 0.94),
    "eighth": (EIGHTH, 0.77),
}
TABLES = [each for each in FIFTH if "¶ 1." not in each.lines]


def is_answered(said: object, answers: Sequence[str]) -> bool:
    return "*" in answers or str(said).casefold() in {each.casefold() for each in answers}


def wrongs(person: ReadPerson, answers: Answers, *, is_asked: bool) -> list[str]:
    """The fields that say something else, and are neither doubtful nor, where nothing was read, asked about."""
    doubtful = {name for name, value in person.fields.items() if value.doubts}
    doubtful |= {name for name in answers if is_asked and not person[name]}
    return [
        f"{name}={person[name]!r}, cần {right!r}"
        for name, right in answers.items()
        if name not in doubtful and not is_answered(person[name], right)
    ]


def told_of(sent: Sent, reading: FileReading) -> list[str]:
    """What is wrong in silence, who is missing, and who is nobody."""
    left = list(reading.people)
    told = []
    for answers in sent.people:
        same = [each for each in left if is_answered(each["full_name"], answers["full_name"])]
        found = {id(each): wrongs(each, answers, is_asked=bool(reading.questions)) for each in same}
        same.sort(key=lambda each: len(found[id(each)]))
        if not same:
            told.append(f"{answers['full_name']}: không thấy")
            continue
        left.remove(same[0])
        told += [f"{answers['full_name'][0]}: {each}" for each in found[id(same[0])]]
    return [*told, *(f"{each['full_name']}: thừa" for each in left)]


@pytest.mark.parametrize("name", SETS)
def test_nearly_everybody_is_right_without_a_question_and_nobody_wrong(
    name: str,
    known: KnownOffice,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    """What is asked in the set are honours that no law names, and a column of prizes."""
    files, least = SETS[name]
    told, right = [], []
    for sent in files:
        reading = read_file(write_sent(sent, tmp_path), "danh-sach", known)
        told += told_of(sent, reading)
        right += [each.is_certain and not reading.questions for each in reading.people]
    assert told == []
    assert sum(right) >= least * len(right)


@pytest.mark.parametrize("form", ["docx", "xlsx", "xls", "ods", "csv", "csv-1258"])
def test_the_same_list_in_another_form_is_the_same_people(
    form: str,
    known: KnownOffice,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    told = []
    for sent in TABLES[::3]:
        told += told_of(sent, read_file(write_sent(sent, tmp_path, form), "danh-sach", known))
    assert told == []
