"""The register of outgoing papers, the golden book and the journal of acts, in a database."""

from vbgen.register.after_issue.deliveries import Delivery
from vbgen.register.after_issue.signed_files import AS_RECEIVED, INK, SignedCopy, SignedFile
from vbgen.register.clock import ClockError
from vbgen.register.entries import Entry, Filter, GoldenEntry, KeptFile, Link, Page, Relation, State
from vbgen.register.faults import (
    EndedMeanwhileError,
    NumberTakenError,
    RegisterBehindError,
    RegisterDamagedError,
    RegisterForkedError,
    RegisterUnreachableError,
)
from vbgen.register.journal import Act
from vbgen.register.numbers import Numbering
from vbgen.register.register import Register

__all__ = [
    "AS_RECEIVED",
    "INK",
    "Act",
    "ClockError",
    "Delivery",
    "EndedMeanwhileError",
    "Entry",
    "Filter",
    "GoldenEntry",
    "KeptFile",
    "Link",
    "NumberTakenError",
    "Numbering",
    "Page",
    "Register",
    "RegisterBehindError",
    "RegisterDamagedError",
    "RegisterForkedError",
    "RegisterUnreachableError",
    "Relation",
    "SignedCopy",
    "SignedFile",
    "State",
]
