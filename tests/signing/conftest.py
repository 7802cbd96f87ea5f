"""An office with an issued decision, and an authority that its signers have their certificates from."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.signing.authority import Authority, Identity
from tests.signing.foreign_tool import LEADER, SEAL, Tool
from vbgen.office import (
    AttachSigned,
    FileVerified,
    Office,
    SignedAttached,
    Surroundings,
    TrustWish,
    VerifyFile,
)
from vbgen.register import Register

NOW = datetime(2030, 6, 1, 12, tzinfo=UTC)  # later than the machine on which the paper is issued
LEADER_NAME, AGENCY_NAME = "Lê Nguyên Ngọc", "Sở Công Thương Hà Nam"
PAPER = "award-decision.pdf"


@dataclass
class SignedOffice:
    """A workspace with one issued decision, and those who may sign its papers."""

    folder: Path
    authority: Authority = field(default_factory=lambda: Authority("Cơ yếu"))
    now: datetime = NOW

    @cached_property
    def leader(self) -> Identity:
        """The signer of the decision."""
        return self.authority.identity(LEADER_NAME)

    @cached_property
    def agency(self) -> Identity:
        """The agency that issued it."""
        return self.authority.identity(AGENCY_NAME)

    @property
    def issued(self) -> bytes:
        """The decision as it was issued."""
        return (self.folder / f"output/ha-nam-2022/issued/01-QĐ-SCT-{PAPER}").read_bytes()

    @property
    def register(self) -> Register:
        """The register, to be read."""
        return Register.look(f"sqlite:///{self.folder / 'output/register.sqlite3'}")

    def signed(self) -> bytes:
        """The decision, signed by leader and agency with another tool."""
        return self.sealed(self.signed_by_leader())

    def signed_by_leader(self) -> bytes:
        """The decision, signed by its signer."""
        return Tool(self.authority, self.leader).sign(self.issued, "NguoiKy", LEADER)

    def sealed(self, content: bytes) -> bytes:
        """The content, signed by the agency too."""
        return Tool(self.authority, self.agency, (200, 20, 20)).sign(content, "CoQuan", SEAL)

    def trust(self, *, crls: bool = True) -> TrustWish:
        """The authority's certificates as files, with its lists of revoked ones where wanted."""
        folder = self.folder.parent / "trust"
        folder.mkdir(exist_ok=True)
        root, between = folder / "root.pem", folder / "between.pem"
        root.write_bytes(self.authority.root.pem)
        between.write_bytes(self.authority.issuing.pem)
        lists = [folder / "root.crl", folder / "issuing.crl"] if crls else []
        for path, der in zip(
            lists, self.authority.crls(self.now - timedelta(days=1)), strict=False
        ):
            path.write_bytes(der)
        return TrustWish((root,), (between, *lists))

    def verify(self, content: bytes, trust: TrustWish | None = None) -> FileVerified:
        """What the office says of a file with that content."""
        path = self.folder.parent / "asked.pdf"
        path.write_bytes(content)
        with Office.look(self.folder, self.around) as office:
            return office.do(VerifyFile(path, trust or self.trust()))

    def attach(
        self, content: bytes, reference: str = "01/QĐ-SCT", trust: TrustWish | None = None
    ) -> SignedAttached:
        """A signed file taken back."""
        path = self.folder.parent / "came-back.pdf"
        path.write_bytes(content)
        with Office.act(self.folder, self.around) as office:
            return office.do(AttachSigned(reference, path, trust=trust or self.trust()))

    @property
    def around(self) -> Surroundings:
        """A clock of our own."""
        return Surroundings({"PATH": os.environ["PATH"]}, "văn thư", lambda: self.now)


@pytest.fixture(scope="session")
def issued_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which LibreOffice has made a decision with its certificates."""
    folder = tmp_path_factory.mktemp("issued") / "so"
    run(folder.parent, "init", folder)
    given = ("--phase", "1", "--date", "2022-06-30", "--stated-signed", "--yes")
    run(folder, "issue", "data/ha-nam-2022", "award-decision", *given)
    return folder


def run(folder: Path, *arguments: object) -> None:
    """One command that is done."""
    words = [sys.executable, "-m", "vbgen", *map(str, arguments)]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def office(issued_once: Path, tmp_path: Path) -> SignedOffice:
    """An office of one's own."""
    folder = tmp_path / "so"
    shutil.copytree(issued_once, folder)
    return SignedOffice(folder)


@pytest.fixture
def pictured(office: SignedOffice) -> SignedOffice:
    """The office with a hand signature and a seal as pictures."""
    return with_pictures(office)


def with_pictures(office: SignedOffice) -> SignedOffice:
    """The same office, its settings naming pictures of hand and seal."""
    folder = office.folder / "ca"
    folder.mkdir()
    hand = Image.new("RGBA", (300, 160), (0, 0, 0, 0))
    ImageDraw.Draw(hand).line([(10, 120), (80, 30), (150, 130), (290, 60)], (20, 40, 170, 255), 8)
    hand.save(folder / "hand.png")
    seal = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(seal).ellipse((5, 5, 295, 295), outline=(220, 20, 20, 255), width=9)
    seal.save(folder / "seal.png")
    settings = office.folder / "vbgen.toml"
    pictures = f'"{LEADER_NAME}" = "ca/hand.png"\n"{AGENCY_NAME}" = "ca/seal.png"\n'
    said = settings.read_text(encoding="utf-8") + f"\n[signing.pictures]\n{pictures}"
    settings.write_text(said, encoding="utf-8")
    return office
