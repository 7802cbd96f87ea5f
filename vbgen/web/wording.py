"""Problems and their ways out, worded for pages: what to press, and where it stands."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlencode

from vbgen import ways
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.ways import WayOut
from vbgen.ways.key_names import key_name, rule_name


@dataclass(frozen=True, slots=True)
class ToldWay:
    """A way out as a page offers it: a sentence, and the page where it is done."""

    text: str
    address: str = ""  # empty where it is done on the page itself, or outside the desk


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """A problem as a page shows it."""

    severity: str  # `error`, `warning`, `note`
    label: str
    message: str
    place: str
    hint: str
    ways: tuple[ToldWay, ...]
    address: str = ""  # of the cell, where the page is about its campaign


_OF_CAMPAIGN = re.compile("/(?:campaigns|print)/([^/]+)")
_WORKBOOKS = frozenset({"", "campaign.xlsx"})
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def told(problems: Iterable[Problem], here: str = "") -> list[ToldProblem]:
    """The problems, the gravest first, each once; `here` is the page that shows them."""
    return [_told(problem, here) for problem in in_order(problems)]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The gravest first, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: _ORDER[problem.severity])


def _told(problem: Problem, here: str) -> ToldProblem:
    offered = tuple(_offered(way, here) for way in problem.ways)
    return ToldProblem(
        problem.severity.value,
        problem.severity.label,
        problem.message,
        str(problem.place),
        problem.hint,
        offered,
        _cell(problem.place, here),
    )


def _cell(place: Place, here: str) -> str:
    """Where the room Data shows the place, for a page of the campaign whose workbook it names."""
    about = _OF_CAMPAIGN.match(here)
    if about is None or not place.sheet or place.file not in _WORKBOOKS:
        return ""
    return cell_address(unquote(about[1]), place.sheet, place.cell)


def cell_address(campaign: str, sheet: str, cell: str = "") -> str:
    """Where the room Data shows that cell, or the sheet."""
    named = {"sheet": sheet, "cell": cell}
    asked = urlencode({name: said for name, said in named.items() if said})
    return f"/campaigns/{quote(campaign)}/data?{asked}" + (f"#cell-{cell}" if cell else "")


def _offered(way: WayOut, here: str) -> ToldWay:
    worded = WORDED[type(way)](way)
    return ToldWay(worded.text) if worded.address == here else worded


def _text(say: Callable[[], str]) -> Callable[[WayOut], ToldWay]:
    return lambda _way: ToldWay(say())


def _link(say: Callable[[], str], address: str) -> Callable[[WayOut], ToldWay]:
    return lambda _way: ToldWay(say(), address)


def _resume(way: ways.Resume) -> ToldWay:
    if way.code:
        return ToldWay(_("Làm tiếp số {code} ở trang đầu", code=way.code), "/")
    return ToldWay(_("Làm tiếp các số còn dở ở trang đầu"), "/")


def _paper(say: Callable[[str], str]) -> Callable[[Any], ToldWay]:
    return lambda way: ToldWay(say(way.code), "/register")


def _listed(values: Iterable[object]) -> str:
    return _(" hoặc ").join(map(str, values))


WORDED: Mapping[type[WayOut], Callable[[Any], ToldWay]] = {
    ways.Resume: _resume,
    ways.ResumeWithoutPdf: _paper(
        lambda code: _("Nhờ quản trị cho làm tiếp số {code} không kèm bản PDF", code=code)
    ),
    ways.GiveUpNumber: _paper(lambda code: _("Hủy số {code} trong sổ đăng ký", code=code)),
    ways.Replace: _paper(lambda code: _("Ban hành văn bản thay thế {code}", code=code)),
    ways.ChoosePhase: lambda way: ToldWay(_("Chọn đợt {numbers}", numbers=_listed(way.numbers))),
    ways.ChooseDay: _text(lambda: _("Nhập ngày dự kiến của quyết định")),
    ways.IssueFirst: _text(lambda: _("Cấp số quyết định trước")),
    ways.TryOnPlainPaper: _text(lambda: _("In thử trên giấy thường")),
    ways.LeaveOut: lambda way: ToldWay(
        _("Bỏ chọn số {numbers}", numbers=", ".join(map(str, way.numbers)))
    ),
    ways.ChooseYear: lambda way: ToldWay(_("Chọn năm {years}", years=_listed(way.years))),
    ways.ChooseKind: lambda way: ToldWay(_("Chọn loại văn bản {names}", names=_listed(way.names))),
    ways.AcceptFormErrors: _text(
        lambda: _("Đánh dấu các lỗi thể thức cho qua và ghi lý do, nếu vẫn cấp số như vậy")
    ),
    ways.Approve: lambda way: ToldWay(_("Đề nghị {signer} duyệt dự thảo", signer=way.signer)),
    ways.StateSigned: _text(lambda: _("Đánh dấu “Văn bản đã được ký” nếu đúng như vậy")),
    ways.ChooseSigner: _text(lambda: _("Chọn người ký khác")),
    ways.CorrectClock: _text(lambda: _("Nhờ quản trị ghi vào nhật ký rằng giờ của máy đã đúng")),
    ways.GiveNumber: lambda way: ToldWay(_("Nhập số {number}", number=way.number)),
    ways.NameAgency: _text(lambda: _("Nhập ký hiệu cơ quan, ví dụ SCT")),
    ways.SetNumbering: lambda way: ToldWay(
        _(
            "Nhờ quản trị đặt {name} ({key} = {value}, mục [numbering] của vbgen.toml)",
            name=key_name(way.key),
            key=way.key,
            value=way.value,
        )
    ),
    ways.AgreeTo: _text(lambda: _("Xem từng điều, đánh dấu đồng ý rồi bấm lại")),
    ways.RestoreBags: _text(lambda: _("Nhờ quản trị khôi phục sổ và kho từ các gói hồ sơ")),
    ways.NameColumns: lambda way: ToldWay(
        _("Chỉ cột nào chứa gì (các trường: {fields})", fields=", ".join(way.fields))
    ),
    ways.KeepColumn: lambda way: ToldWay(
        _("Nhờ quản trị khai cột “{title}” là cột riêng của cơ quan", title=way.title)
    ),
    ways.NameHistoryColumns: _text(lambda: _("Nhờ quản trị chỉ các cột của danh sách khen cũ")),
    ways.PrepareAgain: _text(lambda: _("Tải lại trang để xem lại rồi mới đồng ý")),
    ways.KeepPdf: _text(lambda: _("Chọn lưu kèm bản PDF")),
    ways.WriteReport: _text(lambda: _("Nhờ quản trị xuất báo cáo kiểm tra ra tệp Word")),
    ways.CompareScan: lambda way: ToldWay(
        _("So bản quét với văn bản {code}, đánh dấu “Đã so” rồi gửi lại", code=way.code)
    ),
    ways.CompareSource: lambda way: ToldWay(_("Đối chiếu với {source}", source=way.source)),
    ways.WriteOwnRule: lambda way: ToldWay(
        _(
            "Nhờ quản trị ghi quy định riêng của cơ quan về {subject} (mã {rule})",
            subject=rule_name(way.table),
            rule=way.rule,
        )
    ),
    ways.ListRegister: _link(lambda: _("Xem sổ đăng ký"), "/register"),
    ways.VerifyArchive: _text(lambda: _("Nhờ quản trị đối chiếu sổ với kho lưu trữ")),
    ways.RecoverRegister: _text(lambda: _("Nhờ quản trị lấy lại sổ từ kho lưu trữ")),
    ways.ExportBags: lambda way: ToldWay(
        _("Nhờ quản trị đóng thêm gói hồ sơ năm {years}", years=_listed(way.years))
    ),
    ways.UpgradeRegister: _text(lambda: _("Nhờ quản trị sao lưu rồi nâng cấp sổ đăng ký")),
    ways.NameEmblem: _text(lambda: _("Nhờ quản trị đặt tệp hình biểu trưng cho giấy khen")),
    ways.StartWorkspace: _text(lambda: _("Nhờ quản trị lập thư mục làm việc")),
    ways.ChooseWorkspace: _text(lambda: _("Nhờ quản trị chỉ đúng thư mục làm việc")),
    ways.CheckPlaces: _text(lambda: _("Nhờ quản trị xem sổ và kho được tìm ở đâu")),
    ways.UsePostgresql: _text(lambda: _("Nhờ quản trị chuyển sổ sang PostgreSQL")),
    ways.BackUp: _text(lambda: _("Nhờ quản trị sao lưu")),
    ways.RestoreBackup: _text(lambda: _("Nhờ quản trị khôi phục từ bản sao lưu")),
    ways.LetGroupWrite: lambda way: ToldWay(
        _("Nhờ quản trị cho nhóm được ghi các tệp {files}", files=", ".join(way.files))
    ),
    ways.ReadSent: lambda way: ToldWay(
        _("Đọc tệp {file} vào danh sách nếu đó là danh sách", file=way.file)
    ),
    ways.InstallExtra: lambda way: ToldWay(
        _("Nhờ quản trị cài thêm {packages}", packages=", ".join(way.packages))
    ),
    ways.CalibratePrinter: lambda way: ToldWay(
        _("Đo máy in {printer} bằng tờ thử", printer=way.printer)
    ),
    ways.AskForLink: _text(
        lambda: _("Mở lại bàn làm việc bằng biểu tượng trên máy này để có đường dẫn mới")
    ),
    ways.StopDesk: lambda way: ToldWay(_("Dừng bàn làm việc đang chạy ở {url}", url=way.url)),
    ways.NameAnotherAdmin: _link(
        lambda: _("Giao vai trò quản trị cho một người khác trước"), "/people"
    ),
    ways.AddAccount: _text(lambda: _("Thêm tài khoản trước")),
    ways.SetServing: lambda way: ToldWay(
        _(
            "Nhờ quản trị đặt {name} ({key} = {value}, mục [serve] của vbgen.toml)",
            name=key_name(way.key),
            key=way.key,
            value=way.value,
        )
    ),
    ways.ChoosePort: _text(lambda: _("Chọn cổng khác")),
    ways.ServeHere: _text(lambda: _("Chỉ phục vụ trên máy này")),
}
