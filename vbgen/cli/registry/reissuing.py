"""`vbgen register reissue`: an issued paper made again, and what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import looking_desk_of, workspace
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office.issuing.reissuing import Reissued

_GRAVITY = {
    "kept-file-changed": 12,
    "file-not-as-journalled": 15,
    "kept-file-missing": 11,
}  # the gravest first


def command() -> click.Command:
    """The command `reissue`."""
    return Command(
        "reissue",
        callback=_reissue,
        help=_(
            "Dựng lại văn bản từ dữ liệu và mẫu đã lưu, so từng byte với bản trong kho lưu trữ."
        ),
        params=[parameters.reference(), parameters.year(), workspace(), parameters.as_json()],
    )


def _reissue(*, reference: str, year: int | None, place: Path, as_json: bool) -> int:
    from vbgen.office.issuing.reissuing import Verdict, reissue
    from vbgen.office.registry.registering import find

    with looking_desk_of(place) as desk:
        entry = find(desk.register, reference, year)
        made = reissue(desk, entry)
    versions = {"code": entry.code, "made": made.made_by, "now": made.version}
    sentence = {
        Verdict.SAME: _("{code}: dựng lại giống hệt bản lưu.", **versions),
        Verdict.OTHER_VERSION: _(
            "{code}: bản lưu còn nguyên, do phiên bản {made} lập; phiên bản {now} dựng ra khác ở những chỗ nêu trên.",
            **versions,
        ),
        Verdict.CHANGED: _("{code}: tệp lưu không còn đúng như nhật ký ghi.", **versions),
    }[made.verdict]
    words = {True: _("giống từng byte"), False: _("dựng lại khác bản lưu")}
    compared = made.proofs if made.verdict is not Verdict.CHANGED else ()
    lines = [sentence, *(f"  {proof.name}: {words[proof.is_equal]}" for proof in compared)]
    Screen(as_json=as_json).answer("\n".join(lines), _as_json(made), made.problems)
    return _code(made)


def _as_json(made: "Reissued") -> dict[str, object]:
    papers = [
        {
            "name": one.name,
            "kept": one.kept,
            "made": one.made,
            "equal": one.is_equal,
            "differences": [each.as_json() for each in one.differences],
        }
        for one in made.proofs
    ]
    is_sound = not made.changed and not made.not_made
    made_by = {
        "verdict": made.verdict.value,
        "made_by": made.made_by,
        "made_again_by": made.version,
    }
    return {"ok": is_sound, **made_by, "papers": papers}


def _code(made: "Reissued") -> int:
    """The gravest code among what was found; 0 where what is kept is as it was, whatever this version makes of it."""
    codes = {problem.code for problem in made.changed}
    found = [code for name, code in _GRAVITY.items() if name in codes]
    return found[0] if found else 1 if made.not_made else 0
