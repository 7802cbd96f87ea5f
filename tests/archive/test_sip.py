"""SIP_hoso: a good package passes, and every seeded fault is told."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from lxml import etree

from vbgen.archive.sip import names
from vbgen.archive.sip.checking import check_sip
from vbgen.archive.sip.package import Sip, package, schemas
from vbgen.archive.sip.sip_file import SipDocument, SipFile, document_code, document_id, file_code

CODE = file_code("H42.12", 2022, "07")
PDF = b"%PDF-1.7\n%trang giay\n%%EOF\n"
COMMON = {
    "maintenance": "01",
    "mode": "02",
    "language": "01",
    "confidenceLevel": "01",
    "riskRecovery": "0",
}


def document(number: int) -> SipDocument:
    values = {
        **COMMON,
        "docId": document_id(CODE, number),
        "docCode": document_code(CODE, number),
        "typeName": "02",
        "codeNumber": f"{number:02}",
        "codeNotation": "QĐ-SCT",
        "issuedDate": f"{number:02}/07/2022",
        "organName": "Sở Công Thương",
        "subject": "Về việc khen thưởng <đợt 1> & tổng kết",
        "numberOfPage": "2",
        "process": "0",
    }
    return SipDocument(values, PDF + str(number).encode())


@pytest.fixture(scope="module")
def good() -> Sip:
    documents = tuple(document(number) for number in range(1, 4))
    values = {
        **COMMON,
        "fileCode": CODE,
        "title": "Hồ sơ phong trào thi đua năm 2022",
        "startDate": "01/07/2022",
        "endDate": "03/07/2022",
        "totalDoc": "3",
        "numberOfPage": "6",
    }
    at = datetime(2026, 11, 30, 1, 2, 3, 456789, tzinfo=UTC)
    return package(SipFile(values, documents, "Sở Công Thương", "P_SCT", at), "so-1")


def test_a_good_package_has_no_fault(good: Sip) -> None:
    assert check_sip(good.name, good.contents) == []


def test_the_same_file_makes_the_same_package(good: Sip) -> None:
    assert good.name.startswith("uuid-")
    assert b'CREATEDATE="2026-11-30T08:02:03.456+07:00"' in good.contents[names.METS]


def test_descriptions_fit_the_schemas_that_go_with_them(good: Sip) -> None:
    shipped = schemas()
    for place, name in (
        (names.EAD, names.EAD_SCHEMA),
        (names.described(document_id(CODE, 1)), names.DOCUMENT_SCHEMA),
    ):
        form = etree.XMLSchema(etree.fromstring(shipped[name]))
        assert form.validate(etree.fromstring(good.contents[place])), form.error_log
        broken = good.contents[place].replace(b"<maintenance>01", b"<maintenance>09")
        assert not form.validate(etree.fromstring(broken))


def test_the_schemas_of_the_package_prove_its_mets(good: Sip) -> None:
    listed = {place for place in good.contents if place.startswith("schemas/")}
    assert listed == {f"schemas/{name}" for name in schemas()}


DOC = names.described(document_id(CODE, 1))
DATA = f"{names.DATA}/{document_id(CODE, 1)}.pdf"
INNER = f"{names.REPRESENTATION}/METS.xml"
Contents = dict[str, bytes]


def put(place: str, old: str, new: str, *, count: int = 1) -> Callable[[Contents], None]:
    def act(contents: Contents) -> None:
        before = contents[place]
        contents[place] = before.replace(old.encode(), new.encode(), count)
        assert contents[place] != before

    return act


def drop(place: str) -> Callable[[Contents], None]:
    return lambda contents: contents.__delitem__(place)


def add(place: str, content: bytes) -> Callable[[Contents], None]:
    return lambda contents: contents.__setitem__(place, content)


FAULTS: list[tuple[str, Callable[[Contents], None], str]] = [
    ("a document changed", put(DATA, "trang", "trong"), "sip-checksum"),
    ("a document grown", put(DATA, "%%EOF", "%%EOF "), "sip-size"),
    ("a document gone", drop(DATA), "sip-file-missing"),
    ("a file that nobody lists", add(f"{names.DATA}/la.pdf", PDF), "sip-file-unlisted"),
    ("a description gone", drop(DOC), "sip-undescribed"),
    ("no description of the file", drop(names.EAD), "sip-part-missing"),
    ("no METS file of the documents", drop(INNER), "sip-part-missing"),
    ("XML cut short", put(names.EAD, "</simpledc>", ""), "sip-xml"),
    ("preservation metadata", add("metadata/preservation/PREMIS.xml", b"<premis/>"), "sip-premis"),
    ("a folder of its own", add("ghi-chu/a.txt", b"a"), "sip-place-unknown"),
    ("another package's name", put(names.METS, 'OBJID="uuid-', 'OBJID="uuid-0'), "sip-name"),
    ("kind of package", put(names.METS, 'PACKAGETYPE="SIP"', 'PACKAGETYPE="AIP"'), "sip-schema"),
    ("another checksum", put(INNER, 'TYPE="SHA-256"', 'TYPE="SHA-1"'), "sip-schema"),
    ("another time zone", put(names.METS, "+07:00", "Z"), "sip-schema"),
    ("another profile", put(names.METS, "E-ARK-CSIP.xml", "E-ARK-SIP.xml"), "sip-schema"),
    ("an entity", put(names.EAD, "<simpledc>", '<!DOCTYPE s SYSTEM "x"><simpledc>'), "sip-xml"),
    (
        "no title",
        put(names.EAD, "<title>Hồ sơ phong trào thi đua năm 2022", "<title>"),
        "sip-field",
    ),
    ("a period without code", put(names.EAD, "ance>01", "ance>20 năm"), "sip-field"),
    ("a day the other way", put(names.EAD, "01/07/2022", "2022-07-01"), "sip-field"),
    ("a day that is none", put(DOC, "01/07/2022", "31/06/2022"), "sip-field"),
    ("too long a number", put(DOC, "Number>01", "Number>000000000001"), "sip-field"),
    ("a kind that is none", put(DOC, "Name>02", "Name>33"), "sip-field"),
    ("no word on the workflow", put(DOC, "<process>0", "<process>"), "sip-field"),
    ("precaution without its state", put(DOC, "Recovery>0", "Recovery>1"), "sip-field"),
    ("digitised without paper", put(names.EAD, "Level>01", "Level>02"), "sip-field"),
    ("a field twice", put(DOC, "<keyword>", "<keyword></keyword><keyword>"), "sip-field-count"),
    ("a field of an AIP", put(DOC, "docCode>", "arcDocCode>", count=2), "sip-field-unknown"),
    ("documents miscounted", put(names.EAD, "Doc>3", "Doc>4"), "sip-count"),
    ("pages miscounted", put(names.EAD, "Page>6", "Page>5"), "sip-count"),
    ("another year in the code", put(DOC, "2022.07.0000001", "1994.07.0000001"), "sip-doc-code"),
    ("a code twice", put(DOC, ".0000001", ".0000002"), "sip-doc-code"),
    ("a paper before its file", put(names.EAD, "01/07/2022", "02/07/2022"), "sip-days"),
    ("an end before the beginning", put(names.EAD, "03/07/2022", "03/06/2022"), "sip-days"),
    ("another's name in it", put(DOC, "07.1</docId", "07.9</docId"), "sip-doc-name"),
    ("not for ever", put(names.EAD, "ance>01", "ance>06"), "sip-not-permanent"),
    ("no PDF file", add(DATA, b"x"), "sip-format"),
]


@pytest.mark.parametrize(("fault", "seed", "code"), FAULTS, ids=[fault for fault, *_ in FAULTS])
def test_a_seeded_fault_is_told(
    good: Sip, fault: str, seed: Callable[[Contents], None], code: str
) -> None:
    contents = dict(good.contents)
    seed(contents)
    assert code in {problem.code for problem in check_sip(good.name, contents)}, fault


def test_descriptions_tied_to_each_other_are_told(good: Sip) -> None:
    contents = dict(good.contents)
    root = etree.fromstring(contents[INNER])
    links = root.findall(".//{*}div[@LABEL='MetadataLink/File']")
    first, second = (link.attrib["DMDID"] for link in links[:2])
    links[0].set("DMDID", second)
    links[1].set("DMDID", first)
    contents[INNER] = etree.tostring(root)
    codes = {problem.code for problem in check_sip(good.name, contents)}
    assert "sip-pair" in codes


def test_what_the_map_leaves_out_is_told(good: Sip) -> None:
    contents = dict(good.contents)
    root = etree.fromstring(contents[INNER])
    pointer = root.find(".//{*}div[@LABEL='Data']/{*}fptr")
    assert pointer is not None
    parent = pointer.getparent()
    assert parent is not None
    parent.remove(pointer)
    contents[INNER] = etree.tostring(root)
    assert "sip-map" in {problem.code for problem in check_sip(good.name, contents)}
