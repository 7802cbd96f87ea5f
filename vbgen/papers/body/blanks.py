"""What the data does not say yet: dots for the pen, or the sheet to fill in."""

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.campaign import Campaign

DOTS = "." * 40  # what is not known yet, to be written by hand


def missing_rows(message: str, table: str) -> ProblemsFoundError:
    """What stands in the way, and the sheet to fill in."""
    hint = _("Hãy điền trang “{sheet}” rồi chạy lại.", sheet=Campaign.title_of(table))
    return ProblemsFoundError(
        message, (Problem("missing-rows", message, Place(path=table), hint=hint),)
    )
