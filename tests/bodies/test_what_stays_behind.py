"""What a paper does not take over from a body is told: tracked changes, comments; footnotes come along."""

import docx
import pytest

from tests.bodies.small_offices import SmallOffice
from tests.bodies.word_bodies import saved, seen
from tests.word.docx_making import members, of_body, with_members

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
REVISED = """<w:p><w:r><w:t xml:space="preserve">Giữ </w:t></w:r>
<w:ins w:id="1" w:author="A" w:date="2026-01-05T08:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins>
<w:del w:id="2" w:author="A" w:date="2026-01-05T08:00:00Z"><w:r><w:delText>bỏ</w:delText></w:r></w:del>
<w:r><w:t>./.</w:t></w:r></w:p>"""


def noted() -> bytes:
    """A body with two footnotes, the second of them first in the text."""
    body = "".join(
        f'<w:p><w:r><w:t>Đoạn {n}</w:t></w:r><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>'
        for n in (3, 2)
    )
    source = of_body(body)
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Chú thích {n}</w:t></w:r></w:p></w:footnote>'
        for n in (2, 3)
    )
    separator = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    )
    found = members(source)
    types = found["[Content_Types].xml"].decode()
    rels = found["word/_rels/document.xml.rels"].decode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return with_members(
        source,
        {
            "word/footnotes.xml": f"<w:footnotes {W}>{separator}{notes}</w:footnotes>".encode(),
            "[Content_Types].xml": types.replace(
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{KIND}footnotes+xml"/></Types>',
            ).encode(),
            "word/_rels/document.xml.rels": rels.replace(
                "</Relationships>",
                f'<Relationship Id="rIdN" Type="{office}/footnotes" Target="footnotes.xml"/></Relationships>',
            ).encode(),
        },
    )


def commented() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Nội dung có góp ý./.")
    document.add_comment(paragraph.runs, text="Sếp: xem lại", author="A", initials="A")
    return saved(document)


def test_footnotes_come_along_with_their_references(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("thong-bao.docx", noted())
    done = office.run(capsys, "draft", "thong-bao")
    assert done.code == 0, done.out + done.err
    found = members((office.drafts / "thong-bao.docx").read_bytes())
    text, notes = found["word/document.xml"].decode(), found["word/footnotes.xml"].decode()
    first = text.index("Đoạn 3"), text.index('w:footnoteReference w:id="1"')
    second = text.index("Đoạn 2"), text.index('w:footnoteReference w:id="2"')
    assert first < second
    assert notes.index("Chú thích 3") < notes.index("Chú thích 2")
    assert 'w:type="separator"' in notes


def test_tracked_changes_are_taken_as_accepted_and_asked_about_at_issue(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("thong-bao.docx", of_body(REVISED))
    office.plan("thong-bao", subject="Về lịch trực")
    office.run(capsys, "draft", "thong-bao")
    said = seen(office.drafts / "thong-bao.docx")
    assert "Giữ thêm./." in said
    words = ("--date", "2026-02-10", "--by", "Lan")
    refused = office.run(capsys, "issue", "thong-bao", *words, "--json")
    assert refused.code == 1
    assert "body-revisions" in refused.out
    assert "chấp nhận hoặc từ chối" in refused.out
    issued = office.issue(capsys, "thong-bao")
    assert "body-revisions" in issued.json["issued"][0]["consent"]["doubts"]


def test_comments_never_reach_an_issued_paper(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    office.lay("thong-bao.docx", commented())
    office.plan("thong-bao", subject="Về lịch trực")
    done = office.run(capsys, "draft", "thong-bao", "--json")
    assert "body-comments" in {each["code"] for each in done.json["problems"]}
    issued = office.issue(capsys, "thong-bao")
    assert issued.code == 0, issued.out
    paper = next((office.folder / "output").rglob("01-TB-SYT-thong-bao.docx"))
    assert not any(
        b"xem l" in content or b"commentReference" in content
        for content in members(paper.read_bytes()).values()
    )


def test_a_body_as_typed_keeps_its_looks(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Chữ riêng./.")
    run.font.name = "Arial"
    office.lay("thu-cong.docx", saved(document))
    office.plan("thu-cong", subject="Chúc mừng", body_form="as typed")
    done = office.run(capsys, "draft", "thu-cong", "--json")
    assert "body-in-form" not in {each["code"] for each in done.json["problems"]}
    assert b"Arial" in members((office.drafts / "thu-cong.docx").read_bytes())["word/document.xml"]
    office.change(lambda data: data["papers"][0].pop("body_form"))
    again = office.run(capsys, "draft", "thu-cong", "--json")
    assert "body-in-form" in {each["code"] for each in again.json["problems"]}
    assert (
        b"Arial" not in members((office.drafts / "thu-cong.docx").read_bytes())["word/document.xml"]
    )


def test_a_body_of_a_stranger_is_rendered_within_bounds(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 'x' * 10**10 }}")
    office.lay("thong-bao.docx", saved(document))
    done = office.run(capsys, "draft", "thong-bao")
    assert done.code == 3
    assert "thong-bao.docx" in done.out + done.err


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nơi nhận:",
    ],
)
def test_a_body_with_a_frame_of_its_own_is_asked_about(
    office: SmallOffice, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    document = docx.Document()
    document.add_paragraph(line)
    document.add_paragraph("Nội dung./.")
    office.lay("thong-bao.docx", saved(document))
    done = office.run(capsys, "draft", "thong-bao", "--json")
    assert "body-has-frame" in {each["code"] for each in done.json["problems"]}


def test_only_what_a_paper_is_made_from_is_kept_with_it(
    office: SmallOffice, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung./.")
    office.lay("thong-bao.docx", saved(document))
    office.plan("thong-bao", subject="Về lịch trực")
    issued = office.issue(capsys, "thong-bao")
    kept = {name for name in issued.json["issued"][0]["files"] if name.startswith("fragment.")}
    assert "fragment.letterhead.docx" in kept
    assert "fragment.votes.docx" not in kept
