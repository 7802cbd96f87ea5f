"""A file (hồ sơ) and its documents as SIP_hoso wants them told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

MIMETYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_NOT_IN_CODES = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class SipDocument:
    """One document: its fields by the names of the table, and its bytes."""

    values: Mapping[str, str]
    content: bytes
    ending: str = "pdf"

    @property
    def id(self) -> str:
        """What its files are named after."""
        return self.values["docId"]


@dataclass(frozen=True, slots=True)
class SipFile:
    """A file to be packed: its fields, its documents in their order, who packs it and when."""

    values: Mapping[str, str]
    documents: tuple[SipDocument, ...]
    organ: str  # name of the agency that hands it over
    fonds: str  # mã phông
    at: datetime  # with its offset

    @property
    def code(self) -> str:
        """Mã hồ sơ."""
        return self.values["fileCode"]


def file_code(organ_id: str, year: int, notation: str) -> str:
    """`H49.64.33.2001.160`: agency, year, number and sign; empty where the agency or the sign is not known."""
    return f"{organ_id}.{year}.{notation}" if organ_id and notation else ""


def document_id(code: str, number: int) -> str:
    """`H49.64.33.2001.160.1`, of letters that any file system takes."""
    return f"{_NOT_IN_CODES.sub('-', code.replace('Đ', 'D'))}.{number}"


def document_code(code: str, number: int) -> str:
    """`H49.64.33.2001.160.0000001`."""
    return f"{code}.{number:07}"
