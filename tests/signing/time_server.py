"""A time stamper (RFC 3161) on this machine, spoken to over HTTP as any other."""

from asn1crypto import tsp  # type: ignore[import-untyped]  # no types shipped
from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]  # no types shipped
from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]  # no types shipped
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.signing.authority import Authority
from tests.signing.post_server import Posted, PostServer, Reply


class TimeServer(PostServer):
    """Answers until the end of the block."""

    def __init__(self, authority: Authority) -> None:
        own = authority.time_stamper()
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(Certificate.load(authority.issuing.der))
        self._stamper = DummyTimeStamper(
            Certificate.load(own.der), PrivateKeyInfo.load(own.key_der), certs_to_embed=store
        )

    @property
    def url(self) -> str:
        """Its address, as settings name it."""
        return f"{self.address}/"

    def reply(self, asked: Posted) -> Reply:
        """The stamp of what is asked."""
        made = self._stamper.request_tsa_response(tsp.TimeStampReq.load(asked.content))
        return Reply(200, "application/timestamp-reply", made.dump())
