"""What is typed for the inside of a sentence, without the stop that was typed behind it: the paper sets its own."""

import re
from functools import cache

from vbgen.model.campaign import Campaign
from vbgen.model.field import Record, in_form

_ENDS = re.compile(r"(?:\s*(?:\./\.|[;,]))+\s*$")
_PARTED = re.compile(
    r"(?:[^\W\d_]{1,3}\.){2,}|.*\.\."
)  # `v.v.`, `…` typed as stops; no telephone number
_LONGEST_MARK = 3  # letters of `TP.`


def without_stops(campaign: Campaign) -> Campaign:
    """The campaign as its papers say it; the same one where nothing was typed too much."""
    changed: dict[str, object] = {}
    for name in Campaign.model_fields:
        value = getattr(campaign, name)
        bare = _bare_rows(value) if isinstance(value, tuple) else _bare(value)
        if bare is not value:
            changed[name] = bare
    return campaign.model_copy(update=changed) if changed else campaign


def bare_phrase(text: str) -> str:
    """`Hội trường` of `Hội trường.`; `bánh, kẹo, v.v.` as it is."""
    if not text or text[-1] not in ".;, ":
        return text
    bare = _ENDS.sub("", text).rstrip()
    return bare if _is_abbreviated(bare) else bare.rstrip(" .;,")


def _is_abbreviated(text: str) -> bool:
    """Whether the stop belongs to the last word: `v.v.`, `TP.`, `Nguyễn Văn A.`, `…`."""
    word = "".join(text.split()[-1:])
    is_mark = len(word) <= _LONGEST_MARK and word[:-1].isupper()
    return word.endswith(".") and (bool(_PARTED.fullmatch(word)) or is_mark)


def _bare_rows(rows: tuple[object, ...]) -> tuple[object, ...]:
    found = tuple(map(_bare, rows))
    is_same = all(one is other for one, other in zip(found, rows, strict=True))
    return rows if is_same else found


def _bare(record: object) -> object:
    if not isinstance(record, Record):
        return record
    said = {name: getattr(record, name) for name in _phrases(type(record))}
    changed = {name: bare for name, text in said.items() if (bare := bare_phrase(text)) != text}
    return record.model_copy(update=changed) if changed else record


@cache
def _phrases(record: type[Record]) -> tuple[str, ...]:
    """The fields that stand within sentences."""
    return tuple(
        name
        for name, info in record.model_fields.items()
        if info.annotation is str and in_form(info).stands_in_sentences
    )
