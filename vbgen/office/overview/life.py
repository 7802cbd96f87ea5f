"""One paper's whole life: its entry, what changed it, its certificates and files, and every act about it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.messages import _, quoted
from vbgen.model.afterwards.delivery import DeliveryLine
from vbgen.office.acts import Answer, Request
from vbgen.office.registry.searches import warnings_at
from vbgen.register import Act, Entry, GoldenEntry, KeptFile, Link

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class LifeShown(Answer):
    """All that the register knows of a paper."""

    entry: Entry
    remark: str
    chain: tuple[Link, ...]
    certificates: tuple[GoldenEntry, ...]
    files: tuple[KeptFile, ...]
    acts: tuple[Act, ...]
    deliveries: tuple[DeliveryLine, ...] = ()


@dataclass(frozen=True)
class ShowLife(Request[LifeShown]):
    """A paper's whole life, by the entry's identity; UsageError where there is none of that identity."""

    id: str

    def carry_out(self, office: "Office") -> LifeShown:
        """As it stands."""
        desk = office.desk_to_look()
        register, entry = desk.register, desk.register.entry(self.id)
        return LifeShown(
            entry=entry,
            remark=register.remarks([entry])[entry.id],
            chain=tuple(register.links(entry.id)),
            certificates=tuple(register.golden_book(document=entry.id)),
            files=tuple(register.files(entry.id)),
            acts=tuple(register.acts_of(entry.id)),
            deliveries=tuple(one.written for one in register.deliveries(entry.id)),
            problems=warnings_at(desk),
        )


@dataclass(frozen=True)
class FileTaken(Answer):
    """A file of the archive, proved unchanged."""

    name: str
    content: bytes


@dataclass(frozen=True)
class TakeFile(Request[FileTaken]):
    """One of a paper's files, out of the archive; UsageError where it has none of that name."""

    id: str
    name: str

    def carry_out(self, office: "Office") -> FileTaken:
        """Its content, proved by its digest."""
        desk = office.desk_to_look()
        for file in desk.register.files(desk.register.entry(self.id).id):
            if file.name == self.name:
                return FileTaken(file.name, desk.archive.get(file.digest))
        raise UsageError(_("Văn bản này không có tệp “{name}”.", name=quoted(self.name)))
