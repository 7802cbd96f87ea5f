"""The registry's desk: register and archive of an office, and who works with them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from vbgen.archive import Archive
from vbgen.model.afterwards.verification import CodeWish
from vbgen.model.dossier import Stamp
from vbgen.office.issuing.form import FormJudge
from vbgen.office.issuing.holding import act_told
from vbgen.office.issuing.in_step import confirm_in_step
from vbgen.office.making.copies import Copies, KeptCopies
from vbgen.register import Numbering, Register

Tell = Callable[
    [str], object
]  # told before each step: check, reserve, render, inspect, keep, settle, mirror, deliver


@dataclass(frozen=True, slots=True)
class Desk:
    """The registry's desk: who works at it, its register and archive, and where issued papers are laid."""

    register: Register
    archive: Archive
    out: Callable[[str], Path]  # campaign → folder of its issued papers
    who: str
    clock: Callable[[], datetime]
    numbering: Numbering = field(default_factory=Numbering)
    codes: CodeWish = field(default_factory=CodeWish)  # by which anybody can look papers up
    tell: Tell = lambda _step: None
    forget: Callable[[str], object] = lambda _id: (
        None
    )  # throws away what waited for an entry to be settled
    approval_required: bool = (
        False  # no number without an approval, or the clerk's word that the paper was signed
    )
    two_people: bool = False  # whoever prepared a paper alone does not issue it alone
    prepared_by: Callable[[Path], str] = lambda _campaign: ""  # who saved a campaign's data last
    copies: Copies = field(
        default_factory=KeptCopies
    )  # makes the PDF that is kept beside each Word file
    form: FormJudge = field(default_factory=FormJudge)

    def enter_archive(self) -> None:
        """Makes sure that files go where the earlier ones lie; an archive that is not mounted is not begun anew.

        Raises RegisterBehindError where the archive knows papers that the register does not: no act may follow then.
        """
        self.register.make()
        enter = self.archive.claim if self._is_free else self.archive.confirm
        enter(self.register.identity)
        confirm_in_step(self.register, self.archive)

    @property
    def _is_free(self) -> bool:
        """Whether nothing was kept yet, or the archive has lost its mark alone: it has the register's last act."""
        if not self.register.is_archived:
            return True
        return self.archive.owner() is None and self.archive.has(
            self.register.mirrored_point().digest
        )

    def mirror(self) -> None:
        """Puts the journal's new acts into the archive; a fault tells that they are done all the same."""
        with act_told():
            self.register.mirror(self.archive.put_act)

    def stamp(self, why: str = "") -> Stamp:
        """Who, and now."""
        return Stamp(self.who, self.clock(), why)
