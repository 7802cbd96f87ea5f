"""Bring the catalogues of other languages up to date with the sentences in the source; translations are kept."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from vbgen.decree import sentences as lint_sentences
from vbgen.law.arithmetic import Cutting
from vbgen.law.reading import shipped_files, shipped_rows

PACKAGE = Path(__file__).parent.parent / "vbgen"
CATALOGUES = PACKAGE / "locale"
METHODS = [("**.py", "python"), ("web/pages/**.html", "jinja2")]


def sentences() -> Catalog:
    """Every sentence that the source marks for translation, and those that stand in its data."""
    catalogue = Catalog(project="vbgen")
    for _file, message in marked():
        catalogue.add(message)
    for message in data_sentences():
        catalogue.add(message)
    return catalogue


def marked() -> Iterator[tuple[str, str]]:
    """Each file of the source, and of the desk's pages, with each sentence marked in it."""
    found = extract_from_dir(str(PACKAGE), keywords={"_": (1,)}, method_map=METHODS)
    for file, _line, message, _comments, _context in found:
        yield file.replace("\\", "/"), str(message)


def data_sentences() -> Iterator[str]:
    """What reaches `_` as a value: the decree's lint rules, the law's rules and ways of rounding."""
    yield from lint_sentences()
    for rule in shipped_rows(shipped_files()):
        yield from filter(None, (rule.title, rule.remedy))
    yield from (cutting.label for cutting in Cutting)


def main() -> None:
    """Rewrite each catalogue, sorted, without line numbers, so that a diff shows sentences only."""
    template = sentences()
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.stem)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as target:
            write_po(target, catalogue, sort_output=True, omit_header=True, width=0)


if __name__ == "__main__":
    main()
