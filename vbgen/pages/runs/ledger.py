"""The ledger of a run: receipts of what is done, so that a run that was cut off goes on where it stood."""

from collections.abc import Mapping
from typing import Protocol

from vbgen.pages.runs.receipt import Receipt


class Ledger(Protocol):
    """Keeps receipts under their chunk's key; the same one may be settled again."""

    def receipts(self) -> Mapping[str, Receipt]:
        """Every receipt, by its chunk's key."""

    def settle(self, receipt: Receipt) -> None:
        """The receipt is kept when this returns."""


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
