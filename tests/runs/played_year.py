"""A year of two offices, a commune and a school: what a clerk types into the form, sheet by sheet, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from tests.cli.command_line import Answer, vbgen

Row = Sequence[str | int | None]


@dataclass(frozen=True)
class Person:
    """Somebody proposed, and how many of the council were for it."""

    name: str
    post: str
    gender: str  # empty for a collective
    votes: int


@dataclass(frozen=True)
class PlayedOffice:
    """What tells one office from another."""

    first: Sequence[str | int]  # the twelve cells
    head_of_council: str
    people: Sequence[Person]
    council: Sequence[tuple[str, str, str]]  # name, post, seat
    money: str  # what the cell “Tiền thưởng” of the sheet “Cơ quan” says
    rates_dong: Mapping[bool, int]  # a collective's and a person's

    @property
    def last_article(self) -> str:
        """What “Nơi nhận” of the decision begins with: money has an article of its own."""
        return "Như Điều 3" if self.total_dong else "Như Điều 2"

    @property
    def carried(self) -> list[Person]:
        """Those of whom more than half of the council was for it, counted plainly."""
        return [each for each in self.people if 2 * each.votes > len(self.council)]

    @property
    def total_dong(self) -> int:
        """The money that goes with the certificates."""
        return sum(self.rates_dong[not each.gender] for each in self.carried)


KINDS = (
    "Công văn phát động phong trào thi đua",
    "Tờ trình và danh sách đề nghị khen thưởng",
    "Biên bản họp Hội đồng Thi đua - Khen thưởng",
    "Quyết định khen thưởng",
)
FURTHER = (  # papers between the vote and the end of the year
    "Thông báo kết luận họp Hội đồng",
    "Chương trình lễ trao tặng khen thưởng",
    "Báo cáo sơ kết, tổng kết",
    "Giấy mời họp Hội đồng",
)
MERIT = "xuất sắc trong phong trào thi đua năm 2026"
DAYS = {
    "launch-notice": "2026-01-15",
    "nomination-list": "2026-08-20",
    "council-invitation": "2026-08-24",
    "council-minutes": "2026-08-28",
    "council-conclusion": "2026-08-31",
    "award-decision": "2026-09-05",
    "ceremony-programme": "2026-09-10",
    "phase-summary": "2026-12-15",
}


class Clerk:
    """Somebody who fills in the form in Excel and runs one command after the other."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.campaign = folder / "data" / "phong-trao-moi"
        self.typed = 0  # cells
        self._begun: dict[str, int] = {}  # sheet → the row of what was typed there first

    def does(self, *words: object) -> Answer:
        """One command that is done without a complaint."""
        answer = vbgen(self._capsys, *words)
        assert answer.code == 0, answer.out + answer.err
        return answer

    def fills(self, title: str, rows: Sequence[Row], *, column: int = 1) -> None:
        """Type rows behind the last of a sheet, from that column on."""
        book = openpyxl.load_workbook(self.campaign / "campaign.xlsx")
        made = book[title]
        start = made.max_row
        self._begun.setdefault(title, start + 1)
        for number, row in enumerate(rows, 1):
            for at, value in enumerate(row, column):
                self._type(made, start + number, at, value)
        book.save(self.campaign / "campaign.xlsx")

    def fills_row(self, title: str, values: Mapping[str, str | int], *, more: bool = False) -> None:
        """Type one row of a table, each value under its heading; or `more` into the row that was typed last."""
        book = openpyxl.load_workbook(self.campaign / "campaign.xlsx")
        made = book[title]
        row = made.max_row + (not more)
        for at in range(1, made.max_column + 1):
            name = str(made.cell(1, at).value or "").removesuffix(" *")
            self._type(made, row, at, values.get(name))
        book.save(self.campaign / "campaign.xlsx")

    def fills_lines(self, title: str, values: Mapping[str, str | int], *, at: int = 2) -> None:
        """Type values beside their names in a sheet of two columns."""
        book = openpyxl.load_workbook(self.campaign / "campaign.xlsx")
        made = book[title]
        for row in range(1, made.max_row + 1):
            name = str(made.cell(row, at - 1).value or "").removesuffix(" *")
            if name in values:
                self._type(made, row, at, values[name])
        book.save(self.campaign / "campaign.xlsx")

    def fills_beside(self, title: str, column: int, values: Sequence[str | int | None]) -> None:
        """Type one column beside the rows that stand in a sheet."""
        book = openpyxl.load_workbook(self.campaign / "campaign.xlsx")
        for row, value in enumerate(values, self._begun[title]):
            self._type(book[title], row, column, value)
        book.save(self.campaign / "campaign.xlsx")

    def issues(self, kind: str) -> Answer:
        """A paper with its number and day."""
        return self.does(
            "issue", self.campaign, kind, "--date", DAYS[kind], "--yes", "--no-pdf", "--json"
        )

    def _type(self, made: object, row: int, column: int, value: str | int | None) -> None:
        if value is not None:
            made.cell(row, column).value = value  # type: ignore[attr-defined]
            self.typed += 1


