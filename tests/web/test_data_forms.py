"""Whatever a form of the rooms Data and New says, the desk answers; no file changes but by a right form."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.web.desk_client import DeskClient, DeskHere
from vbgen.model.desk_role import DeskRole

CAMPAIGN = "/campaigns/ha-nam-2022"
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
CELLS = st.one_of(st.sampled_from(["B2", "A1", "ZZZZ9", "B0", "", "B2:B3", "<b>"]), WORDS)


def clerk(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.OFFICER], account="officer"))


FORMS = st.fixed_dictionaries(
    {"cell": CELLS, "was": WORDS, "now": WORDS, "sheet": WORDS, "state": WORDS, "from": WORDS}
)
RIGHT = {"cell": "B2", "was": "", "now": "x", "sheet": "Đơn vị", "state": "", "from": "0"}


@settings(max_examples=12)
@given(form=FORMS)
@example(RIGHT)
@example({**RIGHT, "now": "\x00", "from": "9" * 30})
@example({**RIGHT, "cell": "", "sheet": "", "from": "-1"})
def test_no_form_of_cells_makes_the_desk_fail(here: DeskHere, form: dict[str, str]) -> None:
    file = here.desk.place / "data" / "ha-nam-2022" / "campaign.xlsx"
    before, client, cell = file.read_bytes(), clerk(here), form["cell"]
    where = {name: form[name] for name in ("sheet", "from")}
    values = {f"was.{cell}": form["was"], f"now.{cell}": form["now"], "state": form["state"]}
    for path in (f"{CAMPAIGN}/data", f"{CAMPAIGN}/data/check"):
        assert client.send_form(path, **values, **where).status_code < 500
    assert client.get(f"{CAMPAIGN}/data", params=where).status_code < 500
    assert file.read_bytes() == before


@settings(max_examples=12)
@given(offered=WORDS, base=WORDS, name=WORDS)
@example("../campaign", "", "../../x.xlsx")
def test_no_form_of_files_makes_the_desk_fail(
    here: DeskHere, offered: str, base: str, name: str
) -> None:
    client = clerk(here)
    for path in (f"{CAMPAIGN}/workbook/replace", f"{CAMPAIGN}/workbook", f"{CAMPAIGN}/versions/x"):
        answer = client.send_form(path, offered=offered, base=base, name=name, file=name)
        assert answer.status_code in {400, 422}


@settings(max_examples=12)
@given(
    field=st.sampled_from(["office.year", "office.level", "person.full_name", "office.x"]),
    text=WORDS,
)
@example("person.granted", "\x0b")
@example("office.movement", "../../x")
def test_no_answer_makes_the_desk_fail(here: DeskHere, field: str, text: str) -> None:
    assert clerk(here).send_form("/new/questions", **{field: text}).status_code < 500
