"""A decision whose body has some 200 pages, beside the bare engine that fills the same body as a template of its own.

    python benchmarks/long_body.py [--json FILE] [--pages 200] [--rounds 5] [--most 2.0]

Processor time, the best round of each:

- bare: the body opened as a template and rendered;
- framed: frame and body opened together and rendered, as a paper is;
- again: the framed paper rendered once more, compiled as it is.

With `--most` the exit code is 1 where framed takes more than so many times bare.
"""

import argparse
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from vbgen.word.body.preparing import prepare_body
from vbgen.word.template import Fragments, Template
from vbgen.words.filters import filters

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
LINES = 20  # paragraphs of a page, as the decree sets them


def long_body(pages: int) -> bytes:
    """Headings, paragraphs with a tag, lists and a table on every page."""
    document = docx.Document()
    for page in range(1, pages + 1):
        document.add_heading(f"{page}. Nội dung thứ {page}", 2)
        for line in range(LINES - 6):
            document.add_paragraph(
                f"Đoạn {line} của trang {page}: các phòng, đơn vị thực hiện nhiệm vụ được giao, báo cáo kết quả định"
                " kỳ hằng quý theo quy định của {{ movement.name }}."
            )
        for item in range(3):
            document.add_paragraph(f"việc {item};", style="List Number")
        table = document.add_table(2, 3)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.text = "ô"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def frame_values(framed: Template) -> dict[str, object]:
    """What the decision's frame prints, of the sample campaign."""
    from datetime import date

    from vbgen.campaign import load_campaign
    from vbgen.law.office import rules_of
    from vbgen.office.making.template_source import names_of
    from vbgen.office.stored.paper import PaperValues
    from vbgen.papers.context import context
    from vbgen.papers.kinds.kind import Variant
    from vbgen.papers.kinds.library import Library
    from vbgen.papers.kinds.vocabulary import vocabulary
    from vbgen.papers.scene import Scene

    law, library = rules_of({}).on(date(2022, 7, 1)), Library((TEMPLATES,))
    campaign = load_campaign(ROOT / "data" / "ha-nam-2022", vocabulary(library, law)).campaign
    scene = Scene(campaign, library.find("quyet-dinh"), Variant(), None, law)
    names = {*names_of(framed.fields()), "movement"}
    return dict(PaperValues(context(scene, names)).as_read().values)


def best(act: Callable[[], object], rounds: int) -> float:
    """Processor seconds of the quickest of some rounds."""
    spent = []
    for _round in range(rounds):
        start = time.process_time()
        act()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float)
    asked = parser.parse_args()
    body = prepare_body(long_body(asked.pages), "papers/quyet-dinh.docx").content
    kept = {path.stem: path.read_bytes() for path in (TEMPLATES / "_fragments").glob("*.docx")}
    frame = (TEMPLATES / "_frames" / "decision.docx").read_bytes()
    fragments = Fragments({**kept, "body": body})
    framed = Template.open(frame, fragments=fragments, filters=filters())
    values = frame_values(framed)
    figures = {
        "bare": best(lambda: Template.open(body, filters=filters()).render(values), asked.rounds),
        "framed": best(
            lambda: Template.open(frame, fragments=fragments, filters=filters()).render(values),
            asked.rounds,
        ),
        "again": best(lambda: framed.render(values), asked.rounds),
    }
    ratio = figures["framed"] / figures["bare"]
    for name, seconds in figures.items():
        print(f"{name:8} {seconds:7.3f} s")
    print(f"framed / bare {ratio:.2f}")
    if asked.json:
        asked.json.write_text(json.dumps({**figures, "ratio": ratio}), encoding="utf-8")
    return int(asked.most is not None and ratio > asked.most)


if __name__ == "__main__":
    sys.exit(main())
