"""The registry's later work: finding an entry, giving up a number, withdrawing, replacing, correcting, proving."""

import re
from collections.abc import Sequence

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.register import Entry, Filter, Register, Relation
from vbgen.usecases.issuing import Desk

_CODE = re.compile(r"(\d+)\s*/\s*(.+)")


def find(register: Register, reference: str, year: int | None = None) -> Entry:
    """The entry that a clerk means by its code (`05/QĐ-SCT`) or its id; UsageError for none, or for several."""
    match = _CODE.fullmatch(reference.strip())
    if match is None:
        return register.entry(reference.strip())
    wanted = Filter(number=int(match[1]), symbol=match[2].strip(), year=year)
    found = register.entries(wanted)
    if not found:
        raise UsageError(_("Sổ đăng ký không có văn bản số {code}.", code=reference))
    if len(found) > 1:
        years = ", ".join(str(entry.year) for entry in found)
        raise UsageError(_("Số {code} có ở các năm {years}: hãy thêm --year.", code=reference, years=years))
    return found[0]


def void(desk: Desk, entry: Entry, why: str) -> None:
    """The entry's number is given up, with the reason; it stays in the register and is never given again."""
    desk.register.void(entry.id, desk.stamp(why))
    _mirror(desk)


def change(
    desk: Desk, earlier: Entry, later: Entry, relation: Relation, why: str, certificates: Sequence[int] = ()
) -> None:
    """The later paper replaces, corrects or withdraws the earlier one, or some of its certificates."""
    desk.register.link(earlier.id, later.id, relation, desk.stamp(why), certificates)
    _mirror(desk)


def _mirror(desk: Desk) -> None:
    desk.archive.claim(desk.register.identity)
    desk.register.mirror(desk.archive.put)
