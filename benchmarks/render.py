"""How fast documents are made: docxtpl, other engines, a bare compiled Jinja template with a raw-copied zip, vbgen.

    python benchmarks/render.py [--json FILE] [--seconds 3] [--rows 10000] [--documents 100000] [--alone]

All in one run on one core, in processor time, every document's text checked against its data.
Only the untrusted template is timed by the clock: it renders in a process of its own.
"""

import argparse
import io
import json
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

import jinja2
import peers
from docxtpl import DocxTemplate
from made import annex, certificate, merge_fields, nominees, people

from vbgen.office.making.run_paper import PaperOfRun
from vbgen.word.package.zipwriter import Member, ZipBase
from vbgen.word.template import Compressor, Template

Context = Mapping[str, object]
Make = Callable[[Context], bytes]


def docxtpl_loop(template: bytes) -> Make:
    """The docxtpl library as its documents say, with autoescape on."""

    def make(context: Context) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(context), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


def bare_jinja(template: bytes) -> Make:
    """The least that any Jinja engine must do: one compiled template, other members copied as they lie."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        source = archive.read("word/document.xml").decode()
        rest = [Member.of(name, archive.read(name), Compressor()) for name in archive.namelist()]
    source = re.sub(
        r"<w:tr>(?:(?!<w:tr>).)*?(\{%)tr (.*?%\}).*?</w:tr>", r"\1 \2", source, flags=re.DOTALL
    )
    compiled = jinja2.Environment(autoescape=True).from_string(source)
    base = ZipBase(member for member in rest if member.name != "word/document.xml")

    def make(context: Context) -> bytes:
        content = compiled.render(context).encode()
        stream = zlib.compressobj(6, zlib.DEFLATED, -15)
        data = stream.compress(content) + stream.flush()
        return base.write([Member("word/document.xml", data, 8, zlib.crc32(content), len(content))])

    return make


def ours(template: bytes, compressor: Compressor) -> Make:
    """vbgen, strict names, escaping and checks on."""
    return Template.open(template, compressor=compressor).render


def check(document: bytes, context: Context) -> None:
    """Stop where a value of the data is not in the document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        text = unescape(re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode()))
    rows = context.get("nominees")
    values = (
        [value for row in rows for value in row.values()]
        if isinstance(rows, list)
        else context.values()
    )
    lost = [value for value in values if str(value) not in text]
    if lost:
        raise SystemExit(f"lost: {lost[:3]}")


def rate(make: Make, contexts: Iterator[Context], seconds: float) -> float:
    """Documents a second, the best of three; each document's text checked outside the clock."""
    best = 0.0
    for _round in range(3):
        pairs: list[tuple[bytes, Context]] = []
        start = process_time()
        while process_time() - start < seconds / 3:
            context = next(contexts)
            pairs.append((make(context), context))
        best = max(best, len(pairs) / (process_time() - start))
        for document, values in pairs:
            check(document, values)
    return best


def once(make: Make, context: Context) -> float:
    """Seconds for one document, the best of three, its text checked."""
    best = float("inf")
    for _round in range(3):
        start = process_time()
        document = make(context)
        best = min(best, process_time() - start)
    check(document, context)
    return best


def engines(template: bytes) -> dict[str, Make]:
    """Every engine over one template."""
    found = {
        "docxtpl": docxtpl_loop(template),
        "bare jinja + raw zip": bare_jinja(template),
        "vbgen zlib": ours(template, Compressor(prepared=False)),
        "vbgen prepared": ours(template, Compressor()),
    }
    try:
        found["vbgen isal"] = ours(template, Compressor("isal", 1, prepared=False))
    except ImportError:
        print("isal is not installed: left out")
    return found


def opening(rows: int) -> dict[str, float]:
    """Seconds to open and render a template with many static rows."""
    template, context = annex(rows), nominees(1)
    start = process_time()
    make = ours(template, Compressor())
    opened = process_time() - start
    return {"open": opened, "render": once(make, context), "static rows": rows}


