"""Parts of the office templates: what python-docx draws, and values of docxtpl's own classes."""

import io
from collections.abc import Mapping
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from tests.word.docx_making import (
    Rows,
    add_table,
    members,
    of_paragraphs,
    picture,
    saved,
    with_members,
)


def with_margins(header: str, footer: str, *body: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    for text in body:
        document.add_paragraph(text)
    return saved(document)


def with_properties() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Kế hoạch {{ subject }}"
    document.core_properties.keywords = "{{ subject }}"
    document.sections[0].header.paragraphs[0].text = "{{ subject }}"
    document.add_paragraph("{{ subject }}, rồi lại {{ subject }}")
    return saved(document)


def with_styles(*texts: str, table: Rows = ()) -> bytes:
    document = docx.Document()
    document.styles.add_style("Nhấn", WD_STYLE_TYPE.CHARACTER).font.bold = True
    document.styles.add_style("Khổ hẹp", WD_STYLE_TYPE.PARAGRAPH).paragraph_format.left_indent = Mm(
        20
    )
    for text in texts:
        document.add_paragraph(text)
    add_table(document, table)
    return saved(document)


def with_a_picture_and_a_workbook() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kính gửi {{ name }}")
    document.add_picture(io.BytesIO(picture("blue")))
    return with_members(
        saved(document), {"word/embeddings/bang-tinh.xlsx": b"PK\x03\x04 {{ name }}"}
    )


_NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>'
    '<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Xem {{ source }}.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def with_a_footnote() -> bytes:
    plain = of_paragraphs("Số liệu đến hết tháng 6.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'
    parts = members(plain)
    reference = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    changed = {
        "word/footnotes.xml": _NOTES.encode(),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", override.encode()),
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", relation.encode()
        ),
        "word/document.xml": parts["word/document.xml"].replace(b"</w:p>", reference, 1),
    }
    return with_members(plain, changed)


def marked(_template: DocxTemplate) -> Mapping[str, object]:
    urgent, calm = RichText("Quá hạn", color="C00000", bold=True), RichText("Đúng hạn")
    return {
        "units": [
            {"name": "Phòng A", "state": urgent, "bg": "FFC000"},
            {"name": "B", "state": calm, "bg": "92D050"},
        ]
    }


def rich(_template: DocxTemplate) -> Mapping[str, object]:
    text = RichText("Toàn văn: ")
    formats: tuple[tuple[str, dict[str, Any]], ...] = (
        ("có kiểu", {"style": "Nhấn"}), ("nghiêng", {"italic": True}), ("đỏ", {"color": "#C00000"}),
        ("gạch", {"strike": True}), ("tô", {"highlight": "#FFFF00"}), ("nhỏ", {"size": 14}), ("lớn", {"size": 56}),
        ("trên", {"superscript": True}), ("dưới", {"subscript": True}), ("Tinos", {"font": "Tinos"}),
        *((line, {"underline": line}) for line in ("single", "double", "thick", "dotted", "dash", "wave")),
    )  # fmt: skip
    for words, format_ in formats:
        text.add(f" {words} ", **format_)
    text.add("\ndòng hai\ađoạn mới <b>\ahết trang\f")
    whole = RichText("gói trong ")
    whole.add(text)
    return {"text": whole}


def rich_paragraphs(_template: DocxTemplate) -> Mapping[str, object]:
    bold = RichText("Điều 1. ", bold=True)
    bold.add("Khen thưởng", italic=True)
    whole = RichTextParagraph()
    for words, style in (
        ("QUYẾT ĐỊNH", "Heading1"),
        ("thụt vào", "Khổ hẹp"),
        (bold, "ListBullet"),
        ("thường", None),
    ):
        whole.add(words, parastyle=style)
    return {"text": whole}


def escaped(_template: DocxTemplate) -> Mapping[str, object]:
    return {
        "rich": RichText("nhỏ hơn <, lớn hơn >, và &"),
        "plain": "1 < 2 & 3 > 2",
        "lines": RichText("một\nhai\aba", color="#7030A0"),
        "listing": Listing("danh sách\ncó <dòng>\n& dấu"),
        "page": RichText("\f"),
        "answer": "HTTP/1.1 200\n<html>\n\t<body>…</body>\n</html>",
    }


def pictures(template: DocxTemplate) -> Mapping[str, object]:
    def shown(colour: str, **size: Any) -> InlineImage:  # noqa: ANN401 - as docxtpl has it
        return InlineImage(template, io.BytesIO(picture(colour)), **size)

    return {
        "emblem": shown("red", width=Mm(20)),
        "stretched": shown("green", width=Mm(30), height=Mm(60)),
        "units": [
            {"logo": shown(colour, height=Mm(10)), "name": colour}
            for colour in ("blue", "yellow", "black")
        ],
    }


def subdocument(template: DocxTemplate) -> Mapping[str, object]:
    made = template.new_subdoc()
    made.add_heading("Phần phụ", level=1)
    made.add_paragraph("Đoạn có chữ ").add_run("nghiêng").italic = True
    made.add_picture(io.BytesIO(picture()), width=Mm(30))
    add_table(made, [["TT", "Họ và tên"], ["1", "Trần Thị Ánh"]])
    return {"title": "Báo cáo", "agency": "Sở Công Thương", "day": "20/7/2022", "part": made}


def whole_file(template: DocxTemplate) -> Mapping[str, object]:
    document = docx.Document()
    document.add_paragraph("Mục một", style="List Number")
    document.add_paragraph("Mục hai", style="List Number")
    document.add_picture(io.BytesIO(picture("green")))
    return {"part": template.new_subdoc(io.BytesIO(saved(document)))}
