"""Whom the office trusts, as its settings name them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.office.setting.workspace import Workspace
from vbgen.register import Entry
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
    named = workspace.settings.get("signing", {}).get("certificates", {})
    parties = [(entry.signer_name, False), (entry.issuer, True)]
    return tuple(
        Party(name, is_agency=is_agency, fingerprints=tuple(named.get(name, ())))
        for name, is_agency in parties
        if name
    )
