"""Whole documents as values: their blocks put in place while a template is rendered, never evaluated."""

from collections.abc import Callable, Iterator

from lxml import etree

from vbgen.errors import Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.word.drawing.drawing_ids import DOCPR
from vbgen.word.package.dangers.live_fields import drop_live_fields
from vbgen.word.package.package import Package, read_package
from vbgen.word.package.parts import main_member
from vbgen.word.package.xml import parse_xml, w, xml_text
from vbgen.word.template.fragments.carrying import carry
from vbgen.word.template.notices import dropped_problems
from vbgen.word.template.unfit import UnfitValueError
from vbgen.word.template.values.rich import Subdocument


def blocks_of(
    value: Subdocument, contents: dict[str, bytes], member: str, dropped: list[Problem]
) -> list[etree._Element]:
    """The blocks of a subdocument, ready to stand in `member`; what they need is added to `contents`.

    What is dangerous in it is dropped, and told in `dropped`.
    """
    try:
        package = read_package(value.source, name=_("(tài liệu con)"))
    except UnreadableFileError as error:
        raise UnfitValueError(error.message, _mend()) from error
    dropped += dropped_problems(package, {})
    blocks = list(_blocks(value, package))
    for block in blocks if value.body else ():
        drop_live_fields(block)  # a body that came by itself did not pass the door
    problems = carry(blocks, package.contents, package.name, contents, member)
    if problems:
        raise UnfitValueError(problems[0].message, _mend())
    return blocks


def _mend() -> str:
    return _("Hãy sửa tài liệu con đó rồi làm lại.")


def _blocks(value: Subdocument, package: Package) -> Iterator[etree._Element]:
    main = main_member(package.contents, package.name)
    body = parse_xml(value.body or package.contents[main], package.name, main)
    parent = body if value.body else body[0]
    yield from [block for block in parent if block.tag != w("sectPr")]


def blocks_xml(blocks: list[etree._Element], fresh_id: Callable[[], int]) -> str:
    """The blocks as text, each drawing under a number of its own."""
    for block in blocks:
        for drawing in block.iter(DOCPR):
            drawing.set("id", str(fresh_id()))
    return "".join(xml_text(block) for block in blocks)
