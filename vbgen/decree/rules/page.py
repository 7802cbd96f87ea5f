"""Paper, orientation, margins, page numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.height import exceeds_page
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules.appearance import points
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph, Section

_A4: Final = (210.0, 297.0)
_A3: Final = (297.0, 420.0)  # of certificates that NĐ 98/2023, Điều 104, does not bind
_PAPER_TOLERANCE: Final = 1.0
_MARGIN_TOLERANCE: Final = 0.25
_SIDES: Final = ("top", "bottom", "left", "right")


def check_paper(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Sections that are not A4 (a certificate may be A3), or lie on their side without a table or appendix in them."""
    for index, section in enumerate(paper.document.sections):
        sizes = (_A4, _A3) if paper.kind is FormKind.CERTIFICATE else (_A4,)
        if not any(_is_of(section, size) for size in sizes):
            found = _(
                "khổ giấy {width} x {height} mm",
                width=round(section.width_mm),
                height=round(section.height_mm),
            )
            yield Hit("page.paper", found, section)
        if section.is_landscape and not _may_lie(paper, index):
            yield Hit("page.orientation", _("trang nằm ngang"), section)


def _is_of(section: Section, size: tuple[float, float]) -> bool:
    found = sorted((section.width_mm, section.height_mm))
    return all(abs(one - other) <= _PAPER_TOLERANCE for one, other in zip(found, size, strict=True))


def _may_lie(paper: Paper, index: int) -> bool:
    if paper.kind is FormKind.ATTACHED:
        return True
    in_appendix = any(
        item.section == index for appendix in paper.appendices for item in appendix.paragraphs
    )
    has_table = any(table.section == index and table.has_borders for table in paper.document.tables)
    return in_appendix or has_table


def check_margins(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Margins outside their ranges; a landscape sheet of an appendix is turned, so its margins turn too."""
    for index, section in enumerate(paper.document.sections):
        if section.is_landscape and _may_lie(paper, index):
            continue
        for side in _SIDES:
            yield from _margin(section, side, book)


def _margin(section: Section, side: str, book: FormRules) -> Iterator[Hit]:
    rule = book[f"page.margin-{side}"]
    width = float(getattr(section, f"{side}_mm"))
    low, high = rule.number("min") - _MARGIN_TOLERANCE, rule.number("max") + _MARGIN_TOLERANCE
    if not low <= width <= high:
        yield Hit(
            rule.id,
            _("{label} {width} mm", label=_side_label(side), width=points(round(width, 1))),
            section,
        )


def _side_label(side: str) -> str:
    return {
        "top": _("lề trên"),
        "bottom": _("lề dưới"),
        "left": _("lề trái"),
        "right": _("lề phải"),
    }[side]


def check_page_numbers(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Page numbers of the main text: there when needed, in the top margin, not on page 1."""
    first = paper.document.sections[0]
    above = _numbered(paper, first, first.headers)
    below = _numbered(paper, first, first.footers)
    for paragraph in below:
        yield Hit("page-number.position", _("số trang ở chân trang"), paragraph)
    if above and _shown_on_first_page(paper, first):
        yield Hit("page-number.first-page", _("trang thứ nhất có số trang"), above[0])
    shown = [*above, *below]
    if shown:
        yield from _counting(first, shown[0])
    elif is_long(paper, book):
        yield Hit("page-number.missing", _("không thấy số trang"))
    for paragraph in above:
        if _is_decorated(paragraph, first):
            found = _("số trang kèm chữ hoặc dấu: “{text}”", text=paragraph.plain)
            yield Hit("page-number.decorated", found, paragraph)


def _counting(section: Section, shown: Paragraph) -> Iterator[Hit]:
    """Numbers that are no Arabic figures, or do not begin with 1."""
    if section.page_format not in {"decimal", "numberInDash"}:
        yield Hit("page-number.format", _("số trang không phải chữ số Ả Rập"), shown)
    if section.page_start not in {None, 1}:
        found = _("số trang bắt đầu từ {start}", start=section.page_start)
        yield Hit("page-number.start", found, shown)


def _is_decorated(paragraph: Paragraph, section: Section) -> bool:
    written = re.search(r"[^\W\d_]|[-–—/]", paragraph.text)
    return written is not None or section.page_format == "numberInDash"


def is_long(paper: Paper, book: FormRules) -> bool:
    """Whether the main text surely runs over one page: by its letters, its height, or a page break in it."""
    main = [
        item
        for role, item in zip(paper.roles, paper.document.paragraphs, strict=True)
        if role not in _BEHIND
    ]
    letters = sum(len(item.plain) for item in main)
    if letters > book.number("page-number.missing", "letters") or exceeds_page(paper):
        return True
    return any(item.page_break for item in main[:-1])


_BEHIND: Final = frozenset(
    {
        Part.APPENDIX,
        Part.APPENDIX_TITLE,
        Part.APPENDIX_REFERENCE,
        Part.APPENDIX_TEXT,
        Part.OTHER,
        Part.EMPTY,
    }
)


def _numbered(paper: Paper, section: Section, references: Mapping[str, str]) -> list[Paragraph]:
    members = section.shown(references, even=paper.document.even_headers)
    return [
        item
        for name in members
        for item in paper.document.margins.get(name, ())
        if "PAGE" in item.fields
    ]


def _shown_on_first_page(paper: Paper, section: Section) -> bool:
    name = section.headers.get("first" if section.title_page else "default")
    return any("PAGE" in item.fields for item in paper.document.margins.get(name or "", ()))


def check_sheet(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Gutter, mirrored margins, columns and frames: what the page becomes, whatever its margins say."""
    for section in paper.document.sections:
        if section.gutter_mm > _MARGIN_TOLERANCE:
            yield _gutter(paper, section)
        if section.columns > 1:
            yield Hit("page.columns", _("{columns} cột", columns=section.columns), section)
        if section.has_borders:
            yield Hit("page.border", _("trang có khung viền"), section)
        if section.vertical != "top":
            yield Hit("page.vertical", _("chữ không bắt đầu từ đầu trang"), section)
        if section.has_line_numbers:
            yield Hit("page.line-numbers", _("dòng có đánh số"), section)
    if paper.document.two_on_one:
        yield Hit("page.two-on-one", _("hai trang trên một tờ"), paper.document.sections[0])
    yield from _mirrored(paper)


def _gutter(paper: Paper, section: Section) -> Hit:
    """The margin that the gutter widens; which side it lies on says the whole document."""
    gutter = points(round(section.gutter_mm, 1))
    if paper.document.gutter_on_top:
        top = points(round(section.gutter_mm + section.top_mm, 1))
        found = _("gáy đóng sách {gutter} mm, lề trên thật {top} mm", gutter=gutter, top=top)
        return Hit("page.gutter-top", found, section)
    left = points(round(section.gutter_mm + section.left_mm, 1))
    found = _("gáy đóng sách {gutter} mm, lề trái thật {left} mm", gutter=gutter, left=left)
    return Hit("page.gutter", found, section)


def _mirrored(paper: Paper) -> Iterator[Hit]:
    first = paper.document.sections[0]
    if paper.document.mirrored and abs(first.left_mm - first.right_mm) > _MARGIN_TOLERANCE:
        found = _(
            "lề đối xứng: trang chẵn có lề trái {right} mm", right=points(round(first.right_mm, 1))
        )
        yield Hit("page.mirror-margins", found, first)


CHECKS: Final = (check_sheet, check_paper, check_margins, check_page_numbers)
