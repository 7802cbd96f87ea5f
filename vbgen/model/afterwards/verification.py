"""Codes by which anybody can look a paper up: what the office wants of them, and which ones a paper bears."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from vbgen.files import readable_json

CODES = "verification.json"  # the material that a paper's codes are kept in
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that is taken for another
_LETTERS = 12  # 60 bits
_FORMAT = "vbgen-verification/1"


class NamesShown(StrEnum):
    """How much of a person's name the public page tells."""

    NONE = "none"
    INITIALS = "initials"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class CodeWish:
    """What the office wants of codes; without an address papers bear none."""

    address: str = ""  # of the page, to which `#CODE` is added
    level: str = "Q"  # of error correction: M, Q or H
    kinds: tuple[str, ...] = ()  # kinds of paper that bear a code; empty for all

    def wants(self, kind: str) -> bool:
        """Whether papers of that kind bear a code."""
        return bool(self.address) and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, slots=True)
class PaperCodes:
    """The codes of one paper of a dossier: one, or one for each certificate in print order."""

    stem: str  # `award-decision`, `certificate`
    codes: tuple[str, ...]
    is_of_certificates: bool = False


def code_of(chance: bytes) -> str:
    """Twelve letters of eight random bytes."""
    number = int.from_bytes(chance, "big")
    return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in range(_LETTERS))


def grouped(code: str) -> str:
    """`ABCD-EFGH-JKMN`, as it is printed beside the square."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def written_codes(address: str, papers: tuple[PaperCodes, ...]) -> bytes:
    """What is kept with the paper."""
    values = {
        "format": _FORMAT,
        "address": address,
        "papers": [asdict(paper) for paper in papers],
    }
    return readable_json(values)


def read_codes(materials: Mapping[str, bytes]) -> tuple[PaperCodes, ...]:
    """The codes that were kept with a paper; none for one issued without."""
    if CODES not in materials:
        return ()
    return tuple(
        PaperCodes(one["stem"], tuple(one["codes"]), one["is_of_certificates"])
        for one in json.loads(materials[CODES])["papers"]
    )
