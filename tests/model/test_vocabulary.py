"""Each field carries its Vietnamese title, once."""

from collections.abc import Iterator

import pytest

from vbgen.model import agency, campaign, council, movement, paper, people
from vbgen.model.campaign import Campaign
from vbgen.model.field import Choice, Record

MODULES = (agency, campaign, council, movement, paper, people)


def classes(base: type) -> Iterator[type]:
    for module in MODULES:
        for member in vars(module).values():
            if (
                isinstance(member, type)
                and issubclass(member, base)
                and member.__module__ == module.__name__
            ):
                yield member


@pytest.mark.parametrize("record", list(classes(Record)), ids=lambda record: record.__name__)
def test_every_field_has_a_title_of_its_own(record: type[Record]) -> None:
    titles = [field.title for field in record.model_fields.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("choice", list(classes(Choice)), ids=lambda choice: choice.__name__)
def test_every_choice_has_a_label_of_its_own(choice: type[Choice]) -> None:
    labels = [member.label for member in choice]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert all(choice(member.value) is member for member in choice)


def test_sheets_have_titles_that_excel_takes() -> None:
    titles = [field.title or "" for field in Campaign.model_fields.values()]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= 31 and not set(title) & set(r"[]:*?/\\") for title in titles)


def test_a_record_cannot_be_changed_and_takes_no_unknown_field() -> None:
    row = paper.PaperLine(kind="x", text="y")
    with pytest.raises(ValueError, match="frozen"):
        row.text = "z"  # type: ignore[misc] # what is proved
    with pytest.raises(ValueError, match="Extra inputs"):
        paper.PaperLine.model_validate({"kind": "x", "text": "y", "other": "z"})
