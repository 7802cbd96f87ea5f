"""A copy made at the desk: asked about first, then numbered, registered and kept; a form sent twice makes one copy."""

import re
from pathlib import Path

import httpx

from tests.patience import PATIENCE_S
from tests.web.running_desk import RunningDesk
from vbgen.register import Register

FORM = {
    "form": "sao-y",
    "day": "",
    "position": "TL. GIÁM ĐỐC; CHÁNH VĂN PHÒNG",
    "signer": "Phạm Minh Châu",
}


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return found[1]


def codes(workspace: Path) -> list[str]:
    register = Register.look(f"sqlite:///{workspace / 'output/register.sqlite3'}")
    try:
        return [entry.code for entry in register.entries()]
    finally:
        register.close()


def test_a_copy_is_asked_about_made_once_and_leads_to_its_place_in_the_register(
    desk: RunningDesk, workspace: Path
) -> None:
    with httpx.Client(base_url=desk.origin, follow_redirects=True, timeout=PATIENCE_S) as client:
        client.get(desk.link)
        register = client.get("/register").text
        (address,) = re.findall(r'href="(/register/[0-9a-f]{32})"', register)
        paper = client.get(address).text
        (copying,) = re.findall(r'href="(/register/copy\?of=[0-9a-f]{32})"', paper)
        page = client.get(copying).text
        day = re.search(r'name="day"[^>]*value="([^"]*)"', page)
        assert day
        told = {name: hidden(page, name) for name in ("form_token", "job", "of")}
        form = {**told, **FORM, "day": day[1]}
        headers = {"origin": desk.origin}
        asked = client.post("/register/copy", data=form, headers=headers)
        assert (asked.status_code, codes(workspace)) == (422, ["01/QĐ-SCT"])
        keys = re.findall(r'name="agreed" value="([^"]*)"', asked.text)
        assert "copy-of-unsigned" in keys
        for _twice in range(2):
            made = client.post("/register/copy", data={**form, "agreed": keys}, headers=headers)
            assert made.status_code == 200, made.text
            assert "01/SY-SCT" in made.text
            assert "sao-y.pdf" in made.text
        assert codes(workspace) == ["01/QĐ-SCT", "01/SY-SCT"]
        lacking = client.post(
            "/register/copy", data={**form, "of": "", "job": "x" * 16}, headers=headers
        )
        assert "Chưa ghi bản sao của văn bản nào." in lacking.text
