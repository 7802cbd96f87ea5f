"""Signing as another agency's tool does it, without anything of ours."""

from dataclasses import dataclass, replace
from io import BytesIO

from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]  # no types shipped
from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # no types shipped
from PIL import Image
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.signing.authority import Authority, Identity

HEIGHT = 841.89  # of an upright A4 page
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Place:
    """Where a picture goes: a page from 0, and left, top, right, bottom from its upper left corner."""

    page: int
    box: Box
    height: float = HEIGHT

    @property
    def rectangle(self) -> tuple[int, int, int, int]:
        """As PDF counts: from the lower left corner."""
        left, top, right, bottom = self.box
        return round(left), round(self.height - bottom), round(right), round(self.height - top)


LEADER = Place(1, (370, 122, 480, 204))
SEAL = Place(1, (310, 115, 412, 217))


@dataclass(frozen=True)
class Tool:
    """Somebody else's tool, with the key of one person or agency."""

    authority: Authority
    identity: Identity
    colour: tuple[int, int, int] = (20, 40, 160)
    stamps: bool = False  # times
    digest: str = "sha256"

    def sign(self, content: bytes, field: str, place: Place | None) -> bytes:
        """The content with one more signature."""
        writer = IncrementalPdfFileWriter(BytesIO(content))
        spec = fields.SigFieldSpec(field)
        if place:
            spec = replace(spec, on_page=place.page, box=place.rectangle)
        fields.append_signature_field(writer, spec)
        metadata = signers.PdfSignatureMetadata(
            field_name=field,
            subfilter=fields.SigSeedSubFilter.PADES,
            md_algorithm=self.digest,
        )
        picture = PdfImage(Image.new("RGBA", (60, 40), (*self.colour, 255)))
        style = StaticStampStyle(background=picture, background_opacity=1, border_width=0)
        signer = signers.PdfSigner(
            metadata, signer=self._signer(), stamp_style=style, timestamper=self._stamper()
        )
        signed: bytes = signer.sign_pdf(writer).getvalue()
        return signed

    def _signer(self) -> signers.SimpleSigner:
        return signers.SimpleSigner(
            signing_cert=Certificate.load(self.identity.der),
            signing_key=PrivateKeyInfo.load(self.identity.key_der),
            cert_registry=self._store(),
        )

    def _store(self) -> SimpleCertificateStore:
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(Certificate.load(self.authority.issuing.der))
        return store

    def _stamper(self) -> DummyTimeStamper | None:
        if not self.stamps:
            return None
        stamper = self.authority.time_stamper()
        return DummyTimeStamper(
            Certificate.load(stamper.der),
            PrivateKeyInfo.load(stamper.key_der),
            certs_to_embed=self._store(),
        )
