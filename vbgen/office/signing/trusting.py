"""Whom the office trusts, as its settings name them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from vbgen.errors import Problem, refuse_errors
from vbgen.messages import _
from vbgen.office.setting.workspace import Workspace
from vbgen.register import Entry
from vbgen.signing.before import certificate_problems
from vbgen.signing.keys import OpenedKey
from vbgen.signing.returning import Party
from vbgen.signing.trust import TrustStore


@dataclass(frozen=True)
class TrustWish:
    """What a face says of trust beyond the settings."""

    roots: tuple[Path, ...] = ()
    known: tuple[Path, ...] = ()  # certificates between, CRLs, OCSP answers
    online: bool | None = field(default=None, kw_only=True)  # None: as the settings say


def trust_of(workspace: Workspace, wish: TrustWish) -> TrustStore:
    """The store of the settings and of the wish; UnreadableFileError for a file that is none of its kind."""
    said = workspace.settings.get("signing", {})
    online = said.get("online", False) if wish.online is None else wish.online
    roots = (*_files(workspace, said.get("roots", ())), *wish.roots)
    known = (*_files(workspace, said.get("known", ())), *wish.known)
    return TrustStore.read(roots, known, may_ask=bool(online))


def _files(workspace: Workspace, names: Sequence[str]) -> tuple[Path, ...]:
    root = workspace.root or Path.cwd()
    return tuple(root / name for name in names)


def parties_to(workspace: Workspace, entry: Entry) -> tuple[Party, ...]:
    """Who may sign the paper: its signer and its issuer, each with the certificates that the settings name."""
    parties = [(entry.signer_name, False), (entry.issuer, True)]
    return tuple(
        party_named(workspace, name, is_agency=is_agency) for name, is_agency in parties if name
    )


def party_to_sign(workspace: Workspace, entry: Entry, *, is_agency: bool) -> Party:
    """The one of them who signs with that hand."""
    return next(one for one in parties_to(workspace, entry) if one.is_agency == is_agency)


def party_named(workspace: Workspace, name: str, *, is_agency: bool) -> Party:
    """Somebody who may sign, with the certificates that the settings name."""
    named = workspace.settings.get("signing", {}).get("certificates", {})
    return Party(name, is_agency=is_agency, fingerprints=tuple(named.get(name, ())))


def confirm_signer(
    key: OpenedKey, party: Party, trust: TrustStore, now: datetime, refusal: str
) -> tuple[Problem, ...]:
    """What could not be checked of a key's certificate; ProblemsFoundError where it is another's or is not good."""
    problems = [*certificate_problems(key, trust, now)]
    if not party.owns(key.certificate):
        problems.insert(0, _another(key.certificate.name, party.name))
    refuse_errors(refusal, problems)
    return tuple(problems)


def _another(name: str, expected: str) -> Problem:
    message = _(
        "Chứng thư mang tên “{name}”, không phải của {expected}.", name=name, expected=expected
    )
    hint = _("Hãy dùng đúng khóa, hoặc nhờ quản trị khai chứng thư ở mục [signing.certificates].")
    return Problem("another-signer", message, hint=hint)
