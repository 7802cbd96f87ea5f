"""The same desk with its register, sessions and jobs on a PostgreSQL server."""

import re
import signal
from pathlib import Path

import httpx

from tests.patience import PATIENCE_S, wait_for
from tests.register.postgresql_server import running
from tests.web.running_desk import running_desk
from tests.web.test_killed_desk import ISSUE
from vbgen.office import FindPapers, FindUnfinishedJobs, Office, Surroundings
from vbgen.web.moment import now


def test_a_paper_is_issued_and_finished_by_the_next_desk(workspace: Path) -> None:
    (workspace / "output" / "register.sqlite3").unlink()
    settings = workspace / "vbgen.toml"
    kept = [line for line in settings.read_text("utf-8").splitlines() if "identity" not in line]
    settings.write_text("\n".join(kept) + "\n", "utf-8")
    with running() as server:
        environ = {"VBGEN_DATABASE": server.url(server.new_database())}
        here = Surroundings(environ, "Lan", now)
        with (
            running_desk(workspace, **environ) as desk,
            httpx.Client(follow_redirects=True, timeout=PATIENCE_S) as lan,
        ):
            assert "Phong trào thi đua năm 2022" in lan.get(desk.link).text
            address = f"{desk.origin}{ISSUE}"
            shown = lan.get(address, params={"day": "20/6/2022"}).text
            found = re.findall(r'name="(form_token|fingerprint|job|agreed)" value="([^"]+)"', shown)
            agreed = [value for name, value in found if name == "agreed"]
            form = {**dict(found), "day": "20/6/2022", "agreed": agreed}
            origin = {"origin": desk.origin}
            lan.follow_redirects = False
            assert lan.post(address, data=form, headers=origin).status_code == 303
            desk.process.send_signal(signal.SIGKILL)
            desk.process.wait()

        def finished() -> bool:
            with Office.look(workspace, here) as office:
                return not office.do(FindUnfinishedJobs()).jobs

        assert not finished()
        with running_desk(workspace, **environ):
            wait_for(finished)
        with Office.look(workspace, here) as office:
            assert [row.entry.code for row in office.do(FindPapers()).rows] == ["01/BB-HĐTĐKT"]
