"""Lengths as a clerk writes them."""

from math import isfinite

from vbgen.messages import _


def read_mm(text: str) -> float:
    """Millimetres of `19,5`, `19.5` or `19,5 mm`; ValueError with a sentence for anything else."""
    plain = text.strip().removesuffix("mm").replace(",", ".")
    try:
        if isfinite(found := float(plain)):
            return found
    except ValueError:
        pass
    raise ValueError(_("“{value}” không phải là số đo tính bằng mm; hãy ghi như 19,5.", value=text))
