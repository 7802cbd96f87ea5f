"""Stocks at hand: small TOML files, those of the workspace before the shipped ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from vbgen.errors import Place, Problem, UnreadableFileError, UsageError
from vbgen.files import read_toml
from vbgen.messages import _
from vbgen.model.stock import PAPERS, Printed, Stock


@dataclass(frozen=True, slots=True)
class Stocks:
    """Folders of stock files; what stands in an earlier folder wins over the same name in a later one."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        """Names of all stocks, sorted."""
        return sorted({path.stem for folder in self.folders for path in folder.glob("*.toml")})

    def all(self) -> Iterator[Stock]:
        """Every stock, by name."""
        return map(self.find, self.names())

    def find(self, name: str) -> Stock:
        """The stock called `name`; UsageError with the nearest name when there is none."""
        path = self._path(name)
        if path is None:
            raise UsageError(_unknown(name, self.names()))
        return read_stock(path)

    def picture_of(self, stock: Stock) -> Path | None:
        """The photograph or scan that the stock's file names, beside it."""
        path = self._path(stock.name)
        return path.parent / stock.picture if path and stock.picture else None

    def _path(self, name: str) -> Path | None:
        places = [
            folder / f"{known}.toml"
            for folder in self.folders
            for known in self.names()
            if known == name
        ]
        return next((path for path in places if path.is_file()), None)


def read_stock(path: Path) -> Stock:
    """The stock that a file describes; UnreadableFileError with every fault of it."""
    values = read_toml(path)
    try:
        return Stock.model_validate({**values, "name": path.stem})
    except ValidationError as fault:
        places = dict.fromkeys(
            str(error["loc"][0]) if error["loc"] else "place" for error in fault.errors()
        )
        raise _unreadable(path, [_expected(place) for place in places]) from fault


def _expected(key: str) -> str:
    papers, parts = ", ".join(PAPERS), ", ".join(Printed)
    sentences = {
        "title": _("“title” là tên gọi của phôi, phải có"),
        "paper": _("“paper” là một trong {papers} hoặc [rộng, cao] tính bằng mm", papers=papers),
        "printed": _("“printed” là danh sách những gì đã in sẵn, chọn trong: {parts}", parts=parts),
        "margins": _("“margins” gồm top, right, bottom, left tính bằng mm"),
        "place": _("“place” gồm x, y, width, height tính bằng mm và phải nằm trong khổ giấy"),
        "outlines": _("“outlines” là danh sách các ô, mỗi ô gồm x, y, width, height tính bằng mm"),
        "picture": _("“picture” là tên tệp ảnh đặt cạnh tệp này"),
    }
    known = ", ".join(sentences)
    return sentences.get(key) or _("không có khóa “{key}”; các khóa: {known}", key=key, known=known)


def _unreadable(path: Path, faults: Sequence[str]) -> UnreadableFileError:
    problems = tuple(Problem("stock-file", f"{fault}.", Place(file=str(path))) for fault in faults)
    return UnreadableFileError(_("Tệp phôi {file} có lỗi.", file=path.name), problems)


def _unknown(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = _("Có phải là “{near}”?", near=near[0]) if near else ""
    listed = ", ".join(known)
    return _(
        "Không có phôi “{name}”. Các phôi đang có: {listed}. {hint}",
        name=name,
        listed=listed,
        hint=hint,
    )
