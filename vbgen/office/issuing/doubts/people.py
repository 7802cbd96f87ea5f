"""Two people for one paper, where the office wants that: who prepared it alone neither approves nor issues it alone."""

from collections.abc import Iterator

from vbgen.decree import honours_before
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.model.dossier import Particulars
from vbgen.ways import Approve
from vbgen.words.names import same_name


def one_person_only(particulars: Particulars, *people: str) -> Iterator[Problem]:
    """An error where all that is known of the paper's making is one person; who is not known counts for nobody."""
    known = [who.removeprefix(honours_before(who)) for who in map(str.strip, people) if who]
    if any(not same_name(known[0], who) for who in known[1:]):
        return
    kind = f"{particulars.kind}/{particulars.variant}" if particulars.variant else particulars.kind
    message = _(
        "“{subject}” mới có một người làm là {who}; cơ quan yêu cầu ít nhất hai người.",
        subject=particulars.subject,
        who=known[0],
    )
    hint = _("Nhờ người khác duyệt dự thảo hoặc cấp số.")
    ways = (Approve(kind, particulars.phase, particulars.signer_name),)
    yield Problem("one-person-only", message, hint=hint, ways=ways)
