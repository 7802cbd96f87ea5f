"""An issued paper made again and held against what is kept: the same, made by another version, or changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from zlib import ZLIB_RUNTIME_VERSION

from vbgen import __version__
from vbgen.archive.dossier import read_dossier
from vbgen.archive.errors import ArchiveDamagedError, ArchiveMissingError
from vbgen.archive.store import digest_of
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity, TemplateError, UsageError
from vbgen.messages import _
from vbgen.model.document import ArchivedFile, Numbered
from vbgen.model.dossier import RECORD
from vbgen.office.issuing import first_format
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.differing import Cause, Difference, differences
from vbgen.office.issuing.materials import options_of
from vbgen.office.issuing.remaking import render
from vbgen.office.making.copies import Beside, KeptCopies
from vbgen.register import Entry
from vbgen.register.entries import KeptFile
from vbgen.word.template import Compressor

_NOT_MADE = (
    ProblemsFoundError,
    TemplateError,
    UsageError,
)  # why a version cannot make a paper of another


class Verdict(StrEnum):
    """What comes out of making a paper again."""

    SAME = "same"  # byte for byte
    OTHER_VERSION = "other-version"  # what is kept is as it was; this version makes it otherwise
    CHANGED = "changed"  # what is kept is not what the journal says


@dataclass(frozen=True, slots=True)
class Proof:
    """One file made again: its digest in the archive, the digest it has now, and where the two differ."""

    name: str
    kept: str
    made: str = ""  # empty where it could not be made
    differences: tuple[Difference, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether the bytes are the same."""
        return self.kept == self.made


