"""The words of an open list: those of the law and of the shipped kinds of paper, and those that an office adds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vbgen.model.field import Offered


@dataclass(frozen=True, slots=True)
class ListedWord:
    """One word of a list: what the data keep of it, and what a clerk reads and picks."""

    code: str
    title: str
    other_titles: tuple[str, ...] = ()  # understood too


@dataclass(frozen=True)
class Vocabulary:
    """Every open list, in the order in which a form offers it."""

    honours: tuple[ListedWord, ...] = ()
    papers: tuple[ListedWord, ...] = ()
    headings: tuple[
        tuple[str, tuple[str, ...]], ...
    ] = ()  # field or title → what the office calls it
    ignored: tuple[str, ...] = ()  # headings of columns that the office keeps for itself
    designs: tuple[ListedWord, ...] = ()  # of certificates

    def headings_for(self, field: str, title: str) -> tuple[str, ...]:
        """What the office calls a column beside its title."""
        return tuple(
            each for key, called in self.headings if key in {field, title} for each in called
        )

    def words(self, offered: Offered | None) -> "WordList":
        """The list that a field offers; an empty one for a field that offers none."""
        found = {
            Offered.HONOURS: self.honours,
            Offered.PAPERS: self.papers,
            Offered.DESIGNS: self.designs,
        }
        return WordList(told_apart(found[offered]) if offered else ())


@dataclass(frozen=True)
class WordList:
    """Words that are told apart by title."""

    words: tuple[ListedWord, ...] = ()

    def title_of(self, code: str) -> str:
        """The title of a code, `Kế hoạch/van-nghe` of `ke-hoach/van-nghe`; anything else as it is."""
        head, slash, name = code.partition("/")
        if code in self._titles or not slash:
            return self._titles.get(code, code)
        return f"{self._titles.get(head, head)}/{name}"

    def code_of(self, text: str) -> str:
        """The code of a code or a title, in whatever case, with a name behind a stroke too; anything else as it is."""
        if text in self._titles or text.casefold() in self._codes:
            return self._codes.get(text.casefold(), text) if text not in self._titles else text
        head, slash, name = text.partition("/")
        head = head.strip()
        known = head if head in self._titles else self._codes.get(head.casefold())
        return f"{known}/{name.strip()}" if slash and known else text

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in order."""
        return tuple(word.code for word in self.words)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles in order."""
        return tuple(word.title for word in self.words)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {word.code: word.title for word in self.words}

    @cached_property
    def _codes(self) -> dict[str, str]:
        other = {title.casefold(): word.code for word in self.words for title in word.other_titles}
        return other | {word.title.casefold(): word.code for word in self.words}


def told_apart(words: Sequence[ListedWord]) -> tuple[ListedWord, ...]:
    """The words, those of one title with their codes behind it: what is written must be read again as the same."""
    standing = Counter(word.title.casefold() for word in words)
    codes = {word.code.casefold() for word in words}
    return tuple(
        replace(word, title=f"{word.title} ({word.code})")
        if _is_taken(word, standing, codes)
        else word
        for word in words
    )


def _is_taken(word: ListedWord, standing: Counter[str], codes: set[str]) -> bool:
    """Whether the title is another word's too, or another word's code."""
    title = word.title.casefold()
    return standing[title] > 1 or (title != word.code.casefold() and title in codes)
