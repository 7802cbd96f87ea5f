"""Where things stand in a package, and the fixed words of its METS files."""

from typing import Final

METS_NS: Final = "http://www.loc.gov/METS/"
XLINK_NS: Final = "http://www.w3.org/1999/xlink"
XSI_NS: Final = "http://www.w3.org/2001/XMLSchema-instance"
CSIP_NS: Final = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
PROFILE: Final = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"

METS: Final = "METS.xml"
EAD: Final = "metadata/descriptive/EAD.xml"
REPRESENTATION: Final = "representations/rep1"
DATA: Final = f"{REPRESENTATION}/data"
DESCRIPTIONS: Final = f"{REPRESENTATION}/metadata/descriptive"
SCHEMAS: Final = "schemas"
EAD_SCHEMA, DOCUMENT_SCHEMA = "ead.xsd", "ead_doc.xsd"
METS_SCHEMA, XLINK_SCHEMA, CSIP_SCHEMA = "vbgen-mets.xsd", "vbgen-xlink.xsd", "vbgen-csip.xsd"


def described(identity: str) -> str:
    """Where a document's description stands."""
    return f"{DESCRIPTIONS}/EAD_DOC_{identity}.xml"
