"""A SIP_hoso of Thông tư 05/2025/TT-BNV: every file of the package, by its place in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from vbgen.archive.sip import names
from vbgen.archive.sip.descriptions import description, schema
from vbgen.archive.sip.fields import DOCUMENT_FIELDS, FILE_FIELDS
from vbgen.archive.sip.mets import Listed, MetsWriter, new_id
from vbgen.archive.sip.sip_file import MIMETYPES, SipFile

_INNER = f"{names.REPRESENTATION}/{names.METS}"
_XML, _XSD = "application/xml", "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Sip:
    """A package: the name of its folder, and its files."""

    name: str
    contents: Mapping[str, bytes]


def schemas() -> dict[str, bytes]:
    """Name → content of the schemas that go with a package: all vbgen's own, from the circular's tables."""
    folder = files("vbgen.archive.sip").joinpath("schemas")
    own = (names.METS_SCHEMA, names.XLINK_SCHEMA, names.CSIP_SCHEMA)
    return {
        **{name: folder.joinpath(name).read_bytes() for name in own},
        names.EAD_SCHEMA: schema(FILE_FIELDS),
        names.DOCUMENT_SCHEMA: schema(DOCUMENT_FIELDS),
    }


def package(file: SipFile, register: str) -> Sip:
    """The package of a file; `register` is the identity of the register that it comes from."""
    identity = f"uuid-{new_id(register, file.code, file.at.isoformat())}"
    shipped = {f"{names.SCHEMAS}/{name}": content for name, content in schemas().items()}
    inner = _documents(file, identity)
    contents = {**shipped, **inner, names.EAD: description(FILE_FIELDS, file.values)}
    contents[names.METS] = MetsWriter(file, identity, "root").root(
        descriptions={names.EAD: Listed(names.EAD, contents[names.EAD], _XML)},
        groups={
            "Schemas": [Listed(place, content, _XSD) for place, content in shipped.items()],
            "Representations/rep1": [Listed(_INNER, inner[_INNER], _XML)],
        },
    )
    return Sip(identity, contents)


def _documents(file: SipFile, identity: str) -> dict[str, bytes]:
    """The representation: documents, their descriptions, and the METS file that ties them."""
    described = {
        names.described(one.id): description(DOCUMENT_FIELDS, one.values) for one in file.documents
    }
    data = {f"{names.DATA}/{one.id}.{one.ending}": one for one in file.documents}
    descriptions = [Listed(_inside(place), xml, _XML) for place, xml in described.items()]
    mets = MetsWriter(file, identity, "rep1").representation(
        descriptions={one.href: one for one in descriptions},
        data=[
            Listed(_inside(place), one.content, MIMETYPES[one.ending])
            for place, one in data.items()
        ],
        pairs=dict(zip(map(_inside, described), map(_inside, data), strict=True)),
    )
    return {**described, **{place: one.content for place, one in data.items()}, _INNER: mets}


def _inside(place: str) -> str:
    """A place as the representation's METS file sees it."""
    return place.removeprefix(f"{names.REPRESENTATION}/")
