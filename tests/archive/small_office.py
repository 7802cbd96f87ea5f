"""A small office in memory: it keeps files, writes its register and journal, and mirrors each act in the archive."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from vbgen.archive import Archive
from vbgen.archive.ledger import BEGINNING, Head, JournalEntry, RegisterEntry
from vbgen.archive.store import digest_of


@dataclass
class Office:
    archive: Archive
    rows: list[RegisterEntry] = field(default_factory=list)
    acts: list[JournalEntry] = field(default_factory=list)

    @classmethod
    def with_documents(cls, folder: Path, count: int) -> "Office":
        office = cls(Archive.open(folder, environ={}))
        for number in range(1, count + 1):
            office.issue(number)
        return office

    @property
    def head(self) -> Head:
        last = self.acts[-1].stated if self.acts else BEGINNING
        return Head(len(self.acts), last)

    def issue(self, number: int) -> None:
        code = f"{number:02}/QĐ-SCT"
        name = code.replace("/", "-")
        contents = {
            f"{name}.docx": f"word {number}".encode(),
            f"{name}.pdf": f"pdf {number}".encode(),
        }
        files = {path: self.archive.put(content) for path, content in contents.items()}
        facts = {"number": str(number), "subject": f"Khen thưởng lần {number}"}
        self.rows.append(RegisterEntry(str(number), code, files, facts=facts))
        self.write(f"settle {code}", str(number), files, facts)

    def write(self, what: str, document: str, files: dict[str, str], facts: dict[str, str]) -> None:
        previous = self.acts[-1].stated if self.acts else BEGINNING
        act = {
            "seq": len(self.acts) + 1,
            "at": "2022-07-05",
            "who": "Văn thư",
            "what": what,
            "previous": previous,
        }
        content = json.dumps({**act, "files": files, "facts": facts}, ensure_ascii=False).encode()
        digest = self.archive.put(content)
        self.acts.append(
            JournalEntry(
                len(self.acts) + 1, what, digest, digest, previous, document, files, facts=facts
            )
        )

    def rewrite(self, seq: int, what: str) -> None:
        """Someone writes one act anew and ties all later ones to it again: the chain holds."""
        old, self.acts = self.acts, self.acts[: seq - 1]
        for act in old[seq - 1 :]:
            previous = self.acts[-1].stated if self.acts else BEGINNING
            label = what if act.seq == seq else act.label
            digest = digest_of(f"{label} {previous}".encode())
            self.acts.append(
                replace(act, label=label, previous=previous, stated=digest, computed=digest)
            )
