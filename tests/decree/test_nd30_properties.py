"""Whatever happens to a Word file, checking it gives findings or one sentence; mending it loses no letter."""

import zipfile
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.decree.nd30_papers import GOOD
from vbgen.decree import annotate, fix, lint
from vbgen.decree.linting import read_paper
from vbgen.decree.mend.fix import letters_of
from vbgen.errors import UnreadableFileError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCES = [build().bytes() for build in GOOD.values()]
WORDS = st.text(
    st.sampled_from('aăâđeêuưxyzABCĐ 0123456789.,;:/-–—()“”"…\u0301\u0323\u00a0\u200b\n\tộỏù'), max_size=40
) | st.sampled_from(
    [
        "Số: 5/QD - SCT", "ngày 5 tháng 2 năm 2022", "QUYẾT ĐỊNH", "Điều 3:", "KT GIÁM ĐỐC", "Nơi nhận", "Kính gửi",
        "Phụ lục", "1) khoản", "c. điểm", "Chương 2 Tên", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "./.", "{{ x }}",
    ]
)  # fmt: skip
VALUES = st.sampled_from(
    [
        "0",
        "1",
        "-5",
        "abc",
        "",
        "99999999999",
        "true",
        "left",
        "center",
        "both",
        "14pt",
        "1.5cm",
        "exact",
    ]
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Root = etree._Element
Draw = st.DrawFn


def _one(draw: Draw, elements: list[Root]) -> Root | None:
    return elements[draw(st.integers(0, len(elements) - 1))] if elements else None


def _set_text(draw: Draw, root: Root) -> None:
    text = _one(draw, list(root.iter(f"{W}t")))
    if text is not None:
        text.text = draw(WORDS)


def _set_attribute(draw: Draw, root: Root) -> None:
    element = _one(
        draw,
        [item for item in root.iter(etree.Element) if any(W in str(key) for key in item.attrib)],
    )
    if element is not None:
        keys = [str(key) for key in element.attrib if W in str(key)]
        element.set(keys[draw(st.integers(0, len(keys) - 1))], draw(VALUES))


def _remove(draw: Draw, root: Root) -> None:
    element = _one(draw, [item for item in root.iter(etree.Element) if item.tag != f"{W}body"][1:])
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _repeat(draw: Draw, root: Root) -> None:
    element = _one(draw, list(root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}tc", f"{W}tbl"))[:60])
    if element is not None:
        element.addnext(deepcopy(element))


@st.composite
def spoilt_files(draw: Draw, sources: Sequence[bytes] = SOURCES) -> bytes:
    source = draw(st.sampled_from(sources))
    with zipfile.ZipFile(BytesIO(source)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    beside = ("word/styles.xml", "word/settings.xml", "word/header1.xml")
    names = ["word/document.xml"] * 4 + [name for name in beside if name in members]
    name = draw(st.sampled_from(names))
    root = etree.fromstring(members[name])
    for act in draw(
        st.lists(
            st.sampled_from([_set_text, _set_attribute, _remove, _repeat]), min_size=1, max_size=8
        )
    ):
        act(draw, root)
    members[name] = etree.tostring(root)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return out.getvalue()


@QUICK
@given(spoilt_files())
def test_any_file_that_python_docx_opens_is_checked_mended_and_annotated(docx: bytes) -> None:
    try:
        Document(BytesIO(docx))
        opens = True
    except Exception:  # noqa: BLE001 - python-docx fails in many ways on what it cannot open
        opens = False
    try:
        report = lint(docx)
    except UnreadableFileError:
        assert not opens or read_is_refused(docx)
        return
    fixed = fix(docx)
    assert _letters(docx) == _letters(fixed.docx)
    annotate(docx, report)
    if opens:
        Document(BytesIO(fixed.docx))


def read_is_refused(docx: bytes) -> bool:
    """A file without a body cannot be a paper, though python-docx hands it out."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml")).find(f"{W}body") is None


def _letters(docx: bytes) -> str:
    return letters_of(read_paper(docx)).replace("0", "")


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_give_findings_or_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        lint(data)


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_mending_twice_changes_nothing_more(lines: list[str]) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    once = fix(out.getvalue())
    twice = fix(once.docx)
    assert [item.rule for item in twice.remaining.findings] == [
        item.rule for item in once.remaining.findings
    ]
    assert _letters(out.getvalue()) == _letters(twice.docx)
