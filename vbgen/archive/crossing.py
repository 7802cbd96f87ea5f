"""Register and journal held against each other: what one says and the other does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vbgen.archive.ledger import JournalEntry, RegisterEntry
from vbgen.errors import Place, Problem
from vbgen.messages import _


@dataclass(slots=True)
class DocumentInJournal:
    """What the journal says of one document in the end, and the act that first named it."""

    label: str
    kept: Mapping[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


class DocumentsInJournal(dict[str, DocumentInJournal]):
    """What the journal says of each document, gathered act by act."""

    def note(self, entry: JournalEntry) -> None:
        """One more act."""
        if entry.document:
            document = self.setdefault(
                entry.document, DocumentInJournal(f"{entry.seq}, {entry.label}")
            )
            document.kept = {**(entry.kept or document.kept), **entry.added}
            document.facts.update(entry.facts)


def disagreements(
    register: Iterable[RegisterEntry], said: Mapping[str, DocumentInJournal]
) -> Iterator[Problem]:
    """A problem for each document, file or fact that register and journal do not say alike."""
    known = set()
    for entry in register:
        known.add(entry.id)
        if entry.is_past:
            continue
        if entry.id not in said:
            yield _unjournalled(entry)
            continue
        if not entry.is_open:
            yield from _files(entry, said[entry.id].kept)
        yield from _facts(entry, said[entry.id].facts)
    for document in said.keys() - known:
        yield _deleted(said[document].label)


def _files(entry: RegisterEntry, journalled: Mapping[str, str]) -> Iterator[Problem]:
    for name, digest in entry.files.items():
        place = Place(file=entry.label, quote=name)
        if name not in journalled:
            message = _("Sổ đăng ký có tệp này nhưng nhật ký chưa từng ghi việc lưu nó.")
            yield Problem("file-unjournalled", message, place, hint=_keep())
        elif journalled[name] != digest:
            message = _(
                "Tệp không khớp: sổ đăng ký chỉ sang một tệp khác với tệp ghi trong nhật ký. Giữ "
                "nguyên, báo người phụ trách kỹ thuật."
            )
            yield Problem("file-swapped", message, place, hint=_keep())
    for name in journalled.keys() - entry.files.keys():
        message = _("Nhật ký đã ghi việc lưu tệp này nhưng sổ đăng ký không còn nhắc tới.")
        yield Problem("file-struck", message, Place(file=entry.label, quote=name), hint=_keep())


def _facts(entry: RegisterEntry, journalled: Mapping[str, str]) -> Iterator[Problem]:
    for name, said in journalled.items():
        found = entry.facts.get(name, said)
        if found != said:
            message = _(
                "Sổ đăng ký ghi {name} là “{found}”, nhật ký ghi “{said}”: hai bên không khớp.",
                name=name,
                found=found,
                said=said,
            )
            yield Problem("row-changed", message, Place(file=entry.label), hint=_keep())


def _unjournalled(entry: RegisterEntry) -> Problem:
    message = _("Sổ đăng ký có văn bản này nhưng nhật ký chưa từng ghi việc cấp số cho nó.")
    return Problem("row-unjournalled", message, Place(file=entry.label), hint=_keep())


def _deleted(label: str) -> Problem:
    message = _(
        "Nhật ký (mục số {label}) có văn bản này, sổ đăng ký không có dòng đó.",
        label=label,
    )
    return Problem("row-deleted", message, Place(file=_("Sổ đăng ký")), hint=_keep())


def _keep() -> str:
    return _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
