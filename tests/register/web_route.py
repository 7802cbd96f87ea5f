"""A web route that issues a decision in two requests: what any face needs, and nothing else of the house."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from vbgen.office import IssuePapers, Office, PrepareIssue, Surroundings

Start = Callable[[str, list[tuple[str, str]]], object]


# route
def issuing(root: Path, surroundings: Surroundings) -> Callable[[dict[str, Any], Start], Iterable[bytes]]:  # fmt: skip
    """POST /prepare and POST /issue, as a WSGI application."""

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        form = json.loads(environ["wsgi.input"].read())
        paper = {
            "campaign": root / "data" / form["campaign"],
            "kind": form["kind"],
            "day": date.fromisoformat(form["day"]),
            "phase": form["phase"],
            "pdf": False,
        }
        if environ["PATH_INFO"] == "/prepare":
            with Office.look(root, surroundings) as office:
                answer = office.do(PrepareIssue(**paper)).as_json()
        else:
            shown, agreed = form["fingerprint"], frozenset(form["agreed"])
            with Office.act(root, surroundings) as office:
                answer = office.do(IssuePapers(**paper, fingerprint=shown, agreed=agreed)).as_json()
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(answer).encode()]

    return application
