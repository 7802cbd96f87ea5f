"""The sample campaign as the tests read it, and small questions that several of them ask."""

from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from vbgen.model.campaign import Campaign
from vbgen.model.council import Vote
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.office.setting.workspace import shipped

ROOT = Path(__file__).parents[2]
SAMPLE = shipped() / "data" / "ha-nam-2022"
SOURCE = Path(__file__).parents[1] / "sample" / "launch-notice-2022.txt"
GIAY_KHEN, LDTT, CSTDCS = "Giấy khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"
CSTD_TINH, TTLDTT, TTLDXS = (
    "Chiến sĩ thi đua cấp tỉnh",
    "Tập thể lao động tiên tiến",
    "Tập thể lao động xuất sắc",
)
BANG_KHEN, CO = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Cờ thi đua của Ủy ban nhân dân tỉnh"

Row = Nomination | Vote | Award


@cache
def sample() -> Campaign:
    """The campaign, read straight from its YAML."""
    with (SAMPLE / "campaign.yaml").open(encoding="utf-8") as stream:
        return Campaign.model_validate(YAML(typ="safe").load(stream))


def individuals(campaign: Campaign) -> list[Nominee]:
    return [nominee for nominee in campaign.nominees if nominee.kind.is_person]


def subject_kinds(campaign: Campaign) -> dict[str, SubjectKind]:
    return {nominee.id: nominee.subject for nominee in campaign.nominees}


def having(rows: tuple[Row, ...], award: str, *phases: int) -> set[str]:
    """Ids of those who stand in the rows with that award, in any phase unless some are named."""
    return {row.nominee for row in rows if row.award == award and row.phase in (phases or (1, 2))}


def keys(rows: tuple[Row, ...]) -> list[tuple[int, str, str]]:
    return [(row.phase, row.nominee, row.award) for row in rows]
