"""Keys of the settings' sections that are looked through key by key, and what each may hold."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path

from vbgen.errors import Place, Problem
from vbgen.files import is_usable
from vbgen.messages import _
from vbgen.model.emphasis import USUAL_FONT
from vbgen.secrecy import holds_secret
from vbgen.words.fonts.display import DISPLAY_FONTS

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PAGE_ADDRESS = re.compile(r"(?=.{1,60}\Z)https?://[A-Za-z0-9.-]+(:\d+)?/[A-Za-z0-9._~/-]*")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_MOST = 1_000_000  # days, megabytes, copies
_LEVELS = ("error", "warning", "info", "debug")
_MOST_NUMBER = 9_999_999  # of a paper
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class Key:
    """What a key may hold, and how that is said."""

    fits: Callable[[object], bool]
    wanted: Callable[[], str]
    is_address: bool = False
    is_secret_file: bool = False


def _is_text(value: object) -> bool:
    return isinstance(value, str) and is_usable(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST


def _are_digests(value: object) -> bool:
    return isinstance(value, list) and all(_DIGEST.fullmatch(str(each)) for each in value)


def _are_named_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_text, value.values()))


def _are_named_digests(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_are_digests, value.values()))


def _are_members(value: object) -> bool:
    """`{ giay-moi = ["GM"] }`."""
    return isinstance(value, Mapping) and all(map(_are_texts, value.values()))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_networks(value: object) -> bool:
    """Addresses and networks, each said by itself: a star would believe everybody."""
    return isinstance(value, list) and all(map(_is_network, value))


def _is_network(value: object) -> bool:
    try:
        ip_network(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _are_starts(value: object) -> bool:
    """`{ van-ban-di = { 2026 = 121 } }`."""
    return isinstance(value, Mapping) and all(map(_are_first_numbers, value.values()))


def _are_first_numbers(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        _YEAR.fullmatch(year) and _is_first_number(number) for year, number in value.items()
    )


def _is_first_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST_NUMBER


def _are_file_rows(value: object) -> bool:
    """Rows of the office's list of files: a sign, the campaigns in it, and what is said of the file."""
    return isinstance(value, list) and all(map(_is_file_row, value))


def _is_file_row(value: object) -> bool:
    if not isinstance(value, Mapping) or not {"notation", "campaigns"} <= value.keys():
        return False
    said = {key: text for key, text in value.items() if key != "campaigns"}
    return _are_texts(value["campaigns"]) and _are_named_texts(said) and said.keys() <= _OF_FILES


def _one_of(*known: str) -> Key:
    return Key(
        lambda value: value in known, lambda: _("một trong: {known}", known=", ".join(known))
    )


