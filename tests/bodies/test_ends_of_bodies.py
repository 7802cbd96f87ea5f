"""A body of the Party ends with a full stop, as its papers do; every other letter of it stays."""

from io import BytesIO

import docx
import pytest

from tests.bodies.word_bodies import seen
from vbgen.word.body.preparing import prepare_body


def typed(*runs: str, behind: str = "") -> bytes:
    document, written = docx.Document(), BytesIO()
    document.add_paragraph("Các chi bộ thực hiện./.")
    last = document.add_paragraph()
    for text in runs:
        last.add_run(text)
    document.add_paragraph(behind)
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("runs", "said", "ends"),
    [
        (("Văn phòng theo dõi./.",), "Văn phòng theo dõi.", 1),
        (("Văn phòng theo dõi", "./", "."), "Văn phòng theo dõi.", 1),
        (("Văn phòng theo dõi.", "/. "), "Văn phòng theo dõi.", 1),
        (("Văn phòng theo dõi.",), "Văn phòng theo dõi.", 0),
        (("Văn phòng theo dõi",), "Văn phòng theo dõi", 0),
    ],
)
def test_the_mark_of_the_state_s_papers_becomes_a_stop(
    runs: tuple[str, ...], said: str, ends: int
) -> None:
    prepared = prepare_body(typed(*runs), "x.docx", bare_end=True)
    assert list(filter(None, seen(prepared.content))) == ["Các chi bộ thực hiện./.", said]
    assert prepared.changed.get("ends", 0) == ends


@pytest.mark.parametrize("wish", [{"bare_end": False}, {"bare_end": True, "as_typed": True}])
def test_it_stays_elsewhere_and_as_typed(wish: dict[str, bool]) -> None:
    prepared = prepare_body(typed("Hết./."), "x.docx", **wish)
    assert "Hết./." in seen(prepared.content)