@dataclass(frozen=True, slots=True)
class Reissued:
    """A paper's files made again; `changed` says what is not as it was kept."""

    proofs: tuple[Proof, ...]
    made_by: str  # the version that issued it
    changed: tuple[Problem, ...] = ()
    not_made: tuple[Problem, ...] = ()  # why this version cannot make it
    version: str = field(default=__version__)  # that made it again

    @property
    def verdict(self) -> Verdict:
        """Same, made by another version, or changed."""
        if self.changed:
            return Verdict.CHANGED
        is_same = not self.not_made and all(proof.is_equal for proof in self.proofs)
        return Verdict.SAME if is_same else Verdict.OTHER_VERSION

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything to tell, each with its place."""
        told = [_differs(proof.name, one) for proof in self.proofs for one in proof.differences]
        return (*self.changed, *self.not_made, *told)


def reissue(desk: Desk, entry: Entry) -> Reissued:
    """The entry's papers, made again from what was kept, each held against its archived bytes.

    A PDF copy is not made again: its own digest proves it, the record made again proves that it belongs here.
    """
    files = [file for file in desk.register.files(entry.id) if file.role in _REMADE]
    if all(file.role != "material" for file in files):
        raise ProblemsFoundError(
            _("Văn bản {code} không có dữ liệu lưu kèm để dựng lại.", code=entry.code)
        )
    contents, changed = _kept(desk, entry, files)
    if changed:
        return Reissued(tuple(Proof(*one) for one in _papers(files)), "", tuple(changed))
    materials = {file.name: contents[file.name] for file in files if file.role == "material"}
    bare = desk.register.numbered(entry)
    numbered = replace(bare, intent=replace(bare.intent, materials=materials))
    return _made_again(numbered, files, contents, _beside(desk, entry, contents))


def _made_again(
    numbered: Numbered, files: list[KeptFile], contents: Mapping[str, bytes], beside: Beside
) -> Reissued:
    options = options_of(numbered.intent.materials)
    made_by = str(options.get("program", ""))
    try:
        papers = render(numbered, KeptCopies(beside)).papers
    except _NOT_MADE as fault:
        why = _(
            "Phiên bản {version} không dựng lại được văn bản này: {reason}",
            version=__version__,
            reason=str(fault),
        )
        hint = _("Bản lưu còn nguyên; hãy dựng lại bằng phiên bản {version}.", version=made_by)
        told = Problem("not-made-again", why, Place(file=numbered.code), Severity.WARNING, hint)
        return Reissued(
            tuple(Proof(*one) for one in _papers(files)), made_by, not_made=(told, *fault.problems)
        )
    cause = Cause.VALUES if options["format"] == first_format.FORMAT else Cause.RENDERER
    proofs = [
        _proof(name, contents[name], papers.get(name, b""), cause)
        for name, _digest in _papers(files)
    ]
    return Reissued(tuple(_with_compressors(proof, options) for proof in proofs), made_by)


def _with_compressors(proof: Proof, options: Mapping[str, Any]) -> Proof:
    """The proof, with the compressor of then and of now where nothing else differs."""
    then, now = str(options["compressor"]), f"{Compressor().name} (zlib {ZLIB_RUNTIME_VERSION})"
    if "zlib" in options:
        then = f"{then} (zlib {options['zlib']})"
    found = [
        replace(one, before=then, after=now) if one.cause is Cause.COMPRESSOR else one
        for one in proof.differences
    ]
    return replace(proof, differences=tuple(found))


def _proof(name: str, kept: bytes, made: bytes, cause: Cause) -> Proof:
    digests = name, digest_of(kept), digest_of(made)
    if kept == made:
        return Proof(*digests)
    if not name.endswith(".docx"):
        return Proof(*digests, (Difference(Cause.RECORD),))
    return Proof(*digests, differences(kept, made, cause))


def _papers(files: list[KeptFile]) -> Iterator[tuple[str, str]]:
    yield from sorted((file.name, file.digest) for file in files if file.role == "paper")


def _kept(
    desk: Desk, entry: Entry, files: list[KeptFile]
) -> tuple[dict[str, bytes], list[Problem]]:
    """Every file as it lies in the archive, and what is not there, or not as the journal says."""
    stated, contents, problems = _journalled(desk, entry), dict[str, bytes](), list[Problem]()
    for file in files:
        place = Place(file=file.name)
        if stated.get(file.name) != file.digest:
            message = _("Sổ và nhật ký ghi khác nhau về tệp này.")
            problems.append(Problem("file-not-as-journalled", message, place))
            continue
        try:
            contents[file.name] = desk.archive.get(file.digest)
        except (ArchiveMissingError, ArchiveDamagedError) as fault:
            code = (
                "kept-file-missing"
                if isinstance(fault, ArchiveMissingError)
                else "kept-file-changed"
            )
            problems.append(Problem(code, fault.message, place))
    return contents, problems


def _journalled(desk: Desk, entry: Entry) -> dict[str, str]:
    """Name → digest of every file of the entry, as the journal says last."""
    found: dict[str, str] = {}
    for act in desk.register.acts_of(entry.id):
        files = act.detail.get("files")
        if act.what in _ANNOUNCING and isinstance(files, Mapping):
            found |= {str(name): str(digest) for name, digest in files.items()}
    return found


_REMADE = ("paper", "material")  # roles of files
_ANNOUNCING = ("reserve", "render", "settle")  # acts that say which files there are


def _beside(desk: Desk, entry: Entry, contents: Mapping[str, bytes]) -> Beside:
    """The PDF files that are kept beside the entry's Word files, as its record in the archive names them."""
    papers = {name: content for name, content in contents.items() if name.endswith(".pdf")}
    singles = {file.name: file for file in desk.register.files(entry.id) if file.is_single}
    record = read_dossier(contents[RECORD]) if RECORD in contents else None
    cut = {
        f"{paper.key}.docx": {
            file.name: ArchivedFile(file.digest, file.size)
            for file in paper.files
            if file.name in singles
        }
        for paper in (record.papers if record else ())
    }
    return Beside(papers, cut)


def _differs(name: str, one: Difference) -> Problem:
    quote = one.before if one.paragraph else ""
    place = Place(file=name, path=one.part, paragraph=one.paragraph, quote=quote)
    return Problem("made-by-other-version", _words(one), place, Severity.WARNING)


def _words(one: Difference) -> str:
    if not one.paragraph and one.before:
        return _(
            "{cause}: {before}, nay là {after}.",
            cause=one.cause.label,
            before=one.before,
            after=one.after,
        )
    return (
        _WORDS[bool(one.before), bool(one.after)](one)
        if one.paragraph
        else _("{cause}.", cause=one.cause.label)
    )


_WORDS: Mapping[tuple[bool, bool], Callable[[Difference], str]] = {
    (True, True): lambda one: _(
        "nay dựng thành “{after}” ({cause}).", after=one.after, cause=one.cause.label
    ),
    (True, False): lambda one: _("nay không có ({cause}).", cause=one.cause.label),
    (False, True): lambda one: _(
        "nay có thêm “{after}” ({cause}).", after=one.after, cause=one.cause.label
    ),
    (False, False): lambda one: one.cause.label,
}
