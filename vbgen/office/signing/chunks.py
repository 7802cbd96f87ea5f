"""Some papers signed and checked, by whatever process: plain values in, plain values out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from vbgen.errors import Problem, Severity, VbgenError
from vbgen.office.signing.keeping import SignedBytes
from vbgen.office.signing.looks import LookMaker
from vbgen.pages.pdf.layout import layout_of
from vbgen.signing.checking import check_signatures
from vbgen.signing.found import Box
from vbgen.signing.keys import KeySource, OpenedKey, opened_key
from vbgen.signing.making import PadesLevel, SignatureWish, add_signature, add_signatures
from vbgen.signing.trust import TrustStore


@dataclass(frozen=True, slots=True)
class FileToSign:
    """An issued file, or the signed one that goes on from it."""

    original: str  # name of the file that was issued
    content: bytes
    version: int  # which signed file of it comes next


@dataclass(frozen=True, slots=True)
class FileSigned:
    """What came of one file: its signed bytes and their check, or why there are none."""

    original: str
    signed: SignedBytes | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ChunkSigner:
    """Signs files with one key, opened once for all of them."""

    source: KeySource
    maker: LookMaker
    field: str  # name of the signature's field
    level: PadesLevel
    time_server: str
    trust: TrustStore
    now: datetime

    def sign(self, files: Sequence[FileToSign]) -> list[FileSigned]:
        """Each file signed and checked; a fault of one of them is told in its place, one of the key is raised."""
        with opened_key(self.source, self.trust.between) as key:
            if key.most_at_once:
                return self._signed_together(files, key)
            return [self._signed(file, lambda one: self._made(one, key)) for file in files]

    def _signed_together(self, files: Sequence[FileToSign], key: OpenedKey) -> list[FileSigned]:
        """By one word of the signer: what a service is asked for once a call."""
        made = add_signatures([(file.content, self._wish(file)) for file in files], key)
        _refuse_key(made)
        contents = dict(zip((file.original for file in files), made, strict=True))
        return [self._signed(file, lambda one: _whole(contents[one.original])) for file in files]

    def _signed(self, file: FileToSign, make: Callable[[FileToSign], bytes]) -> FileSigned:
        try:
            content = make(file)
            check = check_signatures(content, self.trust, self.now)
        except VbgenError as fault:  # the file's own fault: those after it can still be signed
            return FileSigned(file.original, problems=fault.as_problems("not-signed"))
        wrong = tuple(each for each in check.problems if each.severity is Severity.ERROR)
        if wrong:
            return FileSigned(file.original, problems=wrong)
        signed = SignedBytes(file.original, content, check, file.version)
        return FileSigned(file.original, signed)

    def _made(self, file: FileToSign, key: OpenedKey) -> bytes:
        return add_signature(file.content, key, self._wish(file))

    def _wish(self, file: FileToSign) -> SignatureWish:
        leader = self._leader_box(file)
        look = self.maker.look(layout_of(file.content), self.now, leader)
        return SignatureWish(self.field, self.trust, self.now, look, self.level, self.time_server)

    def _leader_box(self, file: FileToSign) -> Box | None:
        """Where the leader's picture stands in a file that was signed before."""
        if file.version == 1:
            return None
        found = check_signatures(file.content, TrustStore(), self.now).persons
        return next((one.box for one in found if one.is_visible), None)


def _refuse_key(made: Sequence[bytes | BaseException]) -> None:
    """Raises the one fault that no file was signed for: it is of the key, not of a file."""
    if made and isinstance(made[0], VbgenError) and all(one is made[0] for one in made):
        raise made[0]


def _whole(made: bytes | BaseException) -> bytes:
    if isinstance(made, BaseException):
        raise made
    return made


def in_chunks(files: Sequence[FileToSign], size: int) -> Iterator[Sequence[FileToSign]]:
    """So many files at a time."""
    for start in range(0, len(files), size):
        yield files[start : start + size]
