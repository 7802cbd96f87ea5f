"""The ledger of a paper's run in the register: what is done stays done until the paper is settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.pages.runs.receipt import Receipt
from vbgen.register import Register


@dataclass(frozen=True, slots=True)
class RegisterLedger:
    """Receipts of one numbered paper."""

    register: Register
    document: str

    def receipts(self) -> Mapping[str, Receipt]:
        """Every receipt, by its chunk's key."""
        return {
            key: Receipt.from_json(values)
            for key, values in self.register.receipts(self.document).items()
        }

    def settle(self, receipt: Receipt) -> None:
        """The receipt is on disk when this returns."""
        self.register.keep_receipt(self.document, receipt.key, receipt.as_json())
