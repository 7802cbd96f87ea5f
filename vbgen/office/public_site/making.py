"""The public site written: anybody looks a paper up on it by its code or its file, without vbgen and for life."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import OutputError, Problem, Severity
from vbgen.files import read_bytes
from vbgen.messages import _
from vbgen.model.afterwards.verification import NamesShown
from vbgen.office.acts import Answer, Request
from vbgen.office.public_site.entries import PublicRegister
from vbgen.office.public_site.files import ABOUT, SIGNATURE, SUMS, site_files
from vbgen.office.signing.signed_lists import ListSignature, list_signature
from vbgen.office.signing.wished import SigningWish
from vbgen.outputs import write_outputs

if TYPE_CHECKING:
    from vbgen.office.office import Office

_MOST_ABOUT = 1_000_000  # bytes
_FOLDERS = ("codes", "files")


@dataclass(frozen=True)
class SiteWritten(Answer):
    """The site, and what it tells of."""

    target: Path
    states: Mapping[str, int]  # state → entries
    names: NamesShown
    seal: str  # SHA-256 of the list of digests
    signer: str = ""  # on the certificate that the list is signed with

    @property
    def entries(self) -> int:
        """Papers and certificates."""
        return sum(self.states.values())

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "site": str(self.target),
            "entries": self.entries,
            "states": dict(self.states),
            "names": self.names.value,
            "seal": self.seal,
            "signer": self.signer,
        }


@dataclass(frozen=True)
class WriteVerifySite(Request[SiteWritten]):
    """A static site on which anybody looks up a paper that bears a code, or holds a file against what was issued."""

    target: Path
    signing: SigningWish | None = None  # None: the list is not signed

    def carry_out(self, office: "Office") -> SiteWritten:
        """The site, written over an earlier one of ours; OutputError where somebody's own files stand there."""
        settings = office.own_workspace.settings.get("verification", {})
        names, desk = NamesShown(settings.get("names", "none")), office.desk_to_look()
        with desk.register.steady() as register:
            entries = tuple(PublicRegister.of(register, desk.archive, names).entries())
            agency = _agency(entries[-1].agency if entries else "")
        made = site_files(
            entries, identity=desk.register.identity, agency=agency, made=office.today
        )
        _confirm_ours(self.target)
        signature = self._signature(office, made[SUMS], agency)
        made |= {SIGNATURE: signature.content} if signature else {}
        write_outputs({self.target / path: content for path, content in made.items()})
        _take_away_old(self.target, made)
        return SiteWritten(
            self.target,
            Counter(entry.state for entry in entries),
            names,
            sha256(made[SUMS]).hexdigest(),
            signature.signer if signature else "",
            problems=(
                *(() if entries else (_nothing(),)),
                *(signature.problems if signature else (_unsigned(),)),
            ),
        )

    def _signature(self, office: "Office", sums: bytes, agency: str) -> ListSignature | None:
        return list_signature(office, sums, agency, self.signing) if self.signing else None


def _agency(issuer: str) -> str:
    return issuer.partition(";")[0]


def _confirm_ours(target: Path) -> None:
    """OutputError for a folder with files that is no site of ours."""
    if not target.is_dir() or not any(target.iterdir()) or _is_site(target / ABOUT):
        return
    message = _("Thư mục {path} đã có tệp khác; hãy chọn một thư mục mới.", path=target)
    raise OutputError(message, (Problem("not-a-site", message),))


def _is_site(about: Path) -> bool:
    if not about.is_file():
        return False
    try:
        return "salt" in json.loads(read_bytes(about, most=_MOST_ABOUT))
    except ValueError:
        return False


def _take_away_old(target: Path, made: Mapping[str, bytes]) -> None:
    """Lists of an earlier site that this one has no more, and a signature that is not of this one."""
    if SIGNATURE not in made:
        (target / SIGNATURE).unlink(missing_ok=True)
    for folder in _FOLDERS:
        for path in (target / folder).glob("??.json"):
            if f"{folder}/{path.name}" not in made:
                path.unlink()


def _unsigned() -> Problem:
    message = _("Danh sách SHA256SUMS của trang chưa được ký số.")
    hint = _("Ký bằng khóa của cơ quan thì ai cũng biết trang đúng là của cơ quan.")
    return Problem("list-unsigned", message, severity=Severity.NOTE, hint=hint)


def _nothing() -> Problem:
    message = _("Chưa có văn bản nào mang mã kiểm tra, nên trang chưa có gì để tra.")
    hint = _(
        "Nhờ quản trị khai địa chỉ của trang (address, mục [verification] của vbgen.toml); văn bản cấp số từ đó về "
        "sau có mã."
    )
    return Problem("no-codes", message, severity=Severity.WARNING, hint=hint)
