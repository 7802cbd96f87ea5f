"""The form of papers, judged: the same text is read once, before its number is taken and when it is looked at again."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.messages import current_language

if TYPE_CHECKING:
    from vbgen.word.package.lenient import LenientPackage

_BESIDE_THE_TEXT = ("docProps/", "[Content_Types].xml", "_rels/.rels")  # no rule of form reads them
_Key = tuple[date, str, str]


@dataclass(frozen=True, slots=True)
class FormJudge:
    """What Word files break of Nghị định 30/2020/NĐ-CP, remembered by all that the rules read of them."""

    _known: dict[_Key, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def texts(self) -> int:
        """How many texts were read."""
        return len(self._known)

    def problems(self, name: str, docx: bytes, day: date) -> tuple[Problem, ...]:
        """What the file breaks, judged as of that day; raises UnreadableFileError."""
        from vbgen.decree.linting import lint_package
        from vbgen.word.package.lenient import open_package

        package = open_package(docx)
        key = (day, current_language(), _digest(package))
        if key not in self._known:
            report = lint_package(package, name="", today=day)
            self._known[key] = tuple(found.as_problem() for found in report.findings)
        return tuple(
            replace(found, place=found.place._replace(file=name)) for found in self._known[key]
        )


def _digest(package: "LenientPackage") -> str:
    """Of every member but those that say of the file what its text does not."""
    digest = hashlib.sha256(repr((package.main, sorted(package.relations.items()))).encode())
    for name, content in sorted(package.members.items()):
        if not name.startswith(_BESIDE_THE_TEXT):
            digest.update(f"{len(name)} {name} {len(content)} ".encode())
            digest.update(content)
    return digest.hexdigest()
