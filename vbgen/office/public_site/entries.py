"""What the public page tells of each paper and certificate that bears a code, as the register has it now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vbgen.archive import Archive
from vbgen.model.afterwards.verification import CODES, NamesShown, PaperCodes, read_codes
from vbgen.register import Entry, GoldenEntry, KeptFile, Register, SignedFile
from vbgen.register.entries import CHANGED, IN_FORCE, State

_NO_STATE = {State.RESERVED, State.RENDERED, State.HELD}
_TITLES = ("Ông", "Bà")
_PLACE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class PublicEntry:
    """One paper or certificate as anybody may see it."""

    code: str
    number: str
    day: str  # 2022-06-30
    agency: str
    kind: str
    state: str  # valid, corrected, amended, replaced, withdrawn, void
    by: str = ""  # the paper that ended or changed it
    golden: str = ""  # number in the golden book
    name: str = ""  # as much of it as the office shows
    digests: tuple[str, ...] = ()  # SHA-256 of its PDF files, issued and signed

    def as_json(self) -> dict[str, str]:
        """What the page shows; what is empty is left out."""
        shown = ("number", "day", "agency", "kind", "state", "by", "golden", "name")
        return {key: value for key in shown if (value := getattr(self, key))}


@dataclass(frozen=True, slots=True)
class PublicRegister:
    """Reads the entries out of register and archive."""

    register: Register
    archive: Archive
    names: NamesShown = NamesShown.NONE
    files: Mapping[str, list[KeptFile]] = field(default_factory=dict)  # by paper
    signed: Mapping[str, list[SignedFile]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, archive: Archive, names: NamesShown) -> "PublicRegister":
        """The register, its files read once."""
        files: dict[str, list[KeptFile]] = {}
        for file in register.files():
            files.setdefault(file.document, []).append(file)
        signed: dict[str, list[SignedFile]] = {}
        for one in register.signed_files():
            signed.setdefault(one.document, []).append(one)
        return cls(register, archive, names, files, signed)

    def entries(self) -> Iterator[PublicEntry]:
        """Every paper and certificate that bears a code, and whose issue is finished."""
        for entry in self.register.entries():
            if entry.state not in _NO_STATE:
                yield from self._of_dossier(entry)

    def _of_dossier(self, entry: Entry) -> Iterator[PublicEntry]:
        codes = self._codes(entry)
        golden = self.register.golden_book(document=entry.id) if codes else []
        first = 0
        for paper in codes:
            if paper.is_of_certificates:
                rows = golden[first : first + len(paper.codes)]
                first += len(rows)
                yield from self._certificates(entry, paper, rows)
            else:
                yield self._paper(entry, paper)

    def _codes(self, entry: Entry) -> tuple[PaperCodes, ...]:
        kept = [file for file in self.files.get(entry.id, ()) if file.name == CODES]
        return read_codes({CODES: self.archive.get(kept[0].digest)}) if kept else ()

    def _paper(self, entry: Entry, paper: PaperCodes) -> PublicEntry:
        bare = _bare(entry, paper.codes[0], entry.type_name or "Công văn", entry.state)
        digests = self._digests(entry, f"{paper.stem}.pdf")
        return replace(bare, by=self._changed_by(entry), digests=digests)

    def _certificates(
        self, entry: Entry, paper: PaperCodes, rows: list[GoldenEntry]
    ) -> Iterator[PublicEntry]:
        singles = {
            _place(file.name, paper.stem): file.name
            for file in self.files.get(entry.id, ())
            if file.is_single
        }
        for place, (code, row) in enumerate(zip(paper.codes, rows, strict=False), start=1):
            state = row.state if entry.state in IN_FORCE else entry.state
            bare = _bare(entry, code, row.award, state)
            yield replace(
                bare,
                by=row.ended_by or self._ended_by(entry),
                golden=str(row.number),
                name=_shown(row.name, self.names),
                digests=self._digests(entry, singles.get(place, "")),
            )

    def _digests(self, entry: Entry, name: str) -> tuple[str, ...]:
        """Of the file as it was issued, and of each signed one."""
        signed = {one.name for one in self.signed.get(entry.id, ()) if one.original == name}
        wanted = {name, *signed}
        return tuple(file.digest for file in self.files.get(entry.id, ()) if file.name in wanted)

    def _ended_by(self, entry: Entry) -> str:
        """The later paper, where the whole decision has ended."""
        return "" if entry.state in IN_FORCE else self._changed_by(entry)

    def _changed_by(self, entry: Entry) -> str:
        if entry.state not in CHANGED:
            return ""
        later = [
            link.later for link in self.register.links(entry.id) if link.earlier.id == entry.id
        ]
        return later[-1].cited if later else ""


def _bare(entry: Entry, code: str, kind: str, state: State) -> PublicEntry:
    told = state.value if state in CHANGED else "valid"
    return PublicEntry(code, entry.code, entry.day.isoformat(), entry.issuer, kind, told)


def _place(file: str, stem: str) -> int:
    """`certificate-0007-nguyen-thi-anh.pdf` → 7; nothing for the file of another paper."""
    digits = file.removeprefix(f"{stem}-")[:_PLACE_DIGITS]
    return int(digits) if digits.isdigit() else 0


def _shown(name: str, shown: NamesShown) -> str:
    """As much of a name as the office shows: `Bà N. T. A.` for initials."""
    if shown is not NamesShown.INITIALS:
        return name if shown is NamesShown.FULL else ""
    words = [word for word in name.split() if word[0].isalnum()]
    titles = words[:1] if words and words[0] in _TITLES else []
    return " ".join([*titles, *(f"{word[0].upper()}." for word in words[len(titles) :])])
