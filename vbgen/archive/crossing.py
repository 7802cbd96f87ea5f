"""Register and journal held against each other: what one says and the other does not."""

from collections.abc import Iterator, Mapping, Sequence

from vbgen.archive.ledger import JournalEntry, RegisterEntry
from vbgen.errors import Place, Problem
from vbgen.messages import _


def disagreements(register: Sequence[RegisterEntry], journal: Sequence[JournalEntry]) -> Iterator[Problem]:
    """A problem for each document, file or fact that register and journal do not say alike."""
    files, facts, labels = _said(journal)
    for entry in register:
        if not entry.is_open:
            yield from _files(entry, files.get(entry.id, {}))
        yield from _facts(entry, facts.get(entry.id, {}))
    known = {entry.id for entry in register}
    for document in files.keys() - known:
        yield _deleted(labels[document])


_Said = dict[str, dict[str, str]]


def _said(journal: Sequence[JournalEntry]) -> tuple[_Said, _Said, dict[str, str]]:
    """What the journal says of each document last: its files, its facts, and the act that first named it."""
    files: _Said = {}
    facts: _Said = {}
    labels: dict[str, str] = {}
    for entry in journal:
        if entry.files or entry.facts:
            labels.setdefault(entry.document, f"{entry.seq}, {entry.label}")
            files.setdefault(entry.document, {}).update(entry.files)
            facts.setdefault(entry.document, {}).update(entry.facts)
    return files, facts, labels


def _files(entry: RegisterEntry, journalled: Mapping[str, str]) -> Iterator[Problem]:
    for name, digest in entry.files.items():
        place = Place(file=entry.label, quote=name)
        if name not in journalled:
            message = _("Sổ đăng ký có tệp này nhưng nhật ký chưa từng ghi việc lưu nó.")
            yield Problem("file-unjournalled", message, place, hint=_keep())
        elif journalled[name] != digest:
            message = _("Tệp đã bị tráo: sổ đăng ký chỉ sang một tệp khác với tệp mà nhật ký đã ghi.")
            yield Problem("file-swapped", message, place, hint=_keep())
    for name in journalled.keys() - entry.files.keys():
        message = _("Nhật ký đã ghi việc lưu tệp này nhưng sổ đăng ký không còn nhắc tới.")
        yield Problem("file-struck", message, Place(file=entry.label, quote=name), hint=_keep())


def _facts(entry: RegisterEntry, journalled: Mapping[str, str]) -> Iterator[Problem]:
    for name, said in journalled.items():
        found = entry.facts.get(name, said)
        if found != said:
            message = _(
                "Sổ đăng ký ghi {name} là “{found}”, nhật ký ghi “{said}”: dòng này của sổ đã bị sửa.",
                name=name,
                found=found,
                said=said,
            )
            yield Problem("row-changed", message, Place(file=entry.label), hint=_keep())


def _deleted(label: str) -> Problem:
    message = _("Nhật ký (việc số {label}) có văn bản mà sổ đăng ký không còn: dòng ấy đã bị xóa.", label=label)
    return Problem("row-deleted", message, Place(file=_("Sổ đăng ký")), hint=_keep())


def _keep() -> str:
    return _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
