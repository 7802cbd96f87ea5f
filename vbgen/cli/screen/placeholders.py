"""What stands for a value in the help (`vbgen check PHONG_TRÀO`), in the reader's language."""

import re
from collections.abc import Mapping

from vbgen.messages import _

_CAPITALS = re.compile(r"[^\W\d]{2,}")  # a word; those of two letters and more stand for something


def placeholders(text: str) -> str:
    """The text with every word that stands for a value in the reader's language."""
    words = {**_named(), **_of_papers(), **_of_printers()}
    return _CAPITALS.sub(lambda word: words.get(word[0], word[0]), text)


def _named() -> Mapping[str, str]:
    return {
        "CAMPAIGN": _("PHONG_TRÀO"),
        "KIND": _("LOẠI"),
        "DIR": _("THƯ_MỤC"),
        "FOLDER": _("THƯ_MỤC"),
        "FILE": _("TỆP"),
        "SOURCE": _("TỆP_NGUỒN"),
        "TARGET": _("TỆP_ĐÍCH"),
        "WHO": _("NGƯỜI"),
        "TÊN": _("TÊN"),
        "CHỮ": _("CHỮ"),
        "TRẢ_LỜI": _("TRẢ_LỜI"),
        "THƯ_VIỆN": _("THƯ_VIỆN"),
    }


def _of_papers() -> Mapping[str, str]:
    return {
        "NĂM": _("NĂM"),
        "NGÀY": _("NGÀY"),
        "SỐ": _("SỐ"),
        "KÝ_HIỆU": _("KÝ_HIỆU"),
        "DÃY": _("DÃY"),
        "MÃ": _("MÃ"),
        "LÝ_DO": _("LÝ_DO"),
        "Ý_KIẾN": _("Ý_KIẾN"),
        "SAU": _("SAU"),
        "TRƯỚC": _("TRƯỚC"),
        "CỘT": _("CỘT"),
        "TRƯỜNG": _("TRƯỜNG"),
    }


def _of_printers() -> Mapping[str, str]:
    return {
        "MÁY_IN": _("MÁY_IN"),
        "KHAY": _("KHAY"),
        "GIÂY": _("GIÂY"),
        "THỨ_TỰ": _("THỨ_TỰ"),
        "TRÁI_A": _("TRÁI_A"),
        "TRÊN_A": _("TRÊN_A"),
        "TRÊN_B": _("TRÊN_B"),
        "THƯỚC": _("THƯỚC"),
    }
