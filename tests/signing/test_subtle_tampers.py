"""What is hidden in a signed file behind its signatures: forms, layers, flags, looks; none of it is taken."""

# mypy: disallow-untyped-calls=False
# the library that tampers here has constructors without types

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.generic import pdf_string as string

from tests.signing import tampering as by
from tests.signing.conftest import SignedOffice
from vbgen.errors import Severity, VbgenError
from vbgen.office import Office
from vbgen.office.signing.attaching import ReturnProof
from vbgen.office.signing.trusting import parties_to, trust_of


@dataclass(frozen=True)
class Proved:
    """A signed file, and what both doors, taking back and verifying, hold any file against."""

    signed: bytes
    proof: ReturnProof


@pytest.fixture(scope="module")
def proved(issued_once: Path) -> Proved:
    """Made once: nothing is written."""
    office = SignedOffice(issued_once)
    with Office.look(office.folder, office.around) as opened:
        workspace, (entry,) = opened.own_workspace, office.register.entries()
        trust, parties = trust_of(workspace, office.trust()), parties_to(workspace, entry)
    proof = ReturnProof(entry, office.issued, parties, trust, office.now)
    return Proved(office.signed(), proof)


def values(**said: Any) -> generic.DictionaryObject:  # noqa: ANN401 - values of the file
    return generic.DictionaryObject({name(f"/{key}"): value for key, value in said.items()})


def in_form(key: str, value: Any) -> by.Update:  # noqa: ANN401 - of the file
    """A key of the form gets another value."""

    def update(writer: by.Writer) -> None:
        form = writer.root["/AcroForm"]
        form[name(key)] = value
        writer.update_container(form)
        writer.update_root()

    return update


def on_widget(key: str, value: Any) -> by.Update:  # noqa: ANN401 - of the file
    """A key of the last signature's place gets another value."""

    def update(writer: by.Writer) -> None:
        by.widget(writer)[name(key)] = value

    return update


def in_tree_of_pages(key: str, value: Any) -> by.Update:  # noqa: ANN401 - of the file
    """What every page inherits."""

    def update(writer: by.Writer) -> None:
        pages = writer.root["/Pages"]
        pages[name(key)] = value
        writer.update_container(pages)

    return update


def look_drawn_over(writer: by.Writer) -> None:
    """The picture within the leader's look is another, its reference the same."""
    look = writer.root["/AcroForm"]["/Fields"][0]["/AP"]["/N"]
    for one in look["/Resources"]["/XObject"].values():
        drawn = one.get_object()
        drawn._data = drawn._encoded_data = b"\xff" * 64
        writer.mark_update(drawn.container_ref)


def white_stamp(writer: by.Writer) -> None:
    """A stamp with a look of its own, which hides the number."""
    look = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 200 40 re f")
    look[name("/Type")], look[name("/Subtype")] = name("/XObject"), name("/Form")
    look[name("/BBox")] = by.numbers(0, 0, 200, 40)
    normal = values(N=writer.add_object(look))
    by.noted("/Stamp", AP=normal, Rect=by.numbers(80, 735, 280, 775))(writer)


def signature_value_replaced(writer: by.Writer) -> None:
    """The signature's own dictionary, with a later time."""
    value = writer.root["/AcroForm"]["/Fields"][-1]["/V"]
    value[name("/Reason")] = string("Khac")
    writer.update_container(value)


def field_renamed(writer: by.Writer) -> None:
    by.widget(writer)[name("/T")] = string("GiamDoc")


def form_dropped(writer: by.Writer) -> None:
    """The form with both signatures is gone."""
    del writer.root["/AcroForm"]
    writer.update_root()


def page_label(_writer: by.Writer) -> generic.DictionaryObject:
    return values(Nums=generic.ArrayObject([generic.NumberObject(0), values(P=string("99"))]))


UPDATES: MappingProxyType[str, by.Update] = MappingProxyType(
    {
        "an XFA form": in_form("/XFA", string("<xdp/>")),
        "looks drawn anew by the reader": in_form("/NeedAppearances", generic.BooleanObject(True)),
        "an order of computing": in_form("/CO", generic.ArrayObject()),
        "a signature that is not shown": on_widget("/F", generic.NumberObject(2)),
        "a signature in a layer": on_widget("/OC", values(Type=name("/OCG"), Name=string("a"))),
        "a signature that acts": on_widget("/A", values(S=name("/URI"), URI=string("http://x.vn"))),
        "a signature's look turned": on_widget("/MK", values(R=generic.NumberObject(90))),
        "a field of another name": field_renamed,
        "a signature's reason": signature_value_replaced,
        "the picture within a look": look_drawn_over,
        "the form dropped": form_dropped,
        "every page turned": in_tree_of_pages("/Rotate", generic.NumberObject(90)),
        "every page of another size": in_tree_of_pages("/MediaBox", by.numbers(0, 0, 300, 300)),
        "fewer pages counted": in_tree_of_pages("/Count", generic.NumberObject(1)),
        "a white stamp over the number": white_stamp,
        "a watermark": by.noted("/Watermark"),
        "a stroke of ink": by.noted("/Ink", InkList=generic.ArrayObject()),
        "an attached file on a page": by.noted("/FileAttachment", FS=string("a.exe")),
        "a mark to black out": by.noted("/Redact"),
        "a film": by.noted("/Movie"),
        "acts of a page": by.on_page("/AA", values(O=values(S=name("/JavaScript"), JS=string("1")))),
        "files of a page": by.on_page("/AF", generic.ArrayObject()),
        "files of the whole": by.in_root("/AF", lambda _writer: generic.ArrayObject()),
        "a bundle of files": by.in_root("/Collection", lambda _writer: values(View=name("/T"))),
        "acts of the whole": by.in_root("/AA", lambda _w: values(WC=values(S=name("/Launch")))),
        "numbers of pages": by.in_root("/PageLabels", page_label),
        "another base of addresses": by.in_root("/URI", lambda _w: values(Base=string("http://x"))),
        "a structure of its own": by.in_root("/StructTreeRoot", lambda _w: values()),
        "another language": by.in_root("/Lang", lambda _writer: string("en")),
        "another look on opening": by.in_root("/ViewerPreferences", lambda _w: values()),
    }
)  # fmt: skip


@pytest.mark.parametrize("change", UPDATES)
def test_what_is_hidden_behind_the_signatures_is_refused(proved: Proved, change: str) -> None:
    content = by.updated(proved.signed, UPDATES[change])
    try:
        _back, problems = proved.proof.of(content)
    except VbgenError as fault:
        problems = fault.as_problems()
    assert [each.code for each in problems if each.severity is Severity.ERROR]


def test_the_same_file_without_any_of_it_is_taken(proved: Proved) -> None:
    _back, problems = proved.proof.of(proved.signed)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
