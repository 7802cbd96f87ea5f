"""`vbgen register reissue`: an issued paper made again, and what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import Reissued

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
        help=_("Soạn lại văn bản từ dữ liệu và mẫu đã lưu, đối chiếu với bản lưu."),
        params=[parameters.reference(), parameters.year(), workspace(), parameters.as_json()],
    )


def _reissue(*, reference: str, year: int | None, place: Path, as_json: bool) -> int:
    from vbgen.office import MakeAgain

    with looking(place) as office:
        answer = office.do(MakeAgain(reference, year))
    made = answer.made
    versions = {"code": answer.entry.code, "made": made.made_by, "now": made.version}
    words = {True: _("giống hoàn toàn bản lưu"), False: _("dựng lại khác bản lưu")}
    compared = made.proofs if not made.changed else ()
    lines = [f"  {proof.name}: {words[proof.is_equal]}" for proof in compared]
    sentence = "\n".join([_sentence(made.verdict.value, versions), *lines])
    Screen(as_json=as_json).answer(sentence, answer.as_json(), answer.problems)
    return _code(made)


def _sentence(verdict: str, versions: dict[str, str]) -> str:
    return {
        "same": _("{code}: dựng lại giống hệt bản lưu.", **versions),
        "other-version": _(
            "{code}: bản lưu còn nguyên, do phiên bản {made} lập; phiên bản {now} dựng ra khác ở những chỗ nêu trên.",
            **versions,
        ),
        "changed": _("{code}: tệp lưu không còn đúng như nhật ký ghi.", **versions),
    }[verdict]


def _code(made: "Reissued") -> int:
    """The gravest code among what was found; 0 where what is kept is as it was, whatever this version makes of it."""
    codes = {problem.code for problem in made.changed}
    found = [code for name, code in _GRAVITY.items() if name in codes]
    return found[0] if found else 1 if made.not_made else 0
