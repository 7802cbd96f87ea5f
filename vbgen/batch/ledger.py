"""The ledger of a run: receipts of what is done, so that a run that was cut off goes on where it stood."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vbgen.batch.receipt import Receipt
from vbgen.files import cannot_write


class Ledger(Protocol):
    """Keeps receipts under their chunk's key; the same one may be settled again."""

    def receipts(self) -> Mapping[str, Receipt]:
        """Every receipt, by its chunk's key."""

    def settle(self, receipt: Receipt) -> None:
        """The receipt is on disk when this returns."""


@dataclass(frozen=True, slots=True)
class FileLedger:
    """A ledger in a file of lines, each a receipt as JSON; a line that was cut off counts for nothing."""

    path: Path

    def receipts(self) -> Mapping[str, Receipt]:
        """See Ledger."""
        if not self.path.exists():
            return {}
        found = (_receipt(line) for line in self.path.read_bytes().split(b"\n"))
        return {receipt.key: receipt for receipt in found if receipt}

    def settle(self, receipt: Receipt) -> None:
        """See Ledger."""
        line = json.dumps(receipt.as_json(), ensure_ascii=False).encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(b"\n" + line + b"\n")  # begins a line of its own even behind one that was cut off
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise cannot_write(self.path, fault) from fault


class MemoryLedger:
    """A ledger for a run that nobody will take up again."""

    def __init__(self) -> None:
        self._receipts: dict[str, Receipt] = {}

    def receipts(self) -> Mapping[str, Receipt]:
        """See Ledger."""
        return dict(self._receipts)

    def settle(self, receipt: Receipt) -> None:
        """See Ledger."""
        self._receipts[receipt.key] = receipt


def _receipt(line: bytes) -> Receipt | None:
    try:
        return Receipt.from_json(json.loads(line))
    except (ValueError, KeyError, TypeError):
        return None
