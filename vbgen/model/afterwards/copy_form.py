"""The three forms of a copy (Nghị định 30/2020/NĐ-CP, Điều 25)."""

from enum import StrEnum

from vbgen.messages import _

COPY = "copy"  # the kind of a copy's entry in the register
COPIES = "ban-sao"  # the series that all forms share (Phụ lục I, Phần II, II.1.c)


class CopyForm(StrEnum):
    """Hình thức sao."""

    TRUE_COPY = "sao-y"  # of an original
    COPY_OF_COPY = "sao-luc"  # of a true copy
    EXCERPT = "trich-sao"  # of a part of an original, which is set anew

    @property
    def word(self) -> str:
        """As the copy bears it: `SAO Y`."""
        return _WORDS[self]

    @property
    def abbreviation(self) -> str:
        """As its symbol begins (Phụ lục III, I)."""
        return _ABBREVIATIONS[self]

    @property
    def type_name(self) -> str:
        """As the register calls it: `Bản sao y`."""
        return f"Bản {self.word.lower()}"

    @property
    def label(self) -> str:
        """The words a clerk chooses by."""
        return {
            CopyForm.TRUE_COPY: _("Sao y (từ bản gốc, bản chính)"),
            CopyForm.COPY_OF_COPY: _("Sao lục (từ bản sao y)"),
            CopyForm.EXCERPT: _("Trích sao (một phần, trình bày lại)"),
        }[self]


_WORDS = {
    CopyForm.TRUE_COPY: "SAO Y",
    CopyForm.COPY_OF_COPY: "SAO LỤC",
    CopyForm.EXCERPT: "TRÍCH SAO",
}
_ABBREVIATIONS = {
    CopyForm.TRUE_COPY: "SY",
    CopyForm.COPY_OF_COPY: "SL",
    CopyForm.EXCERPT: "TrS",
}
COPY_ABBREVIATIONS = frozenset(_ABBREVIATIONS.values())


def form_of(variant: str) -> CopyForm:
    """The form that a copy's entry tells by its variant."""
    return next(form for form in CopyForm if variant.startswith(form.value))
