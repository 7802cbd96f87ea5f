"""METS files of a package: what lies in it, with sizes and checksums, and how its parts belong together."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from vbgen.archive.sip import names
from vbgen.archive.sip.sip_file import SipFile

_HANOI = timezone(timedelta(hours=7))
_SOFTWARE = "vbgen"
_NAMESPACES = {
    None: names.METS_NS,
    "xsi": names.XSI_NS,
    "xlink": names.XLINK_NS,
    "csip": names.CSIP_NS,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the package as METS lists it: its place seen from the METS file, and its bytes."""

    href: str
    content: bytes
    mimetype: str

    @property
    def facts(self) -> dict[str, str]:
        """Size and checksum."""
        digest = hashlib.sha256(self.content).hexdigest().upper()
        return {
            "MIMETYPE": self.mimetype,
            "SIZE": str(len(self.content)),
            "CHECKSUMTYPE": "SHA-256",
            "CHECKSUM": digest,
        }


def moment(at: datetime) -> str:
    """`2026-06-12T11:45:37.690+07:00`."""
    return at.astimezone(_HANOI).isoformat(timespec="milliseconds")


def new_id(*words: str) -> str:
    """A UUID in capitals that follows from what it names: the same package has the same ids."""
    return str(uuid5(NAMESPACE_URL, "\x1f".join(("vbgen-sip", *words)))).upper()


