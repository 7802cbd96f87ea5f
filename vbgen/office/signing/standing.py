"""How papers stand in signing: which files wait for whom, who has signed each, by which key the office could."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.signed_sheets import issued_files
from vbgen.office.references import find, papers_meant
from vbgen.office.registry.searches import warnings_at
from vbgen.office.signing.originals import refuse_unissued
from vbgen.office.signing.trusting import parties_to
from vbgen.office.signing.wished import SigningHand, named_key
from vbgen.register import INK, Entry, Filter, KeptFile, SignedFile
from vbgen.register.entries import IN_FORCE
from vbgen.signing.cloud import RemoteKey
from vbgen.signing.found import SignatureState

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class FileInSigning:
    """An issued PDF file, and who has signed it."""

    name: str
    title: str  # who is honoured by a certificate, the type of the paper; else the file's name
    place: int  # of a certificate within its decision; 0 for the paper
    signers: tuple[str, ...] = ()
    state: str = ""  # of its newest signed file; empty without one
    signed_name: str = ""

    @property
    def state_label(self) -> str:
        """The words a clerk reads."""
        if self.state == INK:
            return _("ký bằng mực, có bản quét")
        return SignatureState(self.state).label if self.state else _("chưa ký")


@dataclass(frozen=True, slots=True)
class SigningParty:
    """Somebody who may sign the paper."""

    hand: SigningHand
    name: str
    has_key: bool  # the settings name one
    is_remote: bool = False  # a service holds it, and may send a one-time code

    @property
    def label(self) -> str:
        """The words a clerk reads."""
        if self.hand is SigningHand.LEADER:
            return _("Người ký: {name}", name=self.name)
        return _("Cơ quan: {name}", name=self.name)


@dataclass(frozen=True)
class PaperInSigning(Answer):
    """A paper's files with their signatures, and who may sign them."""

    entry: Entry
    files: tuple[FileInSigning, ...]
    parties: tuple[SigningParty, ...]


@dataclass(frozen=True)
class ShowSigning(Request[PaperInSigning]):
    """How a paper stands in signing; UsageError for one that cannot be signed."""

    reference: str
    year: int | None = None

    def carry_out(self, office: "Office") -> PaperInSigning:
        """Read from register and evidence; no signature is checked anew."""
        desk, workspace = office.desk_to_look(), office.own_workspace
        entry = find(desk.register, self.reference, self.year)
        refuse_unissued(entry)
        parties = tuple(
            SigningParty(hand, one.name, key is not None, isinstance(key, RemoteKey))
            for one in parties_to(workspace, entry)
            for key in [named_key(workspace, one.name)]
            for hand in [SigningHand.AGENCY if one.is_agency else SigningHand.LEADER]
        )
        return PaperInSigning(entry, tuple(_files(desk, entry)), parties)


def _files(desk: "Desk", entry: Entry) -> list[FileInSigning]:
    rows = desk.register.newest_rows(entry.id)
    signers, titles = _signers(desk, entry, rows), _titles(desk, entry)
    shown, place = [], 0
    for file in issued_files(desk.register, desk.archive, entry):
        place += file.is_single
        row = rows.get(file.name)
        shown.append(
            FileInSigning(
                file.name,
                titles.get(place if file.is_single else _place_of(file, entry), file.name),
                place if file.is_single else 0,
                signers.get(row.name, ()) if row else (),
                row.state if row else "",
                row.name if row else "",
            )
        )
    return shown


def _titles(desk: "Desk", entry: Entry) -> dict[int, str]:
    """Place → who is honoured by that certificate; 0 → what the paper is."""
    rows = desk.register.golden_book(document=entry.id)
    return {0: entry.type_name or _("Công văn"), **{row.place: row.name for row in rows}}


def _place_of(file: KeptFile, entry: Entry) -> int:
    """0 for the paper itself; none that there is for what comes with it."""
    return 0 if file.name.startswith(entry.kind) else -1


def _signers(
    desk: "Desk", entry: Entry, rows: Mapping[str, SignedFile]
) -> dict[str, tuple[str, ...]]:
    """Name of a signed file → names on its certificates, as the evidence of its check says."""
    kept = {file.name: file for file in desk.register.files(entry.id)}
    by_digest = {kept[row.name].digest: row.name for row in rows.values()}
    found = {}
    for name in {row.evidence for row in rows.values()}:
        evidence: Any = json.loads(desk.archive.get(kept[name].digest))
        for one in evidence["files"]:
            found[by_digest.get(one["file"], "")] = tuple(map(_name, one["signatures"]))
    return found


def _name(signature: Mapping[str, Any]) -> str:
    return str(signature["certificate"]["name"])


@dataclass(frozen=True, slots=True)
class SigningRow:
    """A paper in the list, with how many of its files are signed."""

    entry: Entry
    files: int
    signed: int


@dataclass(frozen=True)
class SigningListed(Answer):
    """Issued papers, the newest first."""

    rows: tuple[SigningRow, ...]


@dataclass(frozen=True)
class ListSigning(Request[SigningListed]):
    """Issued papers that can be signed, with what is signed of each: the newest, or those that fit the words."""

    words: str = ""
    most: int = 50

    def carry_out(self, office: "Office") -> SigningListed:
        """The rows; none where there is no register yet."""
        desk = office.desk_to_look(or_empty=True)
        wanted = papers_meant(self.words) or Filter(self.words)
        entries = desk.register.entries(replace(wanted, states=IN_FORCE, most=self.most))
        rows = [row for entry in entries if (row := _row(desk, entry)).files]
        newest = sorted(rows, key=lambda row: (row.entry.day, row.entry.number), reverse=True)
        return SigningListed(tuple(newest), problems=warnings_at(desk))


def _row(desk: "Desk", entry: Entry) -> SigningRow:
    files = issued_files(desk.register, desk.archive, entry)
    signed = {one.original for one in desk.register.signed_files(entry.id)}
    return SigningRow(entry, len(files), sum(file.name in signed for file in files))