def untrusted(template: bytes) -> dict[str, float]:
    """A template that nobody trusts, rendered in the bounded process, to the same one trusted, by the clock.

    The ratio of times for batches of 100 and of 1,000, the bounded process at work already; and its first document.
    """
    found, paper, trusted = (
        dict[str, float](),
        PaperOfRun(template, "mẫu lạ"),
        ours(template, Compressor()),
    )
    first = next(people())
    start = perf_counter()
    check(paper.filled(first), first)
    found["first document, s"] = perf_counter() - start
    for count in (100, 1000):
        contexts: list[Context] = list(islice(people(), count))
        times = [
            min(_batch(make, contexts) for _round in range(3)) for make in (paper.filled, trusted)
        ]
        found[f"of {count}, s"], found[f"of {count}, trusted, s"] = times
        found[f"of {count}, ratio"] = times[0] / times[1]
    return found


def _batch(make: Make, contexts: Sequence[Context]) -> float:
    """Seconds by the clock, each document's text checked outside of it."""
    start = perf_counter()
    documents = [make(context) for context in contexts]
    taken = perf_counter() - start
    for document, values in zip(documents, contexts, strict=True):
        check(document, values)
    return taken


def memory(make: Make, count: int) -> dict[str, float]:
    """MiB of this process after 1,000 documents and after all of them."""
    found = dict[str, float]()
    for number, context in enumerate(islice(people(), count), 1):
        make(context)
        if number in {1000, count}:
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
            found[f"after {number}"] = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return found


def others(rows: int) -> tuple[dict[str, float], dict[str, float]]:
    """Certificates a second, and seconds for the annex, of engines that are no relatives of ours."""
    rates, times = dict[str, float](), dict[str, float]()
    contexts: list[Context] = list(islice(people(), 1000))
    listing = [nominees(rows)]
    with peers.npm_folder() as folder:
        for engine in peers.NODE_ENGINES:
            if folder is None:
                break
            tags = peers.TAGS[engine]
            rates[engine] = peers.node(
                folder, engine, certificate(tags.field), contexts, check
            ).rate
            times[engine] = peers.node(folder, engine, annex(tags=tags), listing, check).seconds
    tags = peers.TAGS["docx-mailmerge2"]
    one = peers.mailmerge(merge_fields(certificate(tags.field)), contexts, check)
    many = peers.mailmerge(merge_fields(annex(tags=tags)), listing, check)
    if one and many:
        rates["docx-mailmerge2"], times["docx-mailmerge2"] = one.rate, many.seconds
    return rates, times


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument(
        "--documents", type=int, default=100_000, help="over which memory is watched"
    )
    parser.add_argument(
        "--alone", action="store_true", help="without engines that have to be installed"
    )
    options = parser.parse_args(arguments)
    template, listing = certificate(), annex()
    rates = {
        name: rate(make, people(), options.seconds) for name, make in engines(template).items()
    }
    context = nominees(options.rows)
    times = {name: once(make, context) for name, make in engines(listing).items()}
    if not options.alone:
        more_rates, more_times = others(options.rows)
        rates, times = {**more_rates, **rates}, {**more_times, **times}
    report = {
        "certificates a second": rates,
        f"annex of {options.rows} rows, s": times,
        "static": opening(4000),
        "untrusted template, by the clock": untrusted(template),
    }
    report["memory, MiB"] = memory(ours(template, Compressor()), options.documents)
    show(rates, times, report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")


def show(
    rates: dict[str, float], times: dict[str, float], report: dict[str, dict[str, float]]
) -> None:
    slow, slow_annex = rates["docxtpl"], times["docxtpl"]
    for name in sorted(rates, key=lambda each: rates[each]):
        by, annex_by = rates[name] / slow, slow_annex / times[name]
        print(
            f"{name:22} {rates[name]:9.0f}/s {by:7.1f} x   annex {times[name]:6.3f} s {annex_by:6.1f} x"
        )
    static = report["static"]
    print(
        f"4000 static rows: opened in {static['open']:.2f} s, rendered in {static['render']:.3f} s"
    )
    strange = report["untrusted template, by the clock"]
    print(f"untrusted template: first document in {strange['first document, s']:.2f} s")
    for count in (100, 1000):
        taken, ratio = strange[f"of {count}, s"], strange[f"of {count}, ratio"]
        print(
            f"untrusted template: {count} documents in {taken:.2f} s, {ratio:.1f} times a trusted one"
        )
    print(
        "memory: "
        + ", ".join(f"{mib:.0f} MiB {when}" for when, mib in report["memory, MiB"].items())
    )


if __name__ == "__main__":
    main(sys.argv[1:])
