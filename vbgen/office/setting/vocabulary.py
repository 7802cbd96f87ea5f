"""The words that an office chooses from: honours of the law of a day and kinds of paper, its own among them."""

from vbgen.law.rulebook import LawOfDay
from vbgen.model.vocabulary import Vocabulary, Word
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.paper_words import paper_words


def vocabulary(library: Library, law: LawOfDay) -> Vocabulary:
    """Every open list of the forms; raises nothing: a kind that cannot be read is told where it is used."""
    honours = {each.name: Word(each.name, each.name, each.other_names) for each in law.honours}
    return Vocabulary(tuple(honours.values()), paper_words(library))
