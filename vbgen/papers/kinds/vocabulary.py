"""The words that an office chooses from: honours of the law of a day and kinds of paper, its own among them."""

from collections.abc import Iterator

from vbgen.errors import TemplateError
from vbgen.law.rulebook import LawOfDay
from vbgen.model.vocabulary import ListedWord, Vocabulary
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.papers.kinds.library import Library
from vbgen.papers.kinds.own_headings import own_headings


def vocabulary(library: Library, law: LawOfDay) -> Vocabulary:
    """Every open list of the forms, and the office's own headings; a kind that cannot be read is told where it is used.

    Raises UnreadableFileError for an office's `headings.toml` that is wrong.
    """
    honours = {
        each.name: ListedWord(each.name, each.name, each.other_names) for each in law.honours
    }
    own = own_headings(library.folders)
    return Vocabulary(
        tuple(honours.values()),
        paper_words(library),
        headings=own.columns,
        ignored=own.ignored,
        designs=design_words(library),
    )


def design_words(library: Library) -> tuple[ListedWord, ...]:
    """A word for every design of certificates; a declaration that cannot be read is told where it is used."""
    try:
        designs = library.designs().values()
    except TemplateError:
        return ()
    return tuple(ListedWord(each.name, each.declared.title) for each in designs)


def paper_words(library: Library) -> tuple[ListedWord, ...]:
    """A word for every paper that rows of a campaign can name, in the order in which papers come.

    The first folder's title counts; what the same paper is called in later folders is understood too.
    """
    return tuple(word for name in library.names() for word in _words(library.declared(name)))


def _words(declared: tuple[Kind, ...]) -> Iterator[ListedWord]:
    if not declared or not declared[0].is_drafted:
        return
    for variant in declared[0].variants:
        code = declared[0].paper_id(variant)
        called = list(dict.fromkeys(_titles(declared, variant.id)))
        title = called[0] if called else f"{declared[0].title} ({variant.id})"
        yield ListedWord(code, title, tuple(called[1:]))


def _titles(declared: tuple[Kind, ...], variant: str) -> Iterator[str]:
    """What a paper is called in each folder that says it."""
    for kind in declared:
        for each in kind.variants:
            if each.id == variant and (title := _title(kind, each)):
                yield title


def _title(kind: Kind, variant: Variant) -> str:
    return variant.title if variant.id else variant.title or kind.title
