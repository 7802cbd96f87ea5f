"""What an intent is made from: the names of its materials, and what can be read of them at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from vbgen.errors import ProblemsFoundError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.dossier import Honoured

FORMAT = 2  # 1, of vbgen 0.1, has no values: they are computed again from the campaign
INTENT, CAMPAIGN, GOLDEN_BOOK = "intent.json", "campaign.json", "golden-book.json"
LAW = "law."  # begins the names under which the tables of the law are kept
VALUES = ".values.json"  # ends the names under which what papers say is kept
TEMPLATE = ".template.docx"  # ends the names of templates: of a kind, or of one of its variants
FRAGMENT = "fragment."  # begins the names of fragments
_SOME_KEYS = 5


def options_of(materials: Mapping[str, bytes]) -> Mapping[str, Any]:
    """What `intent.json` says."""
    options: Mapping[str, Any] = json.loads(materials[INTENT])
    return options


def pdf_chosen(materials: Mapping[str, bytes]) -> bool | None:
    """Whether PDF copies were asked for (True) or declined (False) when the number was taken."""
    chosen = options_of(materials).get("pdf") if INTENT in materials else None
    return chosen if isinstance(chosen, bool) else None


def read_campaign(content: bytes) -> Campaign:
    """The campaign as it was kept with a paper; ProblemsFoundError for what this version cannot read."""
    try:
        return Campaign.model_validate_json(content)
    except ValidationError as fault:
        keys = ", ".join(
            sorted({".".join(map(str, error["loc"])) for error in fault.errors()})[:_SOME_KEYS]
        )
        raise ProblemsFoundError(
            _("dữ liệu lưu kèm có mục mà phiên bản này không đọc được: {keys}.", keys=keys)
        ) from fault


def units_of(materials: Mapping[str, bytes]) -> tuple[str, ...]:
    """Ids of the units in the office's own order, by the stored campaign."""
    return tuple(str(unit["id"]) for unit in json.loads(materials[CAMPAIGN])["units"])


def golden_rows(honoured: Sequence[Honoured]) -> dict[str, bytes]:
    """The certificates' rows as they are kept with the paper; nothing for a paper without."""
    if not honoured:
        return {}
    rows = json.dumps([asdict(one) for one in honoured], ensure_ascii=False, indent=1)
    return {GOLDEN_BOOK: f"{rows}\n".encode()}
