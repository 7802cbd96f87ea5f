"""The lists of files handed over, as Word files to be printed and bound: Vietnamese for every reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.archive.dossier import DossierRecord
from vbgen.archive.lists import TextTable, file_list, paper_list
from vbgen.word.source import build
from vbgen.word.template import Template
from vbgen.words.filters import filters

_DOTS = "…………"
_SOURCES = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class ListPrinter:
    """Writes both lists; each form is built and compiled once."""

    _forms: dict[str, Template] = field(default_factory=dict)

    def papers(self, record: DossierRecord) -> bytes:
        """Mục lục văn bản trong hồ sơ, as a Word file."""
        about = f"(Hồ sơ: {record.about.title})"
        closing = f"(Mục lục gồm {len(record.papers)} văn bản)./."
        return self._printed("paper-list", paper_list(record), _organ([record]), about, closing)

    def files(self, records: Sequence[DossierRecord], about: str) -> bytes:
        """Mục lục hồ sơ, tài liệu nộp lưu, as a Word file; `about` stands under its title."""
        closing = f"(Mục lục gồm {len(records)} hồ sơ)./."
        return self._printed("file-list", file_list(records), _organ(records), about, closing)

    def minutes(self, values: Mapping[str, object]) -> bytes:
        """Biên bản giao nhận hồ sơ, tài liệu, as a Word file; what nobody has said is left to be written by hand."""
        return self._form("handover-minutes").render({"dots": _DOTS, **values})

    def _printed(
        self, form: str, listing: TextTable, organ: str, about: str, closing: str
    ) -> bytes:
        values = {"title": listing.title, "headings": listing.headings, "rows": listing.rows}
        return self._form(form).render(
            {**values, "organ_name": organ, "about": about, "closing": closing}
        )

    def _form(self, name: str) -> Template:
        if name not in self._forms:
            source = build(_SOURCES / f"{name}.xml")
            self._forms[name] = Template.open(source, name=name, filters=filters())
        return self._forms[name]


def _organ(records: Sequence[DossierRecord]) -> str:
    names = (paper.metadata.organ_name for record in records for paper in record.papers)
    return next(names, "").upper()
