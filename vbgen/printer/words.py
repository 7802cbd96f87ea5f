"""What printers report by keyword (RFC 8011 and PWG 5100.9), in words that a clerk can act on."""

from collections.abc import Iterable, Mapping

from vbgen.messages import _

_SEVERITIES = ("-error", "-warning", "-report")
_SILENT = frozenset(
    {
        "none", "job-printing", "job-incoming", "job-queued", "job-queued-for-marker", "job-completed-successfully",
        "job-transforming", "job-interpreting", "job-outgoing", "processing-to-stop-point", "job-data-insufficient",
        "cups-waiting-for-job-completed", "job-spooling", "moving-to-paused",
    }
)  # fmt: skip


def explained(reasons: Iterable[str]) -> dict[str, str]:
    """Keyword → sentence, for those that say what is wrong; one that is not known is quoted."""
    known, found = _sentences(), {}
    for reason in reasons:
        bare = _bare(reason)
        if bare and bare not in _SILENT:
            found[bare] = known.get(bare) or _("Máy in báo “{reason}”.", reason=bare)
    return found


def _bare(reason: str) -> str:
    for ending in _SEVERITIES:
        reason = reason.removesuffix(ending)
    return reason


def _sentences() -> Mapping[str, str]:
    return {**_of_printers(), **_of_jobs()}


def _of_printers() -> Mapping[str, str]:
    empty, toner = _("Hết giấy: hãy nạp thêm."), _("Hết mực: hãy thay mực.")
    return {
        "media-empty": empty,
        "media-needed": _("Máy in chờ đúng loại giấy: hãy nạp giấy rồi bấm tiếp tục trên máy in."),
        "media-jam": _("Kẹt giấy: hãy gỡ giấy kẹt rồi đóng nắp máy."),
        "media-low": _("Giấy sắp hết."),
        "toner-empty": toner,
        "marker-supply-empty": toner,
        "toner-low": _("Mực sắp hết."),
        "marker-supply-low": _("Mực sắp hết."),
        "marker-waste-full": _("Hộp mực thải đã đầy."),
        "door-open": _("Cửa máy in đang mở."),
        "cover-open": _("Nắp máy in đang mở."),
        "interlock-open": _("Nắp máy in đang mở."),
        "input-tray-missing": _("Khay giấy chưa được đẩy vào."),
        "output-tray-missing": _("Thiếu khay ra giấy."),
        "output-area-full": _("Khay ra giấy đã đầy."),
        "paused": _("Máy in hoặc hàng đợi đang tạm dừng."),
        "offline": _("Máy in đang ngoại tuyến."),
        "shutdown": _("Máy in đã tắt."),
        "connecting-to-device": _(
            "Đang nối tới máy in mà chưa được: hãy kiểm tra nguồn và dây mạng."
        ),
        "timed-out": _("Máy in không trả lời."),
        "stopped-partly": _("Một phần máy in đã dừng."),
        "spool-area-full": _("Bộ nhớ của máy in đã đầy."),
        "fuser-over-temp": _("Máy in quá nóng: hãy đợi máy nguội."),
        "other": _("Máy in báo lỗi: hãy xem màn hình của máy."),
    }


def _of_jobs() -> Mapping[str, str]:
    unfit = _("Máy in không nhận khổ giấy, khay hoặc cách in đã chọn.")
    return {
        "job-canceled-by-user": _("Lệnh in đã bị người dùng hủy."),
        "job-canceled-by-operator": _("Lệnh in đã bị người quản lý máy in hủy."),
        "job-canceled-at-device": _("Lệnh in đã bị hủy ở máy in."),
        "canceled-at-device": _("Lệnh in đã bị hủy ở máy in."),
        "aborted-by-system": _("Máy in đã bỏ dở lệnh in."),
        "job-hold-until-specified": _("Lệnh in đang bị giữ lại trong hàng đợi."),
        "job-stopped": _("Lệnh in đang tạm dừng."),
        "printer-stopped": _("Máy in hoặc hàng đợi đang tạm dừng."),
        "printer-stopped-partly": _("Một phần máy in đã dừng."),
        "resources-are-not-ready": _("Máy in chưa có đúng loại giấy: hãy nạp giấy."),
        "resources-are-not-supported": unfit,
        "conflicting-attributes": unfit,
        "unsupported-attributes-or-values": unfit,
        "unsupported-document-format": _(
            "Máy in không đọc được tệp PDF: hãy in qua hàng đợi của máy tính."
        ),
        "document-format-error": _("Máy in không đọc được tệp PDF."),
        "document-unprintable-error": _("Máy in không đọc được tệp PDF."),
        "queued-in-device": _("Lệnh in đang chờ trong máy in."),
        "service-off-line": _("Máy in đang ngoại tuyến."),
    }
