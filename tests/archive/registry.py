"""A registry that issues small papers through the real register and archive, in the office's own order."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from vbgen.archive import Archive
from vbgen.archive.dossier import DossierFile, DossierRecord, KeptPaper, Role
from vbgen.archive.metadata import FileCode, FileMetadata, PaperMetadata, Recipient, SignerInfo
from vbgen.archive.store import digest_of
from vbgen.model.document import Inspected, Kept, Numbered, Rendered
from vbgen.model.dossier import Counter, Honoured, Intent, Particulars, Stamp, padded
from vbgen.register import Register, Relation

HONOURED = (
    Honoured(
        "cn-01", "Đặng Thị Ngọc Ánh", "Văn phòng Sở", "Giấy khen", "Hoàn thành xuất sắc nhiệm vụ"
    ),
    Honoured("cn-02", "Nguyễn Văn Khuê", "Phòng Kỹ thuật", "Giấy khen", "Có nhiều sáng kiến"),
)
RECORD = "dossier.json"


@dataclass
class Registry:
    register: Register
    archive: Archive
    hour: int = 0
    count: int = 0

    @classmethod
    def at(cls, folder: Path) -> "Registry":
        now = datetime(2022, 7, 1, 8, tzinfo=UTC)
        register = Register.open(f"sqlite:///{folder / 'register.sqlite3'}", now=now)
        return cls(register, Archive.open(folder / "archive", environ={}))

    def close(self) -> None:
        self.register.close()

    def stamp(self, year: int, why: str = "") -> Stamp:
        self.hour += 1
        return Stamp(
            "Trần Thị Văn Thư",
            datetime(year, 7, 1 + self.hour // 24, self.hour % 24, tzinfo=UTC),
            why,
        )

    def reserve(self, year: int, *, honoured: tuple[Honoured, ...] = (), at: int = 0) -> Numbered:
        self.count += 1
        particulars = Particulars(
            agency="SCT",
            issuer="Sở Công Thương Hà Nam",
            campaign="ha-nam-2022",
            kind="award-decision",
            symbol="QĐ-SCT",
            day=date(year, 7, 1),
            subject=f"Về việc khen thưởng lần {self.count}",
            phase=self.count,
            type_name="Quyết định",
            signer_name="Lê Nguyên Ngọc",
            signer_position="Giám đốc",
            recipients=("Như Điều 3", "Ban Thi đua - Khen thưởng tỉnh", "Lưu: VT"),
        )
        intent = Intent(
            id=digest_of(str(self.count).encode())[:32],
            particulars=particulars,
            counter=Counter("SCT", "van-ban-di", year),
            materials={
                "campaign.json": f'{{"lần": {self.count}}}\n'.encode(),
                "award-decision.template.docx": b"mau",
            },
            golden_book=Counter("SCT", "so-vang", year) if honoured else None,
            honoured=honoured,
        )
        return self.register.reserve(intent, self.stamp(at or year))

    def settle(self, numbered: Numbered, *, year: int | None = None) -> Numbered:
        year, papers = year or numbered.intent.particulars.day.year, self.papers(numbered)
        inspected = Inspected(Rendered(numbered, papers, text=f"toàn văn {numbered.number}"))
        self.archive.claim(self.register.identity)
        self.register.announce(inspected, self.stamp(year))
        contents = {**numbered.intent.materials, **papers}
        kept = Kept(
            inspected, {name: self.archive.put(content) for name, content in contents.items()}
        )
        self.register.settle(kept, self.stamp(year))
        self.register.mirror(self.archive.put)
        return numbered

    def issue(self, year: int = 2022, *, honoured: tuple[Honoured, ...] = ()) -> Numbered:
        return self.settle(self.reserve(year, honoured=honoured))

    def replace(self, earlier: Numbered, later: Numbered) -> None:
        year = later.intent.particulars.day.year
        self.register.link(earlier.id, later.id, Relation.REPLACES, self.stamp(year, "Ghi sai tên"))
        self.register.mirror(self.archive.put)

    def papers(self, numbered: Numbered) -> dict[str, bytes]:
        files = {"award-decision.docx": f"quyết định {numbered.code}".encode()}
        if numbered.intent.honoured:
            files["certificate.docx"] = f"giấy khen {numbered.golden_numbers}".encode()
        return {**files, RECORD: record_of(numbered, files).to_bytes()}


def record_of(numbered: Numbered, files: dict[str, bytes]) -> DossierRecord:
    about = numbered.intent.particulars
    metadata = PaperMetadata(
        file_code=FileCode(catalog=about.day.year, notation=about.campaign),
        type_name=about.type_name,
        code_number=padded(numbered.number),
        code_notation=about.symbol,
        issued_date=about.day,
        organ_name=about.issuer,
        subject=about.subject,
        signer_info=SignerInfo(position=about.signer_position, full_name=about.signer_name),
        to=tuple(Recipient(organ_name=name) for name in about.recipients),
    )
    papers = tuple(
        KeptPaper(key=Path(name).stem, metadata=metadata, files=(kept(Role.DOCX, name, content),))
        for name, content in files.items()
    )
    shared = tuple(
        kept(Role.DATA, name, content) for name, content in numbered.intent.materials.items()
    )
    file = FileMetadata(
        title=f"{numbered.code}: {about.subject}", start_date=about.day, end_date=about.day
    )
    return DossierRecord(id=numbered.id, about=file, papers=papers, shared=shared)


def kept(role: Role, name: str, content: bytes) -> DossierFile:
    return DossierFile(role=role, name=name, digest=digest_of(content), size=len(content))
