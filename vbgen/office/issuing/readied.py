"""Papers that can be issued: their doubts, their errors of form, and the fingerprint of all that they are made from."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from vbgen.decree import Settings
from vbgen.errors import Problem
from vbgen.model.dossier import Intent
from vbgen.office.agreeing import Doubt, fingerprint_of, keyed
from vbgen.office.issuing.consent.acceptance import Acceptance
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.readying import Ready


@dataclass(frozen=True, slots=True)
class Readied:
    """Papers that can be issued, at the desk where they are."""

    desk: Desk
    ready: tuple[Ready, ...]
    accepted: Acceptance
    form: Settings | None  # by which pages of PDF copies are looked at; None where none are made
    notes: tuple[Problem, ...]

    @property
    def makes_pdf(self) -> bool:
        """Whether PDF copies will be kept."""
        return self.form is not None

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Of all papers, each once."""
        return keyed(doubt for one in self.ready for doubt in one.doubts)

    @property
    def fingerprint(self) -> str:
        """Of the papers and what is not settled about them."""
        facts = {
            "papers": [_facts_of(one.intent) for one in self.ready],
            "form": sorted({each.code for each in form_errors(self.ready)}),
            "pdf": self.makes_pdf,
        }
        return fingerprint_of(facts, self.doubts)


def form_errors(ready: Iterable[Ready]) -> Iterator[Problem]:
    """Of all the papers."""
    for one in ready:
        yield from one.form_errors


def _facts_of(intent: Intent) -> dict[str, object]:
    """What a paper is made from and registered as, but for its number: that is taken at the end."""
    materials = {
        name: hashlib.sha256(content).hexdigest() for name, content in intent.materials.items()
    }
    return {
        "particulars": asdict(intent.particulars),
        "counter": asdict(intent.counter),
        "golden_book": asdict(intent.golden_book) if intent.golden_book else None,
        "given": str(intent.given or ""),
        "materials": materials,
    }
