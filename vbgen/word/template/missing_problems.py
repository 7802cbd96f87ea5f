"""What to tell about a name that the data does not have, with the nearest name it has."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from jinja2.utils import missing as absent

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.template.language.stream import Tag
from vbgen.word.template.lookalikes import look_alike, named
from vbgen.word.template.missing import Missing

_LOCAL = re.compile(r"^l_\d+_")  # how compiled code calls a name of the template
_LISTED = 12  # known names in a hint


def missing_problem(value: Missing, context: Mapping[str, object], place: Place) -> Problem:
    """The problem of an undefined name or attribute."""
    if value.is_unsafe:
        message = _(
            "Mẫu không được đọc “{name}”: tên này thuộc phần bên trong của chương trình.",
            name=value.name,
        )
        return Problem("name-refused", message, place, hint=_("Hãy bỏ tên này khỏi thẻ."))
    if value.owner is absent:
        return undefined_problem(value.name, context, place)
    message = _("“{name}” không có trong {owner}.", name=value.name, owner=_owner(value.owner))
    return Problem(
        "name-undefined", message, place, hint=nearest_hint(value.name, names_of(value.owner))
    )


def undefined_problem(name: str, known: Iterable[str], place: Place) -> Problem:
    """The problem of a name that is not in the data at all."""
    message = _("Không có trường “{name}” trong dữ liệu.", name=name)
    return Problem("name-undefined", message, place, hint=nearest_hint(name, known))


def nearest_hint(name: str, known: Iterable[str]) -> str:
    """`Có phải là “x”?`, or the names there are."""
    names = sorted(known)
    if alike := look_alike(name, names):
        return _(
            "Tên trong thẻ trông giống “{name}” nhưng có ký tự khác ({sign}); hãy gõ lại tên trong thẻ.",
            name=alike[0],
            sign=named(alike[1]),
        )
    near = get_close_matches(name, names, 1, 0.6)
    if near:
        return _("Có phải là “{name}”?", name=near[0])
    if not names:
        return _("Ở chỗ đó không có trường nào; hãy kiểm tra tên trong thẻ.")
    listed = ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
    return _("Các trường có: {names}.", names=listed)


def names_of(owner: object) -> list[str]:
    """The names a template could read from a value."""
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    if isinstance(owner, (str, int, float, list, tuple)) or owner is None:
        return []
    return [name for name in dir(owner) if not name.startswith("_")]


def _owner(owner: object) -> str:
    if owner is None:
        return _("một trường trống")
    if isinstance(owner, (list, tuple)):
        return _("danh sách {count} mục", count=len(owner))
    if isinstance(owner, (str, int, float)):
        return _("giá trị “{value}”", value=str(owner)[:40])
    return _("mục dữ liệu này")


def loop_turn(tag: Tag, items: object, names: Mapping[str, object]) -> str:
    """` Ở mục thứ 3 của “people”.` for a loop at work; nothing for one that cannot be told."""
    target, _in, source = tag.rest.partition(" in ")
    current = next(
        (value for name, value in names.items() if _LOCAL.sub("", name) == target.strip()), None
    )
    if not isinstance(items, (list, tuple)) or current is None:
        return ""
    number = next((index for index, item in enumerate(items, 1) if item is current), 0)
    return (
        _(
            " Ở mục thứ {number} của “{source}”.",
            number=number,
            source=source.split(" if ")[0].strip(),
        )
        if number
        else ""
    )