@dataclass(frozen=True, slots=True)
class MetsWriter:
    """Writes one METS file of a package."""

    file: SipFile
    identity: str  # of the package
    part: str  # which METS file

    def root(
        self, *, descriptions: Mapping[str, Listed], groups: Mapping[str, list[Listed]]
    ) -> bytes:
        """The package's own: its description, its schemas, the one representation."""
        root = self._begun(self.identity, "schemas", software=True)
        self._describe(root, descriptions)
        ids = self._list(root, groups)
        top = self._map(root, "uuid-" + self._id("top"), self.file.values["title"])
        self._division(top, "Metadata", DMDID=self._uuid(names.EAD))
        self._point(self._division(top, "Schemas"), ids["Schemas"])
        whole = self._division(top, names.REPRESENTATION.capitalize())
        pointer = etree.SubElement(
            whole, _tag("mptr"), self._located(f"{names.REPRESENTATION}/{names.METS}")
        )
        pointer.set(f"{{{names.XLINK_NS}}}title", self._uuid("Representations/rep1"))
        return _written(root)

    def representation(
        self, *, descriptions: Mapping[str, Listed], data: list[Listed], pairs: Mapping[str, str]
    ) -> bytes:
        """That of the documents; `pairs` ties a description's place to that of its document."""
        root = self._begun("rep1", "../../schemas", software=False)
        self._describe(root, descriptions)
        ids = self._list(root, {"Data": data})
        top = self._map(root, "uuid-" + self._id("top"), "rep1", TYPE="ORIGINAL")
        self._point(self._division(top, "Data"), ids["Data"])
        links = self._division(top, "MetadataLink")
        for described, document in pairs.items():
            link = self._division(
                links, "MetadataLink/File", described, DMDID=self._uuid(described)
            )
            self._point(link, [f"ID-{self._id(document)}"])
        return _written(root)

    def _begun(self, identity: str, schemas: str, *, software: bool) -> etree._Element:
        root = etree.Element(_tag("mets"), nsmap=_NAMESPACES)  # type: ignore[arg-type]  # None is the default namespace
        places = {
            names.METS_NS: names.METS_SCHEMA,
            names.XLINK_NS: names.XLINK_SCHEMA,
            names.CSIP_NS: names.CSIP_SCHEMA,
        }
        location = " ".join(f"{space} {schemas}/{name}" for space, name in places.items())
        root.set("OBJID", identity)
        root.set("LABEL", self.file.values["title"])
        root.set("TYPE", "Mixed")
        root.set("PROFILE", names.PROFILE)
        root.set(f"{{{names.CSIP_NS}}}CONTENTINFORMATIONTYPE", "MIXED")
        root.set(f"{{{names.XSI_NS}}}schemaLocation", location)
        self._head(root, software=software)
        return root

    def _head(self, root: etree._Element, *, software: bool) -> None:
        at = moment(self.file.at)
        head = etree.SubElement(
            root, _tag("metsHdr"), CREATEDATE=at, LASTMODDATE=at, RECORDSTATUS="NEW"
        )
        head.set(f"{{{names.CSIP_NS}}}OAISPACKAGETYPE", "SIP")
        kind = {"TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"} if software else {"TYPE": "ORGANIZATION"}
        agent = etree.SubElement(head, _tag("agent"), {"ROLE": "CREATOR", **kind})
        etree.SubElement(agent, _tag("name")).text = _SOFTWARE if software else self.file.organ
        note = etree.SubElement(agent, _tag("note"))
        note.set(f"{{{names.CSIP_NS}}}NOTETYPE", "IDENTIFICATIONCODE")
        note.text = self.file.fonds
        if software:
            told = etree.SubElement(head, _tag("altRecordID"), TYPE="SUBMISSIONAGREEMENT")
            told.text = self.file.code

    def _describe(self, root: etree._Element, descriptions: Mapping[str, Listed]) -> None:
        at = moment(self.file.at)
        for name, listed in descriptions.items():
            section = etree.SubElement(
                root, _tag("dmdSec"), ID=self._uuid(name), CREATED=at, STATUS="CURRENT"
            )
            words = {"MDTYPE": "DC", "MDTYPEVERSION": "1.0.0", **listed.facts, "CREATED": at}
            etree.SubElement(section, _tag("mdRef"), {**self._located(listed.href), **words})
        etree.SubElement(root, _tag("amdSec"), ID=self._uuid("amdSec"))

    def _list(
        self, root: etree._Element, groups: Mapping[str, list[Listed]]
    ) -> dict[str, list[str]]:
        """Ids of the files of each group."""
        section, found = etree.SubElement(root, _tag("fileSec"), ID=self._uuid("fileSec")), {}
        for use, listed in groups.items():
            group = etree.SubElement(section, _tag("fileGrp"), ID=self._uuid(use), USE=use)
            found[use] = [self._file(group, one) for one in listed]
        return found

    def _file(self, group: etree._Element, one: Listed) -> str:
        words = {"ID": f"ID-{self._id(one.href)}", **one.facts, "CREATED": moment(self.file.at)}
        element = etree.SubElement(group, _tag("file"), words)
        etree.SubElement(element, _tag("FLocat"), self._located(one.href))
        return words["ID"]

    def _map(self, root: etree._Element, identity: str, label: str, **more: str) -> etree._Element:
        chart = etree.SubElement(
            root, _tag("structMap"), ID=self._uuid("structMap"), LABEL="CSIP", TYPE="PHYSICAL"
        )
        return etree.SubElement(chart, _tag("div"), {"ID": identity, "LABEL": label, **more})

    def _division(
        self, above: etree._Element, label: str, about: str = "", **more: str
    ) -> etree._Element:
        words = {"ID": self._uuid("div", label, about), "LABEL": label, **more}
        return etree.SubElement(above, _tag("div"), words)

    def _point(self, division: etree._Element, files: list[str]) -> None:
        for identity in files:
            etree.SubElement(division, _tag("fptr"), FILEID=identity)

    def _located(self, href: str) -> dict[str, str]:
        return {
            "LOCTYPE": "URL",
            f"{{{names.XLINK_NS}}}type": "simple",
            f"{{{names.XLINK_NS}}}href": href,
        }

    def _id(self, *words: str) -> str:
        return new_id(self.identity, self.part, *words)

    def _uuid(self, *words: str) -> str:
        return f"uuid-{self._id(*words)}"


def _tag(name: str) -> str:
    return f"{{{names.METS_NS}}}{name}"


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
