"""An intent whose template is one paragraph: everything of issuing is real, and quick."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from tests.register.issuing_desks import NOTICE, prepared
from vbgen.model.dossier import Counter, Honoured, Intent
from vbgen.office.issuing.materials import golden_rows
from vbgen.word.source import build

_SOURCE = '<template title="Tờ"><p>{{ letterhead.number }}</p><p>{{ letterhead.place_date }}</p></template>'
PEOPLE = (Honoured("CN1", "Nguyễn Đình Hòa", "Văn phòng Sở", "Giấy khen", "xuất sắc"),) * 3


def tiny() -> Intent:
    """A new paper of a campaign of its own, with three certificates in the golden book."""
    base = prepared(*NOTICE)
    options = {
        **json.loads(base.materials["intent.json"]),
        "format": 1,
        "papers": [{"kind": "tiny", "variant": ""}],
    }
    materials = {
        "intent.json": json.dumps(options).encode(),
        "campaign.json": base.materials["campaign.json"],
        "tiny.kind.toml": b'title = "T"\n',
        "tiny.template.docx": _template(),
    }
    materials |= golden_rows(PEOPLE)
    particulars = replace(base.particulars, campaign=uuid4().hex, kind="tiny", day=date(2026, 3, 5))
    return replace(
        base,
        id=uuid4().hex,
        particulars=particulars,
        materials=materials,
        counter=Counter("SCT", "van-ban-di", 2026),
        golden_book=Counter("SCT", "so-vang", 0),
        honoured=PEOPLE,
    )


def _template() -> bytes:
    with TemporaryDirectory() as name:
        source = Path(name) / "template.xml"
        source.write_text(_SOURCE, "utf-8")
        return build(source)
