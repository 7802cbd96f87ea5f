"""A real S3 server on loopback."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.patience import PATIENCE_S, wait_for
from tests.ports import listens


@dataclass(frozen=True)
class ObjectStore:
    """The server's address, and what a program's environment says to reach it."""

    endpoint: str

    @property
    def environ(self) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    @property
    def client(self) -> Any:  # noqa: ANN401 - the client has no types of its own
        import boto3  # type: ignore[import-untyped]  # the wheel ships no types

        return boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",  # noqa: S106 - the server on loopback asks for none
        )

    def bucket(self, name: str, *, locked: bool = False) -> str:
        """Address of a new bucket."""
        self.client.create_bucket(Bucket=name, ObjectLockEnabledForBucket=locked)
        return f"s3://{name}/kho"

    def copied(self, bucket: str, name: str) -> str:
        """Address of a new bucket with all that the other one holds."""
        place, client = self.bucket(name), self.client
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        for key in [each["Key"] for page in pages for each in page.get("Contents", ())]:
            client.copy_object(Bucket=name, Key=key, CopySource={"Bucket": bucket, "Key": key})
        return place


@contextmanager
def serving(port: int) -> Iterator[ObjectStore]:
    """The server, running until the block ends."""
    words = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: listens(port))
        yield ObjectStore(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE_S)
