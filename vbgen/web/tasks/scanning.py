"""Scans of papers that were signed with ink: read beside the server, for each page takes half a minute."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile

from vbgen.messages import _
from vbgen.office import AttachScan, DeskJob, Office, temporary_folder
from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.wording import told

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Mapping
    from typing import Any

_MOST = 20  # scans that were read and wait for a person's word
_NAME = "ban-quet.pdf"  # what messages call each


@dataclass(slots=True)
class HeldScans:
    """Scans by the job that reads them, until they are kept, or later ones push those out that were read.

    They end with the desk.
    """

    _files: dict[tuple[str, str], Path] = field(default_factory=dict)  # by account and job
    _folder: "tempfile.TemporaryDirectory[str] | None" = None

    def hold(
        self, account: str, job: str, file: UploadFile, has_ended: Callable[[str], bool]
    ) -> Path:
        """The file under a name of ours; a form that is sent twice brings it once."""
        if (sent := self.held(account, job)) is not None:
            return sent
        if self._folder is None:
            self._folder = temporary_folder("scans")
        folder = Path(self._folder.name) / job
        folder.mkdir(exist_ok=True)
        path = self._files[account, job] = folder / _NAME
        with path.open("wb") as target:
            shutil.copyfileobj(file.file, target)
        for oldest in list(self._files)[:-_MOST]:
            if has_ended(oldest[1]):
                shutil.rmtree(self._files.pop(oldest).parent, ignore_errors=True)
        return path

    def held(self, account: str, job: str) -> Path | None:
        """The scan that a job of the account has read; None once it is gone."""
        path = self._files.get((account, job))
        return path if path and path.is_file() else None

    def close(self) -> None:
        """Nothing of them stays."""
        if self._folder is not None:
            self._folder.cleanup()


def scan_work(office: Office, job: DeskJob, attempt: JobAttempt) -> dict[str, object]:
    """The scan read, compared and kept; a doubtful one stays for a person's word."""
    asked: Mapping[str, Any] = job.asked
    links = [[_("Về trang ký số của văn bản"), f"/signing/{asked['id']}"]]
    if attempt.file is None or not attempt.file.is_file():
        message = _("Bàn làm việc đã dừng khi đang đọc bản quét; hãy gửi lại bản quét.")
        return {"message": message, "links": links}
    looked_at = bool(asked["seen"])
    kept = office.do(
        AttachScan(asked["reference"], attempt.file, asked["year"], is_looked_at=looked_at)
    )
    attempt.file.unlink(missing_ok=True)
    said = _("Đã nhận bản quét: {name}.", name=kept.name)
    problems = [asdict(problem) for problem in told(kept.problems)]
    return {"message": said, "problems": problems, "links": links}