_TEXT = Key(_is_text, lambda: _("chữ trong dấu nháy kép"))
_ADDRESS = Key(_is_text, lambda: _("chữ trong dấu nháy kép"), is_address=True)
_PAGE = Key(
    lambda value: isinstance(value, str) and bool(_PAGE_ADDRESS.fullmatch(value)),
    lambda: _("địa chỉ trang kiểm tra, như “https://kiemtra.vidu.gov.vn/xm/”, dài nhất 60 chữ"),
)
_SECRET_FILE = Key(_is_text, lambda: _("chữ trong dấu nháy kép"), is_secret_file=True)
_COUNT = Key(_is_count, lambda: _("số nguyên lớn hơn 0"))
_TRUTH = Key(lambda value: isinstance(value, bool), lambda: "true, false")
_DIGESTS = Key(_are_digests, lambda: _("danh sách các mã SHA-256, mỗi mã 64 chữ số thập lục phân"))
_NAMED_DIGESTS = Key(
    _are_named_digests,
    lambda: _('một bảng, mỗi dòng một "họ tên" = ["mã SHA-256 của chứng thư"]'),
)
_NAMED_TEXTS = Key(_are_named_texts, lambda: _('một bảng, mỗi dòng một khóa = "chữ"'))
_NETWORKS = Key(_are_networks, lambda: _('danh sách địa chỉ IP, như ["127.0.0.1"]'))
_HEADER = Key(
    lambda value: isinstance(value, str) and bool(_HEADER_NAME.fullmatch(value)),
    lambda: _("tên một trường của yêu cầu, như “X-Remote-User”"),
)
_TEXTS = Key(_are_texts, lambda: _('danh sách, như ["127.0.0.1"]'))
_DESIGN = Key(
    lambda value: _is_text(value) or _are_named_texts(value),
    lambda: _('tên một mẫu trang trí, hoặc một bảng loại giấy = "tên mẫu"'),
)
_FONT = _one_of(USUAL_FONT, *DISPLAY_FONTS)
_OF_FILES = frozenset({"notation", "title", "retention", "creator", "paper_code"})
_FILE_ROWS = Key(
    _are_file_rows,
    lambda: _('các dòng có notation = "số, ký hiệu hồ sơ" và campaigns = ["tên phong trào"]'),
)
_MEMBERS = Key(_are_members, lambda: _('loại văn bản của từng hệ thống số, như giay-moi = ["GM"]'))
_STARTS = Key(_are_starts, lambda: _("số đầu tiên của từng năm, như van-ban-di = {{ 2026 = 121 }}"))
OFFICE_KEYS: Mapping[str, Mapping[str, Key]] = {
    "register": {
        "database": _ADDRESS,
        "password_file": _SECRET_FILE,
        "identity": _TEXT,
        "copies_kept": _COUNT,
    },
    "archive": {
        "place": _ADDRESS,
        "lock_days": _COUNT,
        "lock_mode": _one_of("GOVERNANCE", "COMPLIANCE"),
        "options_file": _SECRET_FILE,
    },
    "log": {"file": _TEXT, "level": _one_of(*_LEVELS), "megabytes": _COUNT, "kept": _COUNT},
    "pdf": {"required": _TRUTH},
    "certificate": {
        "emblem": _TEXT,
        "background": _TEXT,
        "design": _DESIGN,
        "title_font": _FONT,
        "name_font": _FONT,
    },
    "handover": {
        "organ_id": _TEXT,
        "fonds": _TEXT,
        "rights": _TEXT,
        "creator": _TEXT,
        "files": _FILE_ROWS,
    },
    "history": {"columns": _NAMED_TEXTS},
    "numbering": {
        "by_type": _TRUTH,
        "agency": _TEXT,
        "apart": _MEMBERS,
        "given": _TRUTH,
        "golden_book": _one_of("decision", "yearly", "running"),
        "inserted": _TRUTH,
        "start": _STARTS,
    },
    "issue": {"approval": _one_of("required", "optional"), "two_people": _TRUTH},
    "serve": {
        "address": _TEXT,
        "certificate": _TEXT,
        "key": _SECRET_FILE,
        "proxies": _NETWORKS,
        "login_header": _HEADER,
    },
    "signing": {
        "roots": _TEXTS,
        "known": _TEXTS,
        "online": _TRUTH,
        "certificates": _NAMED_DIGESTS,
        "pictures": _NAMED_TEXTS,
        "seal_mm": _COUNT,
        "level": _one_of("b-b", "b-t", "b-lt", "b-lta"),
        "time_server": _ADDRESS,
        "key_file": _TEXT,
        "keys": _NAMED_TEXTS,
        "token_library": _TEXT,
        "token": _TEXT,
        "token_key": _TEXT,
        "remote": _ADDRESS,
        "remote_keys": _NAMED_TEXTS,
    },
    "templates": {"trusted": _DIGESTS},
    "verification": {
        "address": _PAGE,
        "kinds": _TEXTS,
        "level": _one_of("m", "q", "h"),
        "names": _one_of("none", "initials", "full"),
    },
}


def wrong_keys(section: Mapping[str, object], name: str, path: Path) -> Iterator[Problem]:
    """Everything that is wrong in one of those sections of the settings at `path`."""
    known = OFFICE_KEYS.get(name, {})
    for key, value in section.items() if known else ():
        place = Place(file=str(path), path=f"{name}.{key}")
        if key not in known:
            yield Problem(
                "settings",
                _("[{name}] không có khóa “{key}”.", name=name, key=key),
                place,
                hint=_near(key, known),
            )
        elif not known[key].fits(value):
            wanted = _("“{key}” phải là {wanted}.", key=key, wanted=known[key].wanted())
            yield Problem("settings", wanted, place, hint=_("Hãy sửa khóa đó rồi chạy lại."))
        else:
            yield from _secrets(known[key], str(value), place)


def _secrets(key: Key, value: str, place: Place) -> Iterator[Problem]:
    """A secret has no place in the settings, which are copied and read by everybody."""
    if key.is_address and holds_secret(value):
        message = _("“{key}” chứa mật khẩu hoặc khóa bí mật.", key=place.path)
        hint = _(
            "Hãy bỏ phần đó khỏi vbgen.toml. Đặt vào biến môi trường, hoặc vào một tệp ngoài thư "
            "mục làm việc mà password_file hay options_file chỉ tới. Mật khẩu đã lộ thì nên đổi."
        )
        yield Problem("secret-in-settings", message, place, hint=hint)
    if key.is_secret_file and not _is_outside(Path(value), Path(place.file).parent):
        message = _(
            "“{key}” phải là đường dẫn đầy đủ của một tệp ngoài thư mục làm việc.", key=place.path
        )
        hint = _(
            "Thư mục làm việc được sao chép và sao lưu: hãy để tệp bí mật ở nơi khác, ví dụ /etc/vbgen."
        )
        yield Problem("secret-in-workspace", message, place, hint=hint)


def _is_outside(file: Path, workspace: Path) -> bool:
    return file.is_absolute() and not file.resolve().is_relative_to(workspace.resolve())


def _near(key: str, known: Mapping[str, Key]) -> str:
    near = get_close_matches(key, known, n=1)
    listed = _("Các khóa: {known}.", known=", ".join(known))
    return " ".join((_("Có phải là “{near}”?", near=near[0]), listed)) if near else listed
