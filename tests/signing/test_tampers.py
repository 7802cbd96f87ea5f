"""Tampered files: each is refused for its reason when it comes back, nothing is kept, and `verify` calls none whole."""

# mypy: disallow-untyped-calls=False
# the library that tampers here has constructors without types

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_string as string

from tests.signing import tampering as by
from tests.signing.authority import Authority
from tests.signing.conftest import LEADER_NAME, SignedOffice
from tests.signing.foreign_tool import LEADER, SEAL, Place, Tool
from vbgen.errors import Severity, VbgenError

Tamper = Callable[[SignedOffice], bytes]


def after(update: by.Update) -> Tamper:
    """A revision that nobody signed, behind the signatures."""
    return lambda office: by.updated(office.signed(), update)


def between(update: by.Update) -> Tamper:
    """A revision that the leader did not see and the agency signed."""
    return lambda office: office.sealed(by.updated(office.signed_by_leader(), update))


def before(update: by.Update) -> Tamper:
    """A revision that both signed, and that was not issued."""

    def tamper(office: SignedOffice) -> bytes:
        changed = by.updated(office.issued, update)
        return office.sealed(Tool(office.authority, office.leader).sign(changed, "NguoiKy", LEADER))

    return tamper


def flipped(at: Callable[[bytes], int]) -> Tamper:
    """One bit of a signed file is another."""

    def tamper(office: SignedOffice) -> bytes:
        content = bytearray(office.signed())
        content[at(bytes(content))] ^= 1
        return bytes(content)

    return tamper


def by_certificate(
    *, since: datetime | None = None, until: datetime | None = None, usage: str = "signer"
) -> Tamper:
    """Signed with a certificate of the leader's name that has a fault."""

    def tamper(office: SignedOffice) -> bytes:
        own = office.authority
        begins, ends = (
            since or datetime(2026, 1, 1, tzinfo=UTC),
            until or datetime(2036, 1, 1, tzinfo=UTC),
        )
        identity = own.identity(LEADER_NAME, since=begins, until=ends, usage=usage)
        return Tool(own, identity).sign(office.issued, "NguoiKy", LEADER)

    return tamper


def by_strangers_authority(office: SignedOffice) -> bytes:
    """The right name, certified by somebody else."""
    strange = Authority("Lạ")
    return Tool(strange, strange.identity(LEADER_NAME)).sign(office.issued, "NguoiKy", LEADER)


def by_revoked(office: SignedOffice) -> bytes:
    """The certificate was revoked since."""
    signed = office.signed()
    office.authority.revoke(office.leader, office.now - timedelta(days=3))
    return signed


def by_another(office: SignedOffice) -> bytes:
    """Somebody else of the same authority signs."""
    other = office.authority.identity("Trần Văn Thử")
    return Tool(office.authority, other).sign(office.issued, "NguoiKy", LEADER)


def with_signature_of_another_paper(office: SignedOffice) -> bytes:
    """The signature itself, cut out of another file that the leader signed."""
    other = by.updated(office.issued, by.on_page("/Rotate", generic.NumberObject(90)))
    donor = Tool(office.authority, office.leader).sign(other, "NguoiKy", LEADER)
    signed = office.signed_by_leader()
    return signed.replace(_contents(signed), _contents(donor))


def signature_flipped(office: SignedOffice) -> bytes:
    """One hexadecimal sign of the signature's own value, which stands last, is another."""
    content = bytearray(office.signed())
    start = content.rindex(b"/Contents <") + 11
    last = len(bytes(content[start : content.index(b">", start)]).rstrip(b"0"))
    at = start + last - 40
    content[at] = ord("0") if content[at] != ord("0") else ord("1")
    return bytes(content)


def _contents(signed: bytes) -> bytes:
    start = signed.rindex(b"/Contents <")
    return signed[start : signed.index(b">", start)]


