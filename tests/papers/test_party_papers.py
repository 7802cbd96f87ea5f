"""The Party's papers: sizes, lines, endings and annexes by Hướng dẫn 05-HD/VPTW, in every shipped template."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm, Pt

from tests.papers.small import agency
from vbgen.model.agency import Agency, AgencyLevel, Signer, SigningPower
from vbgen.model.paper import PaperPlan
from vbgen.office.making.template_source import PaperLook, parts_in, set_in
from vbgen.papers.frame.letterhead import letterhead
from vbgen.papers.frame.signature import signature
from vbgen.papers.kinds.kind import Kind, Variant

TEMPLATES = Path(__file__).parents[2] / "templates"
SHIPPED = [path for path in sorted(TEMPLATES.glob("*/*.docx")) if path.parent.name != "_designs"]
LETTER = Kind(id="letter", folder=Path(), title="Công văn")


def committee() -> Agency:
    return agency(
        governing_body="TỈNH ỦY SƠN BÌNH",
        name="ĐẢNG ỦY XÃ TÂN HỢP",
        symbol="ĐU",
        level=AgencyLevel.PARTY,
        head_title="Bí thư",
        heading="ĐẢNG CỘNG SẢN VIỆT NAM",
    )


def words(content: bytes) -> str:
    document = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", document))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_shipped_template_ends_as_the_state_s_papers_or_counts_annexes_in_roman(
    path: Path,
) -> None:
    as_it_is = words(path.read_bytes())
    for made in (
        set_in(path.read_bytes(), PaperLook.PARTY),
        *parts_in({"x": path.read_bytes()}, PaperLook.PARTY).values(),
    ):
        said = words(made)
        assert "./." not in said
        assert not re.search(r"/\.(?!\w)", said), said
        assert not re.search(r"Phụ lục(\{%.*?%\})? I", said)
        assert re.sub("[/.I123]", "", said) == re.sub("[/.I123]", "", as_it_is)


def test_styles_are_the_party_s_where_the_office_has_not_set_its_own() -> None:
    template = (TEMPLATES / "award-decision" / "template.docx").read_bytes()
    own = docx.Document(BytesIO(template))
    own.styles["Tên loại văn bản"].font.size = Pt(15)
    changed = BytesIO()
    own.save(changed)
    made = docx.Document(BytesIO(set_in(changed.getvalue(), PaperLook.PARTY))).styles
    assert made["Tên loại văn bản"].font.size == Pt(15)
    house = docx.Document(BytesIO(set_in(template, PaperLook.PARTY))).styles
    assert house["Tên loại văn bản"].font.size == Pt(16)
    body = house["Nội dung"].paragraph_format
    assert (body.line_spacing, round(body.first_line_indent / Mm(1))) == (Pt(20), 10)


def test_a_letter_is_about_something_in_the_party_s_words() -> None:
    head = letterhead(committee(), LETTER, Variant(), PaperPlan(kind="x"), "V/v học tập Nghị quyết")
    assert head.letter_subject == "về việc học tập Nghị quyết"
    state = letterhead(agency(), LETTER, Variant(), PaperPlan(kind="x"), "học tập Nghị quyết")
    assert state.letter_subject == "V/v học tập Nghị quyết"


def test_the_title_alone_is_not_bold_and_only_the_party_s() -> None:
    secretary = Signer(
        id="bt",
        full_name="Hứa Đức Toàn",
        position="Bí thư",
        power=SigningPower.COLLECTIVE,
        on_behalf_of="Ban Thường vụ",
    )
    signed = signature(secretary, committee())
    assert (signed.lines, signed.plain) == (("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), 1)
    assert signature(secretary, agency()).plain == 0
