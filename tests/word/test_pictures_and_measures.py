"""Pictures and measures of the data: every whole picture is taken, any other is told with advice that fits."""

import io
from pathlib import Path

import pytest
from docxtpl import DocxTemplate, InlineImage
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.word.docx_making import body_xml, members, of_body, of_paragraphs, picture, texts
from vbgen.errors import Problem, TemplateError
from vbgen.word.drawing.images import read_image
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Picture, RichText, RuleLine, Subdocument, Template

KINDS = ["PNG", "JPEG", "GIF", "BMP", "TIFF"]
TEMPLATE = Template.open(of_paragraphs("a {{ x }} b"), name="mẫu.docx")


def refused(value: object) -> Problem:
    with pytest.raises(TemplateError) as caught:
        TEMPLATE.render({"x": value})
    (problem,) = caught.value.problems
    assert problem.code == "value-unfit"
    assert problem.place.quote == "{{ x }}"
    assert "làm ít hơn" not in problem.hint
    return problem


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dpi", [None, (96, 96), (300, 300)])
def test_every_kind_of_picture_has_the_size_that_docxtpl_gives_it(
    kind: str, dpi: tuple[int, int] | None
) -> None:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(made, kind, **({"dpi": dpi} if dpi else {}))
    theirs = DocxTemplate(io.BytesIO(of_paragraphs("{{ x }}")))
    theirs.render({"x": InlineImage(theirs, io.BytesIO(made.getvalue()))})

    ours = TEMPLATE.render({"x": Picture(made.getvalue())})

    extent = body_xml(ours).split("<wp:extent ")[1].split("/>")[0]
    saved = io.BytesIO()
    theirs.save(saved)
    other = body_xml(saved.getvalue()).split("<wp:extent ")[1].split("/>")[0]
    sizes = [[int(each.split('"')[1]) for each in text.split()] for text in (extent, other)]
    assert all(abs(one - two) <= two // 50 for one, two in zip(*sizes, strict=True))
    assert unsound(ours, "x") == ()
    assert made.getvalue() in members(ours).values()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_picture_that_was_cut_off_is_told_as_such(kind: str, share: float) -> None:
    noise = io.BytesIO()
    Image.effect_noise((64, 64), 90).convert("RGB").save(noise, kind)
    whole = noise.getvalue()

    problem = refused(Picture(whole[: int(len(whole) * share)]))

    assert "không còn nguyên vẹn" in problem.message
    assert "lấy lại ảnh gốc" in problem.hint


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"<html/>", b"RIFF0000WEBPVP8 "])
def test_what_is_no_picture_is_told_with_the_kinds_that_are(data: bytes) -> None:
    told = refused(Picture(data)).message
    assert "không phải là ảnh PNG, JPEG, SVG, GIF, BMP, TIFF hay EMF" in told


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_a_damaged_picture_never_ends_in_a_fault_of_ours(kind: str, data: st.DataObject) -> None:
    whole = bytearray(picture(kind=kind))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    found = read_image(bytes(whole[: data.draw(st.integers(0, len(whole)))]))

    assert found is None or min(found.width, found.height) > 0


def test_a_path_may_be_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture())

    by_word = TEMPLATE.render({"x": Picture(str(tmp_path / "a.png"))})

    assert by_word == TEMPLATE.render({"x": Picture(tmp_path / "a.png")})


@pytest.mark.parametrize(
    ("source", "words"),
    [("không-có.png", "Không đọc được ảnh"), ("a\0b", "Không đọc được"), (7, "đường dẫn")],
)
def test_a_picture_that_cannot_be_read_is_told(source: object, words: str) -> None:
    assert words in refused(Picture(source)).message  # type: ignore[arg-type] # as a caller without types may


MEASURES = [-5, 0, 1e9, float("inf"), float("nan"), "5", True, 559]


@pytest.mark.parametrize("size", MEASURES)
def test_a_measure_that_no_page_has_is_told(size: float) -> None:
    for value in (
        Picture(picture(), width_mm=size),
        Picture(picture(), height_mm=size),
        RuleLine(size),
        RuleLine(9, size),
    ):
        assert "lớn hơn 0" in refused(value).message


def test_a_measure_that_a_page_has_is_taken() -> None:
    assert 'cx="20116800"' in body_xml(TEMPLATE.render({"x": Picture(picture(), width_mm=558.8)}))


def test_other_values_that_do_not_fit_have_their_own_advice() -> None:
    assert "địa chỉ" in refused(RichText("a", url="javascript:x")).hint
    block = Template.open(of_paragraphs("{{p x }}"))
    with pytest.raises(TemplateError) as caught:
        block.render({"x": Subdocument(b"no docx")})
    assert "tài liệu con" in caught.value.problems[0].hint


def test_what_is_dangerous_in_a_subdocument_is_dropped_and_told() -> None:
    live = of_body(
        '<w:p><w:fldSimple w:instr="DDE a"><w:r><w:t>chữ</w:t></w:r></w:fldSimple></w:p>'
    )

    proved = Template.open(of_paragraphs("{{p x }}")).render_with_proof({"x": Subdocument(live)})

    assert [problem.code for problem in proved.warnings] == ["dangerous-dropped"]
    assert texts(proved.document) == ["chữ"]
    assert "DDE" not in body_xml(proved.document)