def _narrowed(office: SignedOffice) -> bytes:
    """The range of bytes that the signature covers is said to be smaller."""
    signed = office.signed_by_leader()
    start = signed.rindex(b"/ByteRange [")
    end = signed.index(b"]", start)
    first, second, third, fourth = signed[start + 12 : end].split()
    less = str(int(fourth) - 20).encode().rjust(len(fourth))
    said = b" ".join((first, second, third, less)).ljust(end - start - 12)
    return signed[: start + 12] + said + signed[end:]


def _another_paper(office: SignedOffice) -> bytes:
    """The signed file of another paper: one of the certificates, brought back as if it were nothing of ours."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        from io import BytesIO

        target = BytesIO()
        pdf.save(target)
    return Tool(office.authority, office.leader).sign(target.getvalue(), "NguoiKy", None)


WHITE = b"q 1 1 1 rg 80 560 450 120 re f Q"
NOTE = string("Số: 99/QĐ-SCT")
TAMPERS: MappingProxyType[str, tuple[Tamper, str]] = MappingProxyType(
    {
        # bytes
        "a bit of the issued content": (
            flipped(lambda content: min(5000, len(content))),
            "not-our-paper",
        ),
        "a sign of the signature": (signature_flipped, "signature-"),
        "cut short": (lambda office: office.signed()[:-200], ""),
        "words behind the end": (lambda office: office.signed() + b"\nthem\n", "bytes-behind"),
        "an end behind the end": (
            lambda office: office.signed() + b"% them\n%%EOF\n",
            "",
        ),
        "a smaller range": (_narrowed, ""),
        "saved by another program": (
            lambda office: by.saved_anew(office.signed()),
            "not-our-paper",
        ),
        "packed anew": (
            lambda office: by.saved_anew(office.signed(), compress_streams=False),
            "not-our-paper",
        ),
        "encrypted": (
            lambda office: by.saved_anew(
                office.signed(), encryption=pikepdf.Encryption(owner="a", user="")
            ),
            "not-our-paper",
        ),
        # pages
        "a larger sheet": (
            after(by.on_page("/MediaBox", by.numbers(0, 0, 700, 900))),
            "content-changed",
        ),
        "a cut sheet": (
            after(by.on_page("/CropBox", by.numbers(0, 0, 300, 300))),
            "content-changed",
        ),
        "a turned page": (
            after(by.on_page("/Rotate", generic.NumberObject(180))),
            "content-changed",
        ),
        "another measure": (
            after(by.on_page("/UserUnit", generic.NumberObject(2))),
            "content-changed",
        ),
        "a page more": (after(by.page_added), "content-changed"),
        "a page less": (after(by.page_removed), "content-changed"),
        "pages in another order": (after(by.pages_swapped), "content-changed"),
        "another content": (after(by.content_replaced), "content-changed"),
        "another content before the seal": (between(by.content_replaced), "content-changed"),
        "another content before all": (before(by.content_replaced), "content-changed"),
        "other letters": (after(by.fonts_replaced), "content-changed"),
        "another catalogue": (after(by.other_root), "content-changed"),
        # drawn over, shadow attacks
        "a white field over the text": (after(by.drawn(WHITE)), "page-drawn-over"),
        "a white field before the seal": (between(by.drawn(WHITE)), "page-drawn-over"),
        "other words": (after(by.written("Huy bo", (300, 400))), "stamp-differs"),
        "another number": (between(by.written("99", (150, 742))), "stamp-differs"),
        "a note with another number": (
            after(by.noted("/FreeText", Contents=NOTE)),
            "content-changed",
        ),
        "a link": (after(by.noted("/Link", A=by.script(None))), "content-changed"),  # type: ignore[arg-type]
        "a note that hides": (
            after(by.noted("/Square", IC=by.numbers(1, 1, 1))),
            "content-changed",
        ),
        # the whole file
        "a script": (after(by.in_root("/OpenAction", by.script)), "content-changed"),
        "scripts by name": (
            after(by.in_root("/Names", by.named("/JavaScript"))),
            "content-changed",
        ),
        "a file attached": (
            after(by.in_root("/Names", by.named("/EmbeddedFiles"))),
            "content-changed",
        ),
        "layers": (after(by.in_root("/OCProperties", by.layers)), "content-changed"),
        "a field to fill in": (after(by.text_field_added), "content-changed"),
        "another title": (after(by.retitled), "content-changed"),
        "another description": (after(by.described_anew), "content-changed"),
        # pictures
        "a picture moved": (after(by.picture_moved), "signature-"),
        "a picture swapped": (after(by.picture_swapped), "content-changed"),
        "a signature taken out of its field": (after(by.signature_unsigned), "content-changed"),
        "a picture over the text": (
            lambda office: Tool(office.authority, office.leader).sign(
                office.issued, "NguoiKy", Place(0, (80, 200, 520, 400))
            ),
            "signature-covers-text",
        ),
        # certificates
        "another person": (by_another, "another-signer"),
        "another authority": (by_strangers_authority, "certificate-untrusted"),
        "an ended certificate": (
            by_certificate(until=datetime(2028, 1, 1, tzinfo=UTC)),
            "certificate-expired",
        ),
        "a certificate of later": (
            by_certificate(since=datetime(2033, 1, 1, tzinfo=UTC)),
            "certificate-expired",
        ),
        "a certificate for time stamps": (by_certificate(usage="time"), "certificate-usage"),
        "a revoked certificate": (by_revoked, "certificate-revoked"),
        "an algorithm that is broken": (
            lambda office: Tool(office.authority, office.leader, digest="sha1").sign(
                office.issued, "NguoiKy", LEADER
            ),
            "signature-weak",
        ),
        # signatures
        "none": (lambda office: office.issued, "no-signature"),
        "none, and more behind": (
            lambda office: by.updated(
                office.issued, by.on_page("/Rotate", generic.NumberObject(0))
            ),
            "no-signature",
        ),
        "that of another paper": (with_signature_of_another_paper, "signature-broken"),
        "another paper": (_another_paper, "not-our-paper"),
        "twice the same hand": (
            lambda office: Tool(office.authority, office.leader).sign(
                office.signed_by_leader(), "Lai", LEADER
            ),
            "signed-twice",
        ),
        "three hands": (
            lambda office: Tool(office.authority, office.leader).sign(office.signed(), "Lai", SEAL),
            "too-many-signatures",
        ),
    }
)


@pytest.mark.parametrize("tamper", TAMPERS)
def test_a_tampered_file_is_refused_for_its_reason(office: SignedOffice, tamper: str) -> None:
    make, code = TAMPERS[tamper]
    content = make(office)
    head = office.register.head
    with pytest.raises(VbgenError) as fault:
        office.attach(content)
    errors = [each.code for each in fault.value.problems if each.severity is Severity.ERROR]
    assert any(each.startswith(code) for each in errors) or (not code and fault.value.message)
    assert office.register.head == head
    assert tamper == "none" or not _is_whole(office, content)


def _is_whole(office: SignedOffice, content: bytes) -> bool:
    try:
        found = office.verify(content)
    except VbgenError:
        return False
    return found.is_whole and found.ours.value != "unknown"


def test_there_are_forty_and_more() -> None:
    assert len(TAMPERS) >= 40


@pytest.mark.parametrize(
    "stamp",
    [by.written("01", (150, 742)), by.written("30", (400, 742)), by.written("2022", (470, 742))],
)
def test_number_and_day_set_by_an_agencys_tool_are_named_and_taken(
    office: SignedOffice, stamp: by.Update
) -> None:
    signed = office.sealed(by.updated(office.signed_by_leader(), stamp))
    kept = office.attach(signed)
    assert {each.code for each in kept.problems} == {"stamped"}
    assert office.verify(signed).is_whole
