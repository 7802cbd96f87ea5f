"""Ways out, worded for the command line: what to type next."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from shlex import quote
from typing import Any

from vbgen import ways
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.ways import WayOut
from vbgen.ways.key_names import key_name, rule_name


def worded(offered: Iterable[WayOut]) -> str:
    """One sentence that names every way: “Hãy chạy …, hoặc …”; empty for none."""
    acts = [_ACTS[type(way)](way) for way in offered]
    return _("Hãy {acts}.", acts=_(", hoặc ").join(acts)) if acts else ""


def with_words(problem: Problem) -> Problem:
    """The problem with its ways said in its hint."""
    hint = " ".join(filter(None, (problem.hint, worded(problem.ways))))
    return replace(problem, hint=hint)


def _resume(way: ways.Resume) -> str:
    if not way.code:
        return _("chạy “vbgen register resume” để làm tiếp")
    return _("chạy “vbgen register resume {code}” để làm tiếp với đúng số đó", code=way.code)


def _approve(way: ways.Approve) -> str:
    phase = f" --phase {way.phase}" if way.phase else ""
    campaign = _("PHONG_TRÀO")
    line = f'vbgen approve {campaign} {way.kind}{phase} --by "{way.signer}"'
    return _("chạy “{line}” để người ký duyệt", line=line)


def _accept(way: ways.AcceptFormErrors) -> str:
    words = f"--accept-form-errors {','.join(way.errors)} --reason LÝ_DO"
    if way.code:
        return _(
            "chạy “vbgen register resume {code} {words}” để vào sổ như vậy",
            code=way.code,
            words=words,
        )
    return _("thêm “{words}” nếu vẫn cấp số như vậy", words=words)


_ACTS: Mapping[type[WayOut], Callable[[Any], str]] = {
    ways.Resume: _resume,
    ways.ResumeWithoutPdf: lambda way: _(
        "chạy “vbgen register resume {code} --no-pdf” để vào sổ không kèm bản PDF", code=way.code
    ),
    ways.GiveUpNumber: lambda way: _(
        "chạy “vbgen register void {code} --why LÝ_DO” để hủy số", code=way.code
    ),
    ways.Replace: lambda way: _(
        "thêm --replaces {code} nếu ban hành văn bản thay thế", code=way.code
    ),
    ways.ChoosePhase: lambda way: _(
        "thêm --phase N, với N là {numbers}", numbers=_(" hoặc ").join(map(str, way.numbers))
    ),
    ways.CalibratePrinter: lambda way: _(
        "chạy “vbgen print --calibrate {printer}” để đo", printer=way.printer
    ),
    ways.ChooseDay: lambda _way: _("thêm --date NGÀY (dd/mm/yyyy), ngày dự kiến của quyết định"),
    ways.IssueFirst: lambda _way: _(
        "chạy “vbgen issue PHONG-TRÀO award-decision --date NGÀY” để cấp số quyết định"
    ),
    ways.TryOnPlainPaper: lambda _way: _("thêm --test để in thử trên giấy thường"),
    ways.LeaveOut: lambda way: _(
        "bỏ số {numbers} khỏi --only", numbers=", ".join(map(str, way.numbers))
    ),
    ways.ChooseYear: lambda way: _(
        "thêm --year N, với N là {years}", years=_(" hoặc ").join(map(str, way.years))
    ),
    ways.ChooseKind: lambda way: _("chọn loại văn bản {names}", names=_(" hoặc ").join(way.names)),
    ways.AcceptFormErrors: _accept,
    ways.Approve: _approve,
    ways.StateSigned: lambda _way: _("thêm --stated-signed nếu văn bản đã được ký"),
    ways.ChooseSigner: lambda _way: _("thêm --signer MÃ nếu người khác ký"),
    ways.CorrectClock: lambda _way: _(
        "chạy “vbgen register clock --why LÝ_DO” nếu giờ của máy bây giờ là đúng và trước đó mới sai"
    ),
    ways.GiveNumber: lambda way: _("thêm --number {number}", number=way.number),
    ways.NameAgency: lambda _way: _("thêm --agency KÝ_HIỆU, ví dụ --agency SCT"),
    ways.SetNumbering: lambda way: _(
        "nhờ quản trị đặt {name}: {key} = {value}, mục [numbering] của vbgen.toml",
        name=key_name(way.key),
        key=way.key,
        value=way.value,
    ),
    ways.RestoreBags: lambda _way: _(
        "chạy “vbgen archive import GÓI…” để khôi phục sổ và kho từ các gói hồ sơ"
    ),
    ways.NameColumns: lambda way: _(
        "thêm --map “Tên cột=trường” nếu cột mang tên khác (các trường: {fields})",
        fields=", ".join(way.fields),
    ),
    ways.KeepColumn: lambda way: _(
        "nhờ quản trị khai cột “{title}” là cột không đọc (templates/headings.toml) nếu không cần đọc cột đó",
        title=" ".join(way.title.split()),
    ),
    ways.NameHistoryColumns: lambda _way: _("chỉ cột bằng --history-columns, ví dụ “year=C”"),
    ways.PrepareAgain: lambda _way: _("chạy lại lệnh để xem lại rồi mới đồng ý"),
    ways.KeepPdf: lambda _way: _("bỏ --no-pdf"),
    ways.AgreeTo: lambda _way: _("xem các điều trên rồi thêm --yes nếu đồng ý"),
    ways.WriteReport: lambda _way: _("chạy “vbgen check PHONG-TRÀO --report TỆP.docx”"),
    ways.CompareScan: lambda way: _(
        "so bản quét với văn bản {code} rồi thêm --seen nếu đúng là văn bản đó", code=way.code
    ),
    ways.CompareSource: lambda _way: _("đối chiếu với nguồn đã dẫn"),
    ways.WriteOwnRule: lambda way: _(
        "nhờ quản trị ghi quy định của cơ quan về {subject}, có ngày và nguồn",
        subject=rule_name(way.table),
    ),
    ways.ListRegister: lambda _way: _("chạy “vbgen register list” để xem sổ"),
    ways.VerifyArchive: lambda _way: _("chạy “vbgen archive verify” để đối chiếu sổ với kho"),
    ways.RecoverRegister: lambda _way: _("chạy “vbgen register recover” để lấy lại từ kho lưu trữ"),
    ways.ExportBags: lambda way: _(
        "đóng thêm gói của năm {years} (“vbgen archive export --year N”), hoặc một gói cho tất cả (--all)",
        years=", ".join(map(str, way.years)),
    ),
    ways.UpgradeRegister: lambda _way: _(
        "sao lưu rồi chạy “vbgen register upgrade” để nâng cấp sổ"
    ),
    ways.NameEmblem: lambda _way: _(
        "nhờ quản trị đặt tệp hình biểu trưng cho giấy khen (vbgen.toml)"
    ),
    ways.StartWorkspace: lambda _way: _("chạy “vbgen init THƯ-MỤC” để lập thư mục làm việc mới"),
    ways.ChooseWorkspace: lambda _way: _("thêm --workspace THƯ-MỤC để chỉ thư mục làm việc"),
    ways.CheckPlaces: lambda _way: _("chạy “vbgen doctor” để xem sổ và kho được tìm ở đâu"),
    ways.UsePostgresql: lambda _way: _("chuyển sổ sang PostgreSQL (xem docs/administration.md)"),
    ways.BackUp: lambda _way: _("chạy “vbgen backup THƯ-MỤC” để sao lưu"),
    ways.RestoreBackup: lambda _way: _("chạy “vbgen restore THƯ-MỤC” để khôi phục từ bản sao lưu"),
    ways.LetGroupWrite: lambda way: _(
        "nhờ chủ các tệp hoặc quản trị chạy “chmod g+w {files}”",
        files=" ".join(map(quote, way.files)),
    ),
    ways.AskForLink: lambda _way: _("chạy lại “vbgen serve” để có đường dẫn mới"),
    ways.StopDesk: lambda way: _(
        "dừng bàn làm việc {url} đang chạy rồi chạy lại “vbgen serve”", url=way.url
    ),
    ways.AddAccount: lambda _way: _("chạy “vbgen users add TÊN” để thêm tài khoản"),
    ways.NameAnotherAdmin: lambda _way: _(
        "trước hết chạy “vbgen users role TÊN --role admin” cho một người khác"
    ),
    ways.SetServing: lambda way: _(
        "nhờ quản trị đặt {name}: {key} = {value}, mục [serve] của vbgen.toml",
        name=key_name(way.key),
        key=way.key,
        value=way.value,
    ),
    ways.ChoosePort: lambda _way: _("thêm --port N với cổng khác"),
    ways.ServeHere: lambda _way: _("bỏ --host và --behind-proxy để chỉ phục vụ máy này"),
    ways.ReadSent: lambda way: _(
        "chạy “vbgen read {file} --into PHONG-TRÀO” nếu đó là danh sách", file=quote(way.file)
    ),
    ways.InstallExtra: lambda way: _(
        "cài thêm bằng “pip install {packages}”", packages=" ".join(map(quote, way.packages))
    ),
}
