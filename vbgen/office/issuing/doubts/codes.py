"""Papers that should bear a code by the office's settings, and whose templates have no place for one."""

from collections.abc import Iterator

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.afterwards.verification import CodeWish, read_codes
from vbgen.model.dossier import Intent
from vbgen.office.issuing.materials import options_of
from vbgen.office.stored.paper import stem_of


def uncoded(intent: Intent, wish: CodeWish) -> Iterator[Problem]:
    """A note for each of them."""
    given = {paper.stem for paper in read_codes(intent.materials)}
    for paper in options_of(intent.materials)["papers"]:
        stem = stem_of(paper["kind"], paper["variant"])
        if wish.wants(paper["kind"]) and stem not in given:
            message = _(
                "Mẫu của văn bản này không có chỗ cho mã kiểm tra, nên văn bản không có mã."
            )
            hint = _(
                "Hãy thêm {{{{r verification }}}} vào mẫu (giấy khen: {{{{r certificate.square }}}} và "
                "{{{{ certificate.code }}}}), hoặc nhờ quản trị bớt loại đó ở mục [verification] của vbgen.toml."
            )
            yield Problem("no-place-for-code", message, Place(file=stem), Severity.NOTE, hint)
