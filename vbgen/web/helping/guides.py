"""The guide as the desk shows it: the pages of `docs/`, whole, and the part of one room beside that room."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

import vbgen

_ROOMS_IN = {
    "vi": "ban-lam-viec",
    "en": "desk-rooms",
}  # language → the page with a part for each room
_NO_LETTER = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class GuidePicture:
    """A picture of the guide."""

    content: bytes
    media_type: str


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide, read from its Markdown file."""

    name: str
    language: str
    path: Path

    @cached_property
    def title(self) -> str:
        """Its first heading."""
        return _said(self._tokens[1])

    @cached_property
    def html(self) -> Markup:
        """The whole page, its own heading first."""
        return _html(self._tokens)

    def part(self, title: str) -> Markup:
        """What stands under that heading of the second rank, without pictures; empty where there is none."""
        return self._parts.get(title, Markup())

    @property
    def titles(self) -> Sequence[str]:
        """Its headings of the second rank."""
        return tuple(self._parts)

    @staticmethod
    def anchor(title: str) -> str:
        """The name by which other pages lead to that heading."""
        return _anchor(title)

    @cached_property
    def _tokens(self) -> Sequence[Token]:
        tokens = _MARKDOWN.parse(self.path.read_text(encoding="utf-8"))
        for token in tokens:
            _lead_within(token.children or (), self.path)
            if token.type == "fence":
                token.attrSet("tabindex", "0")  # wide ones are scrolled by the keyboard too
        _name_headings(tokens)
        return tokens

    @cached_property
    def _parts(self) -> Mapping[str, Markup]:
        starts = [
            at
            for at, token in enumerate(self._tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ]
        ends = [*starts[1:], len(self._tokens)]
        return {
            _said(self._tokens[start + 1]): _html(_without_pictures(self._tokens[start + 3 : end]))
            for start, end in zip(starts, ends, strict=False)
        }


@dataclass(frozen=True)
class Guides:
    """Every page of the guide by its name, and every picture; nothing else of the folder is served."""

    pages: Mapping[str, GuidePage]
    pictures: Mapping[str, GuidePicture]

    def part(self, title: str, language: str) -> Markup:
        """What is told of a room, in the reader's language."""
        return self.rooms(language).part(title)

    def rooms(self, language: str) -> GuidePage:
        """The page that has a part for each room."""
        return self.pages[_ROOMS_IN[language]]

    def listed(self, language: str) -> Sequence[GuidePage]:
        """The pages of a language, by their titles."""
        found = (page for page in self.pages.values() if page.language == language)
        return sorted(found, key=lambda page: page.title)


@cache
def guides() -> Guides:
    """What is shipped, found once."""
    docs = _folder()
    pages = [
        GuidePage(path.stem, language, path)
        for language, folder in zip(("en", "vi"), _page_folders(), strict=True)
        for path in sorted(folder.glob("*.md"))
    ]
    pictures = {
        path.name: GuidePicture(path.read_bytes(), kind)
        for ending, kind in (("png", "image/png"), ("svg", "image/svg+xml"))
        for path in sorted((docs / "pictures").glob(f"*.{ending}"))
    }
    return Guides({page.name: page for page in pages}, pictures)


def _folder() -> Path:
    """Where the guide lies, in a wheel or in a checkout."""
    package = Path(vbgen.__file__).parent
    inside = package / "_shipped" / "docs"
    return inside if inside.is_dir() else package.parent / "docs"


def _page_folders() -> tuple[Path, Path]:
    """Of the English pages and of the Vietnamese."""
    docs = _folder().resolve()
    return docs, docs / "vi"


def _said(inline: Token) -> str:
    return "".join(each.content for each in inline.children or ())


def _html(tokens: Sequence[Token]) -> Markup:
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704 - our own pages


def _name_headings(tokens: Sequence[Token]) -> None:
    """Each heading bears the name by which other pages lead to it, as where the pages are read otherwise."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", _anchor(_said(inline)))


def _anchor(title: str) -> str:
    return _NO_LETTER.sub("", title.lower()).replace(" ", "-")


def _lead_within(tokens: Iterable[Token], page: Path) -> None:
    """Links and pictures lead to the desk's own pages; what it does not serve is no link."""
    is_hidden = False
    for token in tokens:
        if token.type == "image":
            token.attrSet("src", _address(str(token.attrs["src"]), page))
            token.attrSet("loading", "lazy")
        elif token.type == "link_open":
            address = _address(str(token.attrs["href"]), page)
            token.attrSet("href", address)
            is_hidden = not address
        if token.type in {"link_open", "link_close"}:
            token.hidden = is_hidden


def _address(written: str, page: Path) -> str:
    """Where the desk serves what a page leads to; empty where it does not."""
    path, sharp, part = written.partition("#")
    if not path:
        return written
    target = (page.parent / path).resolve()
    if target.parent == _folder().resolve() / "pictures":
        return f"/help/pictures/{target.name}"
    is_page = target.suffix == ".md" and target.parent in _page_folders()
    return f"/help/{target.stem}{sharp}{part}" if is_page else ""


def _without_pictures(tokens: Sequence[Token]) -> Sequence[Token]:
    """Beside the room itself its picture says nothing."""
    drawn = {
        at + step
        for at, token in enumerate(tokens)
        if token.type == "inline" and _is_picture(token)
        for step in (-1, 0, 1)
    }
    return [token for at, token in enumerate(tokens) if at not in drawn]


def _is_picture(inline: Token) -> bool:
    return [each.type for each in inline.children or ()] == ["image"]


def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable("table")
    for kind in ("html_block", "html_inline"):  # marks for our own programs
        made.add_render_rule(kind, lambda *_given: "")
    return made


_MARKDOWN = _markdown()
