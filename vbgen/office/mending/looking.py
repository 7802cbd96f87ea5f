"""A mended copy looked at on its pages: a mend that makes them worse is left out, and no other."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

from vbgen.decree import Fixed, page_landmarks
from vbgen.errors import OutsideProgramError
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import PdfMaker, process_pdf_maker
from vbgen.messages import _
from vbgen.office.mending.page_faults import PageFault, SeenPages
from vbgen.pages.pdf.document import pages_of
from vbgen.pages.pdf.layout import layout_of

_MOST_TRIALS: Final = 24  # copies made and looked at to find what made a page worse
_WHOLE: Final = 60  # pages up to which all are looked at
_ENDS: Final = 3  # of longer files, pages looked at from the front and from the back
_IN_ORDER: Final = (  # groups of mends on one thing are tried together; the sheet first, spacing last
    "page.", "typing.", "number.", "date.", "recipient", "font.", "national-name.", "motto.", "governing-body.",
    "issuer.", "letter-subject.", "type.", "subject.", "power.", "signer.", "page-number.", "table.", "body.",
)  # fmt: skip

Mend = Callable[[Collection[str]], Fixed]  # a mended copy in which some rules' mends are left out


@dataclass(frozen=True, slots=True)
class LeftForPages:
    """Rules whose mends made a page worse, and how."""

    rules: tuple[str, ...]
    faults: tuple[PageFault, ...]


@dataclass(frozen=True, slots=True)
class LookAtPages:
    """Whether the pages were looked at before and after; why not; and what was left out for their sake."""

    looked: bool
    why_not: str = ""
    pages_before: int = 0
    pages_after: int = 0
    left_out: tuple[LeftForPages, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {
            "looked": self.looked,
            "why_not": self.why_not,
            "pages_before": self.pages_before,
            "pages_after": self.pages_after,
            "left_out": [
                {"rules": list(one.rules), "faults": [fault.value for fault in one.faults]}
                for one in self.left_out
            ],
        }


def mended_with_look(
    docx: bytes, mend: Mend, environ: Mapping[str, str]
) -> tuple[Fixed, LookAtPages]:
    """The mended copy, without the mends that make its pages worse where the pages can be looked at."""
    fixed = mend(())
    if not fixed.tried:
        return fixed, LookAtPages(looked=False, why_not=_("không có chỗ nào được sửa"))
    try:
        with temporary_folder("look") as folder:
            return _Looking(process_pdf_maker(environ), Path(folder), docx, mend).best(fixed)
    except OutsideProgramError as fault:
        return fixed, LookAtPages(looked=False, why_not=fault.message)


@dataclass
class _Looking:
    """Copies made and looked at, each named by its number."""

    maker: PdfMaker
    folder: Path
    docx: bytes
    mend: Mend
    rules: frozenset[str] = frozenset()  # all whose mends were tried
    trials: int = 0
    numbers: Iterator[int] = field(default_factory=count)
    left_out: list[LeftForPages] = field(default_factory=list)

    def best(self, fixed: Fixed) -> tuple[Fixed, LookAtPages]:
        """The copy with every mend that leaves the pages as good as they were."""
        before, after = self._see([self.docx, fixed.docx])
        worse = after.became_worse(before)
        self.rules = fixed.tried
        if worse:
            fixed, after = self._without_worse(_in_order(fixed.tried), before, worse)
        look = LookAtPages(
            looked=True,
            pages_before=before.pages,
            pages_after=after.pages,
            left_out=tuple(self.left_out),
        )
        return fixed, look

    def _without_worse(
        self, rules: Sequence[str], before: SeenPages, worse: Sequence[PageFault]
    ) -> tuple[Fixed, SeenPages]:
        kept = self._kept(rules, [], before, tuple(worse))
        fixed = self.mend(frozenset(rules) - set(kept))
        after = self._see([fixed.docx])[0]
        left = after.became_worse(before)
        return self._letters_alone(left) if left else (fixed, after)

    def _letters_alone(self, worse: tuple[PageFault, ...]) -> tuple[Fixed, SeenPages]:
        """The copy with slips of typing mended alone, where mends that do no harm by themselves do so together."""
        known = {rule for one in self.left_out for rule in one.rules}
        harmful = {rule for rule in self.rules if not rule.startswith("typing.")}
        self.left_out.append(LeftForPages(tuple(sorted(harmful - known)), worse))
        fixed = self.mend(harmful | known)
        return fixed, self._see([fixed.docx])[0]

    def _kept(
        self,
        rules: Sequence[str],
        kept: list[str],
        before: SeenPages,
        worse: tuple[PageFault, ...],
    ) -> list[str]:
        """Those already kept, with as many of the rules as do no harm; halves of what does are tried by themselves."""
        if len(rules) == 1 or self.trials >= _MOST_TRIALS:
            self.left_out.append(LeftForPages(tuple(rules), worse))
            return kept
        middle = len(rules) // 2
        for half in (rules[:middle], rules[middle:]):
            harm = self._harm([*kept, *half], before)
            kept = self._kept(half, kept, before, harm) if harm else [*kept, *half]
        return kept

    def _harm(self, rules: Sequence[str], before: SeenPages) -> tuple[PageFault, ...]:
        """What becomes worse when only these rules' mends are made."""
        self.trials += 1
        fixed = self.mend(self.rules - set(rules))
        return self._see([fixed.docx])[0].became_worse(before)

    def _see(self, files: Sequence[bytes]) -> list[SeenPages]:
        paths = [self.folder / f"{next(self.numbers)}.docx" for _file in files]
        for path, content in zip(paths, files, strict=True):
            path.write_bytes(content)
        made = self.maker.to_pdf(paths, self.folder / "pdf")
        return [_seen(pdf, content) for pdf, content in zip(made, files, strict=True)]


def _seen(pdf: Path, docx: bytes) -> SeenPages:
    pages = pages_of(pdf)
    looked = range(pages)
    ends = [*looked[:_ENDS], *looked[-_ENDS:]]
    return SeenPages(layout_of(pdf, None if pages <= _WHOLE else ends), page_landmarks(docx))


def _in_order(rules: Collection[str]) -> list[str]:
    return sorted(rules, key=lambda rule: (_group(rule), rule))


def _group(rule: str) -> int:
    found: Iterator[int] = (
        place for place, start in enumerate(_IN_ORDER) if rule.startswith(start)
    )
    return next(found, len(_IN_ORDER))