def play(clerk: Clerk, office: PlayedOffice) -> None:
    """From an empty form to the certificates, as the year goes."""
    clerk.does("init", clerk.folder, "--json")
    titles = ("Cơ quan chủ quản", "Tên cơ quan", "Ký hiệu cơ quan", "Địa danh", "Tên phong trào", "Tên trong câu",
              "Năm", "Cấp của cơ quan", "Nơi chịu trách nhiệm thi hành", "Chức vụ người ký", "Họ và tên người ký",
              "Ký hiệu đơn vị soạn thảo")  # fmt: skip
    clerk.fills_lines("Bắt đầu", dict(zip(titles, office.first, strict=True)), at=3)
    clerk.fills_lines("Cơ quan", {"Tiền thưởng": office.money})
    clerk.fills_lines(
        "Phát động",
        {"Lời mở đầu": "Cơ quan phát động phong trào.", "Lời kết": "Đề nghị thực hiện."},
    )
    clerk.fills("Kính gửi", [(KINDS[0], "Các đơn vị trực thuộc"), (KINDS[1], office.first[5])])
    clerk.fills("Nơi nhận", [(kind, "Như trên") for kind in KINDS[:2]])
    clerk.fills("Nơi nhận", [(KINDS[3], office.last_article)])
    clerk.fills("Nơi nhận", [(kind, "Lưu: VT") for kind in KINDS])
    clerk.issues("launch-notice")
    propose(clerk, office)
    invite(clerk, office)
    vote(clerk, office)
    conclude(clerk, office)
    award(clerk)
    if office.total_dong:
        pay(clerk, office)
    clerk.issues("award-decision")
    hand_over(clerk, office)
    sum_up(clerk)


def propose(clerk: Clerk, office: PlayedOffice) -> None:
    """Name who is proposed; the council's chair signs the list."""
    head = office.council[0][0]
    clerk.fills(
        "Người ký", [(head, "Chủ tịch", "TM. (thay mặt tập thể)", office.head_of_council)], column=2
    )
    rows = [
        (
            None if each.gender else "Tập thể",
            None,
            each.name,
            each.post or None,
            None,
            None,
            "Giấy khen",
            MERIT,
        )
        for each in office.people
    ]
    clerk.fills("Danh sách", rows, column=2)
    clerk.fills_beside("Danh sách", 15, [each.gender or None for each in office.people])
    clerk.issues("nomination-list")


def invite(clerk: Clerk, office: PlayedOffice) -> None:
    """The council is invited, and its ballots are made ready."""
    clerk.fills("Hội đồng", office.council, column=2)
    clerk.fills_row("Họp Hội đồng", {"Bắt đầu": "28/8/2026 08:00", "Địa điểm": "Phòng họp"})
    clerk.fills_row("Giấy mời họp", {"Nội dung họp": "Xét khen thưởng năm 2026."})
    clerk.fills_row("Ban kiểm phiếu", {"Họ và tên": office.council[1][0], "Vai trò": "Trưởng ban"})
    clerk.fills("Nơi nhận", [(FURTHER[3], "Thành viên Hội đồng")])
    clerk.fills("Nơi nhận", [(kind, "Lưu: VT") for kind in (FURTHER[3], "Biên bản kiểm phiếu")])
    clerk.issues("council-invitation")
    clerk.does("draft", clerk.campaign, "ballot-paper")


def vote(clerk: Clerk, office: PlayedOffice) -> None:
    """The council meets, all present, by secret ballot."""
    count = len(office.council)
    meeting: dict[str, str | int] = {
        "Kết thúc": "28/8/2026 09:30",
        "Số phiếu phát ra": count,
        "Số phiếu thu vào": count,
        "Số phiếu hợp lệ": count,
        "Ý kiến thảo luận": "Các thành viên nhất trí với danh sách đề nghị.",
    }
    clerk.fills_row("Họp Hội đồng", meeting, more=True)
    clerk.fills_beside("Danh sách", 10, [each.votes for each in office.people])
    clerk.issues("council-minutes")


def conclude(clerk: Clerk, office: PlayedOffice) -> None:
    """What the council concluded, made known."""
    clerk.fills(
        "Kết luận họp",
        [("Trình người đứng đầu cơ quan quyết định.", office.council[2][1])],
        column=2,
    )
    clerk.fills("Nơi nhận", [(kind, "Thành viên Hội đồng") for kind in FURTHER[:3]])
    clerk.fills("Nơi nhận", [(kind, "Lưu: VT") for kind in FURTHER[:3]])
    clerk.issues("council-conclusion")


def pay(clerk: Clerk, office: PlayedOffice) -> None:
    """Who pays the money out; the list to be signed goes with the decision."""
    paid_by = {"Người lập danh sách": office.council[2][0], "Thủ quỹ": office.council[4][0]}
    clerk.fills_row("Chi tiền thưởng", paid_by)


def hand_over(clerk: Clerk, office: PlayedOffice) -> None:
    """The ceremony, with the list of names to call."""
    ceremony = {
        "Tên buổi lễ": "Lễ trao tặng Giấy khen năm 2026",
        "Bắt đầu": "20/9/2026 08:00",
        "Địa điểm": "Hội trường",
    }
    clerk.fills_row("Lễ trao tặng", {**ceremony, "Người trao": office.council[0][0]})
    clerk.fills("Chương trình lễ", [("Chào cờ",), ("Trao tặng Giấy khen",)], column=3)
    clerk.issues("ceremony-programme")


def sum_up(clerk: Clerk) -> None:
    """The year's final report."""
    clerk.fills("Kính gửi", [(FURTHER[2], "Ủy ban nhân dân tỉnh")])
    clerk.issues("phase-summary")


def award(clerk: Clerk) -> None:
    """What passed becomes the award; an unproved power is told, and keeps nobody out."""
    clerk.does("award", clerk.campaign, "--date", DAYS["award-decision"])
